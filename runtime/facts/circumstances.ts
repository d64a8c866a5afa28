/** What decides whether and how often a piece of code runs, within its function; the same in every language. */
import type { LocalFact } from './extractor.ts'

export type Circumstance = 'conditional' | 'in_loop' | 'in_try' | 'in_handler'

export type Circumstances = Pick<LocalFact<'call'>, Circumstance>

/** `found` are the circumstances that nodes around the code make, in any order, none where a node means nothing to it. */
export function circumstances(found: Iterable<Circumstance | undefined>): Circumstances {
  const made = new Set(found)
  return {
    conditional: made.has('conditional'),
    in_loop: made.has('in_loop'),
    in_try: made.has('in_try'),
    in_handler: made.has('in_handler'),
  }
}

/** An import that the code can do without: one under a condition, or one whose failure it expects. */
export const isConditional = ({ conditional, in_try, in_handler }: Circumstances): boolean =>
  conditional || in_try || in_handler
