/**
 * A file of eight times the size takes about eight times the work, whatever it is full of. Work that grows with the square
 * takes 64 times as much; what is asked for lies between the two, far from both, and is told by the processor's time alone: the least of several, so that a busy machine is no growth.
 */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { folder } from '../frame/repositories.ts'
import { javascript, typescript } from './shapes/javascript.ts'
import { python } from './shapes/python.ts'
import type { Shape } from './shapes/shape.ts'
import { texts } from './shapes/texts.ts'

const languages: readonly (readonly Shape[])[] = [python, javascript, typescript, texts]

/** With PROVISO_HOSTILE=long, sizes at which also what is small for itself shows. */
const few = process.env.PROVISO_HOSTILE === 'long' ? 1_000 : 40
const times = 8
const most = 28
/** In milliseconds of the processor: below, starting up and tidying up weigh more than the file. */
const telling = 250
/** What comes from outside only ever adds: other processes that empty the caches, code that is not yet compiled. */
const rounds = 5

/** The first file of a language costs its grammar, and code that nothing has made fast. */
before(async () => {
  for (const shapes of languages) await costOf(shapes[0] as Shape, few)
})

async function costOf({ path, text }: Shape, count: number): Promise<number> {
  const root = folder({ [path]: text(count) })
  const start = process.cpuUsage()
  const { document } = await extractFacts(root, undefined, { helpers: () => 0 })
  const { user, system } = process.cpuUsage(start)
  for (const { reason } of document.undecided) assert.doesNotMatch(reason, /extractor fail/)
  return (user + system) / 1000
}

for (const shape of languages.flat()) {
  test(shape.what, async () => {
    let large = Number.POSITIVE_INFINITY
    let small = Number.POSITIVE_INFINITY
    for (let round = 0; round < rounds; round++) {
      large = Math.min(large, await costOf(shape, few * times))
      if (large < telling) return
      small = Math.min(small, await costOf(shape, few))
      if (large < Math.max(small, telling / times) * most) return
    }
    assert.fail(`${Math.round(small)} ms, and ${Math.round(large)} ms for ${times} times the size`)
  })
}
