/** Why a place is a finding of an item, or none: what the checks make of the facts that stand there. */
import type { Place, TypedItem, TypedReview } from '../../../compiler/index.ts'
import { type Instance, listOf } from '../instances.ts'
import type { World } from '../world.ts'
import { explainSubject, type Sentence } from './checks.ts'
import type { About, PlacedSentence, PlaceExplanation } from './model.ts'
import { nounOf, sentenceOf } from './words.ts'

/** `path` is relative to the git root; without a line, the whole file is meant. */
export function explainPlace(
  world: World,
  item: TypedItem,
  path: string,
  line: number | undefined,
): Omit<PlaceExplanation, keyof About> {
  return {
    path,
    line,
    file: fileAt(world, path),
    unread: world.document.undecided.filter((entry) => entry.path === path).map(({ reason }) => reason),
    sentences: [
      ...item.checks.map((check) => placed(world, check, check.line, path, line)),
      ...item.reviews.flatMap((review) => questioned(world, review, path, line)),
    ],
  }
}

function placed(world: World, sentence: Sentence, at: number, path: string, line: number | undefined): PlacedSentence {
  return {
    sentence: sentenceOf(world.definitions, sentence),
    line: at,
    subject: nounOf(world.definitions, sentence.subject),
    subjects: factsAt(world, sentence, path, line).map((fact) => explainSubject(world, sentence, fact)),
  }
}

/** Nothing stands at a place for a question that is always asked. */
function questioned(
  world: World,
  { question, when, line: at }: TypedReview,
  path: string,
  line: number | undefined,
): readonly PlacedSentence[] {
  if (when === undefined) return []
  const { subject, where } = when
  const sentence = { form: 'some', count: undefined, subject, where, must: undefined, message: question } as const
  const found = placed(world, sentence, at, path, line)
  return [{ ...found, sentence: `review when ${found.sentence}` }]
}

function factsAt(world: World, { subject }: Sentence, path: string, line: number | undefined): readonly Instance[] {
  const { is } = subject
  if (is.kind !== 'fact') return []
  return listOf(world.document, is.of).flatMap((fields, index): readonly Instance[] => {
    const at = fields.at as Place
    const isThere = at.path === path && (line === undefined || (at.line <= line && line <= at.endLine))
    return isThere ? [{ kind: 'fact', of: is.of, index, fields }] : []
  })
}

function fileAt({ document }: World, path: string): PlaceExplanation['file'] {
  const file = listOf(document, 'file').find(({ at }) => (at as Place).path === path)
  if (file === undefined) return undefined
  const { role, language, vendored, generated } = file
  return { role, language, vendored, generated }
}
