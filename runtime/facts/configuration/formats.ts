/** Which format a file has, and what reads it. */
import type { Language, ListedFile, LocalFact } from '../extractor.ts'
import { assignmentsIn } from './assignments.ts'
import { jsonSettings } from './json.ts'
import { type Dialect, dialects, lineSettings } from './lines.ts'
import type { Settings } from './setting.ts'

export interface Format {
  readonly name: LocalFact<'setting'>['format']
  /** Larger parsers are loaded when the first file needs them. */
  readonly read: (text: string) => Settings | Promise<Settings>
}

const ofLines = (name: keyof typeof dialects): Format => {
  const dialect: Dialect = dialects[name]
  return { name, read: (text) => lineSettings(text, dialect) }
}

const environment = ofLines('assignment')
const unit = ofLines('unit')
const properties = ofLines('properties')

const unitExtensions = new Set('service socket timer mount automount target path slice'.split(' '))

const byLanguage: { readonly [L in Language]?: Format } = {
  ini: ofLines('ini'),
  json: { name: 'json', read: jsonSettings },
  toml: { name: 'toml', read: async (text) => (await import('./toml.ts')).tomlSettings(text) },
  yaml: { name: 'yaml', read: async (text) => (await import('./yaml.ts')).yamlSettings(text) },
}

/** `undefined` where a file holds no settings that could be told from other text. */
export function formatOf({ language, role, name, extension }: ListedFile): Format | undefined {
  if (language === 'text') return role === 'configuration' || role === 'template' ? assignments : undefined
  if (language !== 'ini') return byLanguage[language]
  if (unitExtensions.has(extension)) return unit
  if (extension === 'properties') return properties
  return /(^|\.)(env|secrets?|credentials)(\.|$)/i.test(name) ? environment : byLanguage.ini
}

/** Of a text with any other structure, such as a list of requirements, only what is plainly assigned counts. */
const assignments: Format = {
  name: 'assignment',
  read: (text) => ({ settings: assignmentsIn(text) }),
}
