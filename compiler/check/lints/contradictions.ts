/** Conditions that never hold, or always: `scheme is "http" and scheme is "https"`, `id > 5 and id < 3`. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Span } from '../../diagnostics/span.ts'
import type { Checking } from '../context.ts'
import { opposite } from '../items/witnesses.ts'
import type { Condition, Value } from '../typed.ts'
import { Canonical } from './canonical.ts'
import { type Bound, boundOf, excludeEachOther } from './ranges.ts'

/** What is asked of a subject; `must` only with `every`. */
export function lintContradictions(checking: Checking, where: Condition, must?: Condition): void {
  const canonical = new Canonical()
  visit(checking, canonical, where)
  if (must === undefined) return
  visit(checking, canonical, must)
  const span = checking.places.get(must)
  if (span === undefined || clash(canonical, conjuncts(where)) !== undefined) return
  if (clash(canonical, [...conjuncts(where), ...conjuncts(must)]) !== undefined) {
    if (clash(canonical, conjuncts(must)) === undefined) checking.report(diagnose('never-holds', span, {}))
  } else if (clash(canonical, [...conjuncts(where), ...conjuncts(opposite(must))]) !== undefined) {
    if (clash(canonical, conjuncts(opposite(must))) === undefined) checking.report(diagnose('always-holds', span, {}))
  }
}

function visit(checking: Checking, canonical: Canonical, condition: Condition): void {
  const visitAll = (parts: readonly Condition[]) => {
    for (const part of parts) visit(checking, canonical, part)
  }
  lintNegative(checking, condition)
  switch (condition.kind) {
    case 'all':
      told(checking, clash(canonical, condition.operands), 'never-holds')
      repeated(checking, canonical, condition.operands)
      visitAll(condition.operands)
      break
    case 'any':
      told(checking, clash(canonical, condition.operands.map(opposite)), 'always-holds', condition.operands)
      repeated(checking, canonical, condition.operands)
      visitAll(condition.operands)
      break
    case 'not':
      visit(checking, canonical, condition.operand)
      break
    case 'quantified':
      visit(checking, canonical, condition.where)
      break
    case 'every':
      lintContradictions(checking, condition.where, condition.must)
      break
    default:
      break
  }
}

/** No number of a fact is below zero: they are sizes, counts, places and identifiers. */
function lintNegative(checking: Checking, condition: Condition): void {
  if (condition.kind !== 'order') return
  const { operator, left, right } = condition
  const span = checking.places.get(condition)
  const isNumber = left.kind === 'field' && right.kind === 'literal' && typeof right.value === 'number'
  if (span === undefined || !isNumber || isOfAnyType(left)) return
  const limit = right.value as number
  const isBelow = limit < 0 || (limit === 0 && (operator === '>=' || operator === '<'))
  if (!isBelow) return
  if (operator.startsWith('<')) checking.report(diagnose('never-holds', span, {}))
  else if (!left.optional) checking.report(diagnose('always-holds', span, {}))
}

/** A value of code or configuration may be any number. */
const isOfAnyType = (value: Extract<Value, { kind: 'field' }>): boolean => value.steps.at(-1)?.field === 'value'

/** Two parts of a row that cannot both hold, by where they stand in it. */
interface Clash {
  readonly first: number
  readonly second: number
  readonly parts: readonly Condition[]
}

function told(
  checking: Checking,
  found: Clash | undefined,
  code: 'never-holds' | 'always-holds',
  parts = found?.parts ?? [],
): void {
  if (found === undefined) return
  const [first, second] = [placeOf(checking, parts[found.first]), placeOf(checking, parts[found.second])]
  if (second === undefined) return
  const related = first === undefined ? [] : [{ span: first, message: 'beside this condition' }]
  checking.report(diagnose(code, second, {}, { related }))
}

const placeOf = ({ places }: Checking, condition: Condition | undefined): Span | undefined =>
  condition && places.get(condition)

function clash(canonical: Canonical, parts: readonly Condition[]): Clash | undefined {
  const bounds = new Map<number, { readonly first: number; readonly bounds: Bound[] }>()
  const held = new Map<number, number>()
  for (const [second, part] of parts.entries()) {
    const bounded = boundOf(part)
    if (bounded === undefined) {
      const against = held.get(canonical.of(opposite(part)))
      if (against !== undefined) return { first: against, second, parts }
      held.set(canonical.of(part), second)
      continue
    }
    const key = canonical.numberOf(bounded.value)
    const known = bounds.get(key) ?? { first: second, bounds: [] }
    known.bounds.push(bounded.bound)
    bounds.set(key, known)
    // A long row over one value is not gone through again for each of its parts.
    if (known.bounds.length > 1 && known.bounds.length <= longest && excludeEachOther(known.bounds)) {
      return { first: known.first, second, parts }
    }
  }
  return undefined
}

const longest = 20

const conjuncts = (condition: Condition): readonly Condition[] => {
  if (condition.kind === 'all') return condition.operands
  if (condition.kind === 'not' && condition.operand.kind === 'any') return condition.operand.operands.map(opposite)
  return condition.kind === 'always' ? [] : [condition]
}

/** Once for a row, however often it repeats itself. */
function repeated(checking: Checking, canonical: Canonical, parts: readonly Condition[]): void {
  const seen = new Map<number, Condition>()
  for (const part of parts) {
    const number = canonical.of(part)
    const before = seen.get(number)
    const span = placeOf(checking, part)
    if (before !== undefined && span !== undefined) {
      const first = placeOf(checking, before)
      const related = first === undefined ? [] : [{ span: first, message: 'it stands here already' }]
      checking.report(diagnose('repeated-condition', span, {}, { related }))
      return
    }
    seen.set(number, before ?? part)
  }
}
