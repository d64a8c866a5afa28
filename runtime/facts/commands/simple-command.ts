/** A command as it is written: words, with assignments before them and redirections among them. */
import type { MappedText } from '../mapped-text.ts'
import type { Word } from './words.ts'

export interface SimpleCommand {
  /** Where the offsets of the command and its words belong. */
  readonly source: MappedText
  readonly start: number
  readonly end: number
  readonly assignments: readonly Assignment[]
  readonly words: readonly Word[]
  readonly redirects: readonly Redirect[]
  /** Where what it prints goes before its own redirections. */
  readonly into: Destination
  /** Whether a shell waits beside it: in a pipeline, a subshell, the background. */
  readonly aside: boolean
}

export type Destination = 'stdout' | 'stderr' | 'file' | 'none'

/** `NAME=value`, `NAME+=value`. */
export interface Assignment {
  readonly name: string
  readonly start: number
  readonly end: number
  /** Nothing where the value is no single word. */
  readonly value: Word | undefined
  /** The words of an array. */
  readonly elements?: readonly Word[]
}

export interface Redirect {
  /** The descriptor that is written before the operator. */
  readonly descriptor: number | undefined
  readonly operator: string
  readonly target: Word | undefined
}

export const isHeredoc = ({ operator }: Redirect): boolean => operator === '<<' || operator === '<<-'

/** Splits `NAME=value`; nothing where the word is no assignment. */
export function assignmentOf(word: Word): Assignment | undefined {
  const first = word.pieces[0]
  const match = first?.kind === 'literal' ? /^([A-Za-z_]\w*)(\[[^\]]*\])?\+?=/.exec(first.value) : null
  // Nothing is quoted before the sign of equality.
  if (match === null || first?.kind !== 'literal' || !word.text.startsWith(match[0])) return undefined
  const length = match[0].length
  const rest = { kind: 'literal', value: first.value.slice(length), start: first.start + length } as const
  const value: Word = {
    start: word.start + length,
    end: word.end,
    text: word.text.slice(length),
    pieces: rest.value === '' ? word.pieces.slice(1) : [rest, ...word.pieces.slice(1)],
  }
  return { name: match[1]!, start: word.start, end: word.end, value }
}
