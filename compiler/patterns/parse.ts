/**
 * RE2's syntax (github.com/google/re2/wiki/Syntax, as Go's regexp/syntax reads it) → tree. What RE2 refuses is refused
 * here: look-around, backreferences, counts above 1,000, `\C`, `\Z`.
 */
import { bracketed, folded, namedClass } from './character-sets.ts'
import { everything, only, without } from './code-points.ts'
import { Cursor } from './cursor.ts'
import type { Node } from './syntax.ts'

interface Flags {
  readonly ignoreCase: boolean
  readonly multiline: boolean
  readonly dotAll: boolean
  /** Whether repetitions are lazy, and those with a question mark are not. */
  readonly swapped: boolean
}

/** RE2's own bound, also on the product of counts that stand within one another. */
const mostRepeats = 1000
const deepestNesting = 1000

export interface GroupedPattern {
  readonly tree: Node
  /** The names of the groups in their order; those of the nameless are empty. */
  readonly groups: readonly string[]
}

/** For asking whether a text matches: the tree has no groups. */
export function parsePattern(source: string): Node {
  return new Parser(source, false).parse()
}

/** For telling matches. */
export function parseGroups(source: string): GroupedPattern {
  const parser = new Parser(source, true)
  return { tree: parser.parse(), groups: parser.groups }
}

class Parser {
  readonly groups: string[] = []
  readonly #cursor: Cursor
  readonly #keepsGroups: boolean
  #depth = 0

  constructor(source: string, keepsGroups: boolean) {
    this.#cursor = new Cursor(source)
    this.#keepsGroups = keepsGroups
  }

  parse(): Node {
    const cursor = this.#cursor
    const node = this.#alternatives({ ignoreCase: false, multiline: false, dotAll: false, swapped: false })
    if (cursor.peek() !== '') cursor.fail('")" closes nothing')
    if (repeats(node) > mostRepeats) cursor.fail(`counts multiply to more than ${mostRepeats}`, 0)
    return node
  }

  #alternatives(outer: Flags): Node {
    const cursor = this.#cursor
    if (++this.#depth > deepestNesting) cursor.fail('groups are nested too deep')
    let flags = outer
    const nodes: Node[] = []
    let sequence: Node[] = []
    for (;;) {
      const next = cursor.peek()
      if (next === '' || next === ')') break
      if (cursor.take('|')) {
        nodes.push({ kind: 'concat', nodes: sequence })
        sequence = []
      } else if (next === '(' && cursor.sees('(?') && !cursor.sees('(?<') && !cursor.sees('(?P<')) {
        const group = this.#flagGroup(flags)
        if (group.kind === 'flags') {
          flags = group.flags
          this.#repeatLast(sequence, flags)
        } else sequence.push(this.#repeated(group.node, flags))
      } else if (cursor.sees('\\Q')) {
        sequence.push(...this.#quoted(flags))
        this.#repeatLast(sequence, flags)
      } else {
        sequence.push(this.#repeated(this.#atom(flags), flags))
      }
    }
    this.#depth--
    nodes.push({ kind: 'concat', nodes: sequence })
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'alternate', nodes }
  }

  /** `(?i)`, which lasts to the end of the group around it, or `(?i:…)`. */
  #flagGroup(outer: Flags): { kind: 'flags'; flags: Flags } | { kind: 'group'; node: Node } {
    const cursor = this.#cursor
    const start = cursor.at
    cursor.at += 2
    const flags = { ...outer }
    let on = true
    for (;;) {
      const letter = cursor.next()
      if (!on && (letter === ')' || letter === ':') && cursor.source[cursor.at - 2] === '-') {
        cursor.fail('a minus that takes no flag back', start)
      }
      if (letter === 'i') flags.ignoreCase = on
      else if (letter === 'm') flags.multiline = on
      else if (letter === 's') flags.dotAll = on
      else if (letter === 'U') flags.swapped = on
      else if (letter === '-' && on) on = false
      else if (letter === ')') return { kind: 'flags', flags }
      else if (letter === ':') return { kind: 'group', node: this.#closed(this.#alternatives(flags), start) }
      else cursor.fail('a group that RE2 does not have (it has no look-around)', start)
    }
  }

  #closed(node: Node, start: number): Node {
    if (!this.#cursor.take(')')) this.#cursor.fail('"(" is not closed', start)
    return node
  }

  /** Behind what is no node itself, a repetition is one of the node before. */
  #repeatLast(sequence: Node[], flags: Flags): void {
    const before = sequence.pop()
    if (before !== undefined) sequence.push(this.#repeated(before, flags))
  }

  /** `\Q…\E`, a node a character. */
  #quoted(flags: Flags): readonly Node[] {
    const { source, at } = this.#cursor
    const end = source.indexOf('\\E', at)
    this.#cursor.at = end < 0 ? source.length : end + 2
    return [...source.slice(at + 2, end < 0 ? undefined : end)].map((character) => literal(character, flags))
  }

  #repeated(atom: Node, { swapped }: Flags): Node {
    let node = atom
    let repeated = false
    for (;;) {
      const start = this.#cursor.at
      const count = this.#count()
      if (count === undefined) return node
      if (repeated) this.#cursor.fail('a repetition of a repetition needs parentheses', start)
      node = { kind: 'repeat', node, ...count, lazy: this.#cursor.take('?') !== swapped }
      repeated = true
    }
  }

  #count(): { readonly min: number; readonly max: number } | undefined {
    const cursor = this.#cursor
    if (cursor.take('*')) return { min: 0, max: Infinity }
    if (cursor.take('+')) return { min: 1, max: Infinity }
    if (cursor.take('?')) return { min: 0, max: 1 }
    const start = cursor.at
    const braces = cursor.peek() === '{' ? cursor.match(/\{(\d{1,10})(,(\d{0,10}))?\}/y) : null
    if (braces === null) return undefined
    const min = Number(braces[1])
    const max = braces[2] === undefined ? min : braces[3] === '' ? Infinity : Number(braces[3])
    if (min > mostRepeats || (max !== Infinity && max > mostRepeats)) cursor.fail(`a count above ${mostRepeats}`, start)
    if (min > max) cursor.fail('the lower count is above the upper one', start)
    return { min, max }
  }

  #atom(flags: Flags): Node {
    const cursor = this.#cursor
    const start = cursor.at
    const character = cursor.next()
    switch (character) {
      case '(': {
        const name = cursor.peek() === '?' ? cursor.match(/\?P?<([A-Za-z0-9_]+)>/y) : null
        if (name === null && cursor.peek() === '?')
          cursor.fail('a group that RE2 does not have (it has no look-around)', start)
        return this.#group(name?.[1] ?? '', flags, start)
      }
      case '[':
        return { kind: 'set', set: bracketed(cursor, flags.ignoreCase) }
      case '.':
        return { kind: 'set', set: flags.dotAll ? everything : without(everything, only(10)) }
      case '^':
        return { kind: 'assert', what: flags.multiline ? 'begin line' : 'begin text' }
      case '$':
        return { kind: 'assert', what: flags.multiline ? 'end line' : 'end text' }
      case '*':
      case '+':
      case '?':
        return cursor.fail(`"${character}" repeats nothing`, start)
      case '{':
        cursor.at = start
        if (this.#count() !== undefined) cursor.fail('a count repeats nothing', start)
        cursor.at = start + 1
        return literal(character, flags)
      case '\\':
        return this.#escapedAtom(flags)
      default:
        return literal(character, flags)
    }
  }

  #group(name: string, flags: Flags, start: number): Node {
    const index = this.groups.push(name)
    const node = this.#closed(this.#alternatives(flags), start)
    return this.#keepsGroups ? { kind: 'group', node, index } : node
  }

  #escapedAtom(flags: Flags): Node {
    const cursor = this.#cursor
    if (cursor.take('A')) return { kind: 'assert', what: 'begin text' }
    if (cursor.take('z')) return { kind: 'assert', what: 'end text' }
    if (cursor.take('b')) return { kind: 'assert', what: 'word boundary' }
    if (cursor.take('B')) return { kind: 'assert', what: 'no word boundary' }
    const named = namedClass(cursor, flags.ignoreCase)
    if (named !== undefined) return { kind: 'set', set: named }
    return literal(String.fromCodePoint(cursor.escape()), flags)
  }
}

function literal(character: string, { ignoreCase }: Flags): Node {
  return { kind: 'set', set: folded(only(character.codePointAt(0) as number), ignoreCase) }
}

/** The largest product of counts on a way through the tree: what a repetition of repetitions is unrolled to. */
function repeats(node: Node): number {
  switch (node.kind) {
    case 'concat':
    case 'alternate':
      return node.nodes.reduce((most, inner) => Math.max(most, repeats(inner)), 1)
    case 'repeat':
      return Math.max(1, node.max === Infinity ? node.min : node.max) * repeats(node.node)
    case 'group':
      return repeats(node.node)
    default:
      return 1
  }
}
