/** What conditions that all hold leave of one value: words, numbers between bounds, or nothing. */
import type { Condition, Scalar, Value } from '../typed.ts'

/** A condition as a bound on one value; what says nothing of the kind is none. */
export type Bound =
  | { readonly kind: 'one of'; readonly values: readonly Scalar[] }
  | { readonly kind: 'none of'; readonly values: readonly Scalar[] }
  | { readonly kind: 'above' | 'below'; readonly limit: number; readonly included: boolean }
  | { readonly kind: 'there' | 'missing' }

export interface Bounded {
  readonly value: Value
  readonly bound: Bound
}

/** Undefined where the condition is no bound. */
export function boundOf(condition: Condition): Bounded | undefined {
  if (condition.kind === 'not') return turned(boundOf(condition.operand))
  switch (condition.kind) {
    case 'holds':
      return { value: condition.value, bound: { kind: 'one of', values: [true] } }
    case 'present':
      return { value: condition.value, bound: { kind: 'there' } }
    case 'equal':
      return condition.right.kind === 'literal'
        ? { value: condition.left, bound: { kind: 'one of', values: [condition.right.value] } }
        : undefined
    case 'among': {
      if ('parameter' in condition.list) return undefined
      const values = condition.list.flatMap((each) => (each.kind === 'literal' ? [each.value] : []))
      const { length } = condition.list
      return values.length === length ? { value: condition.value, bound: { kind: 'one of', values } } : undefined
    }
    case 'order': {
      const { operator, left, right } = condition
      if (right.kind !== 'literal' || typeof right.value !== 'number') return undefined
      const kind = operator.startsWith('<') ? 'below' : 'above'
      return { value: left, bound: { kind, limit: right.value, included: operator.endsWith('=') } }
    }
    default:
      return undefined
  }
}

/** A number that may be missing is neither above nor below a limit where it is. */
function turned(bounded: Bounded | undefined): Bounded | undefined {
  if (bounded === undefined) return undefined
  const { value, bound } = bounded
  const mayBeMissing = value.kind === 'field' && value.optional
  switch (bound.kind) {
    case 'one of':
      return { value, bound: { kind: 'none of', values: bound.values } }
    case 'none of':
      return { value, bound: { kind: 'one of', values: bound.values } }
    case 'there':
      return { value, bound: { kind: 'missing' } }
    case 'missing':
      return { value, bound: { kind: 'there' } }
    case 'above':
    case 'below': {
      const kind = bound.kind === 'above' ? 'below' : 'above'
      return mayBeMissing ? undefined : { value, bound: { kind, limit: bound.limit, included: !bound.included } }
    }
  }
}

/** Whether nothing meets all of the bounds. */
export function excludeEachOther(bounds: readonly Bound[]): boolean {
  const isMissing = bounds.some(({ kind }) => kind === 'missing')
  if (isMissing && bounds.some(({ kind }) => kind !== 'missing' && kind !== 'none of')) return true
  const choices = bounds.flatMap((bound) => (bound.kind === 'one of' ? [bound.values] : []))
  const [first, ...others] = choices
  if (first !== undefined) {
    return !first.some(
      (value) => others.every((choice) => choice.includes(value)) && bounds.every((bound) => meets(value, bound)),
    )
  }
  const low = limitOf(bounds, 'above')
  const high = limitOf(bounds, 'below')
  if (low === undefined || high === undefined) return false
  return low.limit > high.limit || (low.limit === high.limit && !(low.included && high.included))
}

function meets(value: Scalar, bound: Bound): boolean {
  switch (bound.kind) {
    case 'none of':
      return !bound.values.includes(value)
    case 'above':
      return typeof value === 'number' && (value > bound.limit || (bound.included && value === bound.limit))
    case 'below':
      return typeof value === 'number' && (value < bound.limit || (bound.included && value === bound.limit))
    default:
      return true
  }
}

type Limit = Extract<Bound, { kind: 'above' | 'below' }>

/** The narrowest of the limits on one side. */
function limitOf(bounds: readonly Bound[], kind: Limit['kind']): Limit | undefined {
  const sign = kind === 'above' ? -1 : 1
  const limits = bounds.filter((bound): bound is Limit => bound.kind === kind)
  return limits.sort((a, b) => sign * (a.limit - b.limit) || Number(a.included) - Number(b.included))[0]
}
