/** A table of states: one look a byte. Must match `compiler/patterns/encode.ts`. */
import { allocate } from '../memory'

const MATCHED: u32 = 1
const RUNS: usize = 20

export function byTable(pattern: usize, site: usize, at: usize, end: usize): bool {
  if (load<u32>(site) == 0) unroll(pattern, site)
  const width = load<u32>(pattern, 4)
  const classes: usize = load<u32>(site)
  const next: usize = load<u32>(site, 4)
  let state = load<u32>(pattern, 8)
  for (; at < end; at++) {
    const index = state * width + load<u8>(classes + load<u8>(at))
    state = load<u16>(next + ((<usize>index) << 1))
    if (state <= MATCHED) return state == MATCHED
  }
  return load<u16>(next + ((<usize>(state * width + width - 1)) << 1)) == MATCHED
}

/** The class of each of the 256 bytes, and the next states, from their runs: at a pattern's first use in an evaluation. */
function unroll(pattern: usize, site: usize): void {
  const width = load<u32>(pattern, 4)
  const classes = allocate(256)
  let run = pattern + RUNS
  const behind = run + ((<usize>load<u32>(pattern, 12)) << 1)
  for (; run < behind; run += 2) {
    const first: usize = load<u8>(run)
    memory.fill(classes + first, load<u8>(run, 1), 256 - first)
  }
  const size = (<usize>(width * load<u32>(pattern, 16))) << 1
  // A row of zeros stands above the first.
  const above = allocate(((<usize>width) << 1) + size)
  memory.fill(above, 0, (<usize>width) << 1)
  const next = above + ((<usize>width) << 1)
  for (let at = next; at < next + size; run += 3) {
    const difference = load<u16>(run, 1)
    for (let left = load<u8>(run); left > 0; left--) {
      store<u16>(at, <u16>(load<u16>(at - ((<usize>width) << 1)) + difference))
      at += 2
    }
  }
  store<u32>(site, <u32>classes)
  store<u32>(site, <u32>next, 4)
}
