/** Ways to break an item, each a small change of one of its conditions, or of a definition that it uses. */
import {
  type Condition,
  type TypedCheck,
  type TypedChecklist,
  type TypedDefinition,
  type TypedItem,
  unreachable,
} from '../../compiler/index.ts'

export interface Mutant {
  /** "… is dropped": what was done, in words. */
  readonly what: string
  readonly checklist: TypedChecklist
  /** The items whose cases may notice, changed or with a definition of theirs changed. */
  readonly items: readonly TypedItem[]
}

/** What is changed in the item itself. */
export function mutantsOfItem(checklist: TypedChecklist, item: TypedItem): readonly Mutant[] {
  const inItem = (what: string, changed: TypedItem): Mutant => ({ what, checklist, items: [changed] })
  return [
    ...item.checks.flatMap((check, index) => [
      ...(item.checks.length < 2
        ? []
        : [
            inItem(`check ${index + 1} is left out`, { ...item, checks: item.checks.filter((each) => each !== check) }),
          ]),
      ...changedChecks(check).map(({ what, value }) =>
        inItem(`in check ${index + 1}, ${what}`, { ...item, checks: item.checks.with(index, value) }),
      ),
    ]),
    ...changedConditions(item.applies?.condition).map(({ what, value }) =>
      inItem(`in "applies when", ${what}`, { ...item, applies: item.applies && { ...item.applies, condition: value } }),
    ),
    ...item.reviews.flatMap((review, index) =>
      changedConditions(review.when?.where).map(({ what, value }) =>
        inItem(`in review ${index + 1}, ${what}`, {
          ...item,
          reviews: item.reviews.with(index, { ...review, when: review.when && { ...review.when, where: value } }),
        }),
      ),
    ),
  ]
}

/** What is changed in a definition: a case of any item that uses it may notice. */
export function mutantsOfDefinition(checklist: TypedChecklist, definition: TypedDefinition): readonly Mutant[] {
  const items = checklist.items.filter((item) => usedBy(checklist, item).includes(definition))
  return changes(definition.condition).map(({ what, value }) => ({
    what,
    items,
    checklist: {
      ...checklist,
      definitions: checklist.definitions.map((each) => (each === definition ? { ...each, condition: value } : each)),
    },
  }))
}

const changedConditions = (condition: Condition | undefined) => (condition === undefined ? [] : changes(condition))

interface Change<T> {
  readonly what: string
  readonly value: T
}

function changedChecks(check: TypedCheck): readonly Change<TypedCheck>[] {
  const must = check.must
  return [
    ...changes(check.where).map(({ what, value }) => ({ what, value: { ...check, where: value } })),
    ...(must === undefined ? [] : changes(must).map(({ what, value }) => ({ what, value: { ...check, must: value } }))),
    ...changes(check.subject.narrowed).map(({ what, value }) => ({
      what,
      value: { ...check, subject: { ...check.subject, narrowed: value } },
    })),
  ]
}

/** Every condition that comes of one change somewhere in it. */
function changes(condition: Condition): readonly Change<Condition>[] {
  switch (condition.kind) {
    case 'always':
      return []
    case 'all':
    case 'any':
      return condition.operands.flatMap((operand, index) => [
        {
          what: `${written(operand)} is dropped from "${condition.kind === 'all' ? 'and' : 'or'}"`,
          value: { ...condition, operands: condition.operands.toSpliced(index, 1) },
        },
        ...changes(operand).map(({ what, value }) => ({
          what,
          value: { ...condition, operands: condition.operands.with(index, value) },
        })),
      ])
    case 'not':
      return [
        { what: `"not" before ${written(condition.operand)} is dropped`, value: condition.operand },
        ...changes(condition.operand).map(({ what, value }) => ({ what, value: { ...condition, operand: value } })),
      ]
    case 'quantified':
      return [
        turned(condition),
        ...changes(condition.where).map(({ what, value }) => ({ what, value: { ...condition, where: value } })),
        ...changes(condition.subject.narrowed).map(({ what, value }) => ({
          what,
          value: { ...condition, subject: { ...condition.subject, narrowed: value } },
        })),
      ]
    case 'every':
      return [
        turned(condition),
        ...changes(condition.where).map(({ what, value }) => ({ what, value: { ...condition, where: value } })),
        ...changes(condition.must).map(({ what, value }) => ({ what, value: { ...condition, must: value } })),
      ]
    case 'among': {
      const { list } = condition
      if (!Array.isArray(list)) return [turned(condition)]
      return list.map((value, index) => ({
        what: `${JSON.stringify(value.kind === 'literal' ? value.value : value.kind)} is taken out of a list`,
        value: { ...condition, list: list.toSpliced(index, 1) },
      }))
    }
    case 'holds':
    case 'present':
    case 'equal':
    case 'order':
    case 'affix':
    case 'match':
    case 'same':
    case 'apply':
      return [turned(condition)]
    default:
      return unreachable(condition)
  }
}

const turned = (condition: Condition): Change<Condition> => ({
  what: `${written(condition)} is turned around`,
  value: { kind: 'not', operand: condition },
})

/** A few words by which a reader finds the condition in the checklist. */
function written(condition: Condition): string {
  switch (condition.kind) {
    case 'always':
      return 'nothing'
    case 'all':
    case 'any':
      return `(${condition.operands.map(written).join(condition.kind === 'all' ? ' and ' : ' or ')})`
    case 'not':
      return `not ${written(condition.operand)}`
    case 'quantified':
      return `${condition.quantifier} ${condition.subject.name} …`
    case 'every':
      return `every ${condition.subject.name} …`
    case 'match':
      return `matches ${condition.pattern.written}`
    case 'apply':
      return condition.definition
    default: {
      const value = 'value' in condition ? condition.value : condition.left
      const name = 'steps' in value ? value.steps.map(({ field }) => field).join('.') : value.kind
      return `the condition on ${name}`
    }
  }
}

/** The definitions that an item needs, by way of others too. */
export function usedBy(checklist: TypedChecklist, item: TypedItem): readonly TypedDefinition[] {
  const used = new Set<string>()
  const text = (value: unknown): string => JSON.stringify(value)
  const collect = (from: string): void => {
    for (const definition of checklist.definitions) {
      if (used.has(definition.name) || !from.includes(`"definition":${text(definition.name)}`)) continue
      used.add(definition.name)
      collect(text(definition.condition))
    }
  }
  collect(text([item.checks, item.reviews, item.applies]))
  return checklist.definitions.filter(({ name }) => used.has(name))
}
