/** Sentences and conditions in the words of the language, as somebody could have written them. */
import type { Condition, Identity, Scope, Subject, TypedCheck, TypedPattern, Value } from '../../../compiler/index.ts'
import { unreachable } from '../../../compiler/index.ts'

export function sentenceOf({ form, count, subject, where, must }: TypedCheck): string {
  const asked = both(subject.narrowed, where)
  const start = `${form}${count === undefined ? '' : ` ${count}`} ${subjectWords(subject)}${whereWords(asked, subject)}`
  return must === undefined ? start : `${start} must ${conditionWords(must, subject.name)}`
}

/** `inner` is the innermost subject: what is said of it needs no name. */
export function conditionWords(condition: Condition, inner: string | undefined): string {
  const of = (value: Value | Identity) => valueWords(value, inner)
  switch (condition.kind) {
    case 'always':
      return 'anything'
    case 'all':
    case 'any': {
      const word = condition.kind === 'all' ? ' and ' : ' or '
      return condition.operands.map((operand) => enclosed(operand, inner)).join(word)
    }
    case 'not':
      return negatedWords(condition.operand, inner)
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
      return quantifierWords(condition)
    default:
      return unreachable(condition)
  }
}

function negatedWords(operand: Condition, inner: string | undefined): string {
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
  return `not ${enclosed(operand, inner)}`
}

/** What could be read on beyond its end stands in parentheses. */
function enclosed(condition: Condition, inner: string | undefined): string {
  const words = conditionWords(condition, inner)
  const isOpen = ['all', 'any', 'quantified', 'every'].includes(condition.kind)
  return isOpen ? `(${words})` : words
}

type Quantified = Extract<Condition, { kind: 'quantified' | 'every' }>

export function quantifierWords(condition: Quantified): string {
  const { subject, where } = condition
  const asked = whereWords(both(subject.narrowed, where), subject)
  if (condition.kind === 'every') {
    return `every ${subjectWords(subject)}${asked} must ${enclosed(condition.must, subject.name)}`
  }
  const count = condition.count === undefined ? '' : ` ${condition.count}`
  return `${condition.quantifier}${count} ${subjectWords(subject)}${asked}`
}

const whereWords = (asked: Condition, { name }: Subject): string =>
  asked.kind === 'always' ? '' : ` where ${conditionWords(asked, name)}`

function both(first: Condition, second: Condition): Condition {
  const operands = [first, second].flatMap((each) => (each.kind === 'all' ? each.operands : [each]))
  const asked = operands.filter(({ kind }) => kind !== 'always')
  const [only] = asked
  if (only === undefined) return { kind: 'always' }
  return asked.length === 1 ? only : { kind: 'all', operands: asked }
}

function subjectWords({ name, domain }: Subject): string {
  switch (domain.kind) {
    case 'facts': {
      const as = name === domain.of ? '' : ` as ${name}`
      return `${domain.of}${as}${scopeWords(domain.scope)}`
    }
    case 'elements':
      return name
    case 'probes':
      return `path among ${listWords(domain.values, undefined)}`
    default:
      return unreachable(domain)
  }
}

/** ` in python, "src/**"`, or nothing. */
export function scopeWords({ roles, languages, globs, vendored, anywhere }: Scope): string {
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
function patternWords({ written, source, ignoreCase }: TypedPattern): string {
  const isPattern = written === `/${source}/${ignoreCase ? 'i' : ''}`
  return isPattern ? `matches ${written}` : `like ${JSON.stringify(written)}`
}
