/**
 * The role of a file, by its path from the scanned folder and its language. The first row that matches decides. All signs
 * hold for any repository; none is the name of one.
 */
import type { Language, ListedFile, Role } from '../extractor.ts'
import { isOtherCode } from './languages.ts'
import { words } from './words.ts'

export type Named = Pick<ListedFile, 'path' | 'name' | 'extension' | 'language'>

interface RoleRow {
  readonly role: Role
  /** What it is told by. */
  readonly sign: string
  readonly when: (file: Named) => boolean
}

const prose: readonly Language[] = ['markdown', 'restructuredtext']
const programs: readonly Language[] = ['python', 'javascript', 'typescript']
const settings: readonly Language[] = ['yaml', 'toml', 'ini', 'json', 'xml', 'dockerfile']

const proseExtensions = words('adoc asciidoc org')
/** Pages are code of a site, or documentation. */
const pageExtensions = words('html htm')

const isProse = ({ language, extension }: Named): boolean => prose.includes(language) || proseExtensions.has(extension)

const testFolders = words('test tests __tests__ testdata')
const specificationFolders = words('spec specs')
/** The system's own crontabs have names without an extension. */
const scheduleFolders = words('cron.d')
const documentationFolders = words('doc docs documentation man')

/** `integration_tests/`, `roundtrip-testdata/`. */
const testFolderEnd = /[-_](tests|testdata|fixtures)$/

const inTestFolder = ({ path }: Named): boolean =>
  path
    .toLowerCase()
    .split('/')
    .slice(0, -1)
    .some((folder) => testFolders.has(folder) || testFolderEnd.test(folder))

const inFolder = ({ path }: Named, folders: ReadonlySet<string>): boolean =>
  path
    .toLowerCase()
    .split('/')
    .slice(0, -1)
    .some((folder) => folders.has(folder))

/** What test runners look for. */
const testNames: readonly RegExp[] = [
  /^test_.*\.py$/,
  /^.*_test\.(py|go|rb|sh)$/,
  /^tests\.py$/,
  /^conftest\.py$/,
  /^.*[.-](test|spec)\.[cm]?[jt]sx?$/,
  /^test[-_].*\.sh$/,
  /^.*\.bats$/,
]

/** A name that says that the file is to be copied and filled in. */
const templateNames: readonly RegExp[] = [
  /\.(example|sample|template|tmpl|tpl|dist|j2|jinja2?|mustache)$/i,
  /\.(example|sample|template)\.[^.]+$/i,
]
const templateSettingNames = /^\.?(.*[-_])?(example|sample)([-_.].*)?$/i

/** One record a line: what a program wrote or reads, nothing that sets it up. */
const recordExtensions = words('jsonl ndjson geojson log csv tsv')
/** `sample_logs.txt`, `example-events.json`: samples of what is read. */
const sampledRecords =
  /^(.*[-_])?(example|sample)s?[-_](\w+[-_])?(logs?|events?|alerts?|records?|output|responses?)\.(txt|json)$/i

const isRecords = (name: string, extension: string): boolean =>
  recordExtensions.has(extension) || sampledRecords.test(name)

/** `LICENSE-MIT`, `README.fr.txt`: the first part of the name counts. */
const documentationNames = [
  ...words(`readme license licence copying copyright notice authors contributors contributing
  maintainers changelog changes history news install installation security support usage upgrading troubleshooting
  code_of_conduct setup howto getting_started getting-started quickstart faq deployment configuration`),
]

const installerNames: readonly RegExp[] = [
  /^((un)?install(er)?|set-?up|bootstrap|provision|deploy(ment)?)([-_.].*)?$/i,
  /[-_](install(er)?|set-?up)(\.[^.]+)?$/i,
  // What managers of packages run around an installation.
  /^(.*[-_.])?(pre|post)[-_]?(inst|rm|(un)?install|remove|trans)(\.(sh|bash|in))?$/i,
]

/** Programs by which tools are set up: `.eslintrc.cjs`, `jest.config.ts`. */
const toolSettingNames: readonly RegExp[] = [/^\..*rc\.[cm]?js$/, /^[\w-]+\.config\.[cm]?[jt]s$/]

/** Text files that tools read. */
const settingNames: readonly RegExp[] = [
  /^\./,
  /^((gnu)?makefile|crontab|codeowners|manifest\.in)(\.|$)/i,
  /\.(mk|cron|crontab)$/i,
  /^(?:.*[-_.])?(requirements?|constraints)([-_.].*)?\.(txt|in|pip)$/i,
  /^(go\.(mod|sum)|gemfile|.*\.lock)$/i,
]

const isOneOf = (name: string, patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(name))

const roleTable: readonly RoleRow[] = [
  { role: 'test', sign: 'a folder of tests', when: inTestFolder },
  {
    role: 'test',
    sign: 'a folder of specifications',
    when: (file) => inFolder(file, specificationFolders) && !isProse(file),
  },
  { role: 'test', sign: 'a name that test runners look for', when: ({ name }) => isOneOf(name, testNames) },

  { role: 'template', sign: 'a name that asks to be copied', when: ({ name }) => isOneOf(name, templateNames) },
  {
    role: 'template',
    sign: 'a name that says that it is a sample',
    when: ({ name, language, extension }) =>
      isSetting(language) && templateSettingNames.test(name) && !isRecords(name, extension),
  },

  { role: 'documentation', sign: 'a language to be read', when: isProse },
  {
    role: 'documentation',
    sign: 'a name that documentation has',
    when: ({ name, extension, language }) =>
      (language === 'text' || pageExtensions.has(extension)) && isDocumentationName(name),
  },
  {
    role: 'configuration',
    sign: 'a name that tools look for',
    when: ({ name, language }) => language === 'text' && isOneOf(name, settingNames),
  },
  {
    role: 'configuration',
    sign: 'a name that tools of JavaScript look for',
    when: ({ name, language }) => programs.includes(language) && isOneOf(name, toolSettingNames),
  },
  {
    role: 'documentation',
    sign: 'a folder of documentation',
    when: (file) =>
      (file.language === 'text' || pageExtensions.has(file.extension)) && inFolder(file, documentationFolders),
  },
  { role: 'other', sign: 'a name that records have', when: ({ name, extension }) => isRecords(name, extension) },

  {
    role: 'installer',
    sign: 'a name that installers have',
    when: ({ name, language }) => language === 'shell' && isOneOf(name, installerNames),
  },
  { role: 'script', sign: 'its language', when: ({ language }) => language === 'shell' },
  {
    role: 'code',
    sign: 'its language',
    when: ({ language, extension }) => programs.includes(language) || isOtherCode(extension),
  },

  { role: 'configuration', sign: 'its format', when: ({ language }) => settings.includes(language) },
  {
    role: 'configuration',
    sign: 'a folder of schedules',
    when: (file) => file.language === 'text' && inFolder(file, scheduleFolders),
  },
]

const isSetting = (language: Language): boolean => settings.includes(language) || language === 'text'

function isDocumentationName(name: string): boolean {
  const lower = name.toLowerCase()
  return documentationNames.some((word) => lower.startsWith(word) && /^([-_.]|$)/.test(lower.slice(word.length)))
}

/** Code in a folder of documentation makes the documentation: a configuration of its builder, an extension of it. */
export const isAmongDocumentation = (file: Named): boolean => inFolder(file, documentationFolders)

export function roleOf(file: Named): Role {
  return roleBy(file).role
}

/** The role, and what it is told by. */
export function roleBy(file: Named): { readonly role: Role; readonly sign: string } {
  return roleTable.find(({ when }) => when(file)) ?? { role: 'other', sign: 'no sign of any other' }
}
