/** Files that several threads look at: the document is the same to the byte, and a run that is stopped stops at once. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { batchesOf, large } from '../../../runtime/facts/threads/batches.ts'
import { helpersFor } from '../../../runtime/facts/threads/count.ts'
import { Work } from '../../../runtime/facts/threads/work.ts'
import { folder } from './repositories.ts'

/** Modules that call each other in a circle, so that what linking finds out crosses the portions of all threads. */
const modules = 40
const text = (number: number) => `
import os
from package.module_${(number + 1) % modules} import send as further

TOKEN_${number} = os.environ["TOKEN_${number}"]

def send(value, *, path="state_${number}.json"):
    try:
        print(f"{value} {TOKEN_${number}} \\ud83d")
    except ${number % 9 === 0 ? '(' : 'OSError'}:
        raise ValueError(value)
    with open(path, "w") as file:
        file.write(further(TOKEN_${number}))
    return os.path.join("é😀", value)
`
const files = {
  'README.md': '# Install\n\n```sh\nchmod 640 .secrets\n```\n',
  'run.sh': '#!/bin/bash\nset -e\nexec python3 package/module_0.py\n',
  'config.yaml': 'token: x\nurl: http://example.com\n',
  'picture.dat': new Uint8Array([0, 1, 2]),
  'damaged.py': new Uint8Array([0x78, 0x3d, 0xff, 0x0a]),
  ...Object.fromEntries(Array.from({ length: modules }, (_, number) => [`package/module_${number}.py`, text(number)])),
}
const root = folder(files)
writeFileSync(Buffer.concat([Buffer.from(`${root}/n`), Buffer.from([0xff]), Buffer.from('.py')]), text(0))

const bytesWith = async (helpers: number): Promise<Buffer> =>
  Buffer.from((await extractFacts(root, undefined, { helpers: () => helpers, maxFileSize: 10_000 })).bytes)

test('the same bytes, whatever the number of threads', async () => {
  const alone = await bytesWith(0)
  assert.ok(alone.includes('"through"'), 'values cross files')
  for (const helpers of [1, 3])
    assert.ok(alone.equals(await bytesWith(helpers)), `${helpers} threads beside the main one`)
})

test('a run that is stopped ends with the reason, and leaves no thread behind', async () => {
  const controller = new AbortController()
  const reason = new Error('enough')
  const stopping = extractFacts(root, undefined, {
    helpers: () => 2,
    signal: controller.signal,
    onProgress: ({ done }) => {
      if (done > 2) controller.abort(reason)
    },
  })
  await assert.rejects(stopping, (error) => error === reason)
})

/** Sizes of files, and the ranges that they are portioned into. */
const portions: readonly (readonly [what: string, sizes: readonly number[], ranges: readonly string[]])[] = [
  ['nothing', [], []],
  ['small files, by their number', Array.from({ length: 70 }, () => 1), ['0-32', '32-64', '64-70']],
  ['large files, each by itself', [200_000, 300_000], ['0-1', '1-2']],
  ['files that come to enough', [100_000, 20_000, 20_000, 5], ['0-3', '3-4']],
]

for (const [what, sizes, ranges] of portions) {
  test(`portions: ${what}`, () => {
    assert.deepEqual(
      batchesOf(sizes, large).map(({ from, to }) => `${from}-${to}`),
      ranges,
    )
  })
}

test('files with values to follow are apart, in their order, and what is left of them is known', () => {
  const work = new Work([
    { index: 4, bytes: 100_000, isFollowed: true },
    { index: 5, bytes: 70_000, isFollowed: false },
    { index: 7, bytes: 60_000, isFollowed: true },
    { index: 8, bytes: 9, isFollowed: true },
  ])
  assert.equal(work.bytes, 230_009)
  assert.equal(work.followedBytes, 160_009)
  assert.deepEqual(work.takeFollowed(), [4, 7])
  assert.equal(work.followedBytes, 9)
  assert.deepEqual([work.takeFollowed(), work.takeFollowed()], [[8], undefined])
  assert.deepEqual([work.takeOther(), work.takeOther()], [[5], undefined])
})

test('a small repository is read in one thread', () => {
  assert.equal(helpersFor(20_000), 0)
})
