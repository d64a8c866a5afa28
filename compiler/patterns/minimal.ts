/** Table → the same with the fewest states (Moore's partition refinement): states that no text tells apart become one. */
import { Lists } from './lists.ts'
import type { Table } from './table.ts'

export function minimal({ classes, width, start, next }: Table): Table {
  const count = next.length / width
  let groups = Array.from({ length: count }, (_, state) => Math.min(state, 2))
  let found = new Set(groups).size
  const row = new Array<number>(width + 1)
  for (;;) {
    const rows = new Lists()
    const refined = new Array<number>(count)
    for (let state = 0; state < count; state++) {
      row[0] = groups[state] as number
      for (let index = 0; index < width; index++)
        row[index + 1] = groups[next[state * width + index] as number] as number
      refined[state] = rows.numberOf(row)
    }
    groups = refined
    if (rows.all.length === found) break
    found = rows.all.length
  }
  // The first two states, dead and matched, come first in their own groups, and so keep their numbers.
  const smaller = new Uint16Array(found * width)
  for (let state = 0; state < count; state++) {
    const at = (groups[state] as number) * width
    for (let index = 0; index < width; index++)
      smaller[at + index] = groups[next[state * width + index] as number] as number
  }
  return { classes, width, start: groups[start] as number, next: smaller }
}
