/** Goes through typed checklists: every condition, and every subject of a quantifier. */
import type { Condition, Subject, TypedChecklist, Value } from '../../../compiler/check/typed.ts'

/** Every condition with those in it, wherever it stands. */
export function partsOf(checklist: TypedChecklist): readonly Condition[] {
  return sentencesOf(checklist).flatMap(withParts)
}

/** Every subject, of checks and questions, too. */
export function subjectsOf(checklist: TypedChecklist): readonly Subject[] {
  const outer = checklist.items.flatMap(({ checks, reviews }) => [
    ...checks.map(({ subject }) => subject),
    ...reviews.flatMap(({ when }) => (when === undefined ? [] : [when.subject])),
  ])
  const nested = partsOf(checklist).flatMap((condition) =>
    condition.kind === 'quantified' || condition.kind === 'every' ? [condition.subject] : [],
  )
  return [...outer, ...nested]
}

function sentencesOf({ items, definitions }: TypedChecklist): readonly Condition[] {
  return [
    ...definitions.map(({ condition }) => condition),
    ...items.flatMap(({ applies, checks, reviews }) => [
      ...(applies === undefined ? [] : [applies.condition]),
      ...checks.flatMap(({ subject, where, must }) => [subject.narrowed, where, ...(must === undefined ? [] : [must])]),
      ...reviews.flatMap(({ when }) => (when === undefined ? [] : [when.subject.narrowed, when.where])),
    ]),
  ]
}

export function withParts(condition: Condition): readonly Condition[] {
  return [condition, ...directParts(condition).flatMap(withParts)]
}

export function directParts(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.operands
    case 'not':
      return [condition.operand]
    case 'quantified':
      return [condition.subject.narrowed, condition.where]
    case 'every':
      return [condition.subject.narrowed, condition.where, condition.must]
    default:
      return []
  }
}

/** The values that a comparison compares; nothing for conditions of other kinds. */
export function valuesIn(condition: Condition): readonly Value[] {
  switch (condition.kind) {
    case 'holds':
    case 'present':
    case 'match':
      return [condition.value]
    case 'equal':
    case 'order':
    case 'affix':
      return [condition.left, condition.right]
    case 'among':
      return 'parameter' in condition.list ? [condition.value] : [condition.value, ...condition.list]
    case 'same':
      return [condition.left, condition.right].flatMap((side) =>
        side.kind === 'field' ? [{ ...side, optional: false }] : [],
      )
    default:
      return []
  }
}
