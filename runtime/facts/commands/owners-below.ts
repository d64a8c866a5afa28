/**
 * `chown -R` gives an owner to all that lies below a folder, and so to the files there that the same text speaks of:
 *
 *     chown -R root:wazuh /var/ossec/wodles/acme         the folder, and
 *     chmod 640 /var/ossec/wodles/acme/.secrets          this file
 */
import type { LocalFact } from '../extractor.ts'
import type { FileExtraction, Linker } from '../link.ts'

type Permission = LocalFact<'permission'>

export const ownersBelowLinker: Linker = {
  name: 'owners below',
  sets: ['permission'],
  reads: ['permission'],
  link: (extractions) => extractions.map(withOwnersBelow),
}

function withOwnersBelow(each: FileExtraction): FileExtraction {
  const own = each.extraction.facts.permission ?? []
  const folders = own.filter(isRecursive)
  if (folders.length === 0) return each
  const below = folders.flatMap((folder) => ownedBelow(folder, own))
  return below.length === 0
    ? each
    : {
        ...each,
        extraction: { ...each.extraction, facts: { ...each.extraction.facts, permission: [...own, ...below] } },
      }
}

const isRecursive = ({ directory, owner, group, text }: Permission): boolean =>
  directory && (owner !== undefined || group !== undefined) && /\s(-[a-zA-Z]*R[a-zA-Z]*|\+R|--recursive)\s/.test(text)

/** One fact a path that the folder holds, where the text does not give the path an owner of its own. */
function ownedBelow(folder: Permission, all: readonly Permission[]): readonly Permission[] {
  const start = `${(folder.path_text ?? '').replace(/\/?\*?$/, '')}/`
  if (start === '/') return []
  const below = all.filter(({ path_text }) => path_text?.startsWith(start))
  const owned = new Set(below.filter(({ owner, group }) => owner ?? group).map(({ path_text }) => path_text))
  const paths = new Map(below.filter(({ path_text }) => !owned.has(path_text)).map((one) => [one.path_text, one]))
  return [...paths.values()].flatMap(({ path_text, file_name, path_role }): readonly Permission[] =>
    path_text === undefined || file_name === undefined
      ? []
      : [{ ...folder, path_text, file_name, path_role, directory: false }],
  )
}
