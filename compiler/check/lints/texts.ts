/** Texts of an item that say nothing, and addresses that lead nowhere. */
import { diagnose } from '../../diagnostics/codes.ts'
import { write } from '../../diagnostics/fix.ts'
import type { Clause, Item, Text } from '../../language/tree.ts'
import type { Checking } from '../context.ts'

export function lintTexts({ report }: Checking, node: Item): void {
  for (const clause of node.clauses) {
    for (const text of textsOf(clause)) {
      if (text.value.trim() === '') report(diagnose('empty-text', text.span, { clause: clause.kind }))
      else if (clause.kind === 'see') lintAddress(report, text)
    }
  }
}

function textsOf(clause: Clause): readonly Text[] {
  switch (clause.kind) {
    case 'message':
    case 'fix':
    case 'rationale':
      return [clause.text]
    case 'tags':
    case 'see':
      return clause.values
    case 'review':
      return [clause.question]
    default:
      return []
  }
}

/** A scheme, or a path of the repository such as `docs/tls.md`. */
const address = /^[a-z][a-z\d+.-]*:\S+$|^[\w.-]+(?:\/[\w.#-]+)+$|^[\w-]+\.(?:md|rst|adoc|txt|html)$/i
const host = /^(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i

function lintAddress(report: Checking['report'], { value, span }: Text): void {
  const isHost = host.test(value) && /^www\.|\.(?:com|org|net|io|dev|gov|edu)(?:[/?#]|$)/i.test(value)
  if (address.test(value) && !isHost) return
  const fixes = isHost ? [write(span, JSON.stringify(`https://${value}`))] : []
  report(diagnose('no-address', span, { text: value }, { fixes }))
}
