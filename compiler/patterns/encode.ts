/**
 * Automata as static bytes of a module, little-endian, 4-byte aligned. Must match `compiler/library/patterns/`.
 *
 *     table      0 u32 1 · 4 u32 width · 8 u32 start · 12 u32 runs · 16 u32 states · 20 { u8 first byte, u8 class }[runs]
 *                · { u8 count, u16 difference }… for the next states, each as its difference from the one a row above
 *     program    0 u32 2 · 4 u32 count · 8 u32 start · 12 { u8 op, u8 a, u8 b, u8 0, u32 next, u32 other }[count]
 *     search     0 u32 7 · 4 u32 count · 8 u32 start · 12 the program · u32 groups · { u32 length, bytes }[groups], their
 *                names, first the whole match, which is called as the pattern reads
 *     literals   0 u32 3 (whole), 4 (start) or 5 (end) · 4 u32 count · 8 { u32 length, bytes }[count]
 *     bits       0 u32 6 · 4 u32 size · 8 packed:
 *                0 u32 words · 4 u32 classes · 8 u32 matches empty · 12 u32 sorts that are told apart · 16 u32 idle
 *                · 20 u8[256] class of a byte · masks: readers by class, initial and accepting by sort, shifted, staying,
 *                exceptional · { u32 near, u32 far }[positions], where their lists are, from the start · lists { u16 count,
 *                u16[count] }
 *
 * op 0 byte (a low, b high) · 1 split · 2 assert (a the index in `assertions`) · 3 match · 4 note (other the slot)
 */
import type { Bits } from './bits.ts'
import type { Literals } from './literals.ts'
import { packed } from './pack.ts'
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

const forms = { table: 1, program: 2, whole: 3, start: 4, end: 5, bits: 6, search: 7 } as const

export function encodeTable({ classes, width, start, next }: Table): Uint8Array {
  const runs = [...classes.entries()].filter(([byte, number]) => byte === 0 || classes[byte - 1] !== number)
  const differences = runsOf(next, width)
  const bytes = new Uint8Array(20 + runs.length * 2 + differences.length * 3)
  const view = new DataView(bytes.buffer)
  writeWords(view, [forms.table, width, start, runs.length, next.length / width])
  bytes.set(runs.flat(), 20)
  for (const [index, { count, difference }] of differences.entries()) {
    const at = 20 + runs.length * 2 + index * 3
    view.setUint8(at, count)
    view.setUint16(at + 1, difference, true)
  }
  return bytes
}

/** Rows of a table are much like those above them, often the same but for states that are one further. */
function runsOf(next: Uint16Array, width: number): readonly { readonly count: number; readonly difference: number }[] {
  const runs: { count: number; readonly difference: number }[] = []
  for (const [index, state] of next.entries()) {
    const difference = (state - (next[index - width] ?? 0)) & 0xffff
    const last = runs.at(-1)
    if (last?.difference === difference && last.count < 255) last.count++
    else runs.push({ count: 1, difference })
  }
  return runs
}

export const encodeProgram = (program: Program): Uint8Array => encodeInstructions(program, forms.program)

/** `names` are the source of the pattern and the names of its groups. */
export function encodeSearch(program: Program, names: readonly string[]): Uint8Array {
  const instructions = encodeInstructions(program, forms.search)
  const encoded = names.map((name) => new TextEncoder().encode(name))
  const named = encoded.map((name) => withHead([name.length], name))
  return joined([instructions, withHead([names.length], joined(named))])
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

function encodeInstructions(program: Program, form: number): Uint8Array {
  const bytes = new Uint8Array(12 + program.instructions.length * 12)
  const view = new DataView(bytes.buffer)
  writeWords(view, [form, program.instructions.length, program.start])
  program.instructions.forEach((instruction, index) => {
    const at = 12 + index * 12
    if (instruction.op === 'byte') bytes.set([0, instruction.low, instruction.high], at)
    if (instruction.op === 'split') bytes.set([1], at)
    if (instruction.op === 'assert') bytes.set([2, assertions.indexOf(instruction.what)], at)
    if (instruction.op === 'match') bytes.set([3], at)
    if (instruction.op === 'note') bytes.set([4], at)
    if (instruction.op !== 'match') view.setUint32(at + 4, instruction.next, true)
    if (instruction.op === 'split') view.setUint32(at + 8, instruction.other, true)
    if (instruction.op === 'note') view.setUint32(at + 8, instruction.slot, true)
  })
  return bytes
}

export function encodeBits(bits: Bits): Uint8Array {
  const { words, classes, readers, initial, accepting, shifted, staying, exceptional, further } = bits
  const masks = [...readers, ...initial, ...accepting, shifted, staying, exceptional]
  const furtherAt = 20 + 256 + masks.length * words * 4
  const starts: number[] = []
  let size = furtherAt + words * 32 * 8
  for (const list of further.lists) {
    starts.push(size)
    size += 2 + list.length * 2
  }
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  writeWords(view, [words, readers.length, bits.matchesEmpty, bits.told, bits.idle])
  bytes.set(classes, 20)
  let at = 20 + 256
  for (const word of masks.flatMap((mask) => [...mask])) {
    view.setUint32(at, word, true)
    at += 4
  }
  for (const [position, near] of further.near.entries()) {
    const far = further.far[position] as number
    view.setUint32(furtherAt + position * 8, starts[near] as number, true)
    view.setUint32(furtherAt + position * 8 + 4, starts[far] as number, true)
  }
  for (const [index, list] of further.lists.entries()) {
    const start = starts[index] as number
    for (const [offset, value] of [list.length, ...list].entries()) view.setUint16(start + offset * 2, value, true)
  }
  return withHead([forms.bits, bytes.length], packed(bytes))
}

export function encodeLiterals({ at, texts }: Literals): Uint8Array {
  const encoded = texts.map((text) => new TextEncoder().encode(text))
  const bytes = new Uint8Array(encoded.reduce((size, text) => size + 4 + text.length, 8))
  const view = new DataView(bytes.buffer)
  writeWords(view, [forms[at], texts.length])
  let offset = 8
  for (const text of encoded) {
    view.setUint32(offset, text.length, true)
    bytes.set(text, offset + 4)
    offset += 4 + text.length
  }
  return bytes
}

function withHead(words: readonly number[], behind: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(words.length * 4 + behind.length)
  writeWords(new DataView(bytes.buffer), words)
  bytes.set(behind, words.length * 4)
  return bytes
}

function writeWords(view: DataView, words: readonly number[]): void {
  for (const [index, word] of words.entries()) view.setUint32(index * 4, word, true)
}
