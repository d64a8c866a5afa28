/**
 * Automata as static bytes of a module, little-endian, 4-byte aligned. Must match `compiler/library/patterns.ts`.
 *
 *     table     0 u32 1 · 4 u32 width · 8 u32 start · 12 u8[256] class of a byte · 268 u16[states × width] next state
 *     program   0 u32 2 · 4 u32 count · 8 u32 start · 12 { u8 op, u8 a, u8 b, u8 0, u32 next, u32 other }[count]
 *
 * op 0 byte (a low, b high) · 1 split · 2 assert (a the index in `assertions`) · 3 match
 */
import type { Program } from './program.ts'
import type { Assertion } from './syntax.ts'
import type { Table } from './table.ts'

const assertions: readonly Assertion[] = [
  'begin text',
  'end text',
  'begin line',
  'end line',
  'word boundary',
  'no word boundary',
]

export function encodeTable(table: Table): Uint8Array {
  const bytes = new Uint8Array(268 + table.next.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 1, true)
  view.setUint32(4, table.width, true)
  view.setUint32(8, table.start, true)
  bytes.set(table.classes, 12)
  table.next.forEach((state, index) => {
    view.setUint16(268 + index * 2, state, true)
  })
  return bytes
}

export function encodeProgram(program: Program): Uint8Array {
  const bytes = new Uint8Array(12 + program.instructions.length * 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 2, true)
  view.setUint32(4, program.instructions.length, true)
  view.setUint32(8, program.start, true)
  program.instructions.forEach((instruction, index) => {
    const at = 12 + index * 12
    if (instruction.op === 'byte') bytes.set([0, instruction.low, instruction.high], at)
    if (instruction.op === 'split') bytes.set([1], at)
    if (instruction.op === 'assert') bytes.set([2, assertions.indexOf(instruction.what)], at)
    if (instruction.op === 'match') bytes.set([3], at)
    if (instruction.op !== 'match') view.setUint32(at + 4, instruction.next, true)
    if (instruction.op === 'split') view.setUint32(at + 8, instruction.other, true)
  })
  return bytes
}
