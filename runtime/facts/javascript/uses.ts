/** The mentions of a variable: a name may be mentioned as often for others, and each is asked for its own. */
import type { JavaScriptSource } from './source.ts'

/** Where what goes by the name at a node is mentioned, in the order of the text; each mention of the name takes a step. */
export function usesOf({ input, bindings }: JavaScriptSource, name: string, at: number): readonly number[] {
  const bound = bindings.lookup(name, at)
  return bindings.mentionsOf(name).filter((mention) => {
    input.budget.step()
    return bindings.lookup(name, mention) === bound
  })
}
