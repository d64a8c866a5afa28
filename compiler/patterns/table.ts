/**
 * Positions → table of a deterministic automaton that searches for the pattern anywhere in a text (subset construction).
 *
 *     state × class of the next byte → state        state 0: can no longer match    state 1: has matched
 *
 * The end of the text is a class of its own, the last. A state is the set of positions that have just read a byte, with
 * the sort of that byte.
 */
import { type Sort, sort } from './context.ts'
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

interface State {
  readonly positions: readonly number[]
  readonly before: Sort
}

/** Undefined where the table would have too many states. */
export function buildTable(positions: Positions): Table | undefined {
  const { classes, members, readers, follow, initial, accepting, matchesEmpty } = positions
  const width = members.length + 1
  const none: State = { positions: [], before: sort.edge }
  const states: State[] = [none, none]
  const numbers = new Map<string, number>()
  const rows: number[][] = [new Array(width).fill(dead), new Array(width).fill(matched)]
  const accepts = Object.fromEntries(Object.entries(accepting).map(([after, those]) => [after, new Set(those)]))
  const reads = readers.map((those) => new Set(those))
  const reached = new Uint32Array(positions.count)
  let [turn, work] = [0, 0]

  const numberOf = (state: State): number => {
    const key = `${state.before} ${state.positions}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = states.push(state) - 1
    numbers.set(key, number)
    return number
  }

  /** All positions that may read the next byte, in order. */
  const following = ({ positions, before }: State): readonly number[] => {
    turn++
    const found: number[] = []
    for (const list of [initial[before], ...positions.map((position) => follow[position] as readonly number[])]) {
      work += list.length
      for (const position of list) {
        if (reached[position] === turn) continue
        reached[position] = turn
        found.push(position)
      }
    }
    return found.sort((a, b) => a - b)
  }

  const start = numberOf({ positions: [], before: sort.edge })
  for (let number = 2; number < states.length; number++) {
    if (states.length > mostStates || work > mostWork) return undefined
    const state = states[number] as State
    const matches = (after: Sort) =>
      matchesEmpty(state.before, after) || state.positions.some((position) => accepts[after]?.has(position))
    const next = following(state)
    const row = members.map((byte, index) => {
      const after = positions.sortOf(byte)
      if (matches(after)) return matched
      work += next.length
      return numberOf({ positions: next.filter((position) => reads[index]?.has(position)), before: after })
    })
    rows[number] = [...row, matches(sort.edge) ? matched : dead]
  }
  return { classes, width, start, next: Uint16Array.from(withoutHopeless(rows).flat()) }
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
