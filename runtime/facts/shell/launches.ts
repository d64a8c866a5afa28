/** How many programs of the integration a script starts in turn. */
import type { Branch } from './structure.ts'

/** Of alternatives only one runs: an `if` whose branches each start a program starts one. */
export function countInTurn(launches: readonly (Branch | undefined)[]): number {
  return count(launches.map(pathOf), 0)
}

type Path = readonly Branch[]

function count(paths: readonly Path[], depth: number): number {
  const [here, within] = [paths.filter((path) => path.length <= depth), paths.filter((path) => path.length > depth)]
  const choices = Map.groupBy(within, (path) => path[depth]!.choice)
  let sum = here.length
  for (const choice of choices.values()) {
    const arms = Map.groupBy(choice, (path) => path[depth]!.arm)
    sum += Math.max(...[...arms.values()].map((arm) => count(arm, depth + 1)))
  }
  return sum
}

/** The branches around a command, from the outside. */
function pathOf(branch: Branch | undefined): Path {
  const path: Branch[] = []
  for (let around = branch; around !== undefined; around = around.around) path.push(around)
  return path.reverse()
}
