/** Documentation: sections, sentences, and what it tells the reader to run or to set. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput } from '../extractor.ts'
import type { Document } from './document.ts'
import { documentFacts } from './facts.ts'
import { readMarkdown } from './markdown.ts'
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
  reads: ({ language, role }) =>
    language === 'markdown' || language === 'restructuredtext' || (language === 'text' && role === 'documentation'),
  extract,
}

function extract(input: FileInput): Extraction {
  const document = read(input)
  const facts = documentFacts(input, document)
  return { facts, undecided: document.cut ? [{ reason: 'is nested more deeply than is analysed', kinds }] : [] }
}

function read({ file, text }: FileInput): Document {
  return file.language === 'markdown' ? readMarkdown(text) : readPlainText(text, file.language === 'restructuredtext')
}
