/** Parameters: what the document gives, where it is of the type, else the checklist's own value. */
import type { Scalar, TypedParameter } from '../../check/typed.ts'
import { unreachable } from '../../unreachable.ts'
import { apply, array, builtin, type Expr, holds, input, ref, rule, scalar, type Term } from '../tree.ts'
import type { Lowering } from './context.ts'

export function lowerParameter(lowering: Lowering, parameter: TypedParameter): void {
  const name = lowering.names.take(parameter.name)
  const given = ref(input, 'parameters', lowering.checklist.id, parameter.name)
  lowering.parameters.set(parameter.name, { parameter, rule: name })
  lowering.rules.parameters.push(
    rule(name, {
      default: true,
      value: constant(parameter.value),
      comments: [`Parameter ${parameter.name}: ${parameter.about}`],
    }),
    rule(name, { value: given, body: [isOfType(lowering, parameter, given)] }),
  )
}

function isOfType({ prelude }: Lowering, { type }: TypedParameter, given: Term): Expr {
  switch (type) {
    case 'text':
      return holds(builtin('is_string', given))
    case 'number':
      return holds(builtin('is_number', given))
    case 'boolean':
      return holds(builtin('is_boolean', given))
    case 'list of text':
      return holds(apply(prelude.isTextList, given))
    case 'list of number':
      return holds(apply(prelude.isNumberList, given))
    default:
      return unreachable(type)
  }
}

const constant = (value: Scalar | readonly Scalar[]): Term =>
  Array.isArray(value) ? array(value.map(scalar)) : scalar(value as Scalar)
