/** `pyproject.toml` in all its dialects, `setup.cfg`, `Pipfile`. */
import { dialects, lineSettings } from '../configuration/lines.ts'
import type { FoundSetting } from '../configuration/setting.ts'
import { tomlSettings } from '../configuration/toml.ts'
import { type FoundDependency, type FoundManifest, isDevelopment, type Scope } from './manifest.ts'
import { requirementOf } from './requirement.ts'
import { dependenciesIn, type Table } from './tables.ts'

/** Lists of requirements, by the key of the list. The first that fits decides. */
const lists: readonly (readonly [key: RegExp, scope: Scope])[] = [
  [/^project\.dependencies$/, 'runtime'],
  [/^project\.optional-dependencies\.(.+)$/, 'optional'],
  [/^dependency-groups\.([^.]+)$/, 'development'],
  [/^build-system\.requires$/, 'build'],
  [/^tool\.(?:pdm|uv)\.dev-dependencies(?:\.(.+))?$/, 'development'],
  [/^tool\.hatch\.envs\.(.+?)\.(?:extra-)?dependencies$/, 'development'],
  [/^tool\.flit\.metadata\.requires$/, 'runtime'],
  [/^options\.install_requires$/, 'runtime'],
  [/^options\.setup_requires$/, 'build'],
  [/^options\.tests_require$/, 'development'],
  [/^options\.extras_require\.(.+)$/, 'optional'],
]

const poetryTables: readonly Table[] = [
  { prefix: /^tool\.poetry\.dependencies\./, scope: 'runtime' },
  { prefix: /^tool\.poetry\.dev-dependencies\./, scope: 'development' },
  {
    prefix: /^tool\.poetry\.group\.([^.]+)\.dependencies\./,
    scope: (group) => (group === 'main' ? 'runtime' : 'development'),
  },
]
const pipfileTables: readonly Table[] = [
  { prefix: /^packages\./, scope: 'runtime' },
  { prefix: /^dev-packages\./, scope: 'development' },
]

/** Keys of which a manifest has at least one; a file that only configures tools is none. */
const projectKeys = /^(project|build-system|dependency-groups|tool\.(poetry|pdm|flit|uv|setuptools))(\.|$)/

export function readPyproject(text: string): FoundManifest | undefined {
  const { settings, trouble } = tomlSettings(text)
  if (trouble === undefined && !settings.some(({ key }) => projectKeys.test(key))) return undefined
  const poetry = dependenciesIn(settings, poetryTables, isPoetryVersion).filter(({ name }) => name !== 'python')
  const dependencies = [...settings.flatMap((setting) => listed(setting)), ...poetry]
  return { ecosystem: 'pypi', locked: false, dependencies, trouble: trouble ?? dynamicTrouble(settings) }
}

/** Where the build works the dependencies out, or reads them from a file of another name, they do not stand here. */
function dynamicTrouble(settings: readonly FoundSetting[]): FoundManifest['trouble'] {
  const dynamic = settings.find(({ key, value }) => key === 'project.dynamic' && value === 'dependencies')
  const file = settings.find(({ key }) => key === 'tool.setuptools.dynamic.dependencies.file')
  if (dynamic === undefined || /^requirements.*\.(txt|in)$/.test(String(file?.value ?? ''))) return undefined
  return { what: 'leaves its dependencies to the build', start: dynamic.start }
}

function listed({ key, value, start, end }: FoundSetting): readonly FoundDependency[] {
  for (const [pattern, scope] of lists) {
    const found = pattern.exec(key)
    if (found === null || typeof value !== 'string') continue
    const requirement = requirementOf(value)
    if (requirement === undefined) return []
    const isForDevelopment = scope === 'optional' && isDevelopment(found[1] ?? '')
    return [{ ...requirement, scope: isForDevelopment ? 'development' : scope, start, end }]
  }
  return []
}

const isPoetryVersion = (version: string): boolean => /^(==?)?\s*\d+(\.\d+)*([a-z]+\d+)?$/.test(version)

export function readPipfile(text: string): FoundManifest {
  const { settings, trouble } = tomlSettings(text)
  const dependencies = dependenciesIn(settings, pipfileTables, (version) => /^===?[^*]+$/.test(version))
  return { ecosystem: 'pypi', locked: false, dependencies, trouble }
}

export function readSetupCfg(text: string): FoundManifest | undefined {
  const { settings, trouble } = lineSettings(text, dialects.ini)
  if (!settings.some(({ key }) => /^(metadata|options)\./.test(key))) return undefined
  const dependencies = settings.flatMap((setting) => linesOf(text, setting).flatMap((line) => listed(line)))
  return { ecosystem: 'pypi', locked: false, dependencies, trouble }
}

/** A value over several lines is a list. */
function linesOf(text: string, { key, start, end }: FoundSetting): readonly FoundSetting[] {
  const from = start + (/^[^=:]*[=:]/.exec(text.slice(start, end))?.[0].length ?? 0)
  return Array.from(text.slice(from, end).matchAll(/[^\n]+/g)).flatMap(({ 0: line, index }) => {
    const value = line.replace(/(^|\s)#.*$/, '').trim()
    const at = from + index + line.indexOf(value)
    return value === '' ? [] : [{ key, value, start: at, end: at + value.length }]
  })
}
