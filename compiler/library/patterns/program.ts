/**
 * A program walked with all its states at once: each instruction is in the list of a byte at most once, so a byte costs at
 * most the length of the program. Must match `compiler/patterns/encode.ts` and `compiler/patterns/context.ts`.
 */
import { allocate, heapPointer, release } from '../memory'
import { EDGE, INNER, NEWLINE, sortOf, WORD } from './sorts'

export function byProgram(pattern: usize, at: usize, end: usize): bool {
  const mark = heapPointer()
  const count: usize = load<u32>(pattern, 4)
  const start = load<u32>(pattern, 8)
  // Lists of places: those to look at, those after the next byte, and for each place the turn at which it was listed.
  let places = allocate(count << 3)
  let following = allocate(count << 3)
  const listed = allocate(count << 2)
  const reached = allocate(count << 2)
  memory.fill(listed, 0, count << 2)
  memory.fill(reached, 0, count << 2)
  let turn: u32 = 0
  let waiting: u32 = 0
  let before = EDGE
  let found = false
  while (true) {
    turn++
    const byte: u32 = at < end ? load<u8>(at) : 0
    const after = at < end ? sortOf(byte) : EDGE
    store<u32>(slot(places, waiting), start)
    waiting++
    let next: u32 = 0
    while (waiting > 0 && !found) {
      const place = load<u32>(slot(places, --waiting))
      if (load<u32>(listed + ((<usize>place) << 2)) == turn) continue
      store<u32>(listed + ((<usize>place) << 2), turn)
      const instruction = pattern + 12 + <usize>place * 12
      const op = load<u8>(instruction)
      if (op == 3) found = true
      else if (op == 0) {
        const target = load<u32>(instruction, 4)
        const fits = at < end && byte >= load<u8>(instruction, 1) && byte <= load<u8>(instruction, 2)
        if (fits && load<u32>(reached + ((<usize>target) << 2)) != turn) {
          store<u32>(reached + ((<usize>target) << 2), turn)
          store<u32>(slot(following, next), target)
          next++
        }
      } else if (op == 1 || holdsBetween(load<u8>(instruction, 1), before, after)) {
        store<u32>(slot(places, waiting), load<u32>(instruction, 4))
        waiting++
        if (op == 1) {
          store<u32>(slot(places, waiting), load<u32>(instruction, 8))
          waiting++
        }
      }
    }
    if (found || at >= end) break
    const swapped = places
    places = following
    following = swapped
    waiting = next
    before = after
    at++
  }
  release(mark)
  return found
}

/** The address of a word of a list. */
function slot(list: usize, index: u32): usize {
  return list + ((<usize>index) << 2)
}

/** The assertions in the order of `compiler/patterns/encode.ts`. */
export function holdsBetween(what: u32, before: u32, after: u32): bool {
  if (what == 0) return before == EDGE
  if (what == 1) return after == EDGE
  if (what == 2) return before == EDGE || before == NEWLINE
  if (what == 3) return after == EDGE || after == NEWLINE
  if (what == 4) return (before == WORD) != (after == WORD)
  return after != INNER && (before == WORD) == (after == WORD)
}
