/** Values and identities as terms: a field of a fact, followed through references by their index. */
import type { Bound, Identity, Step, Value } from '../../check/typed.ts'
import { kinds, recordShapes } from '../../schema/kinds.ts'
import type { Field, Shape } from '../../schema/types.ts'
import { assert, unreachable } from '../../unreachable.ts'
import { input, ref, ruleRef, scalar, type Term, variable } from '../tree.ts'
import type { Environment, Lowering } from './context.ts'

/** Where a subject is found: mostly its variable. */
export type Heads = (subject: string) => Term

export function valueTerm(lowering: Lowering, value: Value, heads: Heads = variableOf(lowering)): Term {
  switch (value.kind) {
    case 'literal':
      return scalar(value.value)
    case 'parameter':
      return ruleRef(parameterOf(lowering, value.name).rule)
    case 'field':
      return fieldTerm(heads(value.subject), value.steps)
    case 'element':
      return heads(value.subject)
    default:
      return unreachable(value)
  }
}

export function identityTerm(lowering: Lowering, identity: Identity): Term {
  return identity.kind === 'subject'
    ? variable(lowering.names.index(identity.subject))
    : fieldTerm(variable(lowering.names.variable(identity.subject)), identity.steps)
}

/** `made.function.name` is `input.function[made.function].name`; the last step is never followed. */
export function fieldTerm(head: Term, steps: readonly Step[]): Term {
  return steps.reduce((at, { field }, index) => {
    const before = steps[index - 1]
    assert(index === 0 || before?.to !== undefined, `the field before ${field} refers to a fact`)
    return before?.to === undefined ? below(at, field) : ref(input, before.to, at, field)
  }, head)
}

/** A step further, in the reference that is there. */
const below = (term: Term, field: string): Term =>
  term.kind === 'ref' ? { ...term, path: [...term.path, scalar(field)] } : ref(term, field)

export const variableOf =
  (lowering: Lowering): Heads =>
  (subject) =>
    variable(lowering.names.variable(subject))

export function parameterOf(lowering: Lowering, name: string) {
  const known = lowering.parameters.get(name)
  assert(known !== undefined, `the checklist has a parameter ${name}`)
  return known
}

export function isListParameter(lowering: Lowering, value: Value): boolean {
  return value.kind === 'parameter' && parameterOf(lowering, value.name).parameter.type.startsWith('list')
}

/** Whether every fact that the schema allows has the value. */
export function alwaysThere(environment: Environment, value: Value): boolean {
  if (value.kind !== 'field') return true
  return !value.optional && fieldsAlong(environment, value.subject, value.steps).every((field) => !field?.optional)
}

/** Whether the schema says that the value, where there is one, is a text. */
export function isText(environment: Environment, value: Value): boolean {
  if (value.kind === 'literal') return typeof value.value === 'string'
  if (value.kind !== 'field') return true
  const type = fieldsAlong(environment, value.subject, value.steps).at(-1)?.type.kind
  return type === 'text' || type === 'choice'
}

/** The fields of a way through references; nothing for `file`, which is none of the schema's own fields. */
function fieldsAlong(
  environment: Environment,
  subject: string,
  steps: readonly Step[],
): readonly (Field | undefined)[] {
  const bound = environment.subjects.find(({ name }) => name === subject)
  assert(bound !== undefined, `the subject ${subject} stands around the condition`)
  let shape = shapeOf(bound)
  return steps.map(({ field, to }) => {
    const found = shape?.fields[field]
    shape = to === undefined ? undefined : kinds[to]
    return found
  })
}

function shapeOf({ is }: Bound): Shape | undefined {
  switch (is.kind) {
    case 'fact':
      return kinds[is.of]
    case 'record':
      return recordShapes[is.of]
    case 'text':
      return undefined
    default:
      return unreachable(is)
  }
}
