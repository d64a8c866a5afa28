/**
 * The leftmost match of a program, of those that begin there the preferred one, and where its groups stand. All threads
 * go over the text at once, in the order in which they are preferred, so that a byte costs at most the length of the program
 * times the number of groups. Must match `compiler/patterns/encode.ts`.
 *
 *     list     | place, slots … | place, slots … |     a row a thread; a slot is the address behind which it was noted, or 0
 *     waiting  | place, 0 | ~slot, address |           places to look at, and slots to put back when all before is done
 *
 * What does not depend on the text is made once an evaluation; the pattern's site holds where it is.
 */
import { allocate, copyWords, heapPointer, release } from '../memory'
import { holdsBetween } from './program'
import { EDGE, INNER, sortOf } from './sorts'

const BYTE: u32 = 0
const SPLIT: u32 = 1
const ASSERT: u32 = 2
const MATCH: u32 = 3
const HEAD: usize = 12
const INSTRUCTION: usize = 12

let program: usize = 0
let textStart: usize = 0
let textEnd: usize = 0
/** Bytes of a row. */
let width: usize = 0
/** By place: the turn at which it was looked at last. */
let lookedAt: usize = 0
let turn: u32 = 0
let waiting: usize = 0
let slots: usize = 0
/** The slots of the match that was found. */
let found: usize = 0

/** How many groups there are, with that of the whole match. */
export function groupCount(pattern: usize): u32 {
  return load<u32>(namesOf(pattern))
}

function namesOf(pattern: usize): usize {
  return pattern + HEAD + <usize>load<u32>(pattern, 4) * INSTRUCTION
}

/** Where the name of a group stands, its length and its bytes; the whole match is called as the pattern reads. */
export function nameOfGroup(pattern: usize, group: u32): usize {
  let at = namesOf(pattern) + 4
  for (; group > 0; group--) at += 4 + <usize>load<u32>(at)
  return at
}

/** Turns to a text; `site` is two words that are 0 when an evaluation starts. */
export function startSearch(pattern: usize, site: usize, text: usize, end: usize): void {
  const count: usize = load<u32>(pattern, 4)
  program = pattern
  textStart = text
  textEnd = end
  width = 4 + ((<usize>groupCount(pattern)) << 3)
  // A place waits for each of at most two others, and for one slot to be put back.
  const most = count * 24 + 16
  if (load<u32>(site) == 0) store<u32>(site, <u32>allocate((count << 2) + most + width * 2))
  lookedAt = load<u32>(site)
  waiting = lookedAt + (count << 2)
  slots = waiting + most
  found = slots + width
  memory.fill(lookedAt, 0, count << 2)
  turn = 0
}

/** Whether anything is found from an address on, which the text before still stands around. */
export function search(from: usize): bool {
  const mark = heapPointer()
  const size = width * <usize>load<u32>(program, 4)
  let now = allocate(size)
  let next = allocate(size)
  let threads = now
  let isFound = false
  turn++
  for (let at = from; ; at++) {
    if (!isFound && (at == textEnd || sortOf(load<u8>(at)) != INNER)) {
      memory.fill(slots, 0, width)
      threads = follow(load<u32>(program, 8), at, threads)
    }
    turn++
    let following = next
    for (let thread = now; thread < threads; thread += width) {
      const instruction = placeAt(load<u32>(thread))
      if (load<u8>(instruction) == MATCH) {
        copyWords(found, thread, width)
        isFound = true
        // Whatever comes behind it is less preferred.
        break
      }
      if (at == textEnd) continue
      const byte = load<u8>(at)
      if (byte < load<u8>(instruction, 1) || byte > load<u8>(instruction, 2)) continue
      copyWords(slots, thread, width)
      following = follow(load<u32>(instruction, 4), at + 1, following)
    }
    if (at == textEnd || (isFound && following == next)) break
    const swapped = now
    now = next
    next = swapped
    threads = following
  }
  release(mark)
  return isFound
}

/** Where the text of a group begins, 0 where it took no part. */
export function groupStart(group: u32): usize {
  return load<u32>(found + ((<usize>group) << 3), 4)
}
export function groupEnd(group: u32): usize {
  return load<u32>(found + ((<usize>group) << 3), 8)
}

function placeAt(place: u32): usize {
  return program + HEAD + <usize>place * INSTRUCTION
}

/** Adds the threads that are reached from a place without reading; gives the end of the list. */
function follow(start: u32, at: usize, list: usize): usize {
  const before = at > textStart ? sortOf(load<u8>(at - 1)) : EDGE
  const after = at < textEnd ? sortOf(load<u8>(at)) : EDGE
  let top = push(waiting, start, 0)
  while (top > waiting) {
    top -= 8
    const place = load<u32>(top)
    if (<i32>place < 0) {
      store<u32>(slots + ((<usize>~place) << 2), load<u32>(top, 4))
      continue
    }
    const looked = lookedAt + ((<usize>place) << 2)
    if (load<u32>(looked) == turn) continue
    store<u32>(looked, turn)
    const instruction = placeAt(place)
    const next = load<u32>(instruction, 4)
    const op = load<u8>(instruction)
    if (op == BYTE || op == MATCH) {
      store<u32>(slots, place)
      copyWords(list, slots, width)
      list += width
    } else if (op == SPLIT) {
      top = push(top, load<u32>(instruction, 8), 0)
      top = push(top, next, 0)
    } else if (op == ASSERT) {
      if (holdsBetween(load<u8>(instruction, 1), before, after)) top = push(top, next, 0)
    } else {
      const slot = load<u32>(instruction, 8) + 1
      const noted = slots + ((<usize>slot) << 2)
      top = push(top, ~slot, load<u32>(noted))
      store<u32>(noted, <u32>at)
      top = push(top, next, 0)
    }
  }
  return list
}

function push(top: usize, place: u32, address: u32): usize {
  store<u32>(top, place)
  store<u32>(top, address, 4)
  return top + 8
}
