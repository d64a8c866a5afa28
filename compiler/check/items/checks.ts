/** Checks: a sentence, with the message and the fix that follow it, and what it rests on. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Clause, Every, Item, Quantified, Text } from '../../language/tree.ts'
import { checkCondition, checkOptional, countOf } from '../conditions.ts'
import { innermost, outermostFrame } from '../context.ts'
import { lintSentence } from '../lints/index.ts'
import { narrow } from '../reach/narrowing.ts'
import { type Influence, influenceOfSubject, influenceOn, joined, turned } from '../reach/polarity.ts'
import { withTemplates } from '../reach/templates.ts'
import { checkSubject } from '../subjects/subjects.ts'
import type { Condition, Template, TypedCheck } from '../typed.ts'
import { clausesOf } from './clauses.ts'
import type { ItemContext } from './items.ts'
import { checkTemplate } from './messages.ts'
import { opposite } from './witnesses.ts'

interface Parts {
  readonly sentence: Quantified | Every
  message?: Text
  fix?: Text
}

export function checksOf(context: ItemContext, node: Item): readonly (TypedCheck | undefined)[] {
  const checks: Parts[] = []
  for (const clause of node.clauses) {
    if (clause.kind === 'check') checks.push({ sentence: clause.sentence })
    if (clause.kind === 'message' || clause.kind === 'fix') addTo(context, node, checks.at(-1), clause)
  }
  return checks.map((parts) => checkOf(context, node, parts))
}

function addTo(
  { checking }: ItemContext,
  item: Item,
  above: Parts | undefined,
  clause: Extract<Clause, { kind: 'message' | 'fix' }>,
): void {
  if (above !== undefined && above[clause.kind] === undefined) {
    above[clause.kind] = clause.text
  } else if (!item.damaged && clausesOf(item, 'check').length + clausesOf(item, 'review').length > 0) {
    // The check that it belongs to may be what does not parse, and that there is none at all is said of the item.
    const code = above === undefined ? 'clause-without-check' : 'clause-twice'
    checking.report(diagnose(code, clause.span, { clause: clause.kind }))
  }
}

type Form = TypedCheck['form']

/** Findings of these forms stand at a subject; others may be about something that is missing. */
const withSubject: readonly Form[] = ['no', 'every', 'at most']

function checkOf(context: ItemContext, item: Item, { sentence, message, fix }: Parts): TypedCheck | undefined {
  const { checking, home, lines } = context
  const outer = outermostFrame(checking, home, [])
  const checked = checkSubject(outer, sentence.subject)
  const count = sentence.kind === 'every' ? undefined : countOf(outer, sentence)
  if (checked === undefined) return undefined
  const { inside, subject } = checked
  const asked = checkOptional(inside, sentence.where)
  const must = sentence.kind === 'every' ? checkCondition(inside, sentence.must) : undefined
  if (asked === undefined || (sentence.kind === 'every' && must === undefined) || count === 'broken') return undefined
  if (!item.damaged) lintSentence(checking, subject, asked, must)
  if (!item.damaged && message === undefined) reportNoMessage(checking, sentence)
  const form = sentence.kind === 'every' ? 'every' : sentence.quantifier
  const violated: Condition[] = must === undefined ? [asked] : [asked, opposite(must)]
  const atSubject = withSubject.includes(form)
  const shown = {
    frame: atSubject ? inside : outer,
    absent: atSubject ? undefined : innermost(inside),
    holding: atSubject ? violated : [],
    written: outer.given,
    damaged: item.damaged,
  }
  const text: Template = message === undefined ? { parts: [item.title.value] } : checkTemplate(shown, message)
  const definitions = context.definitions
  const sentenceParts = [subject.narrowed, asked, ...(must === undefined ? [] : [must])]
  const matching = influenceOfSubject(subject, asked, definitions)
  const subjects = must === undefined ? matching : joined([matching, turned(influenceOn(must, definitions))])
  const findings = withTemplates(onFindings(form, subjects), sentenceParts, definitions)
  return {
    form,
    count,
    ...narrowedBy(context, subject, asked),
    must,
    message: text,
    fix: fix?.value,
    adds: findings.raises,
    removes: findings.lowers,
    line: lines.position(sentence.span.start).line,
    span: sentence.span,
  }
}

function reportNoMessage({ report }: ItemContext['checking'], { span, subject }: Quantified | Every): void {
  report(diagnose('no-message', { ...span, end: subject.span.end }, { subject: subject.of.text }))
}

/** What more subjects that match, or violate `must`, do to the findings. */
function onFindings(form: Form, subjects: Influence): Influence {
  if (form === 'some' || form === 'at least') return turned(subjects)
  return form === 'exactly' ? joined([subjects, turned(subjects)]) : subjects
}

export function narrowedBy(context: ItemContext, subject: TypedCheck['subject'], asked: Condition) {
  const { narrowed, where } = narrow(subject, asked, context.definitions)
  return { subject: { ...subject, narrowed }, where }
}
