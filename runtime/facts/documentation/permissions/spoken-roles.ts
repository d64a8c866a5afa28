/** Files of which a document says in prose that they hold secrets, whatever their names: "`acme.json` holds the API token". */
import { baseName } from '../../commands/evaluate.ts'
import type { LocalFact } from '../../extractor.ts'
import { pathsIn } from './mentions.ts'

const secret = String.raw`\b(?:api[ -]?keys?|tokens?|passwords?|secrets?|credentials?)\b`
const holds = String.raw`\b(?:holds?|contains?|stores?|keeps?|carries)\b`
const puts = String.raw`\b(?:put|write|store|keep|add|enter|paste|place)\b`

/** The file stands before what it holds, or behind what is put into it. */
const before = new RegExp(`${holds}[^.;]{0,40}${secret}`, 'i')
const behind = new RegExp(String.raw`${puts}[^.;]{0,40}${secret}[^.;]{0,40}\b(?:in|into|to)\b`, 'i')

/** What a permission is for where neither the name of the path nor where it lies tells. */
export function withSpokenRoles(
  permissions: readonly LocalFact<'permission'>[],
  sentences: readonly LocalFact<'sentence'>[],
): readonly LocalFact<'permission'>[] {
  if (permissions.length === 0) return permissions
  const secrets = new Set(sentences.flatMap(({ text, negated }) => (negated ? [] : filesWithSecrets(text))))
  return permissions.map((each) =>
    each.path_role === 'other' && !each.directory && secrets.has(each.file_name ?? '')
      ? { ...each, path_role: 'secrets' }
      : each,
  )
}

/** The names of the files that a sentence says hold a secret. */
function filesWithSecrets(text: string): readonly string[] {
  const [holding, put] = [before.exec(text), behind.exec(text)]
  if (holding === null && put === null) return []
  const paths = pathsIn(text, [])
  const holder = holding === null ? undefined : paths.findLast(({ end }) => end <= holding.index)
  const goal = put === null ? undefined : paths.find(({ start }) => start >= put.index + put[0].length)
  return [holder, goal].flatMap((one) => (one?.path === undefined ? [] : [baseName(one.path)]))
}
