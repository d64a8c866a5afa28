/**
 * A file of eight times the size takes about eight times the work, whatever it is full of. Work that grows with the square
 * takes 64 times as much; what is asked for lies between the two, far from both, and is told by the processor's time alone.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { folder } from '../frame/repositories.ts'
import { javascript, typescript } from './shapes/javascript.ts'
import { python } from './shapes/python.ts'
import type { Shape } from './shapes/shape.ts'
import { texts } from './shapes/texts.ts'

/** With PROVISO_HOSTILE=long, sizes at which also what is small for itself shows. */
const few = process.env.PROVISO_HOSTILE === 'long' ? 1_000 : 40
const times = 8
const most = 28
/** In milliseconds of the processor: below, starting up and tidying up weigh more than the file. */
const telling = 250

async function costOf({ path, text }: Shape, count: number): Promise<number> {
  const root = folder({ [path]: text(count) })
  const before = process.cpuUsage()
  const { document } = await extractFacts(root, undefined, { helpers: () => 0 })
  const { user, system } = process.cpuUsage(before)
  for (const { reason } of document.undecided) assert.doesNotMatch(reason, /extractor fail/)
  return (user + system) / 1000
}

for (const shape of [...python, ...javascript, ...typescript, ...texts]) {
  test(shape.what, async () => {
    const large = await costOf(shape, few * times)
    if (large < telling) return
    const small = Math.max(Math.min(await costOf(shape, few), await costOf(shape, few)), telling / times)
    assert.ok(large < small * most, `${Math.round(small)} ms, and ${Math.round(large)} ms for ${times} times the size`)
  })
}
