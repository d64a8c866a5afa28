/** What is spent on a text: in steps that every machine counts alike, and by the clock where somebody gave a time. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Budget, budgetFor, Spent, unlimited } from '../../../runtime/facts/budget.ts'
import { extract } from '../../../runtime/facts/extract.ts'
import type { Extractor } from '../../../runtime/facts/extractor.ts'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { type Linker, link } from '../../../runtime/facts/link.ts'
import { Tree } from '../../../runtime/facts/tree/tree.ts'
import { listedFile } from '../support.ts'
import { folder } from './repositories.ts'

const busy: Extractor = {
  name: 'busy',
  kinds: ['call', 'import'],
  reads: ({ name }) => name === 'a.py',
  extract({ budget }) {
    for (;;) budget.step()
  },
}
const idle: Extractor = {
  name: 'idle',
  kinds: ['string'],
  reads: () => true,
  extract: () => ({ facts: {}, undecided: [] }),
}

test('as many steps as there are can be taken, and no more', () => {
  const budget = new Budget(2, 'is too much', undefined)
  budget.step()
  budget.step()
  assert.throws(() => budget.step(), { reason: 'is too much', final: true })
})

test('a longer text has more steps', () => {
  const count = (length: number): number => {
    const budget = budgetFor('x'.repeat(length), undefined)
    let steps = 0
    try {
      for (;;) {
        budget.step()
        steps++
      }
    } catch (error) {
      assert.ok(error instanceof Spent)
      return steps
    }
  }
  assert.ok(count(1_000) > count(10))
})

test('a file that takes more steps than it has is a gap for what its extractor would have given, and for nothing else', async () => {
  const root = folder({ 'a.py': 'x\n', 'b.py': 'x\n' })
  const { document } = await extract(root, undefined, { extractors: [busy, idle], linkers: [] })
  assert.deepEqual(
    document.undecided.map(({ path, reason, kinds }) => ({ path, reason, kinds })),
    [
      {
        path: 'a.py',
        reason: 'leads from value to value more often than is followed in a file of its size',
        kinds: ['call', 'import'],
      },
    ],
  )
})

test('a deadline ends a file that is being read', async () => {
  const patient: Extractor = {
    ...busy,
    extract({ budget }) {
      for (;;) budget.keepTime()
    },
  }
  const root = folder({ 'a.py': 'x\n', 'b.py': 'x\n' })
  const { document } = await extract(root, undefined, { extractors: [patient], linkers: [] }, { timeout: 300 })
  const [gap] = document.undecided
  assert.match(gap?.reason ?? '', /not read to its end within the time .* another run/)
  assert.deepEqual(gap?.kinds, ['call', 'import'])
})

test('a deadline ends a file of entangled code, and the whole run', async () => {
  const line = (index: number) => `o = g(o, a${index}, **o)\no["k${index}"] = o\nprint(o)\nopen(o, "w").write(o)\n`
  const root = folder({ 'a.py': Array.from({ length: 8_000 }, (_, index) => line(index)).join('') })
  const before = process.cpuUsage()
  const { document } = await extractFacts(root, undefined, { timeout: 1, helpers: () => 0 })
  const { user } = process.cpuUsage(before)
  assert.ok(user / 1000 < 15_000, `${user / 1000} ms`)
  assert.match(document.undecided.map(({ reason }) => reason).join(), /within the time/)
})

test('what linking has no steps for is a gap of the files that it would have changed', () => {
  const linker: Linker = {
    name: 'busy',
    sets: ['call'],
    reads: [],
    link(_extractions, _tree, budget) {
      for (;;) budget.step()
    },
  }
  const extraction = { facts: {}, undecided: [] }
  const extractions = [
    { file: listedFile('a.py', ''), extractor: 'python', extraction: { ...extraction, summary: {} } },
    { file: listedFile('b.md', ''), extractor: 'documentation', extraction },
  ]
  const budget = new Budget(10, 'is too much', undefined)
  const linked = link(extractions, new Tree([]), [linker], budget)
  assert.deepEqual([...linked.gaps], [['a.py', [{ reason: 'is too much', kinds: ['call'] }]]])
  assert.deepEqual([linked.extractions, linked.final], [extractions, true])
})

test('who looks at a text of his own has no end of steps', () => {
  const budget = unlimited()
  for (let step = 0; step < 5_000; step++) budget.step()
})
