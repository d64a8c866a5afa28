/**
 * Code in languages that have no extractor: the addresses in it are found, and that nothing else was looked at is said.
 * Without that, a check over calls or commands would pass a file in which it could see none.
 */
import type { KindName } from '../../../compiler/index.ts'
import { words } from '../classify/words.ts'
import type { Extraction, Extractor, FileInput, ListedFile } from '../extractor.ts'
import { pythonExtractor } from '../python/index.ts'
import { shellExtractor } from '../shell/index.ts'
import { urlsIn } from '../urls.ts'
import { mayHold } from './signs.ts'

const analysed = words('python javascript typescript shell')

const isNotebook = ({ extension }: ListedFile): boolean => extension === 'ipynb'

/** What extractors of other languages give: nobody can say that a file holds none of it. */
const ofCode = pythonExtractor.kinds.filter((kind) => kind !== 'url')
const ofShells = shellExtractor.kinds.filter((kind) => kind !== 'url')
const kinds: readonly KindName[] = [...new Set<KindName>([...ofCode, ...ofShells, 'url'])]

/** What a page in a browser has no way to do: it starts no program and reaches no file of the machine. */
const ofMachines: ReadonlySet<KindName> = new Set<KindName>([
  ...(['command', 'permission', 'process', 'script'] as const),
  ...(['file_access', 'file_write', 'file_replace'] as const),
])

interface Unread {
  readonly extensions: readonly string[]
  readonly called: (extension: string) => string
  /** The kinds that a file of this sort may hold although nothing finds them. */
  readonly missing: readonly KindName[]
}

const unread: readonly Unread[] = [
  { extensions: ['css', 'less', 'sass', 'scss'], called: (extension) => `.${extension} code`, missing: [] },
  {
    extensions: ['html', 'htm'],
    called: (extension) => `.${extension} code`,
    missing: ofCode.filter((kind) => !ofMachines.has(kind)),
  },
  // Shells whose language is not that of the POSIX family: what they do is what a shell does. A batch file has no options
  // to stop at a failure and nothing that takes the place of its shell, so that it is no script that could do without.
  { extensions: ['bat', 'cmd'], called: () => 'a batch file', missing: ofShells.filter((kind) => kind !== 'script') },
  { extensions: ['fish', 'nu', 'csh', 'tcsh'], called: (extension) => `${extension} code`, missing: ofShells },
  // … and those with a whole programming language behind them.
  { extensions: ['ps1', 'psm1'], called: () => 'PowerShell', missing: [...new Set([...ofCode, ...ofShells])] },
  { extensions: ['xonsh'], called: () => 'xonsh code', missing: [...new Set([...ofCode, ...ofShells])] },
]
const anyCode: Omit<Unread, 'extensions'> = {
  called: (extension) => (extension === '' ? 'code' : `.${extension} code`),
  missing: ofCode,
}
const unreadBy: ReadonlyMap<string, Omit<Unread, 'extensions'>> = new Map(
  unread.flatMap((sort) => sort.extensions.map((extension) => [extension, sort] as const)),
)

export const otherCodeExtractor: Extractor = {
  name: 'other-code',
  kinds,
  reads: (file) => file.role === 'code' && (!analysed.has(file.language) || isNotebook(file)),
  extract,
}

function extract({ text, file, lines }: FileInput): Extraction {
  const found = urlsIn(text).filter(({ start }) => !isCommented(text, start))
  const { called, missing } = unreadBy.get(file.extension) ?? anyCode
  const open = isNotebook(file) ? missing : missing.filter((kind) => mayHold(text, kind))
  const name = isNotebook(file) ? 'a notebook' : called(file.extension)
  return {
    facts: { url: found.map(({ fields, start, end }) => ({ ...fields, at: lines.placeOf(start, end) })) },
    undecided: open.length === 0 ? [] : [{ reason: `is ${name}, of which only addresses are read`, kinds: open }],
  }
}

/** The signs that begin a comment in most languages, with nothing but space before, or space on both sides. */
const comment = /^\s*(?:\/\/|\/\*|\*|#|--|;|<!--|%|'|@?rem\s|::)|\s(?:\/\/|#|--)\s/i

function isCommented(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  return comment.test(text.slice(lineStart, offset))
}
