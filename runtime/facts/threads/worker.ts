/** The other side of `helper.ts`: looks at the files that it is sent, portion by portion, until it is stopped. */
import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { ClassifiedFile } from '../classify/classify.ts'
import type { Looked } from '../look.ts'
import { type Assignment, lookerFor } from './assignment.ts'

const looker = lookerFor(workerData as Assignment)
if (parentPort !== null) {
  for await (const [files] of on(parentPort, 'message') as AsyncIterable<[readonly ClassifiedFile[]]>) {
    const looked: Looked[] = []
    for (const file of files) looked.push(await looker.look(file))
    parentPort.postMessage(looked)
  }
}
