/** Dependencies as tables have them: `name = "version"`, `name = { version = "…", optional = true }`, `name.workspace`. */
import type { FoundSetting } from '../configuration/setting.ts'
import type { FoundDependency, Scope } from './manifest.ts'

export interface Table {
  /** What stands before the name of a dependency; its first group is handed to `scope`. */
  readonly prefix: RegExp
  readonly scope: Scope | ((group: string) => Scope)
}

/** What may be said of a dependency besides its version. */
const attribute =
  /\.(version|extras|optional|markers|python|git|rev|ref|tag|branch|path|file|url|source|index|editable|develop|features|default-features|workspace|package|registry|allow-prereleases|subdirectory|platform)$/

export function dependenciesIn(
  settings: readonly FoundSetting[],
  tables: readonly Table[],
  isPinned: (version: string) => boolean,
): readonly FoundDependency[] {
  const found = new Map<string, FoundDependency>()
  /** What lies in a folder beside it is no package that anybody fetches. */
  const beside = new Set<string>()
  for (const { key, value, start, end } of settings) {
    for (const { prefix, scope } of tables) {
      const match = prefix.exec(key)
      if (match === null) continue
      const rest = key.slice(match[0].length)
      const said = attribute.exec(rest)?.[1]
      const name = said === undefined ? rest : rest.slice(0, -said.length - 1)
      const group = typeof scope === 'string' ? scope : scope(match[1] ?? '')
      if (said === 'path') beside.add(`${match[0]}${name}`)
      const before = found.get(`${match[0]}${name}`) ?? { name, pinned: false, scope: group, start, end }
      found.set(
        `${match[0]}${name}`,
        said === undefined || said === 'version'
          ? versioned(before, String(value))
          : { ...before, ...more(said, value) },
      )
      break
    }
  }
  return [...found].flatMap(([key, dependency]) => (beside.has(key) ? [] : [dependency]))

  function versioned(dependency: FoundDependency, version: string): FoundDependency {
    return version === '*' || version === '' ? dependency : { ...dependency, version, pinned: isPinned(version) }
  }
}

function more(said: string, value: unknown): Partial<FoundDependency> {
  if (said === 'optional' && value === true) return { scope: 'optional' }
  return (said === 'rev' || said === 'ref') && /^[0-9a-f]{40}$/.test(String(value)) ? { pinned: true } : {}
}
