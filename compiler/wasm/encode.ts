/** Emitted functions → bytes. Labels become the number of blocks to leave. */
import { assert, unreachable } from '../unreachable.ts'
import { join, unsigned, Writer } from './binary.ts'
import { type EmittedFunction, type Global, type Instruction, plain } from './code.ts'

const word = 0x7f
const empty = 0x40
const end = 0x0b

const opcodes = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  br: 0x0c,
  br_if: 0x0d,
  call: 0x10,
  call_indirect: 0x11,
  'local.get': 0x20,
  'local.set': 0x21,
  'local.tee': 0x22,
  'global.get': 0x23,
  'global.set': 0x24,
  'i32.const': 0x41,
} as const

/** What is known of names and sites when a policy is linked. */
export interface Places {
  readonly indexOf: (func: string) => number
  readonly globalOf: (global: Global) => number
  readonly siteAt: (index: number) => number
  readonly slotOf: (func: string) => number
  /** The type of functions with as many parameters. */
  readonly typeOf: (params: number) => number
}

/** The body as the code section holds it, its length first. */
export function encodeFunction(func: EmittedFunction, places: Places): Uint8Array {
  const writer = new Writer()
  if (func.locals === 0) writer.byte(0)
  else {
    writer.byte(1)
    writer.unsigned(func.locals)
    writer.byte(word)
  }
  encodeBody(writer, func.body, [], places)
  writer.byte(end)
  return join(unsigned(writer.bytes.length), writer.bytes)
}

/** `labels` are those of the blocks around, the innermost last; an `if` counts as one that nobody leaves. */
function encodeBody(writer: Writer, body: readonly Instruction[], labels: readonly number[], places: Places): void {
  const index = (opcode: number, value: number) => {
    writer.byte(opcode)
    writer.unsigned(value)
  }
  const constant = (value: number) => {
    writer.byte(opcodes['i32.const'])
    writer.signed(value)
  }
  const nested = (opcode: number, inner: readonly Instruction[], label: number) => {
    writer.byte(opcode)
    writer.byte(empty)
    encodeBody(writer, inner, [...labels, label], places)
    writer.byte(end)
  }
  for (const instruction of body) {
    switch (instruction.op) {
      case 'i32.const':
        constant(instruction.value)
        break
      case 'static':
        constant(instruction.word)
        break
      case 'site':
        constant(places.siteAt(instruction.index))
        break
      case 'local.get':
      case 'local.set':
      case 'local.tee':
        index(opcodes[instruction.op], instruction.local)
        break
      case 'global.get':
      case 'global.set':
        index(opcodes[instruction.op], places.globalOf(instruction.global))
        break
      case 'call':
        index(opcodes.call, places.indexOf(instruction.name))
        break
      case 'function':
        constant(places.slotOf(instruction.name))
        break
      case 'call_indirect':
        index(opcodes.call_indirect, places.typeOf(instruction.params))
        writer.byte(onlyTable)
        break
      case 'br':
      case 'br_if':
        index(opcodes[instruction.op], depthOf(instruction.label, labels))
        break
      case 'block':
      case 'loop':
        nested(opcodes[instruction.op], instruction.body, instruction.label)
        break
      case 'if':
        nested(opcodes.if, instruction.body, noLabel)
        break
      default:
        if (instruction.op in plain) writer.byte(plain[instruction.op])
        else unreachable(instruction as never)
    }
  }
}

/** A module has one table. */
const onlyTable = 0
const noLabel = -1

function depthOf(label: number, labels: readonly number[]): number {
  const index = labels.lastIndexOf(label)
  assert(index >= 0, `the block ${label} is around the branch that leaves it`)
  return labels.length - 1 - index
}
