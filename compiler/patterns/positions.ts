/**
 * Program → automaton without silent steps (Glushkov's): a position is an instruction that reads a byte, and what follows
 * it are the positions that may read the next one.
 *
 * Assertions look at the sorts of the bytes around them. So where there are any, an instruction has a position for each
 * sort of byte that it may read: what stands before and behind a place between two positions is then known, and whether
 * an assertion holds there is decided here.
 */
import { holdsBetween, type Sort, sort, sortOf, sorts } from './context.ts'
import type { Instruction, Program } from './program.ts'

export interface Positions {
  readonly count: number
  /** The class of each of the 256 bytes; bytes of one class are read by the same positions. */
  readonly classes: Uint8Array
  /** A byte of each class. */
  readonly members: readonly number[]
  /** By class: the positions that read its bytes. */
  readonly readers: readonly (readonly number[])[]
  /** By position: those that may read the next byte. Positions with the same have the same list. */
  readonly follow: readonly (readonly number[])[]
  /** By the sort of what stands before: the positions at which a match may begin. */
  readonly initial: Readonly<Record<Sort, readonly number[]>>
  /** By the sort of what stands behind: the positions after which there is a match. */
  readonly accepting: Readonly<Record<Sort, readonly number[]>>
  /** Whether nothing at all matches between what stands before and behind. */
  readonly matchesEmpty: (before: Sort, after: Sort) => boolean
  /** The sorts that the pattern tells from others. */
  readonly told: ReadonlySet<Sort>
  /** The sort of a byte, as far as the pattern tells sorts apart. */
  readonly sortOf: (byte: number) => Sort
}

/** With more, walking the program is as good. */
const mostPositions = 4096

export function positionsOf(program: Program): Positions | undefined {
  const { instructions } = program
  const told = sortsToTell(instructions)
  const sortOfByte = (byte: number): Sort => (told.has(sortOf(byte)) ? sortOf(byte) : sort.other)
  const { classes, members } = byteClasses(instructions, told)
  const readers: number[][] = members.map(() => [])
  const numbers = new Map<number, number>()
  const places: { readonly next: number; readonly sort: Sort }[] = []
  for (const [index, instruction] of instructions.entries()) {
    if (instruction.op !== 'byte' || instruction.low > instruction.high) continue
    const last = classes[instruction.high] as number
    for (let number = classes[instruction.low] as number; number <= last; number++) {
      const read = sortOfByte(members[number] as number)
      const key = keyOf(index, read)
      const position = numbers.get(key) ?? places.push({ next: instruction.next, sort: read }) - 1
      numbers.set(key, position)
      readers[number]?.push(position)
    }
    if (places.length > mostPositions) return undefined
  }
  const closures = new Map<number, Closure>()
  const walk: Walk = { program, numbers, told, seen: new Uint32Array(instructions.length), turn: 0 }
  const behind = (place: number, before: Sort): Closure => {
    const key = keyOf(place, before)
    const known = closures.get(key) ?? closureOf(walk, place, before)
    closures.set(key, known)
    return known
  }
  const bySort = <T>(of: (sort: Sort) => T) =>
    Object.fromEntries(sorts.map((each) => [each, of(each)])) as Record<Sort, T>
  return {
    count: places.length,
    classes,
    members,
    readers,
    follow: places.map((place) => behind(place.next, place.sort).positions),
    initial: bySort((before) => behind(program.start, before).positions),
    accepting: bySort((after) =>
      places.flatMap((place, position) => (behind(place.next, place.sort).matches.has(after) ? [position] : [])),
    ),
    matchesEmpty: (before, after) => behind(program.start, before).matches.has(after),
    told,
    sortOf: sortOfByte,
  }
}

/** An instruction with a sort, as one number. */
const keyOf = (place: number, each: Sort): number => place * sorts.length + each

/** What all walks through the program share: `seen` tells by instruction in which turn it was met last. */
interface Walk {
  readonly program: Program
  readonly numbers: ReadonlyMap<number, number>
  readonly told: ReadonlySet<Sort>
  readonly seen: Uint32Array
  turn: number
}

interface Closure {
  readonly positions: readonly number[]
  /** The sorts of what may stand behind a match here. */
  readonly matches: ReadonlySet<Sort>
}

/** All that is reached from a place of the program without reading a byte. */
function closureOf(walk: Walk, start: number, before: Sort): Closure {
  const { program, numbers, told, seen } = walk
  const positions: number[] = []
  const matches = new Set<Sort>()
  for (const after of told.size === 0 ? [sort.other] : sorts) {
    const turn = ++walk.turn
    const waiting = [start]
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (seen[place] === turn) continue
      seen[place] = turn
      const instruction = program.instructions[place] as Instruction
      if (instruction.op === 'match') matches.add(after)
      else if (instruction.op === 'split') waiting.push(instruction.other, instruction.next)
      else if (instruction.op === 'byte') {
        const position = numbers.get(keyOf(place, after))
        if (position !== undefined) positions.push(position)
      } else if (instruction.op === 'note' || holdsBetween(instruction.what, before, after)) {
        waiting.push(instruction.next)
      }
    }
  }
  return { positions, matches: told.size === 0 && matches.size > 0 ? new Set(sorts) : matches }
}

/** Which sorts of bytes the assertions of the program can tell from others. */
function sortsToTell(instructions: readonly Instruction[]): ReadonlySet<Sort> {
  const told = new Set<Sort>()
  for (const instruction of instructions) {
    if (instruction.op !== 'assert') continue
    told.add(sort.edge)
    if (instruction.what.endsWith('line')) told.add(sort.newline)
    if (instruction.what.endsWith('boundary')) told.add(sort.word)
    if (instruction.what === 'no word boundary') told.add(sort.inner)
  }
  return told
}

/** One byte stands for all of its class. */
function byteClasses(instructions: readonly Instruction[], told: ReadonlySet<Sort>) {
  const starts = new Set([0])
  for (const instruction of instructions) {
    if (instruction.op === 'byte') starts.add(instruction.low).add(instruction.high + 1)
  }
  for (let byte = 1; byte < 256; byte++) {
    const [here, previous] = [sortOf(byte), sortOf(byte - 1)]
    if (here !== previous && (told.has(here) || told.has(previous))) starts.add(byte)
  }
  const members = [...starts].filter((byte) => byte < 256).sort((a, b) => a - b)
  const classes = new Uint8Array(256)
  for (const [index, byte] of members.entries()) classes.fill(index, byte, members[index + 1] ?? 256)
  return { classes, members }
}
