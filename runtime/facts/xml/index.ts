/** XML: the rules of Wazuh rule sets, and addresses. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput } from '../extractor.ts'
import { urlsIn } from '../urls.ts'
import { tokensOf } from './tokens.ts'
import { wazuhRules } from './wazuh-rules.ts'

const kinds: readonly KindName[] = ['wazuh_rule', 'url']

export const xmlExtractor: Extractor = {
  name: 'xml',
  kinds,
  reads: (file) => file.language === 'xml',
  extract,
}

function extract({ text, lines }: FileInput): Extraction {
  const { rules, broken } = wazuhRules(text, 'file', (start, end) => lines.placeOf(start, end))
  const urls = [...tokensOf(text)]
    .filter((token) => token.kind === 'text' || token.kind === 'open')
    .flatMap(({ start, end }) =>
      urlsIn(text.slice(start, end)).map((url) => ({
        ...url.fields,
        at: lines.placeOf(start + url.start, start + url.end),
      })),
    )
  const line = broken === undefined ? 0 : lines.placeOf(broken, broken).line
  return {
    facts: { wazuh_rule: rules, url: urls },
    undecided: broken === undefined ? [] : [{ reason: `does not parse at line ${line}`, kinds: ['wazuh_rule'] }],
  }
}
