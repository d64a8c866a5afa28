/** The reference page: every example compiles, and every word of the language is in one. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isOperatorWord, statementWords, wordNamed, written } from '../../compiler/language/tokens.ts'
import { analyse } from '../../compiler/pipeline.ts'

const page = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/^```(checklist|item)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => ({
  text: text as string,
  whole: kind === 'checklist' ? (text as string) : `checklist sample 1.0.0 "Sample"\n${text}`,
}))

test('there are examples', () => {
  assert.ok(blocks.length >= 10)
})

for (const { text, whole } of blocks) {
  const [title = ''] = /^item .*$/m.exec(text) ?? []
  test(`${title}: the example compiles without a mistake`, () => {
    const { diagnostics } = analyse([{ path: 'page.checklist', text: whole }], 'page.checklist')
    assert.deepEqual(
      diagnostics.map(({ code, message }) => `${code}: ${message}`),
      [],
    )
  })
}

test('every word that is an operator is in an example', () => {
  const listed = /## Words that are operators for ever\n\n`([^`]+)`/.exec(page)?.[1]?.split(/\s+/) ?? []
  const words = new Set(blocks.flatMap(({ text }) => text.match(/[a-z]+/g) ?? []))
  assert.deepEqual(
    listed.filter((word) => !words.has(word)),
    [],
  )
  for (const word of listed) assert.ok(isOperatorWord({ tokenType: wordNamed(word) } as never), word)
})

test('every statement is in the table', () => {
  for (const word of statementWords.map(written)) assert.match(page, new RegExp(`\\| \`${word} `), word)
})
