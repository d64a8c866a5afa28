/** Manifests of npm, Go, Cargo and RubyGems. */
import { jsonSettings } from '../configuration/json.ts'
import { tomlSettings } from '../configuration/toml.ts'
import { type FoundDependency, type FoundManifest, isDevelopment, type Scope } from './manifest.ts'
import { dependenciesIn, type Table } from './tables.ts'

const npmTables: readonly Table[] = [
  { prefix: /^(?:peerD|d)ependencies\./, scope: 'runtime' },
  { prefix: /^devDependencies\./, scope: 'development' },
  { prefix: /^optionalDependencies\./, scope: 'optional' },
]
const cargoTables: readonly Table[] = [
  { prefix: /^(?:workspace\.|target\..+\.)?dependencies\./, scope: 'runtime' },
  { prefix: /^(?:target\..+\.)?dev-dependencies\./, scope: 'development' },
  { prefix: /^(?:target\..+\.)?build-dependencies\./, scope: 'build' },
]

const exact = /^\d+\.\d+\.\d+([-+][\w.+-]*)?$/

export function readPackageJson(text: string): FoundManifest {
  const { settings, trouble } = jsonSettings(text)
  const dependencies = dependenciesIn(settings, npmTables, (version) =>
    exact.test(version.replace(/^(npm:.+@|[=v])/, '')),
  )
  return { ecosystem: 'npm', locked: false, dependencies, trouble }
}

export function readCargoToml(text: string): FoundManifest {
  const { settings, trouble } = tomlSettings(text)
  const dependencies = dependenciesIn(settings, cargoTables, (version) => /^=\s*\d+\.\d+\.\d+\S*$/.test(version))
  return { ecosystem: 'cargo', locked: false, dependencies, trouble }
}

/** Go chooses exactly the versions that are named, unless another module asks for a later one. */
export function readGoMod(text: string): FoundManifest {
  const dependencies: FoundDependency[] = []
  let block: string | undefined
  let at = 0
  for (const line of text.split('\n')) {
    const start = at
    at += line.length + 1
    const opening = /^\s*(\w+)\s*\(\s*(?:\/\/.*)?$/.exec(line)?.[1]
    if (opening !== undefined) block = opening
    else if (/^\s*\)/.test(line)) block = undefined
    const found = /^\s*(?:(require|tool)\s+)?([\w.~-]+\.[\w.~/-]+)(?:\s+(v[\w.+-]+))?\s*(\/\/.*)?$/.exec(line)
    const word = found?.[1] ?? block
    if (found === null || word !== 'require' || found[3] === undefined) continue
    const from = start + line.indexOf(found[2]!)
    const to = start + line.indexOf(found[3], from - start) + found[3].length
    dependencies.push({ name: found[2]!, version: found[3], pinned: true, scope: 'runtime', start: from, end: to })
  }
  return { ecosystem: 'go', locked: false, dependencies }
}

export function readGemfile(text: string): FoundManifest {
  const dependencies: FoundDependency[] = []
  let group: Scope = 'runtime'
  let at = 0
  for (const line of text.split('\n')) {
    const start = at
    at += line.length + 1
    const opened = /^\s*group\s+([^#]*?)\s+do\b/.exec(line)?.[1]
    if (opened !== undefined) group = isDevelopment(opened.replace(/\W+/g, '/')) ? 'development' : 'optional'
    else if (/^\s*end\b/.test(line)) group = 'runtime'
    const found = /^(\s*)gem[\s(]+(["'])([\w.-]+)\2((?:\s*,\s*(["'])[^"']*\5)*)([^#]*)/.exec(line)
    if (found === null) continue
    const [written, indent = '', , name = '', versions = '', , rest = ''] = found
    const version = versions.replace(/["'\s]/g, '').replace(/^,/, '')
    const scope = /group:|:group/.test(rest) && isDevelopment(rest.replace(/\W+/g, '/')) ? 'development' : group
    dependencies.push({
      name,
      ...(version === '' ? {} : { version }),
      pinned: /^=?\d[\w.]*$/.test(version),
      scope,
      start: start + indent.length,
      end: start + written.trimEnd().length,
    })
  }
  return { ecosystem: 'gem', locked: false, dependencies }
}
