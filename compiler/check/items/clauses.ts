/** The clauses of an item that say something of it as a whole, and which of them it may have. */
import { diagnose } from '../../diagnostics/codes.ts'
import { didYouMean } from '../../diagnostics/suggest.ts'
import type { Clause, ClauseKind, Item } from '../../language/tree.ts'
import type { Checking } from '../context.ts'
import type { TypedItem } from '../typed.ts'

const severities = ['critical', 'high', 'medium', 'low', 'info'] as const
const confidences = ['high', 'medium', 'low'] as const

/** Clauses of which an item has one at most. */
const single: readonly ClauseKind[] = ['severity', 'confidence', 'rationale', 'was', 'applies']

export function clausesOf<K extends ClauseKind>(node: Item, kind: K): readonly Extract<Clause, { kind: K }>[] {
  return node.clauses.filter((clause): clause is Extract<Clause, { kind: K }> => clause.kind === kind)
}

export function checkClauses({ report }: Checking, node: Item): void {
  if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(node.id.text)) {
    report(diagnose('bad-item-id', node.id.span, { id: node.id.text }))
  }
  for (const kind of single) {
    const [, second] = clausesOf(node, kind)
    if (second !== undefined) report(diagnose('clause-twice', second.span, { clause: kind }))
  }
  // What seems to be missing may stand in the part that does not parse.
  if (node.damaged) return
  const has = (kind: ClauseKind) => node.clauses.some((clause) => clause.kind === kind)
  if (!has('severity')) report(diagnose('no-severity', node.id.span, {}))
  if (!has('check') && !has('review')) report(diagnose('no-check', node.id.span, {}))
}

type Said = Pick<TypedItem, 'severity' | 'confidence' | 'tags' | 'see' | 'rationale' | 'was'>

/** Undefined where there is no severity. */
export function saidOf(checking: Checking, node: Item): Said | undefined {
  const severity = chosen(checking, node, 'severity', severities)
  const confidence = chosen(checking, node, 'confidence', confidences) ?? 'high'
  if (severity === undefined) return undefined
  return {
    severity,
    confidence,
    tags: clausesOf(node, 'tags').flatMap((clause) => clause.values.map((text) => text.value)),
    see: clausesOf(node, 'see').flatMap((clause) => clause.values.map((text) => text.value)),
    rationale: clausesOf(node, 'rationale')[0]?.text.value,
    was: clausesOf(node, 'was').flatMap((clause) => clause.ids.map((id) => id.text)),
  }
}

function chosen<const W extends readonly string[]>(
  { report }: Checking,
  node: Item,
  kind: 'severity' | 'confidence',
  words: W,
): W[number] | undefined {
  const [clause] = clausesOf(node, kind)
  if (clause === undefined || words.includes(clause.value.text)) return clause?.value.text
  const suggestion = didYouMean(clause.value.text, words) || `It is one of: ${words.join(', ')}.`
  report(diagnose('unknown-word', clause.value.span, { clause: kind, word: clause.value.text, suggestion }))
  return undefined
}
