/** A plan from elsewhere, such as `opa build -t plan` makes → a module with OPA's ABI. */
import { readPlan } from './plan/read.ts'
import { compileModule } from './wasm/module.ts'
import { sealed } from './wasm/seal.ts'

export type FromPlan =
  | { readonly kind: 'module'; readonly module: Uint8Array; readonly entrypoints: readonly string[] }
  /** A sentence that says why there is none. */
  | { readonly kind: 'refused'; readonly reason: string }

/** `text` is the JSON of the plan, `library` the whole built runtime library. */
export function compilePlan(text: string, library: Uint8Array): FromPlan {
  const read = readPlan(text)
  if (read.kind === 'refused') return { kind: 'refused', reason: `this is not a plan of OPA: ${read.reason}` }
  const compiled = compileModule(read.policy, library)
  if (compiled.kind === 'refused') {
    return { kind: 'refused', reason: `there is nothing here for ${compiled.missing.join(', ')}` }
  }
  const entrypoints = read.policy.plans.plans.map(({ name }) => name)
  return { kind: 'module', module: sealed(compiled.bytes), entrypoints }
}
