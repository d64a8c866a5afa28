/** Emitted functions → bytes. Labels become the number of blocks to leave. */
import { assert, unreachable } from '../unreachable.ts'
import { signed, unsigned } from './binary.ts'
import { type EmittedFunction, type Instruction, plain } from './code.ts'

const word = 0x7f
const empty = 0x40
const end = 0x0b

/** What is known of names and sites when a policy is linked. */
export interface Places {
  readonly indexOf: (func: string) => number
  readonly siteAt: (index: number) => number
}

/** The body as the code section holds it, its length first. */
export function encodeFunction(func: EmittedFunction, places: Places): readonly number[] {
  const bytes: number[] = func.locals === 0 ? [0] : [1, ...unsigned(func.locals), word]
  encodeBody(func.body, [], places, bytes)
  bytes.push(end)
  return [...unsigned(bytes.length), ...bytes]
}

/** `labels` are those of the blocks around, the innermost last; an `if` counts as one that nobody leaves. */
function encodeBody(body: readonly Instruction[], labels: readonly number[], places: Places, bytes: number[]): void {
  for (const instruction of body) {
    switch (instruction.op) {
      case 'i32.const':
        bytes.push(0x41, ...signed(instruction.value))
        break
      case 'static':
        bytes.push(0x41, ...signed(instruction.word))
        break
      case 'site':
        bytes.push(0x41, ...signed(places.siteAt(instruction.index)))
        break
      case 'local.get':
        bytes.push(0x20, ...unsigned(instruction.local))
        break
      case 'local.set':
        bytes.push(0x21, ...unsigned(instruction.local))
        break
      case 'local.tee':
        bytes.push(0x22, ...unsigned(instruction.local))
        break
      case 'call':
        bytes.push(0x10, ...unsigned(places.indexOf(instruction.name)))
        break
      case 'block':
      case 'loop':
        bytes.push(instruction.op === 'block' ? 0x02 : 0x03, empty)
        encodeBody(instruction.body, [...labels, instruction.label], places, bytes)
        bytes.push(end)
        break
      case 'if':
        bytes.push(0x04, empty)
        encodeBody(instruction.body, [...labels, noLabel], places, bytes)
        bytes.push(end)
        break
      case 'br':
      case 'br_if':
        bytes.push(instruction.op === 'br' ? 0x0c : 0x0d, ...unsigned(depthOf(instruction.label, labels)))
        break
      default:
        if (instruction.op in plain) bytes.push(plain[instruction.op])
        else unreachable(instruction as never)
    }
  }
}

const noLabel = -1

function depthOf(label: number, labels: readonly number[]): number {
  const index = labels.lastIndexOf(label)
  assert(index >= 0, `the block ${label} is around the branch that leaves it`)
  return labels.length - 1 - index
}
