/**
 * Reads commands as people write them into documentation, crontabs and `bash -c "…"`: tolerant, in one pass. Scripts
 * have a grammar of their own for their structure, and share the words.
 */

import { type MappedText, MappedTextBuilder } from '../mapped-text.ts'
import { behindBody, type Heredoc, heredocOf } from './heredocs.ts'
import { blank, headers, matched, operator, redirection, structure } from './signs.ts'
import { type Assignment, assignmentOf, type Destination, type Redirect, type SimpleCommand } from './simple-command.ts'
import { type Word, WordReader } from './words.ts'

export interface Comment {
  readonly start: number
  /** Without its sign. */
  readonly text: string
  /** Whether nothing but the comment stands on its line. */
  readonly alone: boolean
}

export interface Commands {
  readonly commands: readonly SimpleCommand[]
  readonly comments: readonly Comment[]
}

/** An array that holds more is data. */
const mostElements = 256

/** What gives variables their values as arguments. */
const declaring = new Set(['declare', 'typeset', 'local', 'readonly', 'export'])

/** Substitutions within substitutions are followed so far. */
const deepest = 8

export function readCommands(source: MappedText, into: Destination = 'stdout', depth = 0): Commands {
  const reader = new CommandReader(source, into, depth)
  reader.run()
  return reader
}

class CommandReader implements Commands {
  readonly commands: SimpleCommand[] = []
  readonly comments: Comment[] = []
  readonly #source: MappedText
  readonly #into: Destination
  readonly #depth: number
  readonly #text: string
  readonly #words: WordReader
  #at = 0
  #start: number | undefined
  #end = 0
  #current: { assignments: Assignment[]; words: Word[]; redirects: Redirect[]; header: boolean } = fresh()
  #heredocs: Heredoc[] = []
  #subshells = 0
  #piped = false

  constructor(source: MappedText, into: Destination, depth: number) {
    this.#source = source
    this.#text = source.text
    this.#into = into
    this.#depth = depth
    this.#words = new WordReader(source)
  }

  run(): void {
    while (this.#at < this.#text.length) this.#step()
    this.#finish('')
  }

  #step(): void {
    const character = this.#text[this.#at]!
    const skipped = matched(blank, this.#text, this.#at)
    if (skipped !== undefined) this.#at += skipped[0].length
    else if (character === '\n') this.#line()
    else if (character === '#') this.#comment()
    else this.#redirect() || this.#operator() || this.#word()
  }

  #line(): void {
    this.#finish('\n')
    this.#at++
    for (const heredoc of this.#heredocs) this.#at = behindBody(this.#text, this.#at, heredoc)
    this.#heredocs = []
  }

  #comment(): void {
    const start = this.#at
    const stop = this.#text.indexOf('\n', start)
    this.#at = stop < 0 ? this.#text.length : stop
    const text = this.#text.slice(start + 1, this.#at).trim()
    this.comments.push({ start, text, alone: this.#start === undefined && this.#startsLine(start) })
  }

  #startsLine(start: number): boolean {
    const line = this.#text.lastIndexOf('\n', start - 1) + 1
    return start - line < 200 && this.#text.slice(line, start).trim() === ''
  }

  #operator(): boolean {
    const found = matched(operator, this.#text, this.#at)?.[0]
    if (found === undefined) return false
    this.#finish(found)
    this.#at += found.length
    return true
  }

  #redirect(): boolean {
    const found = matched(redirection, this.#text, this.#at)
    if (found === undefined) return false
    const [written, descriptor = '', symbol = ''] = found
    const after = this.#at + written.length
    if ((symbol === '<' || symbol === '>') && this.#text[after] === '(') return false
    if (symbol === '<' && descriptor === '' && this.#startsWord()) return false
    this.#touch(this.#at)
    this.#at = after
    const gap = matched(blank, this.#text, this.#at)
    if (gap !== undefined) this.#at += gap[0].length
    const target = this.#wordAt(this.#at)
    if (target !== undefined) this.#at = target.end
    this.#end = this.#at
    const redirect = { descriptor: descriptor === '' ? undefined : Number(descriptor), operator: symbol, target }
    this.#current.redirects.push(redirect)
    const heredoc = heredocOf(redirect)
    if (heredoc !== undefined) this.#heredocs.push(heredoc)
    return true
  }

  /** Whether `<` begins a placeholder. */
  #startsWord(): boolean {
    return this.#wordAt(this.#at) !== undefined
  }

  #wordAt(start: number): Word | undefined {
    if (start >= this.#text.length) return undefined
    const word = this.#words.read(start)
    return word.end > start ? word : undefined
  }

  #word(): void {
    const start = this.#at
    const word = this.#wordAt(start)
    if (word === undefined) {
      // A sign that means nothing here, or a process substitution.
      const end = this.#text[start + 1] === '(' ? this.#words.closing(start + 1) : undefined
      this.#at = end ?? start + 1
      if (end !== undefined) this.#push({ start, end, text: this.#text.slice(start, end), pieces: [] })
      return
    }
    this.#at = word.end
    if (this.#current.words.length === 0 && !this.#current.header) {
      if (this.#isStructure(word)) return
      const assignment = assignmentOf(word)
      if (assignment !== undefined) {
        this.#assign(assignment)
        return
      }
    }
    const declared = declaring.has(this.#current.words[0]?.text ?? '') ? assignmentOf(word) : undefined
    if (declared?.value?.text === '' && this.#text[declared.end] === '(') this.#assign(declared)
    else this.#push(word)
  }

  #isStructure({ text }: Word): boolean {
    if (this.#current.assignments.length > 0) return false
    if (headers.has(text)) this.#current.header = true
    return structure.has(text) || headers.has(text)
  }

  #assign(assignment: Assignment): void {
    this.#touch(assignment.start)
    // An array: NAME=(a b c).
    const isArray = assignment.value?.text === '' && this.#text[assignment.end] === '('
    const end = (isArray ? this.#words.closing(assignment.end) : undefined) ?? assignment.end
    this.#at = end
    this.#end = end
    const elements = isArray ? this.#elements(assignment.end + 1, end - 1) : undefined
    this.#current.assignments.push(
      elements === undefined ? assignment : { ...assignment, end, value: undefined, elements },
    )
    if (assignment.value !== undefined) this.#substitutions(assignment.value)
  }

  #elements(start: number, end: number): readonly Word[] {
    const elements: Word[] = []
    for (let at = start; at < end && elements.length < mostElements; ) {
      const word = /[\s#]/.test(this.#text[at]!) ? undefined : this.#wordAt(at)
      if (word !== undefined) elements.push(word)
      const comment = this.#text[at] === '#' ? this.#text.indexOf('\n', at) : at + 1
      at = word?.end ?? (comment < 0 ? end : comment)
    }
    return elements
  }

  #push(word: Word): void {
    this.#touch(word.start)
    this.#end = word.end
    this.#current.words.push(word)
    this.#substitutions(word)
  }

  #touch(start: number): void {
    this.#start ??= start
  }

  /** The commands within `$(…)` print into the word. */
  #substitutions({ pieces }: Word): void {
    if (this.#depth >= deepest) return
    for (const piece of pieces) {
      const command = piece.kind === 'expansion' ? /^(\$\((?!\()|`)([\s\S]*)[)`]$/.exec(piece.text) : null
      if (command === null) continue
      const inner = new MappedTextBuilder()
      inner.add(command[2]!, piece.start + command[1]!.length)
      this.commands.push(...readCommands(inner.build(this.#source), 'none', this.#depth + 1).commands)
    }
  }

  /** Ends the command that is being read, because of `by`. */
  #finish(by: string): void {
    if (by === '(' && this.#start === undefined) this.#subshells++
    // What stands before a lone `)` is the pattern of a case; before `(`, the name of a function.
    const isPattern = by === ')' && this.#subshells === 0
    const isPiped = by === '|' || by === '|&'
    const { assignments, words, redirects, header } = this.#current
    if (this.#start !== undefined && !isPattern && by !== '(' && !header && words.length + assignments.length > 0) {
      this.commands.push({
        source: this.#source,
        start: this.#start,
        end: this.#end,
        assignments,
        words,
        redirects,
        into: isPiped ? 'none' : this.#into,
        aside: isPiped || this.#piped || this.#subshells > 0 || by === '&',
      })
    }
    if (by === ')' && this.#subshells > 0) this.#subshells--
    this.#piped = isPiped
    this.#start = undefined
    this.#current = fresh()
  }
}

function fresh() {
  return { assignments: [], words: [], redirects: [], header: false }
}
