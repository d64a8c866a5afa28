/** What a command is given, and where that comes from, as facts. */
import type { Place, RecordFact } from '../../../compiler/index.ts'
import { excerpt } from '../excerpt.ts'
import type { FileInput } from '../extractor.ts'
import type { WordOrigin } from './evaluate.ts'
import type { Run } from './runs.ts'
import type { SimpleCommand } from './simple-command.ts'
import type { Word } from './words.ts'

type Argument = RecordFact<'argument'>

/** In the order written; an option counts as a name, everything else has a position. */
export function argumentFacts(input: FileInput, run: Run): readonly Argument[] {
  let position = 0
  return run.parameters.map(({ word, text, known, origins, written }): Argument => {
    const at = placeWithin(input, run.command, word)
    const option = /^(--?[A-Za-z][\w-]*)(?:=([\s\S]*))?$/.exec(text)
    if (option === null) position++
    const value = option === null ? text : option[2]
    return {
      at,
      ...(option === null ? { position } : { name: option[1]! }),
      text: excerpt(written ?? run.command.source.writtenAt(word.start, word.end)),
      ...(known && value !== undefined ? { value } : {}),
      known,
      origins: originFacts(at, origins),
    }
  })
}

export const originFacts = (at: Place, origins: readonly WordOrigin[]): readonly RecordFact<'origin'>[] =>
  origins.map((origin) => ({ at, ...origin, query_keys: [], whole: origin.whole ?? true, encoded: false }))

/** The place of a part of a command in the file. */
export function placeWithin(
  input: FileInput,
  { source }: SimpleCommand,
  { start, end }: Pick<Word, 'start' | 'end'>,
): Place {
  const range = source.rangeOf(start, end)
  return input.lines.placeOf(range.start, range.end)
}
