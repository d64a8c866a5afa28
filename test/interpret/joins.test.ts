import assert from 'node:assert/strict'
import { test } from 'node:test'
import { interpret } from '../../runtime/interpret/index.ts'
import { document, fact } from '../support/documents.ts'
import { checklistOf } from '../support/sources.ts'

/** Pairs would be 25 million for each sentence, which takes minutes. */
const many = 5000
const numbers = Array.from({ length: many }, (_, index) => index)

test('facts of two long lists are looked up, not paired', { timeout: 20_000 }, () => {
  const input = document({
    function: numbers.map((line) => fact(line + 1, { name: `f${line}` })),
    file_write: numbers.map((line) => fact(line + 1, { purpose: 'state', function: line })),
    file_replace: numbers.slice(0, -2).map((line) => fact(line + 1, { function: line, after_close: line !== 7 })),
    url: numbers.map((line) => fact(line + 1, { text: `u${line % (many - 1)}` })),
  })
  const { items } = interpret(
    checklistOf(`every file_write as written must have some file_replace where after_close and function is written.function
  no url as one where some url as other where text is one.text and other is not one`),
    input,
  )
  const lines = items['A-1']?.checks.map(({ findings }) => findings.map(({ at }) => at.line))
  assert.deepEqual(lines, [
    [8, many - 1, many],
    [1, many],
  ])
})
