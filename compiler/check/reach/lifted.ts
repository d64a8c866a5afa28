/**
 * Lifted facts stand where a value is handed to a function of the repository that does something with it. They are for
 * sentences that ask where values come from; to every other one, only what is done at the place itself is such a fact.
 */
import { isLifted } from '../../schema/kinds.ts'
import type { Condition, Subject, TypedItem } from '../typed.ts'
import { all } from './narrowing.ts'
import type { Definitions } from './polarity.ts'

/** The item with subjects narrowed to direct facts wherever what is asked of them follows no origins. */
export function withoutLifted(item: TypedItem, definitions: Definitions): TypedItem {
  const subjectOf = (subject: Subject, sentence: readonly Condition[]) => direct(subject, sentence, definitions)
  const inside = (condition: Condition) => directWithin(condition, definitions)
  return {
    ...item,
    applies: item.applies && { ...item.applies, condition: inside(item.applies.condition) },
    checks: item.checks.map((check) => ({
      ...check,
      subject: subjectOf(check.subject, [check.where, ...(check.must === undefined ? [] : [check.must])]),
      where: inside(check.where),
      must: check.must && inside(check.must),
    })),
    reviews: item.reviews.map(({ when, ...review }) => ({
      ...review,
      when: when && { ...when, subject: subjectOf(when.subject, [when.where]), where: inside(when.where) },
    })),
  }
}

function direct(subject: Subject, sentence: readonly Condition[], definitions: Definitions): Subject {
  const { name, is, narrowed } = subject
  if (is.kind !== 'fact' || !isLifted(is.of)) return subject
  if ([narrowed, ...sentence].some((condition) => followsOrigins(condition, definitions))) return subject
  const through = {
    kind: 'field',
    subject: name,
    steps: [{ field: 'through', to: undefined }],
    optional: true,
  } as const
  return { ...subject, narrowed: all([narrowed, { kind: 'not', operand: { kind: 'present', value: through } }]) }
}

/** The same for subjects of quantifiers within a condition. */
function directWithin(condition: Condition, definitions: Definitions): Condition {
  const inside = (part: Condition) => directWithin(part, definitions)
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, operands: condition.operands.map(inside) }
    case 'not':
      return { ...condition, operand: inside(condition.operand) }
    case 'quantified': {
      const subject = direct(condition.subject, [condition.where], definitions)
      return { ...condition, subject, where: inside(condition.where) }
    }
    case 'every': {
      const { where, must } = condition
      return {
        ...condition,
        subject: direct(condition.subject, [where, must], definitions),
        where: inside(where),
        must: inside(must),
      }
    }
    default:
      return condition
  }
}

/** Whether one of its quantifiers ranges over origins. */
function followsOrigins(condition: Condition, definitions: Definitions): boolean {
  const follows = (part: Condition) => followsOrigins(part, definitions)
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.operands.some(follows)
    case 'not':
      return follows(condition.operand)
    case 'quantified':
      return isOrigin(condition.subject) || follows(condition.subject.narrowed) || follows(condition.where)
    case 'every':
      return isOrigin(condition.subject) || [condition.subject.narrowed, condition.where, condition.must].some(follows)
    case 'apply': {
      const definition = definitions.get(condition.definition)
      return definition !== undefined && follows(definition.condition)
    }
    default:
      return false
  }
}

const isOrigin = ({ is }: Subject): boolean => is.kind === 'record' && is.of === 'origin'
