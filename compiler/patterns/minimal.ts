/** Table → the same with the fewest states (Moore's partition refinement): states that no text tells apart become one. */
import type { Table } from './table.ts'

export function minimal({ classes, width, start, next }: Table): Table {
  const count = next.length / width
  let groups: readonly number[] = Array.from({ length: count }, (_, state) => Math.min(state, 2))
  let found = new Set(groups).size
  for (;;) {
    const numbers = new Map<string, number>()
    const refined = groups.map((group, state) => {
      let signature = String(group)
      for (let index = state * width; index < (state + 1) * width; index++)
        signature += ` ${groups[next[index] as number]}`
      const number = numbers.get(signature) ?? numbers.size
      numbers.set(signature, number)
      return number
    })
    groups = refined
    if (numbers.size === found) break
    found = numbers.size
  }
  // The first two states, dead and matched, come first in their own groups, and so keep their numbers.
  const rows = new Array<number>(found * width)
  for (let state = 0; state < count; state++) {
    const row = (groups[state] as number) * width
    for (let index = 0; index < width; index++)
      rows[row + index] = groups[next[state * width + index] as number] as number
  }
  return { classes, width, start: groups[start] as number, next: Uint16Array.from(rows) }
}
