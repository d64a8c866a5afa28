/** What documentation states about modes and owners, as facts. */
import type { Place } from '../../../../compiler/index.ts'
import { baseName } from '../../commands/evaluate.ts'
import type { InstalledPaths } from '../../commands/installed-paths.ts'
import { modeChange, untouched } from '../../commands/modes.ts'
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import type { PathMention } from './mentions.ts'
import type { StatedPermission } from './prose.ts'

export interface Stated {
  readonly at: Place
  readonly text: string
  readonly form: 'prose' | 'table'
  readonly section?: number
}

export function statedPermission(
  { path: mention, mode, owner, group, negated }: StatedPermission,
  installed: InstalledPaths,
  { at, text, form, section }: Stated,
): LocalFact<'permission'> {
  const change = (mode === undefined ? undefined : modeChange(mode)) ?? untouched
  const { path } = mention
  return {
    at,
    ...(path === undefined ? {} : { file_name: baseName(path), path_text: path }),
    path_role: roleOf(mention, installed),
    directory: mention.directory || (path !== undefined && installed.isDirectory(path)),
    ...change,
    ...(owner === undefined ? {} : { owner }),
    ...(group === undefined ? {} : { group }),
    form,
    negated,
    text: excerpt(text),
    ...(section === undefined ? {} : { section }),
  }
}

const roleOf = ({ path, role }: PathMention, installed: InstalledPaths): PathMention['role'] =>
  path === undefined ? role : installed.roleOf(path)
