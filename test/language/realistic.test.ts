/** A whole file: its tree, and that no mistake in one part of it reaches another. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { type File, parse } from '../../compiler/language/index.ts'
import { golden } from '../support/golden.ts'
import { statementText, treeText } from '../support/tree-text.ts'

const path = 'realistic.checklist'
const text = readFileSync(new URL(path, import.meta.url), 'utf8')
const { value: whole, diagnostics } = parse({ path, text })

test('a realistic file: its tree', () => {
  assert.deepEqual(diagnostics, [])
  golden(new URL('golden/realistic.txt', import.meta.url).pathname, treeText(whole))
})

test('every node of the tree covers what it was read from', () => {
  const visit = (node: object): void => {
    for (const child of Object.values(node)) if (typeof child === 'object' && child !== null) visit(child)
    if (!('kind' in node) || !('span' in node)) return
    const { kind, span } = node as { kind: string; span: { start: number; end: number } }
    const read = text.slice(span.start, span.end)
    if (kind === 'name') assert.equal(read, (node as { text?: string }).text)
    if (kind === 'text') assert.match(read, /^"[\s\S]*"$|^\d/)
    if (kind === 'number') assert.equal(Number(read), (node as { value?: number }).value)
    assert.doesNotMatch(read, /^\s|\s$/)
  }
  for (const statement of whole.statements) visit(statement)
})

/** The statements that begin before `start` or from `end` on, as text. */
function outside(file: File, start: number, end: number): readonly string[] {
  return file.statements
    .filter(({ span }) => span.start < start || span.start >= end)
    .map((statement) => statementText(statement))
}

/** Words, texts and marks, taken roughly: what a slip of the hand takes away, doubles or swaps. */
const piece = /"""|"[^"\n]*"|\/[^/\n]+\/i?|[\w-]+|[^\s\w]/g

const slips: Readonly<Record<string, (broken: string, from: number, to: number) => string>> = {
  // With the space behind, so that no line moves to another column.
  'takes away': (broken, from, to) => broken.slice(0, from) + broken.slice(to).trimStart(),
  doubles: (broken, from, to) => `${broken.slice(0, to)} ${broken.slice(from)}`,
  'takes the first letter of': (broken, from) => broken.slice(0, from) + broken.slice(from + 1),
  'opens a text before': (broken, from) => `${broken.slice(0, from)}"${broken.slice(from)}`,
  'opens a text of several lines before': (broken, from) => `${broken.slice(0, from)}"""${broken.slice(from)}`,
  'opens a bracket before': (broken, from) => `${broken.slice(0, from)}(${broken.slice(from)}`,
}

for (const [slip, apply] of Object.entries(slips))
  test(`a slip that ${slip} some words of a statement leaves all other statements as they are`, () => {
    const places = fc.array(fc.nat(), { minLength: 1, maxLength: 4 })
    const property = fc.property(fc.nat({ max: whole.statements.length - 1 }), places, (which, picks) => {
      const { span } = whole.statements[which] as File['statements'][number]
      let broken = text.slice(span.start, span.end)
      for (const pick of picks) {
        const words = [...broken.matchAll(piece)]
        const word = words[pick % Math.max(1, words.length)]
        if (word !== undefined) broken = apply(broken, word.index, word.index + word[0].length)
      }
      const changed = text.slice(0, span.start) + broken + text.slice(span.end)
      const end = span.start + broken.length
      const { value, diagnostics } = parse({ path, text: changed })
      assert.deepEqual(outside(value, span.start, end), outside(whole, span.start, span.end), broken)
      for (const diagnostic of diagnostics)
        assert.ok(
          diagnostic.span.start >= span.start && diagnostic.span.start <= end,
          `${diagnostic.message}\n${broken}`,
        )
    })
    fc.assert(property, { seed: 60, numRuns: 200 })
  })
