/** Lock files: what a program chose, each with one version. */
import { jsonSettings } from '../configuration/json.ts'
import type { FoundSetting, Settings } from '../configuration/setting.ts'
import { tomlSettings } from '../configuration/toml.ts'
import type { FoundDependency, FoundManifest, Scope } from './manifest.ts'

type Ecosystem = FoundManifest['ecosystem']

function locked(
  ecosystem: Ecosystem,
  dependencies: readonly FoundDependency[],
  trouble?: FoundManifest['trouble'],
): FoundManifest {
  return { ecosystem, locked: true, dependencies, trouble }
}

/** `[[package]]` with a name and a version: poetry, uv, pdm, Cargo. */
export const readPackageTables =
  (ecosystem: Ecosystem) =>
  (text: string): FoundManifest => {
    const { settings, trouble } = tomlSettings(text)
    const dependencies: FoundDependency[] = []
    let current: FoundDependency | undefined
    for (const { key, value, start, end } of settings) {
      if (key === 'package.name') {
        if (current !== undefined) dependencies.push(current)
        current = { name: String(value), pinned: true, scope: 'runtime', start, end }
      } else if (current !== undefined && key === 'package.version')
        current = { ...current, version: String(value), end }
      else if (current !== undefined && key === 'package.optional' && value === true)
        current = { ...current, scope: 'optional' }
      else if (current !== undefined && key === 'package.category' && value === 'dev')
        current = { ...current, scope: 'development' }
      // The project itself is in its own lock.
      else if (/^package\.source\.(virtual|editable)$/.test(key)) current = undefined
    }
    if (current !== undefined) dependencies.push(current)
    return locked(ecosystem, dependencies, trouble)
  }

export function readPipfileLock(text: string): FoundManifest {
  const { settings, trouble } = jsonSettings(text)
  return locked('pypi', fromKeys(settings, /^(default|develop)\.(.+)\.version$/, 'develop'), trouble)
}

/** The newer form names folders, the older one packages. */
export function readPackageLock(text: string): FoundManifest {
  const { settings, trouble }: Settings = jsonSettings(text)
  const development = new Set(
    settings.filter(({ key, value }) => key.endsWith('.dev') && value === true).map(({ key }) => key.slice(0, -4)),
  )
  const packages = fromKeys(settings, /^(packages)\.(?:.*\/)?node_modules\/(.+)\.version$/, '', development)
  const older =
    packages.length > 0
      ? []
      : fromKeys(settings, /^(dependencies)\.(?:.+\.dependencies\.)?(.+)\.version$/, '', development)
  return locked('npm', [...packages, ...older], trouble)
}

function fromKeys(
  settings: readonly FoundSetting[],
  pattern: RegExp,
  development: string,
  marked: ReadonlySet<string> = new Set(),
): readonly FoundDependency[] {
  return settings.flatMap(({ key, value, start, end }) => {
    const found = pattern.exec(key)
    if (found === null) return []
    const isDevelopment = found[1] === development || marked.has(key.slice(0, -'.version'.length))
    const scope: Scope = isDevelopment ? 'development' : 'runtime'
    return [{ name: found[2]!, version: String(value), pinned: true, scope, start, end }]
  })
}

/** Lines of which two groups are a name and a version. */
const readLines =
  (ecosystem: Ecosystem, line: RegExp) =>
  (text: string): FoundManifest =>
    locked(
      ecosystem,
      Array.from(text.matchAll(line), ({ 0: written, 1: name = '', 2: version = '', index }): FoundDependency => {
        const start = index + written.indexOf(name)
        return { name, version, pinned: true, scope: 'runtime', start, end: index + written.trimEnd().length }
      }),
    )

export const readYarnLock = readLines('npm', /^"?(@?[^@\s",]{1,200})@[^\n]*:\n {2}version:? "?([^"\n]{1,100})"?/gm)
export const readPnpmLock = readLines('npm', /^ {2}['"]?\/?(@?[^@\s'"()]{1,200})@([^\s'"():]{1,100})[^\n]*:[^\S\n]*$/gm)
export const readGoSum = readLines('go', /^([^\s]{1,300}) (v[\w.+-]{1,100}) h1:\S*$/gm)
export const readGemfileLock = readLines('gem', /^ {4}([\w.-]{1,100}) \(([^()\n]{1,100})\)$/gm)
