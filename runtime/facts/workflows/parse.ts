import { LineCounter, parseDocument } from 'yaml'
import { Mapping } from './nodes.ts'

/** Deeper than any workflow; the parser would call itself so often. */
const deepest = 100

/** The document, or why there is none. */
export function parseWorkflow(text: string): Mapping | string {
  if (isDeep(text)) return `is nested more than ${deepest} deep`
  const document = parseDocument(text, { logLevel: 'silent', lineCounter: new LineCounter() })
  const [error] = document.errors
  if (error !== undefined) return `does not parse as YAML at line ${error.linePos?.[0].line ?? 1}`
  return new Mapping(document, document.contents)
}

/** Brackets that are open at once, and the widest indentation: no document is nested deeper than both together. */
function isDeep(text: string): boolean {
  let [open, most] = [0, 0]
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, ++open)
    else if ((character === ']' || character === '}') && open > 0) open--
  }
  const dashes = Math.max(0, ...Array.from(text.matchAll(/^(?:[ \t]*[-?:] )+/gm), ([lead]) => lead.length / 2))
  return most > deepest || dashes > deepest || /^ {400}/m.test(text)
}
