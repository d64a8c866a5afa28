/** XML: its elements, rules of Wazuh and what its configuration starts, and addresses. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput, Gap, LocalFact } from '../extractor.ts'
import { MappedText } from '../mapped-text.ts'
import { embeddedShellFacts } from '../shell/embedded.ts'
import { urlsIn } from '../urls.ts'
import { elementFacts } from './elements.ts'
import { ruleFacts } from './facts.ts'
import type { Trouble } from './rules.ts'
import { xmlTokens } from './tokens.ts'
import { wodleCommandsIn } from './wodles.ts'

const kinds: readonly KindName[] = ['wazuh_rule', 'element', 'url', 'command', 'permission']

export const xmlExtractor: Extractor = {
  name: 'xml',
  kinds,
  reads: (file) => file.language === 'xml',
  extract,
}

function extract(input: FileInput): Extraction {
  const { rules, trouble } = ruleFacts(input, MappedText.of(input.text), 'file')
  const elements = input.wanted.has('element') ? elementFacts(input) : { facts: [], gaps: [] }
  const started = wodleCommandsIn(MappedText.of(input.text)).map((text) =>
    embeddedShellFacts(input, text, { found_in: 'wodle' }),
  )
  const ofRules = trouble.map((each): Gap => ({ reason: reasonOf(each, input), kinds: ['wazuh_rule'] }))
  return {
    facts: {
      wazuh_rule: rules,
      element: elements.facts,
      url: urlFacts(input),
      command: started.flatMap((each) => each.command),
      permission: started.flatMap((each) => each.permission),
    },
    undecided: [...ofRules, ...elements.gaps],
  }
}

const reasonOf = ({ what, start }: Trouble, { lines }: FileInput): string =>
  `${what}, from line ${lines.placeOf(start, start).line} on`

/** In comments nothing is connected to; names of schemas and document types are never fetched. */
function urlFacts({ text, lines }: FileInput): readonly LocalFact<'url'>[] {
  const facts: LocalFact<'url'>[] = []
  const add = (start: number, end: number, identifies: boolean): void => {
    for (const url of urlsIn(text.slice(start, end))) {
      const role = identifies ? 'identifier' : url.fields.role
      facts.push({ at: lines.placeOf(start + url.start, start + url.end), ...url.fields, role })
    }
  }
  for (const token of xmlTokens(text)) {
    switch (token.kind) {
      case 'open':
        for (const { name, start, end } of token.attributes) add(start, end, /^xmlns\b|schemaLocation$/i.test(name))
        break
      case 'text':
        add(token.start, token.end, false)
        break
      case 'declaration':
        add(token.start, token.end, true)
        break
      case 'close':
      case 'comment':
        break
    }
  }
  return facts
}
