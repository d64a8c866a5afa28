/** `is` and `is among`: of values, of facts, and of a subject with a named predicate. */
import { diagnose } from '../../diagnostics/codes.ts'
import { before, type Fix, write } from '../../diagnostics/fix.ts'
import type { Comparison, Operand } from '../../language/tree.ts'
import type { Frame } from '../context.ts'
import { applied } from '../names/definitions.ts'
import { type Meaning, resolveOperand, written } from '../names/references.ts'
import type { Condition, Identity } from '../typed.ts'
import { fits, type Side } from './fitting.ts'
import { listOf } from './lists.ts'
import { leftSide, rightName } from './sides.ts'
import { describe, type Typed, typed, typedLiteral } from './value-types.ts'

export function equality(frame: Frame, node: Comparison, left: Meaning, right: Operand): Condition | undefined {
  const isList = typed(left)?.type.kind === 'list'
  if (isList) return void leftSide(frame, node, left)
  if (right.kind === 'pattern') return refused(frame, node, 'needs-matches')
  if (right.kind === 'list') return refused(frame, node, 'needs-among')
  if (right.kind !== 'reference') return equalValues(frame, node, left, typedLiteral(right), right)
  const meaning = resolveOperand(frame, right)
  if (meaning === undefined) return undefined
  if (meaning.kind === 'predicate') {
    if (left.kind === 'subject') return applied(frame, meaning, left.subject, node.span)
    frame.checking.report(diagnose('needs-subject', right.span, { name: written(right) }))
    return undefined
  }
  if (meaning.kind === 'value' && meaning.node.value.kind === 'pattern') return refused(frame, node, 'needs-matches')
  const value = typed(meaning)
  if (value?.type.kind === 'list' || (meaning.kind === 'value' && meaning.node.value.kind === 'list')) {
    return refused(frame, node, 'needs-among')
  }
  if (identityOf(left) !== undefined || identityOf(meaning) !== undefined) {
    return sameness(frame, node, left, meaning, written(right))
  }
  return equalValues(frame, node, left, value, right)
}

function refused(frame: Frame, node: Comparison, code: 'needs-matches' | 'needs-among'): undefined {
  const operator = code === 'needs-among' ? `${node.operator} among` : 'matches'
  const isTurned = code === 'needs-matches' && node.operator === 'is not'
  const fixes: readonly Fix[] = isTurned
    ? [
        {
          title: 'write not … matches',
          edits: [
            { span: before(node.span), text: 'not ' },
            { span: node.at, text: 'matches' },
          ],
        },
      ]
    : [write(node.at, operator)]
  frame.checking.report(diagnose(code, node.at, { operator: node.operator }, { fixes }))
  return undefined
}

function equalValues(
  frame: Frame,
  node: Comparison,
  left: Meaning,
  value: Typed | undefined,
  right: Operand,
): Condition | undefined {
  const side = leftSide(frame, node, left)
  if (side === undefined || value === undefined) return undefined
  const other: Side = { ...value, name: rightName(right) }
  return fits(frame, side, other, right.span) ? { kind: 'equal', left: side.value, right: other.value } : undefined
}

/** Two facts of one kind are the same fact. */
function sameness(frame: Frame, node: Comparison, left: Meaning, right: Meaning, name: string): Condition | undefined {
  const [a, b] = [identityOf(left), identityOf(right)]
  const names = { left: written(node.left), right: name }
  if (a === undefined || b === undefined) {
    const other = a === undefined ? { name: names.left, meaning: left } : { name: names.right, meaning: right }
    frame.checking.report(diagnose('needs-fact', node.span, { name: other.name, type: describe(other.meaning) }))
    return undefined
  }
  if (a.of !== b.of) {
    frame.checking.report(diagnose('other-kind', node.span, { ...names, leftKind: a.of, rightKind: b.of }))
    return undefined
  }
  return { kind: 'same', left: a.identity, right: b.identity }
}

function identityOf(meaning: Meaning): { readonly identity: Identity; readonly of: string } | undefined {
  if (meaning.kind === 'subject' && meaning.subject.is.kind === 'fact') {
    return { identity: { kind: 'subject', subject: meaning.subject.name }, of: meaning.subject.is.of }
  }
  if (meaning.kind !== 'field' || meaning.field.type.kind !== 'reference') return undefined
  return { identity: { kind: 'field', subject: meaning.subject.name, steps: meaning.steps }, of: meaning.field.type.to }
}

export function membership(frame: Frame, node: Comparison, left: Meaning, right: Operand): Condition | undefined {
  const [side, list] = [leftSide(frame, node, left), listOf(frame, right)]
  if (side === undefined || list === undefined) return undefined
  if (list.kind === 'parameter') {
    const element: Side = {
      value: { kind: 'parameter', name: list.name },
      type: list.type,
      name: `each of ${list.name}`,
    }
    if (!fits(frame, side, element, right.span)) return undefined
    return { kind: 'among', value: side.value, list: { parameter: list.name } }
  }
  if (list.values.length === 0) {
    frame.checking.report(diagnose(node.operator === 'is among' ? 'never-holds' : 'always-holds', right.span, {}))
  }
  const good = list.values.map((each) => {
    const name = each.value.kind === 'literal' ? JSON.stringify(each.value.value) : 'the other'
    return fits(frame, side, { ...each, name }, each.span)
  })
  return good.every(Boolean)
    ? { kind: 'among', value: side.value, list: list.values.map(({ value }) => value) }
    : undefined
}
