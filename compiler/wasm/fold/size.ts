/** How many bytes a function takes about, before it is known where anything stands. */
import { type EmittedFunction, hasBody, type Instruction } from '../code.ts'

/** Its length, its locals, its end, and its type in another section. */
const around = 5

/** A place in the table and an opcode for what is called by way of it are counted with what names it. */
const sizes: Readonly<Partial<Record<Instruction['op'], number>>> = {
  'i32.const': 2,
  static: 4,
  site: 4,
  function: 5,
  'local.get': 2,
  'local.set': 2,
  'local.tee': 2,
  'global.get': 2,
  'global.set': 2,
  call: 3,
  call_indirect: 3,
  block: 3,
  loop: 3,
  if: 3,
  br: 2,
  br_if: 2,
}

export const estimatedSize = ({ body }: EmittedFunction): number => around + sizeOf(body)

const sizeOf = (body: readonly Instruction[]): number =>
  body.reduce((size, each) => size + (sizes[each.op] ?? 1) + (hasBody(each) ? sizeOf(each.body) : 0), 0)
