/** Collections whose parts are known, and looking a text up in some. */
import type { Stmt } from '../../plan/ir.ts'
import { call, constant, get, type Instruction, set, staticWord } from '../code.ts'
import { literalWord } from './constants.ts'
import { type FunctionContext, localOf, operand, stringAt, temporary } from './context.ts'

/** What the library makes at one call; must match `compiler/library/literals.ts`. */
const mostValues = 6

export function emitLiteral(
  context: FunctionContext,
  statement: Extract<Stmt, { type: 'LiteralStmt' }>['stmt'],
): readonly Instruction[] {
  const target = set(localOf(context, statement.target))
  const known = literalWord(context, statement)
  if (known !== undefined) return [staticWord(known, `constant ${statement.form}`), target]
  const values = emitArray(context, statement)
  switch (statement.form) {
    case 'array':
      return [...values, target]
    case 'set':
      return [...values, call('set_of'), target]
    case 'object':
      return [keysOf(context, statement.keys), ...values, call('object_of'), target]
  }
}

function emitArray(
  context: FunctionContext,
  { values }: Extract<Stmt, { type: 'LiteralStmt' }>['stmt'],
): readonly Instruction[] {
  if (values.length > 0 && values.length <= mostValues) {
    return [...values.map((value) => operand(context, value)), call(`array_${values.length}`)]
  }
  const array = temporary(context)
  return [
    ...[constant(values.length), call('make_array'), set(array)],
    ...values.flatMap((value) => [get(array), operand(context, value), call('array_append')]),
    get(array),
  ]
}

function keysOf(context: FunctionContext, keys: readonly number[]): Instruction {
  const { data } = context.shared
  const texts = keys.map((key) => stringAt(context, key))
  return staticWord(data.array(texts.map((text) => data.string(text))), JSON.stringify(texts))
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
