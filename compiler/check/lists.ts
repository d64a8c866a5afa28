/** Lists: written out, named by a definition, or a parameter. */
import { diagnose } from '../diagnostics/codes.ts'
import type { List, Operand, Reference } from '../language/tree.ts'
import type { Frame } from './context.ts'
import { literalValue, resolve, valueOf } from './references.ts'
import type { Value } from './typed.ts'

/** The values of a list, names in it resolved; undefined where there is none, which has then been said. */
export function listedValues(frame: Frame, node: List | Reference): readonly Value[] | undefined {
  if (node.kind === 'list') return node.values.flatMap((value) => listedValue(frame, value))
  const meaning = resolve(frame, node)
  if (meaning === undefined) return undefined
  if (meaning.kind === 'value' && meaning.value.kind === 'list') return listedValues(frame, meaning.value)
  frame.checking.report(diagnose('needs-list', node.span, {}))
  return undefined
}

function listedValue(frame: Frame, node: List['values'][number]): readonly Value[] {
  if (node.kind !== 'reference') {
    const value = literalValue(node)
    return value === undefined ? [] : [value]
  }
  const meaning = resolve(frame, node)
  if (meaning === undefined) return []
  const value = valueOf(meaning)
  if (value !== undefined) return [value]
  frame.checking.report(diagnose('needs-subject', node.span, { name: node.names.map((name) => name.text).join('.') }))
  return []
}

/** What may stand after `is among`: the values, or the name of a parameter that is a list. */
export function amongOf(frame: Frame, node: Operand): readonly Value[] | { readonly parameter: string } | undefined {
  if (node.kind === 'list') return listedValues(frame, node)
  if (node.kind === 'reference') {
    const meaning = resolve(frame, node)
    if (meaning === undefined) return undefined
    if (meaning.kind === 'parameter' && meaning.parameter.type.startsWith('list')) {
      return { parameter: meaning.parameter.name.text }
    }
    if (meaning.kind === 'value' && meaning.value.kind === 'list') return listedValues(frame, meaning.value)
  }
  frame.checking.report(diagnose('needs-list', node.span, {}))
  return undefined
}
