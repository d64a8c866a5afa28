/** An option that a call is given in an object, by its dotted name; it may be there, not be there, or nobody knows. */

import { typeOf } from '../syntax/flat.ts'
import { entriesOf } from './objects.ts'
import type { JavaScriptSource } from './source.ts'
import { alternativesOf } from './values.ts'

export type Option =
  | { readonly kind: 'given'; readonly node: number }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' }

const absent: Option = { kind: 'absent' }

/** For each object that the expression may be, what it has under the name. */
export function optionsNamed(source: JavaScriptSource, node: number, dotted: string): readonly Option[] {
  const [name = '', ...deeper] = dotted.split('.')
  return alternativesOf(source, node).flatMap((each): readonly Option[] => {
    if (each.kind !== 'expression') return [each.kind === 'nothing' ? absent : { kind: 'unknown' }]
    const { entries, whole } = entriesOf(source, each.node)
    const entry = entries.find((one) => one.name === name)
    if (entry !== undefined) {
      return deeper.length === 0
        ? [{ kind: 'given', node: entry.value }]
        : optionsNamed(source, entry.value, deeper.join('.'))
    }
    const isKnown = whole || isPlain(source, each.node)
    return [isKnown ? absent : { kind: 'unknown' }]
  })
}

/** A text, a number or a function has no options. */
const isPlain = ({ tree }: JavaScriptSource, node: number): boolean =>
  /^(string|template_string|number|true|false|null|undefined|arrow_function|function_expression|array)$/.test(
    typeOf(tree, node),
  )
