/** A thread that looks at files beside the main one. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ClassifiedFile } from '../classify/classify.ts'
import type { Assignment } from './assignment.ts'
import type { Packed } from './packed.ts'

const workerFile = import.meta.url.endsWith('.ts') ? './worker.ts' : './extraction-worker.js'

export class Helper {
  readonly #worker: Worker

  constructor(assignment: Assignment) {
    this.#worker = new Worker(new URL(workerFile, import.meta.url), { workerData: assignment })
  }

  /** Rejects with what ended the thread, if something did, and when the signal aborts. */
  async look(files: readonly ClassifiedFile[], signal: AbortSignal | undefined): Promise<readonly Packed[]> {
    this.#worker.postMessage(files)
    const [found] = await once(this.#worker, 'message', signal === undefined ? {} : { signal })
    return found as readonly Packed[]
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }
}
