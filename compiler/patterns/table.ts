/**
 * Program → table of a deterministic automaton that searches for the pattern anywhere in a text (subset construction).
 *
 *     state × class of the next byte → state        state 0: can no longer match    state 1: has matched
 *
 * Bytes that no instruction tells apart are one class; the end of the text is a class of its own, the last. Assertions
 * look one byte ahead, so a state is a set of places in the program from *before* they are resolved, with the sort of
 * the byte that led there; they are resolved when the next byte is known.
 */
import { holdsBetween, type Sort, sort, sortOf } from './context.ts'
import type { Instruction, Program } from './program.ts'

export interface Table {
  /** The class of each of the 256 bytes. */
  readonly classes: Uint8Array
  /** Classes, the end of the text among them. */
  readonly width: number
  readonly start: number
  /** `width` entries a state. */
  readonly next: Uint16Array
}

export const dead = 0
export const matched = 1

/** Above this, a table is larger than it is useful. */
const mostStates = 2000
/** Steps of the construction, so that compiling takes a fraction of a second whatever the pattern. */
const mostWork = 4_000_000

interface State {
  readonly places: readonly number[]
  readonly before: Sort
}

/** Undefined where the table would have too many states. */
export function buildTable(program: Program): Table | undefined {
  const sorts = sortsToTell(program.instructions)
  const { classes, members } = byteClasses(program.instructions, sorts)
  const width = members.length + 1
  const states: State[] = [
    { places: [], before: sort.other },
    { places: [], before: sort.other },
  ]
  const numbers = new Map<string, number>()
  const rows: number[][] = [new Array(width).fill(dead), new Array(width).fill(matched)]
  let work = 0

  const numberOf = (places: readonly number[], before: Sort): number => {
    const key = `${before}:${places.join()}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = states.push({ places, before }) - 1
    numbers.set(key, number)
    return number
  }

  const start = numberOf([program.start], sorts.has(sort.edge) ? sort.edge : sort.other)
  for (let number = 2; number < states.length; number++) {
    if (states.length > mostStates || work > mostWork) return undefined
    const { places, before } = states[number] as State
    const closures = new Map<Sort, Closure>()
    const closed = (after: Sort): Closure => {
      const known = closures.get(after)
      if (known !== undefined) return known
      const closure = close(program, classes, places, before, after)
      work += closure.work
      closures.set(after, closure)
      return closure
    }
    const row = members.map((byte, index) => {
      const after = sorts.has(sortOf(byte)) ? sortOf(byte) : sort.other
      const closure = closed(after)
      if (closure.matches) return matched
      const reached = closure.targets[index]
      return reached === undefined
        ? numberOf([program.start], after)
        : numberOf(
            [...reached].sort((a, b) => a - b),
            after,
          )
    })
    rows[number] = [...row, closed(sort.edge).matches ? matched : dead]
  }
  return { classes, width, start, next: Uint16Array.from(withoutHopeless(rows).flat()) }
}

/** Which sorts of bytes the assertions of the program can tell from others. */
function sortsToTell(instructions: readonly Instruction[]): ReadonlySet<Sort> {
  const told = new Set<Sort>()
  for (const instruction of instructions) {
    if (instruction.op !== 'assert') continue
    told.add(sort.edge)
    if (instruction.what.endsWith('line')) told.add(sort.newline)
    if (instruction.what.endsWith('boundary')) told.add(sort.word)
  }
  return told
}

/** One byte stands for all of its class. */
function byteClasses(instructions: readonly Instruction[], sorts: ReadonlySet<Sort>) {
  const starts = new Set([0])
  for (const instruction of instructions) {
    if (instruction.op === 'byte') starts.add(instruction.low).add(instruction.high + 1)
  }
  for (let byte = 1; byte < 256; byte++) {
    const [here, previous] = [sortOf(byte), sortOf(byte - 1)]
    if (here !== previous && (sorts.has(here) || sorts.has(previous))) starts.add(byte)
  }
  const members = [...starts].filter((byte) => byte < 256).sort((a, b) => a - b)
  const classes = new Uint8Array(256)
  for (const [index, byte] of members.entries()) classes.fill(index, byte, members[index + 1] ?? 256)
  return { classes, members }
}

interface Closure {
  readonly matches: boolean
  /** By class of the next byte: the places after it, and the start again, for a match may begin anywhere. */
  readonly targets: readonly (ReadonlySet<number> | undefined)[]
  readonly work: number
}

/** All that is reached without reading a byte, between what stands before and what comes after, and one byte on. */
function close(program: Program, classes: Uint8Array, places: readonly number[], before: Sort, after: Sort): Closure {
  const seen = new Set<number>()
  const waiting = [...places]
  const targets: Set<number>[] = []
  let [matches, work] = [false, 0]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (seen.has(place)) continue
    seen.add(place)
    work++
    const instruction = program.instructions[place] as Instruction
    if (instruction.op === 'match') matches = true
    else if (instruction.op === 'split') waiting.push(instruction.next, instruction.other)
    else if (instruction.op === 'byte' && instruction.low <= instruction.high) {
      const last = classes[instruction.high] as number
      for (let index = classes[instruction.low] as number; index <= last; index++, work++) {
        targets[index] = (targets[index] ?? new Set([program.start])).add(instruction.next)
      }
    } else if (instruction.op === 'assert' && holdsBetween(instruction.what, before, after)) {
      waiting.push(instruction.next)
    }
  }
  return { matches, targets, work }
}

/** States from which no match can be reached become `dead`, so that a search stops at the first byte that decides it. */
function withoutHopeless(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const from: number[][] = rows.map(() => [])
  rows.forEach((row, state) => {
    for (const target of new Set(row)) from[target]?.push(state)
  })
  const hopeful = new Set([matched])
  const waiting = [matched]
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const source of from[state] ?? []) {
      if (hopeful.has(source)) continue
      hopeful.add(source)
      waiting.push(source)
    }
  }
  return rows.map((row) => row.map((target) => (hopeful.has(target) ? target : dead)))
}
