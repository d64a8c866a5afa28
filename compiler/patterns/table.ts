/**
 * Positions → table of a deterministic automaton that searches for the pattern anywhere in a text (subset construction).
 *
 *     state × class of the next byte → state        state 0: can no longer match    state 1: has matched
 *
 * The end of the text is a class of its own, the last. A state is the set of positions that have just read a byte, with
 * the sort of that byte.
 */
import { type Sort, sort, sorts } from './context.ts'
import { Lists } from './lists.ts'
import type { Positions } from './positions.ts'

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
/** Positions looked at: what needs more than this is given up within a few milliseconds. */
const mostWork = 120_000

/** Undefined where the table would have too many states. */
export function buildTable(positions: Positions): Table | undefined {
  const { classes, members, initial, follow, matchesEmpty } = positions
  const width = members.length + 1
  const sortsOfClasses = members.map((byte) => positions.sortOf(byte))
  const reads = classesRead(positions)
  const accepts = sortsAccepted(positions)
  // A state as a list: the sort of the byte before, then the positions. The first two are none that a text leads to.
  const states = new Lists()
  for (const state of [[-1 - dead], [-1 - matched]]) states.numberOf(state)
  const start = states.numberOf([sort.edge])
  const next: number[] = [...new Array(width).fill(dead), ...new Array(width).fill(matched)]
  const reached = new Uint32Array(positions.count)
  const readers: number[][] = members.map(() => [])
  for (let [number, work] = [start, 0]; number < states.all.length; number++) {
    if (states.all.length > mostStates || work > mostWork) return undefined
    const state = states.all[number] as readonly number[]
    const before = state[0] as Sort
    let matching = 0
    for (const after of sorts) if (matchesEmpty(before, after)) matching |= 1 << after
    for (let index = 1; index < state.length; index++) matching |= accepts[state[index] as number] as number
    for (let index = 0; index < readers.length; index++) {
      const list = readers[index] as number[]
      list.length = 1
      list[0] = sortsOfClasses[index] as number
    }
    // All positions that may read the next byte, and by its class those that do, in order.
    let [lowest, highest, count] = [positions.count, -1, 0]
    for (let index = 0; index < state.length; index++) {
      const list = (index === 0 ? initial[before] : follow[state[index] as number]) as readonly number[]
      work += list.length
      for (let at = 0; at < list.length; at++) {
        const position = list[at] as number
        if (reached[position] === number) continue
        reached[position] = number
        count++
        if (position < lowest) lowest = position
        if (position > highest) highest = position
      }
    }
    for (let position = lowest; position <= highest; position++) {
      if (reached[position] !== number) continue
      const those = reads[position] as readonly number[]
      for (let at = 0; at < those.length; at++) (readers[those[at] as number] as number[]).push(position)
    }
    for (let index = 0; index < readers.length; index++) {
      const isMatch = (matching >> (sortsOfClasses[index] as number)) & 1
      if (!isMatch) work += count
      next.push(isMatch ? matched : states.numberOf(readers[index] as readonly number[]))
    }
    next.push((matching >> sort.edge) & 1 ? matched : dead)
  }
  return { classes, width, start, next: withoutHopeless(next, width) }
}

/** By position: the classes of the bytes that it reads. */
function classesRead({ count, readers }: Positions): readonly (readonly number[])[] {
  const classes: number[][] = Array.from({ length: count }, () => [])
  readers.forEach((those, number) => {
    for (const position of those) classes[position]?.push(number)
  })
  return classes
}

/** By position: a bit for each sort of what may stand behind a match there. */
function sortsAccepted({ count, accepting }: Positions): Uint8Array {
  const bits = new Uint8Array(count)
  for (const after of sorts)
    for (const position of accepting[after]) bits[position] = (bits[position] as number) | (1 << after)
  return bits
}

/** States from which no match can be reached become `dead`, so that a search stops at the first byte that decides it. */
function withoutHopeless(next: readonly number[], width: number): Uint16Array {
  const from: number[][] = Array.from({ length: next.length / width }, () => [])
  for (let index = 0; index < next.length; index++) {
    const sources = from[next[index] as number] as number[]
    const state = Math.floor(index / width)
    if (sources.at(-1) !== state) sources.push(state)
  }
  const hopeful = new Uint8Array(from.length)
  hopeful[matched] = 1
  const waiting: number[] = [matched]
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const source of from[state] as number[]) {
      if (hopeful[source] === 1) continue
      hopeful[source] = 1
      waiting.push(source)
    }
  }
  return Uint16Array.from(next, (target) => (hopeful[target] === 1 ? target : dead))
}
