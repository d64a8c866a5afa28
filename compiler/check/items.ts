/** Items: their clauses, each in its place, and what each check rests on. */
import { diagnose } from '../diagnostics/codes.ts'
import type { Lines } from '../diagnostics/lines.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import type { Clause, ClauseKind, Every, Item, Quantified, Text } from '../language/tree.ts'
import type { KindName } from '../schema/kinds.ts'
import { always, checkCondition } from './conditions.ts'
import type { Checking, FileNames, Frame } from './context.ts'
import { checkTemplate, type Shown } from './messages.ts'
import { narrow } from './narrowing.ts'
import { type Definitions, distinct, influenceOfSubject, influenceOn, joined, kindsOf, turned } from './polarity.ts'
import { checkSubject } from './subjects.ts'
import type { Reach, Template, TypedCheck, TypedItem, TypedReview } from './typed.ts'

export interface ItemContext {
  readonly checking: Checking
  readonly home: FileNames
  readonly lines: Lines
  readonly definitions: () => Definitions
  readonly section: TypedItem['section']
}

const severities = ['critical', 'high', 'medium', 'low', 'info'] as const
const confidences = ['high', 'medium', 'low'] as const

/** Clauses of which an item has one at most. */
const single: readonly ClauseKind[] = ['severity', 'confidence', 'rationale', 'was', 'applies']

export function checkItem(context: ItemContext, node: Item): TypedItem | undefined {
  const report = context.checking.report
  if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(node.id.text))
    report(diagnose('bad-item-id', node.id.span, { id: node.id.text }))
  for (const kind of single) {
    const [, second] = node.clauses.filter((clause) => clause.kind === kind)
    if (second !== undefined) report(diagnose('clause-twice', second.span, { clause: kind }))
  }
  const severity = chosen(context, node, 'severity', severities)
  if (!node.damaged && !node.clauses.some((clause) => clause.kind === 'severity'))
    report(diagnose('no-severity', node.id.span, {}))
  const applies = appliesOf(context, node)
  const checks = checksOf(context, node)
  const reviews = only(node, 'review').map((clause) => reviewOf(context, clause))
  if (!node.damaged && !node.clauses.some((clause) => clause.kind === 'check' || clause.kind === 'review')) {
    report(diagnose('no-check', node.id.span, {}))
  }
  if (severity === undefined || applies === 'broken') return undefined
  if (!whole(checks) || !whole(reviews)) return undefined
  const reaches = [
    ...checks.flatMap((check) => [...check.adds, ...check.removes]),
    ...reviews.flatMap((review) => review?.when?.reads ?? []),
    ...(applies?.reads ?? []),
  ]
  return {
    id: node.id.text,
    title: node.title.value,
    section: context.section,
    severity,
    confidence: chosen(context, node, 'confidence', confidences) ?? 'high',
    tags: only(node, 'tags').flatMap((clause) => clause.values.map((text) => text.value)),
    see: only(node, 'see').flatMap((clause) => clause.values.map((text) => text.value)),
    rationale: only(node, 'rationale')[0]?.text.value,
    was: only(node, 'was').flatMap((clause) => clause.ids.map((id) => id.text)),
    applies,
    checks,
    reviews,
    needs: needsOf(reaches),
    line: context.lines.position(node.span.start).line,
    span: node.span,
  }
}

const whole = <T>(values: readonly (T | undefined)[]): values is readonly T[] =>
  values.every((value) => value !== undefined)

const needsOf = (reaches: readonly Reach[]): readonly KindName[] => kindsOf(reaches).toSorted()

function only<K extends ClauseKind>(node: Item, kind: K): readonly Extract<Clause, { kind: K }>[] {
  return node.clauses.filter((clause): clause is Extract<Clause, { kind: K }> => clause.kind === kind)
}

function chosen<const W extends readonly string[]>(
  { checking }: ItemContext,
  node: Item,
  kind: 'severity' | 'confidence',
  words: W,
): W[number] | undefined {
  const [clause] = only(node, kind)
  if (clause === undefined || words.includes(clause.value.text)) return clause?.value.text
  const suggestion = didYouMean(clause.value.text, words) || `It is one of: ${words.join(', ')}.`
  checking.report(diagnose('unknown-word', clause.value.span, { clause: kind, word: clause.value.text, suggestion }))
  return undefined
}

const frameOf = ({ checking, home }: ItemContext): Frame => ({ checking, home, subjects: [], given: new Map() })

function appliesOf(context: ItemContext, node: Item): TypedItem['applies'] | 'broken' {
  const [clause] = only(node, 'applies')
  if (clause === undefined) return undefined
  const condition = checkCondition(frameOf(context), clause.when)
  if (condition === undefined) return 'broken'
  const { raises, lowers } = influenceOn(condition, context.definitions())
  return { condition, reads: distinct([...raises, ...lowers]) }
}

/** Checks with the messages and fixes that follow them. */
function checksOf(context: ItemContext, node: Item): readonly (TypedCheck | undefined)[] {
  const checks: { readonly clause: Extract<Clause, { kind: 'check' }>; message?: Text; fix?: Text }[] = []
  for (const clause of node.clauses) {
    if (clause.kind === 'check') checks.push({ clause })
    if (clause.kind !== 'message' && clause.kind !== 'fix') continue
    const above = checks.at(-1)
    if (above === undefined) {
      context.checking.report(diagnose('clause-without-check', clause.span, { clause: clause.kind }))
    } else if (above[clause.kind] !== undefined) {
      context.checking.report(diagnose('clause-twice', clause.span, { clause: clause.kind }))
    } else {
      above[clause.kind] = clause.text
    }
  }
  return checks.map(({ clause, message, fix }) => checkOf(context, node, clause.sentence, message, fix))
}

function checkOf(
  context: ItemContext,
  item: Item,
  sentence: Quantified | Every,
  message: Text | undefined,
  fix: Text | undefined,
): TypedCheck | undefined {
  const outer = frameOf(context)
  const checked = checkSubject(outer, sentence.subject)
  if (checked === undefined) return undefined
  const asked = sentence.where === undefined ? always : checkCondition(checked.inside, sentence.where)
  const must = sentence.kind === 'every' ? checkCondition(checked.inside, sentence.must) : undefined
  if (asked === undefined || (sentence.kind === 'every' && must === undefined)) return undefined
  const { narrowed, where } = narrow(checked.subject, asked)
  const subject = { ...checked.subject, narrowed }
  const form = sentence.kind === 'every' ? 'every' : sentence.quantifier
  const hasSubject = form === 'no' || form === 'every' || form === 'at most'
  const shown: Shown = {
    frame: hasSubject ? checked.inside : outer,
    holding: hasSubject ? [asked, ...(must === undefined ? [] : [{ kind: 'not' as const, operand: must }])] : [],
    written: outer.given,
  }
  const influence = influenceOfSubject(subject, where, context.definitions())
  const violated =
    must === undefined ? influence : joined([influence, turned(influenceOn(must, context.definitions()))])
  const findings =
    form === 'some' || form === 'at least'
      ? turned(violated)
      : form === 'exactly'
        ? joined([violated, turned(violated)])
        : violated
  return {
    form,
    count: sentence.kind === 'every' ? undefined : sentence.count?.value,
    subject,
    where,
    must,
    message: message === undefined ? { parts: [item.title.value] } : checkTemplate(shown, message),
    fix: fix?.value,
    adds: findings.raises,
    removes: findings.lowers,
    line: context.lines.position(sentence.span.start).line,
    span: sentence.span,
  }
}

function reviewOf(context: ItemContext, clause: Extract<Clause, { kind: 'review' }>): TypedReview | undefined {
  const outer = frameOf(context)
  const template = (shown: Shown): Template => checkTemplate(shown, clause.question)
  if (clause.when === undefined) {
    return {
      question: template({ frame: outer, holding: [], written: outer.given }),
      when: undefined,
      span: clause.span,
    }
  }
  const checked = checkSubject(outer, clause.when.subject)
  if (checked === undefined) return undefined
  const asked = clause.when.where === undefined ? always : checkCondition(checked.inside, clause.when.where)
  if (asked === undefined) return undefined
  const question = template({ frame: checked.inside, holding: [asked], written: outer.given })
  const { narrowed, where } = narrow(checked.subject, asked)
  const subject = { ...checked.subject, narrowed }
  const { raises, lowers } = influenceOfSubject(subject, where, context.definitions())
  return { question, when: { subject, where, reads: distinct([...raises, ...lowers]) }, span: clause.span }
}
