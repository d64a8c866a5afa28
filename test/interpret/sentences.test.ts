import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { hasErrors } from '../../compiler/index.ts'
import { analyse } from '../../compiler/pipeline.ts'
import { judge } from '../support/evaluators.ts'
import { checklistText, documentOf, outcomeOf, readCases, type SentenceCase } from '../support/sentences.ts'

const cases = readCases(join(import.meta.dirname, 'sentences'))
const numbered = cases.flatMap(([file, list]) => list.map((each, index) => ({ each, id: `${file}-${index + 1}` })))

test('what a sentence says is what all evaluators come to', async (context) => {
  const answers = judge(
    numbered.map(({ each, id }) => checklistOf(each, id)),
    numbered.map(({ each, id }) => ({ name: id, module: id.replaceAll('-', '_'), input: documentOf(each, id) })),
  )
  for (const { each, id } of numbered) {
    await context.test(`${id}: ${each.why}`, () => {
      const { verdict, findings = [], related } = each
      const outcome = outcomeOf(answers[id])
      assert.deepEqual({ verdict: outcome.verdict, findings: outcome.findings }, { verdict, findings })
      if (related !== undefined) assert.deepEqual(outcome.related, related)
    })
  }
})

function checklistOf(each: SentenceCase, id: string) {
  const source = { path: `${id}.checklist`, text: checklistText(each, id) }
  const { value, diagnostics } = analyse([source], source.path)
  assert(value !== undefined && !hasErrors(diagnostics), `${id}: ${diagnostics.map(({ message }) => message)}`)
  return value
}
