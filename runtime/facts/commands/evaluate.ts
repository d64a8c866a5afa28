/** What a word stands for when the command runs, as far as that can be told. */
import type { RecordFact } from '../../../compiler/index.ts'
import { isLiteral, plainText, type Word } from './words.ts'

/** Where a part of the word comes from. */
export type WordOrigin = Pick<RecordFact<'origin'>, 'form' | 'name' | 'text' | 'path' | 'purpose'> &
  Partial<Pick<RecordFact<'origin'>, 'whole'>>

export interface EvaluatedWord {
  readonly word: Word
  /** The word without its quotes: the first of the candidates. What is not known stands as written. */
  readonly text: string
  /** All that it may stand for, at least one. */
  readonly candidates: readonly string[]
  /** Whether it is known what it stands for. */
  readonly known: boolean
  /** Where the parts come from that the word does not spell out. */
  readonly origins: readonly WordOrigin[]
  /** As it is written where that is elsewhere: an element of an array. */
  readonly written?: string
  /** The words that the shell makes of it, where those are several, or none: an array, a variable without quotes. */
  readonly parts?: readonly EvaluatedWord[]
}

/** The words of a command as the program gets them. */
export const evaluateAll = (words: readonly Word[], evaluate: Evaluate): readonly EvaluatedWord[] =>
  words.map(evaluate).flatMap((word) => word.parts ?? [word])

/** Scripts follow their variables, documentation has none. */
export type Evaluate = (word: Word) => EvaluatedWord

export const asWritten: Evaluate = (word) => {
  const text = plainText(word)
  return { word, text, candidates: [text], known: isLiteral(word), origins: [] }
}

/** The last part of a path; a Windows path has its own separators. */
export function baseName(path: string): string {
  const trimmed = path.replace(/[/\\]+$/, '')
  return trimmed.slice(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\')) + 1)
}
