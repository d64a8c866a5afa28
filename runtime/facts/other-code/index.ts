/**
 * Code in languages that have no extractor: the addresses in it are found, and that nothing else was looked at is said.
 * Without that, a check over calls would pass a file in which it could see none.
 */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput } from '../extractor.ts'
import { urlsIn } from '../urls.ts'

const analysed = new Set(['python', 'shell'])
/** What an extractor of the language would give. */
const missing: readonly KindName[] = ['function', 'import', 'call', 'string', 'permission']

export const otherCodeExtractor: Extractor = {
  name: 'other-code',
  kinds: [...missing, 'url'],
  reads: ({ role, language }) => role === 'code' && !analysed.has(language),
  extract,
}

function extract({ text, file, lines }: FileInput): Extraction {
  const found = urlsIn(text).filter(({ start }) => !isCommented(text, start))
  return {
    facts: { url: found.map(({ fields, start, end }) => ({ ...fields, at: lines.placeOf(start, end) })) },
    undecided: [{ reason: `is ${languageName(file)}, of which only addresses are read`, kinds: missing }],
  }
}

/** The signs that begin a comment in most languages, with nothing but space before, or space on both sides. */
const comment = /^\s*(?:\/\/|\/\*|\*|#|--|;|<!--|%|')|\s(?:\/\/|#|--)\s/

function isCommented(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  return comment.test(text.slice(lineStart, offset))
}

const names: Readonly<Record<string, string>> = { javascript: 'JavaScript', typescript: 'TypeScript' }

const languageName = ({ language, extension }: FileInput['file']): string =>
  names[language] ?? (extension === '' ? 'code' : `.${extension} code`)
