/**
 * RE2's syntax (github.com/google/re2/wiki/Syntax, as Go's regexp/syntax reads it) → tree. What RE2 refuses is refused
 * here: look-around, backreferences, counts above 1,000, `\C`, `\Z`.
 */
import { perlClasses, posixClasses, unicodeClass } from './classes.ts'
import { type CodePoints, complement, everything, foldCase, only, range, union, without } from './code-points.ts'
import { type Node, PatternError } from './syntax.ts'

interface Flags {
  readonly ignoreCase: boolean
  readonly multiline: boolean
  readonly dotAll: boolean
}

/** RE2's own bound, also on the product of counts that stand within one another. */
const mostRepeats = 1000
const deepestNesting = 1000

export function parsePattern(source: string): Node {
  return new Parser(source).parse()
}

class Parser {
  readonly #source: string
  #at = 0
  #depth = 0

  constructor(source: string) {
    this.#source = source
  }

  parse(): Node {
    const node = this.#alternatives({ ignoreCase: false, multiline: false, dotAll: false })
    if (this.#at < this.#source.length) this.#fail('")" closes nothing')
    if (repeats(node) > mostRepeats) this.#fail(`counts multiply to more than ${mostRepeats}`, 0)
    return node
  }

  #alternatives(outer: Flags): Node {
    if (++this.#depth > deepestNesting) this.#fail('groups are nested too deep')
    let flags = outer
    const nodes: Node[] = []
    let sequence: Node[] = []
    for (;;) {
      const rest = this.#peek()
      if (rest === '' || rest === ')') break
      if (this.#take('|')) {
        nodes.push({ kind: 'concat', nodes: sequence })
        sequence = []
      } else if (
        this.#source.startsWith('(?', this.#at) &&
        !/^\(\?P?</.test(this.#source.slice(this.#at, this.#at + 4))
      ) {
        const group = this.#flagGroup(flags)
        if (group.kind === 'flags') flags = group.flags
        else sequence.push(this.#repeated(group.node))
      } else {
        sequence.push(this.#repeated(this.#atom(flags)))
      }
    }
    this.#depth--
    nodes.push({ kind: 'concat', nodes: sequence })
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'alternate', nodes }
  }

  /** `(?i)`, which lasts to the end of the group around it, or `(?i:…)`. */
  #flagGroup(outer: Flags): { kind: 'flags'; flags: Flags } | { kind: 'group'; node: Node } {
    const start = this.#at
    this.#at += 2
    const flags = { ...outer }
    let on = true
    for (;;) {
      const letter = this.#next()
      if (letter === 'i') flags.ignoreCase = on
      else if (letter === 'm') flags.multiline = on
      else if (letter === 's') flags.dotAll = on
      else if (letter === '-' && on) on = false
      else if (letter === ')') return { kind: 'flags', flags }
      else if (letter === ':') return { kind: 'group', node: this.#closed(this.#alternatives(flags), start) }
      else if (letter !== 'U') this.#fail('a group that RE2 does not have (it has no look-around)', start)
    }
  }

  #closed(node: Node, start: number): Node {
    if (!this.#take(')')) this.#fail('"(" is not closed', start)
    return node
  }

  #repeated(atom: Node): Node {
    let node = atom
    let repeated = false
    for (;;) {
      const start = this.#at
      const count = this.#count()
      if (count === undefined) return node
      if (repeated) this.#fail('a repetition of a repetition needs parentheses', start)
      this.#take('?')
      node = { kind: 'repeat', node, ...count }
      repeated = true
    }
  }

  #count(): { readonly min: number; readonly max: number } | undefined {
    if (this.#take('*')) return { min: 0, max: Infinity }
    if (this.#take('+')) return { min: 1, max: Infinity }
    if (this.#take('?')) return { min: 0, max: 1 }
    const braces = /^\{(\d+)(,(\d*))?\}/.exec(this.#source.slice(this.#at, this.#at + 24))
    if (braces === null) return undefined
    const min = Number(braces[1])
    const max = braces[2] === undefined ? min : braces[3] === '' ? Infinity : Number(braces[3])
    if (min > mostRepeats || (max !== Infinity && max > mostRepeats)) this.#fail(`a count above ${mostRepeats}`)
    if (min > max) this.#fail('the lower count is above the upper one')
    this.#at += braces[0].length
    return { min, max }
  }

  #atom(flags: Flags): Node {
    const start = this.#at
    const character = this.#next()
    switch (character) {
      case '(': {
        const name = /^\?P?<([A-Za-z0-9_]+)>/.exec(this.#source.slice(this.#at))
        if (name !== null) this.#at += name[0].length
        else if (this.#peek() === '?') this.#fail('a group that RE2 does not have (it has no look-around)', start)
        return this.#closed(this.#alternatives(flags), start)
      }
      case '[':
        return { kind: 'set', set: this.#class(flags) }
      case '.':
        return { kind: 'set', set: flags.dotAll ? everything : without(everything, only(10)) }
      case '^':
        return { kind: 'assert', what: flags.multiline ? 'begin line' : 'begin text' }
      case '$':
        return { kind: 'assert', what: flags.multiline ? 'end line' : 'end text' }
      case '*':
      case '+':
      case '?':
        return this.#fail(`"${character}" repeats nothing`, start)
      case '\\':
        return this.#escapedAtom(flags)
      default:
        return literal(character, flags)
    }
  }

  #escapedAtom(flags: Flags): Node {
    if (this.#take('A')) return { kind: 'assert', what: 'begin text' }
    if (this.#take('z')) return { kind: 'assert', what: 'end text' }
    if (this.#take('b')) return { kind: 'assert', what: 'word boundary' }
    if (this.#take('B')) return { kind: 'assert', what: 'no word boundary' }
    if (this.#take('Q')) {
      const end = this.#source.indexOf('\\E', this.#at)
      const quoted = this.#source.slice(this.#at, end < 0 ? undefined : end)
      this.#at = end < 0 ? this.#source.length : end + 2
      return { kind: 'concat', nodes: [...quoted].map((character) => literal(character, flags)) }
    }
    const named = this.#namedClass(flags)
    if (named !== undefined) return { kind: 'set', set: named }
    return literal(String.fromCodePoint(this.#escape()), flags)
  }

  /** What follows `[`, to the bracket that closes it. */
  #class(flags: Flags): CodePoints {
    const start = this.#at - 1
    const negated = this.#take('^')
    const parts: CodePoints[] = []
    while (parts.length === 0 || this.#peek() !== ']') {
      if (this.#peek() === '') this.#fail('"[" is not closed', start)
      parts.push(this.#classPart(flags))
    }
    this.#at++
    return negated ? complement(union(...parts)) : union(...parts)
  }

  #classPart(flags: Flags): CodePoints {
    const posix = /^\[:(\^?)(\w+):\]/.exec(this.#source.slice(this.#at, this.#at + 16))
    if (posix !== null) {
      const set = posixClasses[posix[2] as string]
      if (set === undefined) this.#fail(`there is no class [:${posix[2]}:]`)
      this.#at += posix[0].length
      return folded(posix[1] === '^' ? complement(set) : set, flags)
    }
    const start = this.#at
    if (this.#peek() === '\\') {
      this.#at++
      const named = this.#namedClass(flags)
      if (named !== undefined) return named
      this.#at--
    }
    const low = this.#classCharacter()
    if (this.#peek() !== '-' || this.#source[this.#at + 1] === ']') return folded(only(low), flags)
    this.#at++
    const high = this.#classCharacter()
    if (low > high) this.#fail('a range that runs backwards', start)
    return folded(range(low, high), flags)
  }

  #classCharacter(): number {
    const character = this.#next()
    if (character === '') this.#fail('"[" is not closed')
    return character === '\\' ? this.#escape() : (character.codePointAt(0) as number)
  }

  /** `\d`, `\pL`, `\p{Greek}`, after the backslash; undefined where something else stands. */
  #namedClass(flags: Flags): CodePoints | undefined {
    const letter = this.#peek()
    const perl = perlClasses[letter.toLowerCase()]
    if (perl !== undefined) {
      this.#at++
      return letter === letter.toLowerCase() ? folded(perl, flags) : complement(folded(perl, flags))
    }
    const unicode = /^([pP])(?:\{(\^?)(\w+)\}|(\w))/.exec(this.#source.slice(this.#at, this.#at + 40))
    if (unicode === null) return undefined
    const set = unicodeClass((unicode[3] ?? unicode[4]) as string)
    if (set === undefined) this.#fail(`Unicode has no class ${unicode[3] ?? unicode[4]}`)
    this.#at += unicode[0].length
    const negated = (unicode[1] === 'P') !== (unicode[2] === '^')
    return negated ? complement(folded(set, flags)) : folded(set, flags)
  }

  /** The code point of an escape, after its backslash. */
  #escape(): number {
    const start = this.#at - 1
    const rest = this.#source.slice(this.#at, this.#at + 12)
    const hexadecimal = /^x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]+)\})/.exec(rest)
    const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(rest)
    if (hexadecimal !== null) {
      this.#at += hexadecimal[0].length
      const codePoint = Number.parseInt((hexadecimal[1] ?? hexadecimal[2]) as string, 16)
      if (codePoint > 0x10ffff) this.#fail('a code point beyond Unicode', start)
      return codePoint
    }
    if (octal !== null) {
      this.#at += octal[0].length
      return Number.parseInt(octal[0], 8)
    }
    const character = this.#next()
    const control = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 }[character]
    if (control !== undefined) return control
    if (character === '') this.#fail('a backslash at the end', start)
    if (/[A-Za-z0-9]|[^\0-\x7f]/.test(character)) this.#fail(`RE2 has no escape \\${character}`, start)
    return character.codePointAt(0) as number
  }

  #peek(): string {
    return this.#source.charAt(this.#at)
  }

  #next(): string {
    const codePoint = this.#source.codePointAt(this.#at)
    if (codePoint === undefined) return ''
    const character = String.fromCodePoint(codePoint)
    this.#at += character.length
    return character
  }

  #take(expected: string): boolean {
    if (this.#peek() !== expected) return false
    this.#at++
    return true
  }

  #fail(message: string, offset: number = this.#at): never {
    throw new PatternError(message, offset)
  }
}

function literal(character: string, flags: Flags): Node {
  return { kind: 'set', set: folded(only(character.codePointAt(0) as number), flags) }
}

function folded(set: CodePoints, flags: Flags): CodePoints {
  return flags.ignoreCase ? foldCase(set) : set
}

/** The largest product of counts on a way through the tree: what a repetition of repetitions is unrolled to. */
function repeats(node: Node): number {
  switch (node.kind) {
    case 'concat':
    case 'alternate':
      return node.nodes.reduce((most, inner) => Math.max(most, repeats(inner)), 1)
    case 'repeat':
      return Math.max(1, node.max === Infinity ? node.min : node.max) * repeats(node.node)
    default:
      return 1
  }
}
