/**
 * What the names of files say, as tables. In each table the first row that matches decides. Everything is judged by the
 * path from the scanned folder, and by signs that hold for any repository.
 */
import type { Language, Role } from './extractor.ts'

interface LanguageRow {
  readonly language: Language
  readonly extensions: readonly string[]
  /** Whole names, in lower case. */
  readonly names?: RegExp
  /** Programs of a `#!` line, without their folder and version. */
  readonly interpreters?: readonly string[]
}

export const languageTable: readonly LanguageRow[] = [
  { language: 'python', extensions: ['py', 'pyw', 'pyi'], interpreters: ['python', 'pypy'] },
  { language: 'javascript', extensions: ['js', 'mjs', 'cjs', 'jsx'], interpreters: ['node'] },
  { language: 'typescript', extensions: ['ts', 'mts', 'cts', 'tsx'] },
  {
    language: 'shell',
    extensions: ['sh', 'bash', 'zsh', 'ksh', 'dash', 'ash'],
    names: /^\.?(bashrc|bash_profile|profile|zshrc)$/,
    interpreters: ['sh', 'bash', 'zsh', 'ksh', 'dash', 'ash'],
  },
  { language: 'markdown', extensions: ['md', 'markdown', 'mdown', 'mkd', 'mdx'] },
  { language: 'restructuredtext', extensions: ['rst', 'rest'] },
  { language: 'xml', extensions: ['xml', 'xsd', 'xsl', 'xslt', 'svg', 'plist', 'csproj', 'pom'] },
  {
    language: 'json',
    extensions: ['json', 'jsonc', 'json5', 'jsonl', 'ndjson', 'geojson'],
    names: /^\.(prettierrc|eslintrc)$/,
  },
  { language: 'yaml', extensions: ['yaml', 'yml'], names: /^\.(clang-format|yamllint)$/ },
  { language: 'toml', extensions: ['toml'], names: /^pipfile$/ },
  { language: 'dockerfile', extensions: ['dockerfile', 'containerfile'], names: /^(dockerfile|containerfile)(\..+)?$/ },
  {
    language: 'ini',
    extensions: [
      ...['ini', 'cfg', 'conf', 'cnf', 'config', 'properties', 'env', 'desktop'],
      ...['service', 'socket', 'timer', 'mount', 'automount', 'target', 'path', 'slice'],
    ],
    names:
      /^(\.env(\..+)?|\.secrets?|\.credentials|\.flake8|\.pylintrc|\.coveragerc|\.npmrc|\.pypirc|\.editorconfig|\.gitconfig|\.gitmodules)$/,
  },
  {
    language: 'text',
    extensions: ['txt', 'text', 'adoc', 'asciidoc', 'log', 'csv', 'tsv', 'pem', 'crt', 'key', 'pub', 'in'],
    names:
      /^(\.git(ignore|attributes|keep)|\.dockerignore|crontab|makefile|readme|licen[cs]e|copying|copyright|notice|authors|contributors|maintainers|changelog|changes|history|news|security|todo|codeowners|version)$/,
  },
]

/** Languages that nothing is extracted from, but whose files are code. */
const otherCode = new Set(
  `ada asm bat c cc clj cmd cpp cs css cxx dart el erl ex exs fs go groovy h hh hpp hs html htm java jl kt kts less lua m
  ml mm nim pas php pl pm ps1 psm1 r rb rego rs sass scala scss sql svelte swift tcl tf v vb vue wat zig`.split(/\s+/),
)

const binaryExtensions = new Set(
  `7z a avi bin bmp bz2 class dat db dll dylib eot exe gif gz ico jar jpeg jpg lz4 mo mov mp3 mp4 o obj odt otf pdf png
  pyc pyd pyo rar so sqlite sqlite3 tar tgz tif tiff ttf war wasm wav webm webp whl woff woff2 xls xlsx xz zip zst`.split(
    /\s+/,
  ),
)

export interface Name {
  /** From the scanned folder. */
  readonly path: string
  readonly name: string
  readonly extension: string
  readonly language: Language
}

interface RoleRow {
  readonly role: Role
  readonly why: string
  readonly matches: (file: Name) => boolean
}

const documentationNames =
  /^(readme|licen[cs]e|copying|copyright|notice|authors|contributors|contributing|maintainers|changelog|changes|history|news|install|installation|security|support|usage|upgrading|troubleshooting|code_of_conduct)([-_.].*)?$/i

const inFolder = (names: string): ((file: Name) => boolean) => {
  const pattern = new RegExp(`(^|/)(${names})/`, 'i')
  return ({ path }) => pattern.test(path)
}

const isProse = ({ language, extension }: Name): boolean =>
  language === 'markdown' || language === 'restructuredtext' || extension === 'adoc' || extension === 'asciidoc'

const settings: readonly Language[] = ['yaml', 'toml', 'ini', 'json', 'xml', 'dockerfile']

export const roleTable: readonly RoleRow[] = [
  { role: 'test', why: 'a folder of tests', matches: inFolder('tests?|__tests__|testdata') },
  {
    role: 'test',
    why: 'a folder of specifications, where they are programs',
    matches: (file) => inFolder('specs?')(file) && !isProse(file),
  },
  {
    role: 'test',
    why: 'a name that test runners look for',
    matches: ({ name }) =>
      /^(test_.*\.py|.*_test\.(py|go|rb|sh)|conftest\.py|.*[.-](test|spec)\.[cm]?[jt]sx?|test[-_].*\.sh|.*\.bats)$/.test(
        name,
      ),
  },
  {
    role: 'template',
    why: 'a name that says that it is to be copied and filled in',
    matches: ({ name }) =>
      /\.(example|sample|template|tmpl|tpl|dist|j2|jinja2?|mustache)$/i.test(name) ||
      /\.(example|sample|template)\.[^.]+$/i.test(name),
  },
  {
    role: 'template',
    why: 'the same, said within the name of a settings file',
    matches: ({ name, language }) =>
      (settings.includes(language) || language === 'text') &&
      /(^|[-_])(example|sample)([-_.]|$)/i.test(name.replace(/^\./, '')),
  },
  {
    role: 'documentation',
    why: 'a language for prose',
    matches: (file) => isProse(file),
  },
  {
    role: 'documentation',
    why: 'a text file with a name, or in a folder, of documentation',
    matches: (file) =>
      file.language === 'text' && (documentationNames.test(file.name) || inFolder('docs?|documentation|man')(file)),
  },
  {
    role: 'installer',
    why: 'a shell script named for installing',
    matches: ({ name, language }) =>
      language === 'shell' &&
      /^((un)?install(er)?|set-?up|bootstrap|provision)([-_.].*)?$|[-_](install(er)?|set-?up)(\.[^.]+)?$/i.test(name),
  },
  { role: 'script', why: 'a shell script', matches: ({ language }) => language === 'shell' },
  {
    role: 'code',
    why: 'a programming language',
    matches: ({ language, extension }) =>
      language === 'python' || language === 'javascript' || language === 'typescript' || otherCode.has(extension),
  },
  { role: 'configuration', why: 'a language for settings', matches: ({ language }) => settings.includes(language) },
  {
    role: 'configuration',
    why: 'a text file that tools read',
    matches: ({ name, language }) =>
      language === 'text' &&
      /^(\..+|makefile|crontab|codeowners|requirements.*\.(txt|in)|constraints.*\.txt|manifest\.in)$/i.test(name),
  },
  { role: 'other', why: 'no sign of another', matches: () => true },
]

/** Folders whose content comes from elsewhere, wherever they stand. */
export const vendoredFolders =
  /(^|\/)(node_modules|bower_components|jspm_packages|site-packages|dist-packages|vendor|_vendor|vendored|third[-_]?party|lib\/python\d+(\.\d+)?|[^/]+\.dist-info)\//i

export const generatedNames =
  /(^|\/)(__pycache__\/.*|[^/]+\.egg-info\/.*|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|poetry\.lock|pdm\.lock|uv\.lock|pipfile\.lock|cargo\.lock|composer\.lock|gemfile\.lock|go\.sum|[^/]+\.min\.(js|css)|[^/]+\.(js|css)\.map|[^/]+_pb2(_grpc)?\.pyi?|[^/]+\.pb\.go)$/i

/** What a program that wrote a file says in a comment at its top. */
export const generatedMarks =
  /@generated\b|\b(auto-?)?generated\b[\s\S]{0,200}?\bdo not (edit|modify|change)\b|\bdo not (edit|modify)\b[\s\S]{0,200}?\bgenerated\b/i

export function languageByName(name: string, extension: string): Language | undefined {
  const lower = name.toLowerCase()
  const row = languageTable.find(({ names, extensions }) => names?.test(lower) || extensions.includes(extension))
  return row?.language
}

export function languageByInterpreter(program: string): Language | undefined {
  return languageTable.find(({ interpreters }) => interpreters?.includes(program))?.language
}

export const isCodeExtension = (extension: string): boolean => otherCode.has(extension)

export const isBinaryExtension = (extension: string): boolean => binaryExtensions.has(extension)

export function roleOf(file: Name): Role {
  return roleTable.find(({ matches }) => matches(file))?.role ?? 'other'
}
