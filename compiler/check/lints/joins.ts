/** A quantifier over another kind inside a condition is a join, and a join needs an equality that binds the two. */
import { diagnose } from '../../diagnostics/codes.ts'
import { unreachable } from '../../unreachable.ts'
import { type Checking, fieldNames, fieldOf } from '../context.ts'
import type { Bound, Condition, Identity, Subject, Value } from '../typed.ts'

/** `around` are the subjects that the condition stands in, the innermost last. */
export function lintJoins(checking: Checking, around: readonly Bound[], condition: Condition): void {
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const operand of condition.operands) lintJoins(checking, around, operand)
      break
    case 'not':
      lintJoins(checking, around, condition.operand)
      break
    case 'quantified':
      lintJoin(checking, around, condition.subject, [condition.where])
      break
    case 'every':
      lintJoin(checking, around, condition.subject, [condition.where, condition.must])
      break
    default:
      break
  }
}

function lintJoin(
  checking: Checking,
  around: readonly Bound[],
  subject: Subject,
  conditions: readonly Condition[],
): void {
  const outer = around.at(-1)
  const others = new Set(around.map(({ name }) => name))
  const isBound = conditions.some((condition) => binds(condition, new Set([subject.name]), others))
  if (outer !== undefined && subject.domain.kind === 'facts' && !isBound) {
    const suggestion = equalityOf(subject, outer)
    checking.report(
      diagnose('join-without-equality', subject.span, { inner: subject.name, outer: outer.name, suggestion }),
    )
  }
  for (const condition of conditions) lintJoins(checking, [...around, subject], condition)
}

/** Whether everything that meets the condition has something of `inner` equal to something of `others`. */
function binds(condition: Condition, inner: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.operands.some((operand) => binds(operand, inner, others))
    case 'equal':
    case 'same': {
      const [left, right] = [subjectOf(condition.left), subjectOf(condition.right)]
      return (inner.has(left) && others.has(right)) || (inner.has(right) && others.has(left))
    }
    case 'quantified':
      return (
        condition.quantifier === 'some' && binds(condition.where, new Set([...inner, condition.subject.name]), others)
      )
    default:
      return false
  }
}

/** Whether a condition has something of one of the subjects in it. */
export function speaksOf(condition: Condition, subjects: ReadonlySet<string>): boolean {
  const isOf = (value: Value | Identity) => subjects.has(subjectOf(value))
  switch (condition.kind) {
    case 'always':
      return false
    case 'all':
    case 'any':
      return condition.operands.some((operand) => speaksOf(operand, subjects))
    case 'not':
      return speaksOf(condition.operand, subjects)
    case 'holds':
    case 'present':
    case 'match':
      return isOf(condition.value)
    case 'equal':
    case 'same':
    case 'order':
    case 'affix':
      return isOf(condition.left) || isOf(condition.right)
    case 'among':
      return isOf(condition.value) || ('parameter' in condition.list ? false : condition.list.some(isOf))
    case 'apply':
      return subjects.has(condition.subject)
    case 'quantified':
      return isElementOf(condition.subject, subjects) || speaksOf(condition.where, subjects)
    case 'every':
      return (
        isElementOf(condition.subject, subjects) ||
        speaksOf(condition.where, subjects) ||
        speaksOf(condition.must, subjects)
      )
    default:
      return unreachable(condition)
  }
}

const isElementOf = ({ domain }: Subject, subjects: ReadonlySet<string>): boolean =>
  domain.kind === 'elements' && subjects.has(domain.owner)

const subjectOf = (value: Value | Identity): string => ('subject' in value ? value.subject : '')

/** An equality that would bind the two: one refers to the other, or both to one function, script, section or file. */
function equalityOf(subject: Subject, outer: Bound): string {
  const referring = fieldNames(subject.is).find((name) => {
    const type = fieldOf(subject.is, name)?.type
    return type?.kind === 'reference' && outer.is.kind === 'fact' && type.to === outer.is.of
  })
  if (referring !== undefined) return `Bind the two with an equality, such as: ${referring} is ${outer.name}.`
  const shared = fieldNames(subject.is).find((name) => {
    const [one, other] = [fieldOf(subject.is, name)?.type, fieldOf(outer.is, name)?.type]
    return one?.kind === 'reference' && other?.kind === 'reference' && one.to === other.to
  })
  return shared === undefined ? '' : `Bind the two with an equality, such as: ${shared} is ${outer.name}.${shared}.`
}
