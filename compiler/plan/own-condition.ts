/**
 * What of a condition can be asked of a fact by itself, before the checklist is evaluated. It may let more facts through
 * than the condition does, never fewer: the module asks again.
 */
import type { Condition, Scalar, Step, Subject, TypedDefinition, Value } from '../check/typed.ts'
import { unreachable } from '../unreachable.ts'
import type { Parameters } from './extract.ts'
import type { OwnCondition } from './extraction.ts'

/** Where names in a condition lead. */
export interface Names {
  readonly definitions: ReadonlyMap<string, TypedDefinition>
  readonly parameters: Parameters
}

const always: OwnCondition = { kind: 'always' }

/** The strongest condition on the fact alone that holds wherever `condition` holds of `subject`. */
export function weakened(condition: Condition, subject: string, names: Names): OwnCondition {
  switch (condition.kind) {
    case 'all':
      return allOf(condition.operands.map((operand) => weakened(operand, subject, names)))
    case 'any': {
      const operands = condition.operands.map((operand) => weakened(operand, subject, names))
      return operands.some(({ kind }) => kind === 'always') ? always : { kind: 'any', operands }
    }
    case 'apply': {
      const definition = condition.subject === subject ? names.definitions.get(condition.definition) : undefined
      return definition === undefined ? always : weakened(definition.condition, definition.subject.name, names)
    }
    case 'quantified': {
      const field = condition.quantifier === 'some' ? ownRecords(condition.subject, subject) : undefined
      if (field === undefined) return always
      const { narrowed, name } = condition.subject
      return {
        kind: 'some',
        field,
        operand: allOf([narrowed, condition.where].map((part) => weakened(part, name, names))),
      }
    }
    default:
      return exact(condition, subject, names) ?? always
  }
}

function allOf(operands: readonly OwnCondition[]): OwnCondition {
  const kept = operands.flatMap((operand) => (operand.kind === 'all' ? operand.operands : [operand]))
  const asked = kept.filter(({ kind }) => kind !== 'always')
  const [only] = asked
  return only === undefined ? always : asked.length === 1 ? only : { kind: 'all', operands: asked }
}

/** The condition as one on the fact alone, where it is nothing else. */
function exact(condition: Condition, subject: string, names: Names): OwnCondition | undefined {
  switch (condition.kind) {
    case 'always':
      return always
    case 'all':
    case 'any': {
      const operands = condition.operands.map((operand) => exact(operand, subject, names))
      return operands.every((operand) => operand !== undefined) ? { kind: condition.kind, operands } : undefined
    }
    case 'not': {
      const operand = exact(condition.operand, subject, names)
      return operand && { kind: 'not', operand }
    }
    case 'apply': {
      const definition = condition.subject === subject ? names.definitions.get(condition.definition) : undefined
      return definition && exact(definition.condition, definition.subject.name, names)
    }
    case 'holds': {
      const field = ownField(condition.value, subject)
      return field === undefined ? undefined : { kind: 'holds', field }
    }
    case 'present': {
      const field = ownField(condition.value, subject)
      return field === undefined ? undefined : { kind: 'present', field }
    }
    case 'match': {
      const field = ownField(condition.value, subject)
      return field === undefined ? undefined : { kind: 'match', field, pattern: condition.pattern }
    }
    case 'equal': {
      const field = ownField(condition.left, subject)
      const value = constant(condition.right, names)
      return field === undefined || value === undefined ? undefined : { kind: 'among', field, values: [value] }
    }
    case 'among': {
      const field = ownField(condition.value, subject)
      const values = constants(condition.list, names)
      return field === undefined || values === undefined ? undefined : { kind: 'among', field, values }
    }
    case 'order': {
      const field = ownField(condition.left, subject)
      const value = constant(condition.right, names)
      const { operator } = condition
      return field === undefined || typeof value !== 'number' ? undefined : { kind: 'order', field, operator, value }
    }
    case 'affix': {
      const field = ownField(condition.left, subject)
      const value = constant(condition.right, names)
      const { operator } = condition
      return field === undefined || typeof value !== 'string' ? undefined : { kind: 'affix', field, operator, value }
    }
    case 'same':
    case 'quantified':
    case 'every':
      return undefined
    default:
      return unreachable(condition)
  }
}

/** A field of the subject itself. */
function ownField(value: Value, subject: string): string | undefined {
  return value.kind === 'field' && value.subject === subject ? ownStep(value.steps) : undefined
}

/** The field of the subject itself whose records another one stands for. */
export function ownRecords({ domain, is }: Subject, subject: string): string | undefined {
  const isOwn = domain.kind === 'elements' && domain.owner === subject && is.kind === 'record'
  return isOwn ? ownStep(domain.path) : undefined
}

function ownStep([step, ...further]: readonly Step[]): string | undefined {
  return further.length > 0 || step?.to !== undefined ? undefined : step?.field
}

function constant(value: Value, { parameters }: Names): Scalar | undefined {
  if (value.kind === 'literal') return value.value
  const given = value.kind === 'parameter' ? parameters[value.name] : undefined
  return given === undefined || Array.isArray(given) ? undefined : (given as Scalar)
}

function constants(
  list: readonly Value[] | { readonly parameter: string },
  names: Names,
): readonly Scalar[] | undefined {
  if ('parameter' in list) {
    const given = names.parameters[list.parameter]
    return Array.isArray(given) ? given : undefined
  }
  const values = list.flatMap((value): readonly (Scalar | undefined)[] => {
    const given = value.kind === 'parameter' ? names.parameters[value.name] : undefined
    return Array.isArray(given) ? given : [constant(value, names)]
  })
  return values.every((value) => value !== undefined) ? values : undefined
}
