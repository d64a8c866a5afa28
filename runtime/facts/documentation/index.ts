/** Documentation: sections, sentences, and what it tells the reader to run or to set. */
import type { KindName } from '../../../compiler/index.ts'
import { words } from '../classify/words.ts'
import type { Extraction, Extractor, FileInput } from '../extractor.ts'
import type { Document } from './document.ts'
import { documentFacts } from './facts.ts'
import { readMarkdown } from './markdown.ts'
import { htmlAsMarkdown, orgAsMarkdown, plainAsciiDoc } from './notations.ts'
import { readPlainText } from './plain-text.ts'

const kinds: readonly KindName[] = [
  'section',
  'sentence',
  'link',
  'code_block',
  'command',
  'permission',
  'setting',
  'url',
  'wazuh_rule',
]

export const documentationExtractor: Extractor = {
  name: 'documentation',
  kinds,
  reads: ({ language, role, extension }) =>
    language === 'markdown' ||
    language === 'restructuredtext' ||
    (role === 'documentation' && (language === 'text' || pages.has(extension))),
  extract,
}

const pages = words('html htm')

function extract(input: FileInput): Extraction {
  const document = read(input)
  const facts = documentFacts(input, document)
  return { facts, undecided: document.cut ? [{ reason: 'is nested more deeply than is analysed', kinds }] : [] }
}

function read({ file: { language, extension }, text }: FileInput): Document {
  if (language === 'markdown') return readMarkdown(text)
  switch (extension) {
    case 'html':
    case 'htm':
      return readMarkdown(htmlAsMarkdown(text))
    case 'org':
      return readMarkdown(orgAsMarkdown(text))
    case 'adoc':
    case 'asciidoc':
      return readPlainText(plainAsciiDoc(text), false)
    default:
      return readPlainText(text, language === 'restructuredtext')
  }
}
