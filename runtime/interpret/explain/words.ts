/** Sentences and conditions in the words of the language, as somebody could have written them. */
import type {
  Condition,
  Identity,
  Scope,
  Subject,
  TypedCheck,
  TypedDefinition,
  TypedPattern,
  Value,
} from '../../../compiler/index.ts'
import { patternText, unreachable } from '../../../compiler/index.ts'

/** By their names; a derived kind is said in the place of its kind, a predicate as a condition. */
export type Definitions = ReadonlyMap<string, TypedDefinition>

export function sentenceOf(
  definitions: Definitions,
  { form, count, subject, where, must }: Pick<TypedCheck, 'form' | 'count' | 'subject' | 'where' | 'must'>,
): string {
  const counted = count === undefined ? form : `${form} ${count}`
  const start = `${counted} ${subjectWords(definitions, subject, where)}`
  return must === undefined ? start : `${start} must ${mustWords(definitions, must, subject.name)}`
}

/** `inner` is the innermost subject: what is said of it needs no name. */
export function conditionWords(definitions: Definitions, condition: Condition, inner: string | undefined): string {
  const of = (value: Value | Identity) => valueWords(value, inner)
  switch (condition.kind) {
    case 'always':
      return 'anything'
    case 'all':
    case 'any': {
      const word = condition.kind === 'all' ? ' and ' : ' or '
      return condition.operands.map((operand) => enclosed(definitions, operand, inner)).join(word)
    }
    case 'not':
      return negatedWords(definitions, condition.operand, inner)
    case 'holds':
      return of(condition.value)
    case 'present':
      return `${of(condition.value)} is present`
    case 'equal':
    case 'same':
      return `${of(condition.left)} is ${of(condition.right)}`
    case 'order':
    case 'affix':
      return `${of(condition.left)} ${condition.operator} ${of(condition.right)}`
    case 'among':
      return `${of(condition.value)} is among ${listWords(condition.list, inner)}`
    case 'match':
      return `${of(condition.value)} ${patternWords(condition.pattern)}`
    case 'apply':
      return condition.subject === inner ? condition.definition : `${condition.subject} is ${condition.definition}`
    case 'quantified':
    case 'every':
      return quantifierWords(definitions, condition)
    default:
      return unreachable(condition)
  }
}

function negatedWords(definitions: Definitions, operand: Condition, inner: string | undefined): string {
  const of = (value: Value | Identity) => valueWords(value, inner)
  switch (operand.kind) {
    case 'present':
      return `${of(operand.value)} is missing`
    case 'equal':
    case 'same':
      return `${of(operand.left)} is not ${of(operand.right)}`
    case 'among':
      return `${of(operand.value)} is not among ${listWords(operand.list, inner)}`
    case 'apply':
      if (operand.subject !== inner) return `${operand.subject} is not ${operand.definition}`
      break
    default:
      break
  }
  return `not ${enclosed(definitions, operand, inner)}`
}

/** What could be read on beyond its end stands in parentheses. */
function enclosed(definitions: Definitions, condition: Condition, inner: string | undefined): string {
  const words = conditionWords(definitions, condition, inner)
  const isOpen = ['all', 'any', 'quantified', 'every'].includes(condition.kind)
  return isOpen ? `(${words})` : words
}

/** What reads better with "have" or "be" has it; both mean nothing. */
function mustWords(definitions: Definitions, must: Condition, inner: string): string {
  if (must.kind === 'present') return `have ${valueWords(must.value, inner)}`
  const words = conditionWords(definitions, must, inner)
  if (firstOf(must).kind === 'holds' && /^\w+(ed|able)\b/.test(words)) return `be ${words}`
  return must.kind === 'quantified' || must.kind === 'every' ? `have ${words}` : words
}

const firstOf = (condition: Condition): Condition => {
  const [first] = condition.kind === 'all' || condition.kind === 'any' ? condition.operands : []
  return first === undefined ? condition : firstOf(first)
}

type Quantified = Extract<Condition, { kind: 'quantified' | 'every' }>

function quantifierWords(definitions: Definitions, condition: Quantified): string {
  const { subject, where } = condition
  const about = subjectWords(definitions, subject, where)
  if (condition.kind === 'every') {
    return `every ${about} must ${mustWords(definitions, condition.must, subject.name)}`
  }
  const { quantifier, count } = condition
  return `${quantifier}${count === undefined ? '' : ` ${count}`} ${about}`
}

/** What a sentence is about, with all that it asks of it before `must`. */
function subjectWords(definitions: Definitions, subject: Subject, where: Condition): string {
  const noun = nounOf(definitions, subject)
  const as = subject.name === noun ? '' : ` as ${subject.name}`
  const asked = partsOf(subject.narrowed, where).filter((part) => derivedBy(definitions, subject, part) === undefined)
  const [only] = asked
  const condition = only !== undefined && asked.length === 1 ? only : ({ kind: 'all', operands: asked } as const)
  const words = asked.length === 0 ? '' : ` where ${conditionWords(definitions, condition, subject.name)}`
  const { domain } = subject
  if (domain.kind === 'probes') return `path among ${listWords(domain.values, undefined)}${as}${words}`
  return `${noun}${as}${domain.kind === 'facts' ? scopeWords(domain.scope) : ''}${words}`
}

const partsOf = (...conditions: readonly Condition[]): readonly Condition[] =>
  conditions.flatMap((each) => (each.kind === 'all' ? partsOf(...each.operands) : each.kind === 'always' ? [] : [each]))

/** The derived kind that a condition stands for, said of the subject. */
function derivedBy(definitions: Definitions, { name }: Subject, condition: Condition): string | undefined {
  if (condition.kind !== 'apply' || condition.subject !== name) return undefined
  return definitions.get(condition.definition)?.kind === 'derived kind' ? condition.definition : undefined
}

/** The kind, or the derived kind, that a subject is one of; an element has the name of its list's singular. */
export function nounOf(definitions: Definitions, subject: Subject): string {
  const { domain } = subject
  if (domain.kind === 'elements') return subject.name
  const derived = partsOf(subject.narrowed).map((part) => derivedBy(definitions, subject, part))
  return derived.find((name) => name !== undefined) ?? (domain.kind === 'facts' ? domain.of : 'path')
}

/** ` in python, "src/**"`, or nothing. */
function scopeWords({ roles, languages, globs, vendored, anywhere }: Scope): string {
  const words = [
    ...roles,
    ...(vendored ? ['vendored'] : []),
    ...languages,
    ...globs.map(({ written }) => JSON.stringify(written)),
  ]
  return `${words.length === 0 ? '' : ` in ${words.join(', ')}`}${anywhere ? ' anywhere' : ''}`
}

export function valueWords(value: Value | Identity, inner: string | undefined): string {
  switch (value.kind) {
    case 'literal':
      return literalWords(value.value)
    case 'parameter':
      return value.name
    case 'element':
    case 'subject':
      return value.subject
    case 'field': {
      const way = value.steps.map(({ field }) => field).join('.')
      return value.subject === inner ? way : `${value.subject}.${way}`
    }
    default:
      return unreachable(value)
  }
}

/** A value as a checklist writes it; what no checklist can write is told in one word. */
export function literalWords(value: unknown): string {
  if (value === null) return 'none'
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}

const listWords = (list: readonly Value[] | { readonly parameter: string }, inner: string | undefined): string =>
  'parameter' in list ? list.parameter : `[${list.map((value) => valueWords(value, inner)).join(', ')}]`

/** A glob has become a pattern, and is shown as it was written. */
function patternWords(pattern: TypedPattern): string {
  const { written } = pattern
  return written === patternText(pattern) ? `matches ${written}` : `like ${JSON.stringify(written)}`
}
