import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Told } from '../../cli/checklists.ts'
import { fixed } from '../../cli/fixes.ts'
import { changedLines } from '../../cli/render/changes.ts'
import { styleFor } from '../../cli/render/style.ts'
import type { Diagnostic, Fix } from '../../compiler/index.ts'

const path = 'a.checklist'

/** A compiler that knows words which are wrong, and what each was meant to be: one thing, or one of several. */
function telling(words: Readonly<Record<string, readonly string[]>>): (text: string) => Promise<Told> {
  return async (text) => ({
    sources: [{ path, text }],
    diagnostics: Object.entries(words).flatMap(([word, meant]) =>
      [...text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))].map(({ index }): Diagnostic => {
        const span = { path, start: index, end: index + word.length }
        const fixes = meant.map((by): Fix => ({ title: `write ${by}`, edits: [{ span, text: by }] }))
        return { code: 'unknown-field', severity: 'error', message: `no ${word}`, span, related: [], fixes }
      }),
    ),
  })
}

test('what has one fix is mended, round after round, until nothing is left', async () => {
  const outcome = await fixed(
    path,
    'one two one',
    new Map(),
    telling({ one: ['three'], two: ['four'], four: ['five'] }),
  )
  assert.equal(outcome.text, 'three five three')
  assert.deepEqual(
    outcome.mended.map(({ line, column, fix }) => [line, column, fix.title]),
    [
      [1, 1, 'write three'],
      [1, 5, 'write four'],
      [1, 9, 'write three'],
      [1, 7, 'write five'],
    ],
  )
  assert.deepEqual(outcome.told.diagnostics, [])
})

test('of several ways none is taken unless it is chosen', async () => {
  const tell = telling({ mixed: ['left', 'right'] })
  assert.equal((await fixed(path, 'a\nmixed\nmixed', new Map(), tell)).text, 'a\nmixed\nmixed')
  assert.equal((await fixed(path, 'a\nmixed\nmixed', new Map([[3, 2]]), tell)).text, 'a\nmixed\nright')
  assert.equal((await fixed(path, 'a\nmixed', new Map([[2, 3]]), tell)).text, 'a\nmixed', 'there is no third way')
})

test('a round that makes more mistakes is taken back, and mistakes that call each other forth come to an end', async () => {
  const worse = await fixed(path, 'bad', new Map(), telling({ bad: ['worse worse'], worse: [] }))
  assert.equal(worse.text, 'bad')
  const forth = await fixed(path, 'a', new Map(), telling({ a: ['b'], b: ['a'] }))
  assert.match(forth.text, /^[ab]$/)
})

test('edits of another file are left to that file', async () => {
  const tell = async (text: string): Promise<Told> => {
    const told = await telling({ one: ['two'] })(text)
    const other = { path: 'b.checklist', start: 0, end: 3 }
    const fixes = [{ title: 'write two', edits: [{ span: other, text: 'two' }] }]
    return { ...told, diagnostics: told.diagnostics.map((diagnostic) => ({ ...diagnostic, fixes })) }
  }
  assert.equal((await fixed(path, 'one', new Map(), tell)).text, 'one')
})

test('changes are shown line by line', () => {
  const style = styleFor({})
  assert.deepEqual(changedLines('a\nb\nc\nd\n', 'a\nB\nc\nd\n', style), ['2 - b', '2 + B'])
  assert.deepEqual(changedLines('a\nb\nc', 'a\nc', style), ['2 - b'])
  assert.deepEqual(changedLines('a\nc', 'a\nb\nc', style), ['2 + b'])
  assert.deepEqual(changedLines('same', 'same', style), [])
})
