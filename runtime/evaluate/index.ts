/**
 * Runs compiled policies. The only caller of OPA's SDK, because two of its traps are closed here: facts go in as an
 * `ArrayBuffer` (a typed array becomes an empty input, silently), and what it throws, plain strings, becomes errors.
 */
import { crc32 } from 'node:zlib'
import * as sdk from '@open-policy-agent/opa-wasm'
import { isIntact } from '../../compiler/index.ts'
import { EvaluationError, guarded } from './errors.ts'

export { evaluateWithin } from './deadline.ts'
export { EvaluationError, type EvaluationErrorCode } from './errors.ts'

// The SDK is CommonJS, whose exports Node finds under `default` only; its types have them by name.
const { loadPolicySync } = (sdk as unknown as { readonly default: typeof sdk }).default

export interface LoadedPolicy {
  /** The entrypoints by name, in the module's order. */
  readonly entrypoints: readonly string[]
  /** The result set of an entrypoint, the first one without a name; facts are UTF-8 JSON. */
  readonly evaluate: (facts: ArrayBuffer, entrypoint?: string) => readonly unknown[]
  /** Sets the base document that policies see as `data`. */
  readonly setData: (data: object) => void
  /** Bytes of memory that the module has at the moment. */
  readonly memoryBytes: () => number
}

export interface LoadOptions {
  /** Pages of 64 KiB to begin with; modules of ours grow memory themselves. */
  readonly pages?: number
  /** Pages that it may have at most. */
  readonly mostPages?: number
}

/**
 * @throws EvaluationError if the bytes are no module with OPA's ABI, or a module of ours that was damaged. What is loaded
 * throws it as well when it is evaluated.
 */
export function loadPolicy(module: Uint8Array, { pages = 5, mostPages }: LoadOptions = {}): LoadedPolicy {
  if (isIntact(module, crc32) === false) {
    throw new EvaluationError('MODULE_DAMAGED', 'The compiled policy is damaged: compile it again, or fetch it again.')
  }
  const memory = { initial: pages, ...(mostPages === undefined ? {} : { maximum: mostPages }) }
  const policy = guarded('MODULE_NOT_LOADED', 'The compiled policy could not be loaded', () =>
    // A copy: the SDK takes the whole buffer behind a view.
    loadPolicySync(Uint8Array.from(module), memory),
  )
  return {
    entrypoints: Object.keys(policy.entrypoints),
    setData: (data) => policy.setData(data),
    memoryBytes: () => memoryOf(policy).buffer.byteLength,
    evaluate: (facts, entrypoint) =>
      guarded('EVALUATION_ABORTED', 'The policy could not be evaluated', () =>
        policy.evaluate(buffer(facts), entrypoint ?? 0),
      ) as readonly unknown[],
  }
}

/** The SDK keeps the memory, and its types do not say so. */
const memoryOf = (policy: object): WebAssembly.Memory => (policy as { readonly mem: WebAssembly.Memory }).mem

/** The type alone does not keep typed arrays out of calls from JavaScript, and an empty input would pass unnoticed. */
function buffer(facts: ArrayBuffer): ArrayBuffer {
  if (facts instanceof ArrayBuffer) return facts
  throw new TypeError('facts are an ArrayBuffer, not a view of one')
}
