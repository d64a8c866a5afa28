/** The clauses of an item that say something of it as a whole, and which of them it may have. */
import { diagnose } from '../../diagnostics/codes.ts'
import { write } from '../../diagnostics/fix.ts'
import type { Clause, ClauseKind, Item, Name } from '../../language/tree.ts'
import { severitySynonyms } from '../../schema/synonyms.ts'
import type { Checking } from '../context.ts'
import { meantBy } from '../names/meant.ts'
import type { TypedItem } from '../typed.ts'

const severities = ['critical', 'high', 'medium', 'low', 'info'] as const
const confidences = ['high', 'medium', 'low'] as const

/** Clauses of which an item has one at most. */
const single: readonly ClauseKind[] = ['severity', 'confidence', 'rationale', 'was', 'applies']

export function clausesOf<K extends ClauseKind>(node: Item, kind: K): readonly Extract<Clause, { kind: K }>[] {
  return node.clauses.filter((clause): clause is Extract<Clause, { kind: K }> => clause.kind === kind)
}

export function checkClauses({ report }: Checking, node: Item): void {
  const former = clausesOf(node, 'was').flatMap(({ ids }) => ids)
  for (const id of [node.id, ...former]) checkIdentifier(id, report)
  for (const kind of single) {
    const [first, second] = clausesOf(node, kind)
    if (first === undefined || second === undefined) continue
    const related = [{ span: first.span, message: 'the first one' }]
    report(diagnose('clause-twice', second.span, { clause: kind }, { related }))
  }
  // What seems to be missing may stand in the part that does not parse.
  if (node.damaged) return
  const has = (kind: ClauseKind) => node.clauses.some((clause) => clause.kind === kind)
  if (!has('severity')) report(diagnose('no-severity', node.id.span, {}))
  if (!has('check') && !has('review')) report(diagnose('no-check', node.id.span, {}))
}

function checkIdentifier({ text: id, span }: Name, report: Checking['report']): void {
  if (/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(id)) return
  const meant = id.toUpperCase().replace(/[^A-Z0-9]+/g, '-')
  report(diagnose('bad-item-id', span, { id }, { fixes: [write(span, meant)] }))
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
  const { text: word, span } = clause.value
  const meant = meantBy(word, span, words, severitySynonyms, `It is one of: ${words.join(', ')}.`)
  const { suggestion, fixes } = meant
  report(diagnose('unknown-word', span, { clause: kind, word, suggestion }, { fixes }))
  return undefined
}
