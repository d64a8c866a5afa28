/** Code that is nested deeper than anybody writes: no stack overflows, and what is not read is named with its reason. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { folder } from '../frame/repositories.ts'
import { deepJavaScript, deepPython, deepTypeScript } from './shapes/deep.ts'

/** A stack of a megabyte holds about ten thousand calls of the smallest function. */
const levels = process.env.PROVISO_HOSTILE === 'long' ? [100, 1_000, 5_000, 9_000, 20_000, 100_000] : [600, 20_000]

for (const { what, path, text } of [...deepPython, ...deepJavaScript, ...deepTypeScript]) {
  test(what, async () => {
    for (const each of levels) {
      const { document } = await extractFacts(folder({ [path]: text(each) }), undefined, { helpers: () => 0 })
      assert.equal(document.file?.length, 1)
      for (const { reason } of document.undecided) assert.doesNotMatch(reason, /extractor fail/, `${each} levels`)
    }
  })
}

test('what is nested too deep to be read is a gap', async () => {
  for (const [path, text] of Object.entries({
    'a.py': `x = ${'['.repeat(50_000)}${']'.repeat(50_000)}\n`,
    'a.js': `x = ${'['.repeat(50_000)}${']'.repeat(50_000)}\n`,
    'a.tsx': `x = ${'<A>'.repeat(50_000)}${'</A>'.repeat(50_000)}\n`,
  })) {
    const { document } = await extractFacts(folder({ [path]: text }), undefined)
    const [gap] = document.undecided.filter((entry) => entry.path === path && entry.kinds.includes('call'))
    assert.ok(gap !== undefined && gap.reason.length > 10, path)
  }
})
