/** The other side of `deadline.ts`: one evaluation in a thread of its own, which can be stopped. */
import { parentPort, workerData } from 'node:worker_threads'
import { EvaluationError } from './errors.ts'
import { loadPolicy } from './index.ts'

/** What the thread is given, copied. */
export interface Work {
  readonly module: Uint8Array
  readonly facts: ArrayBuffer
}

/** What comes back, once. */
export type Done =
  | { readonly kind: 'answer'; readonly results: readonly unknown[] }
  | { readonly kind: 'error'; readonly code: EvaluationError['code']; readonly message: string }

const { module, facts } = workerData as Work
try {
  parentPort?.postMessage({ kind: 'answer', results: loadPolicy(module).evaluate(facts) } satisfies Done)
} catch (error) {
  if (!(error instanceof EvaluationError)) throw error
  parentPort?.postMessage({ kind: 'error', code: error.code, message: error.message } satisfies Done)
}
