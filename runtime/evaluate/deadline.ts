/**
 * Evaluation with a deadline, in a worker. A module cannot be asked where it stands, so that when it takes too long a few
 * samples of its stack are taken before it is stopped, and functions are said as the items that they belong to.
 */
import { Worker } from 'node:worker_threads'
import { itemOfFunction } from '../../compiler/index.ts'
import { EvaluationError } from './errors.ts'
import type { Done, Work } from './worker.ts'

const workerFile = import.meta.url.endsWith('.ts') ? './worker.ts' : './evaluation-worker.js'

/**
 * The result set of a module's first entrypoint on facts, which are UTF-8 JSON.
 *
 * @throws EvaluationError with the code `EVALUATION_TIMED_OUT` after as many milliseconds; it says which item was at work.
 */
export function evaluateWithin(
  milliseconds: number,
  module: Uint8Array,
  facts: ArrayBuffer,
): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const workerData: Work = { module, facts }
    const worker = new Worker(new URL(workerFile, import.meta.url), { workerData })
    const timer = setTimeout(() => {
      // The inspector is loaded by the few who need it.
      import('./sampling.ts')
        .then(({ sampleStack }) => sampleStack(worker.threadId))
        .then((stack) => reject(tooLong(milliseconds, module, stack)), reject)
        .finally(() => worker.terminate())
    }, milliseconds)
    worker.once('message', (done: Done) => {
      clearTimeout(timer)
      if (done.kind === 'answer') resolve(done.results)
      else reject(new EvaluationError(done.code, done.message))
    })
    worker.once('error', (error) => {
      clearTimeout(timer)
      reject(new EvaluationError('EVALUATION_ABORTED', `The policy could not be evaluated: ${String(error)}`, error))
    })
  })
}

function tooLong(milliseconds: number, module: Uint8Array, stack: readonly number[]): EvaluationError {
  const item = stack.map((index) => itemOfFunction(module, index)).find((found) => found !== undefined)
  const at = item === undefined ? 'before or between the items' : `at item ${item}`
  const seconds = milliseconds / 1000
  return new EvaluationError(
    'EVALUATION_TIMED_OUT',
    `The evaluation was stopped after ${seconds} s, ${at}: give it more time, or look for a check that compares all pairs of facts.`,
  )
}
