/** In what manner a value is used: which part of it, and what happened to that part on the way. */
import { deepestPath, type Key, type Path } from '../../flow/term.ts'

export interface Way {
  readonly path: Path
  readonly encoded: boolean
  /** Whether only a part of what is come to is used, nobody knows which. */
  readonly part: boolean
  /** Whether a structure is read out of it. */
  readonly parsed: boolean
  /** Whether an object of foreign code holds what is come to. */
  readonly held: boolean
}

export const wholly: Way = { path: [], encoded: false, part: false, parsed: false, held: false }

export const into = (way: Way, ...keys: readonly Key[]): Way => ({
  ...way,
  path: [...keys, ...way.path].slice(0, deepestPath),
})

/** What a whole is followed by, where a part of what came out of it is used. */
export const entire = (way: Way): Way => ({ ...way, path: [], part: way.part || way.path.at(-1) !== undefined })

/** Without the key that an element is taken by. */
export const within = (way: Way): Way => ({ ...way, path: way.path.slice(1) })
