/** Values that code gives to names, properties and elements. */
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { fieldOf, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { constantOf } from './constants.ts'
import { termsOf } from './flow/search.ts'
import type { Functions } from './functions.ts'
import { targetsOf } from './patterns.ts'
import { type JavaScriptSource, placeOf } from './source.ts'

type Assignment = LocalFact<'assignment'>
type Form = Assignment['form']

/** What assigns, with the fields of its target and its value. */
const assigning: readonly (readonly [type: string, target: string, value: string, form: Form | undefined])[] = [
  ['variable_declarator', 'name', 'value', undefined],
  ['assignment_expression', 'left', 'right', undefined],
  ['augmented_assignment_expression', 'left', 'right', 'augmented'],
  ['for_in_statement', 'left', 'right', 'loop'],
  ['pair', 'key', 'value', 'pair'],
  ['field_definition', 'property', 'value', 'attribute'],
  ['public_field_definition', 'name', 'value', 'attribute'],
]

export function assignmentFacts(source: JavaScriptSource, functions: Functions): readonly Assignment[] {
  const { tree } = source
  return assigning.flatMap(([type, target, value, form]) =>
    [...nodesOf(tree, type)].flatMap((node): readonly Assignment[] => {
      const [left, right] = [fieldOf(tree, node, target), fieldOf(tree, node, value)]
      return left === undefined || right === undefined ? [] : given(left, right, form)
    }),
  )

  /** A pattern gives a part of the value to each of its names. */
  function given(target: number, value: number, form: Form | undefined): readonly Assignment[] {
    return targetsOf(tree, target).map(({ node, path }) => {
      const constant = form === undefined && path.length === 0 ? constantOf(source, value) : undefined
      return {
        at: placeOf(source, node),
        target: excerpt(textOf(tree, node)),
        text: excerpt(textOf(tree, value)),
        ...(constant === undefined ? {} : { value: constant.value }),
        form: form ?? formOf(typeOf(tree, node)),
        origins: termsOf(source, value, path),
        function: functions.indexOf(parentOf(tree, node)),
      }
    })
  }
}

function formOf(type: string): Form {
  switch (type) {
    case 'member_expression':
      return 'attribute'
    case 'subscript_expression':
      return 'subscript'
    default:
      return /identifier/.test(type) ? 'name' : 'other'
  }
}
