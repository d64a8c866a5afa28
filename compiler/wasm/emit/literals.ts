/** Collections whose parts are known, and looking a text up in some. */
import type { Stmt } from '../../plan/ir.ts'
import { call, constant, get, type Instruction, set, staticWord } from '../code.ts'
import { mostKeysOfShape } from '../static-data.ts'
import { literalWord } from './constants.ts'
import { type FunctionContext, localOf, operand, stringAt, temporary } from './context.ts'

/** What the library makes at one call; must match `compiler/library/literals.ts`. */
const mostItems = 6
const mostFields = 4

type Literal = Extract<Stmt, { type: 'LiteralStmt' }>['stmt']

export function emitLiteral(context: FunctionContext, statement: Literal): readonly Instruction[] {
  const target = set(localOf(context, statement.target))
  const known = literalWord(context, statement)
  if (known !== undefined) return [staticWord(known, `constant ${statement.form}`), target]
  switch (statement.form) {
    case 'array':
      return [...emitArray(context, statement), target]
    case 'set':
      return [...emitArray(context, statement), call('set_of'), target]
    case 'object':
      return [...emitObject(context, statement), target]
  }
}

function emitArray(context: FunctionContext, { values }: Literal): readonly Instruction[] {
  if (values.length > 0 && values.length <= mostItems) {
    return [...values.map((value) => operand(context, value)), call(`array_${values.length}`)]
  }
  const array = temporary(context)
  return [
    ...[constant(values.length), call('make_array'), set(array)],
    ...values.flatMap((value) => [get(array), operand(context, value), call('array_append')]),
    get(array),
  ]
}

/** Objects that are made over and over have few keys, which stand in one shape; wider ones are tables. */
function emitObject(context: FunctionContext, statement: Literal): readonly Instruction[] {
  const { keys, values } = statement
  const { data } = context.shared
  const texts = keys.map((key) => stringAt(context, key))
  const shows = JSON.stringify(texts)
  if (keys.length > mostKeysOfShape) {
    const words = data.array(texts.map((text) => data.string(text)))
    return [staticWord(words, shows), ...emitArray(context, statement), call('object_of')]
  }
  const shape = staticWord(data.shape(texts), shows)
  if (keys.length > mostFields) return [shape, ...emitArray(context, statement), call('record_of')]
  return [shape, ...values.map((value) => operand(context, value)), call(`record_${keys.length}`)]
}

export function emitMember(
  context: FunctionContext,
  { value, members, target }: Extract<Stmt, { type: 'MemberStmt' }>['stmt'],
): readonly Instruction[] {
  const { data } = context.shared
  const texts = [...new Set(members.map((index) => stringAt(context, index)))].sort(byLengthAndBytes)
  const array = staticWord(data.array(texts.map((text) => data.string(text))), JSON.stringify(texts))
  return [operand(context, value), array, call('member_of'), set(localOf(context, target))]
}

/** The order in which `member_of` looks. */
function byLengthAndBytes(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => new TextEncoder().encode(text)) as [Uint8Array, Uint8Array]
  if (left.length !== right.length) return left.length - right.length
  const at = left.findIndex((byte, index) => byte !== right[index])
  return at < 0 ? 0 : (left[at] as number) - (right[at] as number)
}
