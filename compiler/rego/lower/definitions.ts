/** Named predicates and derived kinds: functions of their subject, under their own names. */
import type { TypedDefinition } from '../../check/typed.ts'
import { rule } from '../tree.ts'
import { conditionBody } from './conditions.ts'
import { argumentsOf, type Environment, type Lowering } from './context.ts'
import { conditionsIn, identifiedIn } from './walk.ts'

export function lowerDefinition(lowering: Lowering, definition: TypedDefinition): void {
  const { name, kind, subject, condition, span } = definition
  // A subject is often called as its derived kind.
  const taken = lowering.names.take(kind === 'derived kind' ? `is_${name}` : name)
  const identified = identifiedIn(conditionsIn(condition), (other) => identifies(lowering, other))
  const source = `Definition of ${name}, in ${span.path}.`
  const environment: Environment = { section: 'definitions', prefix: taken, source, subjects: [subject], identified }
  const { definitions } = lowering.rules
  const first = definitions.length
  const alternatives = condition.kind === 'any' ? condition.operands : [condition]
  const bodies = alternatives.map((operand) => conditionBody(lowering, environment, operand))
  const args = argumentsOf(lowering, environment, bodies)
  const rules = bodies.map((body, index) =>
    rule(taken, { ...(args.length === 0 ? {} : { args }), body, comments: index === 0 ? [source] : [] }),
  )
  // Before the helpers that it needs.
  definitions.splice(first, 0, ...rules)
  lowering.definitions.set(name, {
    rule: taken,
    takes: args.map((arg) => (arg === lowering.names.index(subject.name) ? 'index' : 'fact')),
    identifies: identified.has(subject.name),
  })
}

export const identifies = (lowering: Lowering, definition: string): boolean =>
  lowering.definitions.get(definition)?.identifies ?? false
