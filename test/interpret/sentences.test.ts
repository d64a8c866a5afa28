import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { hasErrors } from '../../compiler/index.ts'
import { analyse } from '../../compiler/pipeline.ts'
import { judge } from '../support/evaluators.ts'
import { checklistText, documentOf, itemId, outcomeOf, readSentences, type SentenceFile } from '../support/sentences.ts'

const files = readSentences(join(import.meta.dirname, 'sentences'))
const numbered = files.flatMap(({ id, cases }) =>
  cases.map((each, index) => ({ each, checklist: id, item: itemId(index), name: `${id} ${itemId(index)}` })),
)

test('what a sentence says is what all evaluators come to', async (context) => {
  const answers = judge(
    files.map(checklistOf),
    numbered.map(({ each, checklist, name }) => ({ name, module: checklist, input: documentOf(each, checklist) })),
  )
  for (const { each, item, name } of numbered) {
    await context.test(`${name}: ${each.why}`, () => {
      const answer = answers[name]?.items[item]
      assert(answer !== undefined)
      const { verdict, findings, related, via } = outcomeOf(answer)
      assert.deepEqual({ verdict, findings }, { verdict: each.verdict, findings: each.findings ?? [] })
      if (each.related !== undefined) assert.deepEqual(related, each.related)
      if (each.via !== undefined) assert.deepEqual(via, each.via)
    })
  }
})

function checklistOf(file: SentenceFile) {
  const source = { path: `${file.id}.checklist`, text: checklistText(file) }
  const { value, diagnostics } = analyse([source], source.path)
  const mistakes = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  assert(value !== undefined && !hasErrors(diagnostics), `${file.id}: ${mistakes.join('; ')}`)
  return value
}
