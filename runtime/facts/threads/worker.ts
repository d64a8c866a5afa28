/** The other side of `helper.ts`: looks at the files that it is sent, portion by portion, until it is stopped. */
import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { ClassifiedFile } from '../classify/classify.ts'
import { type Assignment, lookerFor } from './assignment.ts'
import { type Packed, packed } from './packed.ts'

const looker = lookerFor(workerData as Assignment)
if (parentPort !== null) {
  for await (const [files] of on(parentPort, 'message') as AsyncIterable<[readonly ClassifiedFile[]]>) {
    const found: Packed[] = []
    for (const file of files) {
      const { key, seen } = await looker.look(file)
      found.push({ key, seen: packed(seen) })
    }
    parentPort.postMessage(
      found,
      found.map(({ seen }) => seen.buffer),
    )
  }
}
