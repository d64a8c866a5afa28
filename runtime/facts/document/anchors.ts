/** Where a finding about something that is missing stands: a place for the repository and for each role. */
import { type Place, roleScopes } from '../../../compiler/index.ts'
import type { ListedFile } from '../extractor.ts'
import { byCodePoint } from '../order.ts'

export type Anchors = Readonly<Record<string, Place>>

/** The anchor of everything in a folder without files, where no file can be named. */
const nowhere = '.'

/** An anchor is always a file that is there: the README where the role allows one, else the first one nearest the top. */
export function anchorsOf(files: readonly ListedFile[]): Anchors {
  const own = files.filter(({ role, vendored, generated }) => role !== 'test' && !vendored && !generated)
  const byDistance = sorted(own)
  const repository = startOf(byDistance[0] ?? sorted(files)[0])
  const anchors: Record<string, Place> = { repository }
  for (const [word, roles] of Object.entries<readonly string[]>(roleScopes)) {
    const candidates = word === 'tests' ? sorted(files.filter(({ role }) => role === 'test')) : byDistance
    // The first of the roles that is there: a program rather than the script which installs it.
    const file = roles.map((one) => candidates.find(({ role }) => role === one)).find((found) => found !== undefined)
    anchors[word] = file === undefined ? repository : startOf(file)
  }
  return anchors
}

export const startOf = (file: Pick<ListedFile, 'rootPath'> | undefined): Place => ({
  path: file?.rootPath ?? nowhere,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
})

function sorted(files: readonly ListedFile[]): readonly ListedFile[] {
  const depth = ({ path }: ListedFile) => path.split('/').length
  const rank = ({ name }: ListedFile) => (/^readme(\.|$)/i.test(name) ? 0 : 1)
  return [...files].sort((a, b) => depth(a) - depth(b) || rank(a) - rank(b) || byCodePoint(a.path, b.path))
}
