/** Lists: written out, named by a definition, or a parameter. */
import { diagnose } from '../../diagnostics/codes.ts'
import { before, behind } from '../../diagnostics/fix.ts'
import type { Span } from '../../diagnostics/span.ts'
import type { List, Operand } from '../../language/tree.ts'
import { type Checking, type Frame, outermostFrame } from '../context.ts'
import { deepest } from '../names/definitions.ts'
import { type Meaning, resolveOperand, written } from '../names/references.ts'
import { describe, elementTypes, type Typed, typed, typedLiteral, type ValueType } from './value-types.ts'

/** A value of a list, and where it was written. */
export interface Listed extends Typed {
  readonly span: Span
}

/** What a list stands for: its values, or the parameter that holds them. */
export type Values =
  | { readonly kind: 'values'; readonly values: readonly Listed[] }
  | { readonly kind: 'parameter'; readonly name: string; readonly type: ValueType }

/** Undefined where there is no list, or one of its values stands for nothing; that has then been said. */
export function listOf(frame: Frame, node: Operand): Values | undefined {
  if (node.kind === 'list') return writtenList(frame, node)
  if (node.kind === 'reference') {
    const meaning = resolveOperand(frame, node)
    if (meaning === undefined) return undefined
    if (isList(meaning)) return definedList(frame.checking, meaning)
    const type = meaning.kind === 'parameter' ? elementTypes[meaning.parameter.type] : undefined
    if (meaning.kind === 'parameter' && type !== undefined) {
      return { kind: 'parameter', name: meaning.parameter.name.text, type }
    }
  }
  const edits = [
    { span: before(node.span), text: '[' },
    { span: behind(node.span), text: ']' },
  ]
  const fixes = node.kind === 'pattern' ? [] : [{ title: 'write brackets', edits }]
  frame.checking.report(diagnose('needs-list', node.span, {}, { fixes }))
  return undefined
}

type ValueMeaning = Extract<Meaning, { kind: 'value' }>

const isList = (meaning: Meaning): meaning is ValueMeaning =>
  meaning.kind === 'value' && meaning.node.value.kind === 'list'

/** The values of a list that has a name, with the names of the file that it stands in. */
export function definedList(checking: Checking, { node, declared }: Omit<ValueMeaning, 'kind'>): Values | undefined {
  const { lists, open, report } = checking
  if (lists.has(node)) return lists.get(node)
  if (open.has(node)) {
    report(diagnose('definition-cycle', node.name.span, { name: node.name.text }))
    lists.set(node, undefined)
    return undefined
  }
  if (open.size >= deepest) {
    report(diagnose('definitions-too-deep', node.name.span, { limit: deepest }))
    lists.set(node, undefined)
    return undefined
  }
  open.add(node)
  const values = listOf(outermostFrame(checking, declared.home, []), node.value)
  open.delete(node)
  if (!lists.has(node)) lists.set(node, values)
  return lists.get(node)
}

function writtenList(frame: Frame, node: List): Values | undefined {
  const values = node.values.map((value) => listed(frame, value))
  return values.every((value) => value !== undefined) ? { kind: 'values', values: values.flat() } : undefined
}

/** A list within a list gives its values. */
function listed(frame: Frame, node: List['values'][number]): readonly Listed[] | undefined {
  const { span } = node
  if (node.kind !== 'reference') {
    const value = typedLiteral(node)
    return value === undefined ? undefined : [{ ...value, span }]
  }
  const meaning = resolveOperand(frame, node)
  if (meaning === undefined) return undefined
  if (isList(meaning)) {
    const list = definedList(frame.checking, meaning)
    return list?.kind === 'values' ? list.values : undefined
  }
  const value = typed(meaning)
  if (value !== undefined && value.type.kind !== 'list') return [{ ...value, span }]
  frame.checking.report(diagnose('no-list-value', span, { name: written(node), type: describe(meaning) }))
  return undefined
}
