/** Answers that are there already, and those that have to be found out. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answersOf } from '../../cli/answers.ts'
import type { ReadyChecklist } from '../../cli/checklists.ts'
import type { ExtractedFacts } from '../../runtime/facts/index.ts'

/** What a module says is in its bytes alone, so that one that is none can only be answered for from the shelf. */
const checklistOf = (bytes: string) => ({ module: Buffer.from(bytes) }) as unknown as ReadyChecklist

function factsWith(kept: Map<string, unknown>): ExtractedFacts {
  const shelf = {
    recall: (name: string) => kept.get(name),
    keep: (name: string, value: unknown) => void kept.set(name, value),
  }
  return { bytes: new Uint8Array(0), shelf } as unknown as ExtractedFacts
}

/** A shelf that tells the name by which it is asked, and knows the answer. */
async function nameOf(checklists: readonly ReadyChecklist[]): Promise<string> {
  let asked = ''
  const recall = (name: string) => {
    asked = name
    return []
  }
  const facts = { shelf: { recall } } as unknown as ExtractedFacts
  assert.deepEqual(await answersOf(facts, checklists), [])
  return asked
}

test('what the same modules said of the same document is not found out again', async () => {
  const checklists = [checklistOf('one'), checklistOf('two')]
  const answers = [{ items: {} }, { items: {} }]
  const facts = factsWith(new Map([[await nameOf(checklists), answers]]))
  assert.equal(await answersOf(facts, checklists), answers)
})

test('other modules, another order and another division of the same bytes are asked', async () => {
  const facts = factsWith(new Map([[await nameOf([checklistOf('one'), checklistOf('two')]), []]]))
  for (const others of [['one'], ['two', 'one'], ['onet', 'wo'], ['onetwo']])
    await assert.rejects(answersOf(facts, others.map(checklistOf)), { code: 'MODULE_NOT_LOADED' })
})
