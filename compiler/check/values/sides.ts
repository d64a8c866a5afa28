/** The two sides of a comparison as values. */
import { diagnose } from '../../diagnostics/codes.ts'
import { behind, type Fix, write } from '../../diagnostics/fix.ts'
import type { Comparison, List, Operand } from '../../language/tree.ts'
import { plainNumber } from '../../language/units.ts'
import { type Frame, fieldNames, fieldOf, innermost, isKind, typeName } from '../context.ts'
import { type Meaning, resolveOperand, written } from '../names/references.ts'
import type { Side } from './fitting.ts'
import { describe, describeType, type Typed, typed, typedLiteral, type ValueType } from './value-types.ts'

/** On the left stands what differs from subject to subject: a field, or an element of a list of texts. */
export function leftSide(frame: Frame, node: Comparison, left: Meaning): Side | undefined {
  const name = written(node.left)
  const { report } = frame.checking
  const side = typed(left)
  if (left.kind === 'parameter' || left.kind === 'value') {
    report(diagnose('constant-left', node.left.span, { name }))
  } else if (left.kind === 'predicate') {
    report(diagnose('needs-subject', node.left.span, { name }))
  } else if (side === undefined) {
    const field = firstField(left)
    report(diagnose('fact-as-value', node.left.span, { name, type: describe(left), field }))
  } else if (side.type.kind === 'list') {
    const { singular } = side.type
    const fixes = isListOfTexts(left) && node.left.names.length === 1 ? [elementOf(node, singular)] : []
    report(diagnose('list-field', node.left.span, { name, singular }, { fixes }))
  } else {
    return { ...side, name }
  }
  return undefined
}

const isListOfTexts = (left: Meaning): boolean =>
  left.kind === 'field' && left.field.type.kind === 'list' && left.field.type.of.kind === 'text'

/** The same comparison with an element of a list of texts; a list "contains" what one of its elements is. */
function elementOf({ left, operator, at, span }: Comparison, singular: string): Fix {
  const start = `(some ${singular} where ${singular}`
  const asked = operator === 'contains' ? [{ span: at, text: 'is' }] : []
  return {
    title: `write ${start} …)`,
    edits: [{ span: left.span, text: start }, ...asked, { span: behind(span), text: ')' }],
  }
}

/** The first field of a fact, which is the one that says most of it. */
function firstField(left: Meaning): string {
  const to = left.kind === 'field' && left.field.type.kind === 'reference' ? left.field.type.to : undefined
  if (to !== undefined && isKind(to)) return fieldNames({ kind: 'fact', of: to })[0] ?? ''
  return left.kind === 'subject' ? (fieldNames(left.subject.is)[0] ?? '') : ''
}

/** The sort of value that an operator asks for. */
interface Wanted {
  readonly code: 'needs-number' | 'needs-text'
  readonly kinds: readonly ValueType['kind'][]
}

/** A literal of scanned code may be what is wanted; where it is not, the comparison is false. */
export const numbers: Wanted = { code: 'needs-number', kinds: ['number', 'literal'] }
export const texts: Wanted = { code: 'needs-text', kinds: ['text', 'choice', 'literal'] }

/** Both sides, if they are what the operator wants. */
export function bothSides(
  frame: Frame,
  node: Comparison,
  left: Meaning,
  right: Operand,
  wanted: Wanted,
): readonly [Side, Side] | undefined {
  // What stands on the right is meant for what stands on the left, where that does not fit itself.
  const a = wantedLeft(frame, node, left, wanted)
  const b = a && wantedRight(frame, node, right, wanted)
  return a === undefined || b === undefined ? undefined : [a, b]
}

export function wantedLeft(frame: Frame, node: Comparison, left: Meaning, { code, kinds }: Wanted): Side | undefined {
  const side = leftSide(frame, node, left)
  if (side === undefined || kinds.includes(side.type.kind)) return side
  const { operator } = node
  const suggestion = code === 'needs-number' ? otherwiseThanOrder(left, side) : ''
  const type = describeType(side.type)
  frame.checking.report(diagnose(code, node.left.span, { operator, name: side.name, type, suggestion }))
  return undefined
}

/** What a text is compared with that is no number, or the numbers that stand beside it. */
function otherwiseThanOrder(left: Meaning, { type }: Side): string {
  const is = left.kind === 'field' && left.steps.length === 1 ? left.subject.is : undefined
  const numbers = is === undefined ? [] : fieldNames(is).filter((name) => fieldOf(is, name)?.type.kind === 'number')
  const beside = numbers.length === 0 ? '' : `; the numbers of ${is && typeName(is)} are: ${numbers.join(', ')}`
  return type.kind === 'text' || type.kind === 'choice' ? `Texts are compared with "is" or "is among"${beside}.` : ''
}

/** The same comparison with each text of a list, which only `is` takes as a whole. */
function eachOf(frame: Frame, { left, operator }: Comparison, { values }: List): string | undefined {
  const texts = values.flatMap((value) => (value.kind === 'text' ? [JSON.stringify(value.value)] : []))
  if (texts.length === 0 || texts.length < values.length || innermost(frame) === undefined) return undefined
  const row = texts.map((text) => `${written(left)} ${operator} ${text}`).join(' or ')
  return texts.length === 1 ? row : `(${row})`
}

function wantedRight(frame: Frame, node: Comparison, right: Operand, { code, kinds }: Wanted): Side | undefined {
  if (right.kind === 'pattern' && code === 'needs-text') {
    const fixes = [write(node.at, 'matches')]
    frame.checking.report(diagnose('needs-matches', node.at, { operator: node.operator }, { fixes }))
    return undefined
  }
  const meaning = right.kind === 'reference' ? resolveOperand(frame, right) : undefined
  if (right.kind === 'reference' && meaning === undefined) return undefined
  const name = rightName(right)
  const side: Typed | undefined = right.kind === 'reference' ? meaning && typed(meaning) : typedLiteral(right)
  if (side !== undefined && kinds.includes(side.type.kind)) return { ...side, name }
  const type =
    meaning !== undefined ? describe(meaning) : side !== undefined ? describeType(side.type) : `a ${right.kind}`
  const number = code === 'needs-number' && right.kind === 'text' ? plainNumber(right.value) : undefined
  const repeated = code === 'needs-text' && right.kind === 'list' ? eachOf(frame, node, right) : undefined
  const meant = number === undefined ? repeated : String(number)
  const suggestion = meant === undefined ? '' : `Write ${meant}.`
  const fixes = meant === undefined ? [] : [write(repeated === undefined ? right.span : node.span, meant)]
  frame.checking.report(diagnose(code, right.span, { operator: node.operator, name, type, suggestion }, { fixes }))
  return undefined
}

/** What people read of a right side. */
export function rightName(right: Operand): string {
  switch (right.kind) {
    case 'reference':
      return written(right)
    case 'text':
      return JSON.stringify(right.value)
    case 'number':
    case 'boolean':
      return String(right.value)
    case 'none':
      return 'none'
    default:
      return 'this'
  }
}
