/** Classifies the files: all of them by their paths, and those that are opened once more by how they begin. */
import type { Language, ListedFile } from '../extractor.ts'
import type { ListedEntry } from '../files/entry.ts'
import { isGeneratedByName, isGeneratedByStart } from './generated.ts'
import { extensionOf, isBinaryExtension, languageByFirstLine, languageByName, programLanguages } from './languages.ts'
import { roleOf } from './roles.ts'
import { vendoredPaths } from './vendored.ts'
import { words } from './words.ts'

export interface ClassifiedFile extends ListedFile {
  readonly entry: ListedEntry
  /** Whether only the content can tell the language. */
  readonly open: boolean
  /** What the name says, or the content once it was looked at. */
  readonly binary: boolean
}

/** In the order of the entries. */
export function classifyByPath(entries: readonly ListedEntry[]): ClassifiedFile[] {
  const vendored = vendoredPaths(entries.map(({ path }) => path))
  return entries.map((entry) => {
    const { path, rootPath } = entry
    const name = path.slice(path.lastIndexOf('/') + 1)
    const extension = extensionOf(name)
    const known = languageByName(name)
    const language = known ?? 'other'
    return {
      path,
      rootPath,
      name,
      extension,
      language,
      role: roleOf({ path, name, extension, language }),
      vendored: vendored.has(path),
      generated: isGeneratedByName(path, name),
      entry,
      open: known === undefined && entry.type === 'file',
      binary: isBinaryExtension(extension),
    }
  })
}

/** With what its first bytes say; `text` is undefined where they are no text. */
export function classifyByStart(file: ClassifiedFile, text: string | undefined): ClassifiedFile {
  if (text === undefined) return { ...file, binary: true, open: false }
  const known = file.open ? inLanguage(file, languageByFirstLine(text) ?? 'text') : asMarkup(file, text)
  return { ...known, generated: known.generated || isGeneratedByStart(known, text), binary: false, open: false }
}

/** What a file may turn out to be: itself, or where only its content can tell, one for each language. */
export function possibilities(file: ClassifiedFile): readonly ClassifiedFile[] {
  if (isAmbiguous(file)) return [file, inLanguage(file, 'xml')]
  if (!file.open) return [file]
  return [...programLanguages, 'text' as const].map((language) => inLanguage(file, language))
}

/** Names that say that a file is configuration, and not how it is written. */
const ambiguous = words('conf config cnf')

const isAmbiguous = ({ language, extension }: ClassifiedFile): boolean => language === 'ini' && ambiguous.has(extension)

/** Sections of a web server's configuration look alike, but begin with a capital letter. */
const asMarkup = (file: ClassifiedFile, text: string): ClassifiedFile =>
  isAmbiguous(file) && /^\s*<([a-z]|!--|\?xml)/.test(text) ? inLanguage(file, 'xml') : file

const inLanguage = (file: ClassifiedFile, language: Language): ClassifiedFile => ({
  ...file,
  language,
  role: roleOf({ ...file, language }),
})
