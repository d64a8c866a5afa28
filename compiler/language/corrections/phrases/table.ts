/**
 * What people write who know other languages, and how it is written here. `#` stands for one token, whatever it is, and
 * is kept; `-` leaves the words out; `not …` goes to the front of the condition. A word with a colon says in which
 * statement or clause only it is meant so. The first line that lets reading go on is taken.
 */
import type { IToken } from 'chevrotain'
import { wordNamed } from '../../tokens.ts'
import { comparisons } from './comparisons.ts'
import { conjunctions } from './conjunctions.ts'
import { counts } from './counts.ts'
import { declarations } from './declarations.ts'
import { requirements } from './requirements.ts'
import { scopes } from './scopes.ts'
import { subjects } from './subjects.ts'

/** `=` stands for each of the two, and comes last because the words say more. */
const marks = `
  = → is
  define: = → as
`

const table = [comparisons, subjects, requirements, counts, conjunctions, declarations, scopes, marks].join('')

export interface Phrase {
  /** The first word of the statement or clause that it stands in; undefined where that may be any. */
  readonly within: string | undefined
  readonly written: readonly string[]
  readonly meant: readonly string[]
}

const phrases: readonly Phrase[] = table.split('\n').flatMap((line) => {
  const [, within, written, meanings] = /^ *(?:(\w+): )?(.+) → (.+)$/.exec(line) ?? []
  if (written === undefined || meanings === undefined) return []
  return [{ within, written: written.split(' '), meant: meanings === '-' ? [] : meanings.split(' ') }]
})

const byFirstWord = Map.groupBy(phrases, ({ written }) => written[0] as string)

/** The phrases that stand at `index`. */
export function phrasesAt(tokens: readonly IToken[], index: number): readonly Phrase[] {
  const first = tokens[index]?.image.toLowerCase().replace('’', "'")
  const candidates = first === undefined ? [] : (byFirstWord.get(first) ?? [])
  return candidates.filter(
    ({ within, written }) =>
      (within === undefined || tokens[0]?.tokenType === wordNamed(within)) &&
      written.every((word, offset) => stands(word, tokens[index + offset])),
  )
}

const stands = (word: string, token: IToken | undefined): boolean =>
  token !== undefined && (word === '#' || token.image.toLowerCase().replace('’', "'") === word)
