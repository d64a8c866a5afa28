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

const analysed = words('python javascript typescript shell')

const isNotebook = ({ extension }: ListedFile): boolean => extension === 'ipynb'

/** Shells whose language is not that of the POSIX family. */
const otherShells: ReadonlyMap<string, string> = new Map([
  ...['ps1', 'psm1'].map((extension) => [extension, 'PowerShell'] as const),
  ...['bat', 'cmd'].map((extension) => [extension, 'a batch file'] as const),
  ...['fish', 'nu', 'csh', 'tcsh', 'xonsh'].map((extension) => [extension, `${extension} code`] as const),
])

/** What extractors of other languages give: nobody can say that a file holds none of it. */
const ofCode = pythonExtractor.kinds.filter((kind) => kind !== 'url')
const ofShells = shellExtractor.kinds.filter((kind) => kind !== 'url')
const kinds: readonly KindName[] = [...new Set<KindName>([...ofCode, ...ofShells, 'url'])]

export const otherCodeExtractor: Extractor = {
  name: 'other-code',
  kinds,
  reads: (file) => file.role === 'code' && (!analysed.has(file.language) || isNotebook(file)),
  extract,
}

function extract({ text, file, lines }: FileInput): Extraction {
  const found = urlsIn(text).filter(({ start }) => !isCommented(text, start))
  const missing = otherShells.has(file.extension) ? [...new Set([...ofCode, ...ofShells])] : ofCode
  return {
    facts: { url: found.map(({ fields, start, end }) => ({ ...fields, at: lines.placeOf(start, end) })) },
    undecided: [{ reason: `is ${languageName(file)}, of which only addresses are read`, kinds: missing }],
  }
}

/** The signs that begin a comment in most languages, with nothing but space before, or space on both sides. */
const comment = /^\s*(?:\/\/|\/\*|\*|#|--|;|<!--|%|'|@?rem\s|::)|\s(?:\/\/|#|--)\s/i

function isCommented(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  return comment.test(text.slice(lineStart, offset))
}

function languageName(file: ListedFile): string {
  if (isNotebook(file)) return 'a notebook'
  const { extension } = file
  return otherShells.get(extension) ?? (extension === '' ? 'code' : `.${extension} code`)
}
