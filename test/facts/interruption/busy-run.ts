/**
 * A process that says in which phase it is and then stays there: `node busy-run.ts PHASE FOLDER CACHE OUTPUT`. Where it
 * computes, it does so as linking does, without ever giving the event loop its turn.
 */
import { writeSync } from 'node:fs'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { writeWhole } from '../../../cli/output.ts'
import { extractToys, toyExtractor } from '../frame/toy-extractor.ts'

const [phase, folder, cacheFolder, output] = process.argv.slice(2) as [string, string, string, string]
const longest = 30_000

const say = (what: string) => writeSync(1, `${what}\n`)

function compute(): void {
  for (const end = performance.now() + longest; performance.now() < end; );
}

const cache = { folder: cacheFolder, chosen: 'by name' } as const
const toy = toyExtractor()
const extractor = {
  ...toy,
  // The first file is in the cache by then, in a pack that is not finished.
  async extract(input: Parameters<typeof toy.extract>[0]) {
    if (phase === 'extracting' && input.file.path === 'b.py') {
      say(phase)
      await setTimeout(longest)
    }
    return toy.extract(input)
  },
}
const linker = {
  name: 'busy',
  sets: toy.kinds,
  reads: [],
  link<T>(extractions: T): T {
    if (phase === 'linking') {
      say(phase)
      compute()
    }
    return extractions
  },
}

const { bytes } = await extractToys(folder, undefined, { extractor, linkers: [linker], cache })
if (phase === 'evaluating') {
  say(phase)
  compute()
}
writeWhole(output, bytes)
await setImmediate()
say('written')
compute()
