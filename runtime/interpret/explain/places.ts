/** Why a place is a finding of an item, or none: what the checks make of the facts that stand there. */
import type { Place, TypedCheck, TypedItem } from '../../../compiler/index.ts'
import { type Instance, listOf } from '../instances.ts'
import type { World } from '../world.ts'
import { explainSubject } from './checks.ts'
import type { About, PlaceExplanation } from './model.ts'
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
    checks: item.checks.map((check) => ({
      sentence: sentenceOf(world.definitions, check),
      line: check.line,
      subject: nounOf(world.definitions, check.subject),
      subjects: factsAt(world, check, path, line).map((fact) => explainSubject(world, check, fact)),
    })),
  }
}

function factsAt(world: World, { subject }: TypedCheck, path: string, line: number | undefined): readonly Instance[] {
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
