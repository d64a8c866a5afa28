import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultChecklist, loadTyped } from '../../cli/checklists.ts'
import { edited, readMutations } from '../../scripts/mutate-integration/mutation.ts'
import { runMutations } from '../../scripts/mutate-integration/run.ts'

const mutations = readMutations()

test('every item is broken in at least one way', async () => {
  const { checklists } = await loadTyped([defaultChecklist])
  const broken = new Set(mutations.filter(({ of }) => of === undefined).map(({ item }) => item))
  for (const { id } of checklists[0]?.items ?? []) assert.ok(broken.has(id), `nothing breaks ${id}`)
})

test('an edit that does not fit its file is told', () => {
  const edit = { file: 'a.py', replace: 'x', by: 'y' }
  assert.equal(edited('1 x 2', edit), '1 y 2')
  assert.throws(() => edited('1 2', edit), /a\.py has to hold once: x/)
  assert.throws(() => edited('x x', edit), /a\.py has to hold once: x/)
  assert.throws(() => edited(undefined, edit), /a\.py is not there/)
})

// All of them: node scripts/mutate-integration.ts
test('the first change of each section, and the first repair, turn the item that is meant', async () => {
  const bySection = Map.groupBy(mutations, ({ item, of = '' }) => of || item.replace(/-.*/, ''))
  const first = [...bySection.values()].flatMap(([mutation]) => mutation ?? [])
  await runMutations(first, ({ mutation, surprises }) => {
    assert.deepEqual(surprises, [], `${mutation.item}: ${mutation.what}`)
  })
})
