/** Classifies the files: all of them by their paths, and those that are opened once more by how they begin. */
import type { Language, ListedFile } from '../extractor.ts'
import type { ListedEntry } from '../files/entry.ts'
import { isGeneratedByName, isGeneratedByStart } from './generated.ts'
import { extensionOf, isBinaryExtension, languageByFirstLine, languageByName, programLanguages } from './languages.ts'
import { roleOf } from './roles.ts'
import { vendoredPaths } from './vendored.ts'

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
  const known = file.open ? inLanguage(file, languageByFirstLine(text) ?? 'text') : undisguised(file, text)
  return { ...known, generated: known.generated || isGeneratedByStart(known, text), binary: false, open: false }
}

/** What a file may turn out to be: itself, or where only its content can tell, one for each language. */
export function possibilities(file: ClassifiedFile): readonly ClassifiedFile[] {
  if (isAmbiguous(file)) return [file, ...disguises.map(([language]) => inLanguage(file, language))]
  if (!file.open) return [file]
  return [...programLanguages, 'text' as const].map((language) => inLanguage(file, language))
}

/** Names that say that a file is configuration, and not how it is written. */
const isAmbiguous = ({ language, name }: ClassifiedFile): boolean =>
  language === 'ini' && /\.(conf|config|cnf|cfg)(\.|$)/i.test(name)

/** Other formats that such a file may turn out to have, by how they begin. */
const disguises: readonly (readonly [language: Language, start: RegExp])[] = [
  // Sections of a web server's configuration look alike, but begin with a capital letter.
  ['xml', /^\s*<([a-z]|!--|\?xml)/],
  ['json', /^\s*\{\s*("|\}|\/[/*])/],
]

function undisguised(file: ClassifiedFile, text: string): ClassifiedFile {
  const found = isAmbiguous(file) ? disguises.find(([, start]) => start.test(text)) : undefined
  return found === undefined ? file : inLanguage(file, found[0])
}

const inLanguage = (file: ClassifiedFile, language: Language): ClassifiedFile => ({
  ...file,
  language,
  role: roleOf({ ...file, language }),
})
