/**
 * Positions → masks, a bit a position, so that one step moves all of them at once (Navarro and Raffinot's extended
 * Shift-And, with the positions that it cannot express as exceptions):
 *
 *     next = ((now << 1) & shifted | now & staying | initial | follow of each exceptional position) & readers of the byte
 *
 * Positions are numbered along the program, so that most are followed by the one behind them, or by themselves.
 */
import { type Sort, sorts } from './context.ts'
import { Lists } from './lists.ts'
import type { Positions } from './positions.ts'

export type Mask = Uint32Array

export interface Bits {
  /** Words of 32 bits in a mask. */
  readonly words: number
  readonly classes: Uint8Array
  /** Bytes of classes below this begin no match, so they need no step while no position is under way. */
  readonly idle: number
  /** By class of the byte. */
  readonly readers: readonly Mask[]
  /** By sort. */
  readonly initial: readonly Mask[]
  readonly accepting: readonly Mask[]
  /** Bit 5 × before + after, by the sorts around: nothing at all is a match. */
  readonly matchesEmpty: number
  /** A bit a sort: those that the pattern tells from `other`. */
  readonly told: number
  readonly shifted: Mask
  readonly staying: Mask
  readonly exceptional: Mask
  /** What follows each exceptional position besides. */
  readonly further: Further
}

export function bitsOf(positions: Positions): Bits {
  const { count, follow, initial, accepting } = positions
  const { classes, readers, idle } = idleFirst(positions)
  const matchesEmpty = bitsWhere(25, (bit) =>
    positions.matchesEmpty(sorts[Math.floor(bit / 5)] as Sort, sorts[bit % 5] as Sort),
  )
  const renumbered = Array.from({ length: count }, (_, position) => count - 1 - position)
  const number = (position: number) => renumbered[position] as number
  const words = Math.max(1, Math.ceil(count / 32))
  const mask = (those: readonly number[]): Mask => {
    const bits = new Uint32Array(words)
    for (const each of those) bits[each >> 5] = (bits[each >> 5] as number) | (1 << (each & 31))
    return bits
  }
  const [shifted, staying, exceptional]: [number[], number[], number[]] = [[], [], []]
  const besides: (readonly number[])[] = new Array(count).fill([])
  for (const [position, followers] of follow.entries()) {
    const own = number(position)
    const behind = followers.map(number)
    // The shift moves a bit whatever it stands for, so a position may be shifted into from that before it only.
    if (behind.includes(own + 1)) shifted.push(own + 1)
    if (behind.includes(own)) staying.push(own)
    const rest = behind.filter((each) => each !== own && each !== own + 1).sort((a, b) => a - b)
    if (rest.length === 0) continue
    besides[own] = rest
    exceptional.push(own)
  }
  return {
    words,
    classes,
    // What matches without reading has to be looked for everywhere.
    idle: matchesEmpty === 0 ? idle : 0,
    readers: readers.map((those) => mask(those.map(number))),
    initial: sorts.map((before) => mask(initial[before].map(number))),
    accepting: sorts.map((after) => mask(accepting[after].map(number))),
    matchesEmpty,
    told: bitsWhere(5, (bit) => positions.told.has(sorts[bit] as Sort)),
    shifted: mask(shifted),
    staying: mask(staying),
    exceptional: mask(exceptional),
    further: furtherOf(besides),
  }
}

/**
 * Lists of positions, each once. Those near a position are counted from it, because what is repeated in a pattern has the
 * same lists each time then; those far away are said as they are, because many positions lead to them.
 */
export interface Further {
  /** By position: the number of its list among `lists`; the first is empty. */
  readonly near: readonly number[]
  readonly far: readonly number[]
  readonly lists: readonly (readonly number[])[]
}

const farthestNear = 64

function furtherOf(besides: readonly (readonly number[])[]): Further {
  const lists = new Lists()
  lists.numberOf([])
  const whole = new Lists()
  const numbers = besides.map((list) => whole.numberOf(list))
  const sharing = new Uint16Array(whole.all.length)
  for (const number of numbers) sharing[number] = (sharing[number] as number) + 1
  const parts = besides.map((list, position) => {
    // A list that several positions have is there once as it is.
    if ((sharing[numbers[position] as number] as number) > 1) return { near: 0, far: lists.numberOf(list) }
    const isNear = (each: number) => Math.abs(each - position) <= farthestNear
    return {
      near: lists.numberOf(list.filter(isNear).map((each) => (each - position) & 0xffff)),
      far: lists.numberOf(list.filter((each) => !isNear(each))),
    }
  })
  return { near: parts.map(({ near }) => near), far: parts.map(({ far }) => far), lists: lists.all }
}

/** The classes in another order: first those of bytes that begin no match, `idle` many. */
function idleFirst({
  classes,
  readers,
  initial,
}: Positions): Pick<Positions, 'classes' | 'readers'> & { idle: number } {
  const beginning = new Set(sorts.flatMap((before) => initial[before]))
  const [idle, others] = [[] as number[], [] as number[]]
  for (const [number, those] of readers.entries()) {
    ;(those.some((position) => beginning.has(position)) ? others : idle).push(number)
  }
  const order = [...idle, ...others]
  return {
    classes: classes.map((number) => order.indexOf(number)),
    readers: order.map((number) => readers[number] as readonly number[]),
    idle: idle.length,
  }
}

function bitsWhere(count: number, holds: (bit: number) => boolean): number {
  let bits = 0
  for (let bit = 0; bit < count; bit++) if (holds(bit)) bits |= 1 << bit
  return bits
}
