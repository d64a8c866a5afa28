import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diagnose } from '../../compiler/diagnostics/codes.ts'
import { diagnosticsJson, renderDiagnostics } from '../../compiler/diagnostics/render.ts'

const text = 'one\n\ttwo 漢字 three\nfour\nfive\nsix\n'
const source = { path: 'b.checklist', text }
const span = (word: string, to = word) => ({
  path: 'b.checklist',
  start: text.indexOf(word),
  end: text.indexOf(to) + to.length,
})
const render = (...diagnostics: Parameters<typeof renderDiagnostics>[0]) => renderDiagnostics(diagnostics, [source])

test('the sentence, the place, the code with carets, and the hint', () => {
  assert.equal(
    render(diagnose('unknown-clause', span('one'), { word: '"one"', suggestion: 'Did you mean "no"?' })),
    [
      'error[unknown-clause]: no clause of an item starts with "one"',
      '  --> b.checklist:1:1',
      '1 | one',
      '  | ^^^',
      '  hint: Did you mean "no"?',
    ].join('\n'),
  )
})

test('tabs are four columns and wide characters two; an empty hint is none', () => {
  assert.equal(
    render(diagnose('unknown-clause', span('three'), { word: 'x', suggestion: '' })),
    [
      'error[unknown-clause]: no clause of an item starts with x',
      '  --> b.checklist:2:9',
      '2 |     two 漢字 three',
      '  |              ^^^^^',
    ].join('\n'),
  )
})

test('a span of several lines, and related places', () => {
  const related = [{ span: span('one'), message: 'first here' }]
  const lines = render(
    diagnose('too-deep', span('two', 'six'), { limit: 1 }),
    diagnose('missing-must', span('four', 'five'), {}, { related }),
  ).split('\n')
  assert.deepEqual(lines.slice(2, 7), ['2 |     two 漢字 three', '  |     ^^^^^^^^^^^^^^', '… |', '5 | six', '  | ^^^'])
  assert.deepEqual(lines.slice(9), [
    'error[missing-must]: this "every" has no "must", so nothing is asked of it',
    '  --> b.checklist:3:1',
    '3 | four',
    '  | ^^^^',
    '4 | five',
    '  | ^^^^',
    '  first here:',
    '  --> b.checklist:1:1',
    '1 | one',
    '  | ^^^',
    '  hint: Go on with what has to hold, such as: must have read_timeout.',
  ])
})

test('the end of a file has a caret, a long line only its surroundings, a control character no effect', () => {
  const long = { path: 'b.checklist', text: `${'x'.repeat(300)}!${'y'.repeat(300)}\u001b` }
  const at = (start: number, end: number) =>
    renderDiagnostics([diagnose('missing-must', { path: 'b.checklist', start, end }, {})], [long]).split('\n')
  assert.deepEqual(at(300, 301).slice(2, 4), [`1 | …${'x'.repeat(100)}!${'y'.repeat(100)}…`, `  | ${' '.repeat(101)}^`])
  const end = long.text.length
  assert.deepEqual(at(end, end).slice(2, 4), [`1 | …${'y'.repeat(99)}\ufffd`, `  | ${' '.repeat(101)}^`])
})

test('in the order of paths, then of places, in both forms; the caller chooses the colours', () => {
  const other = { path: 'a.checklist', text: 'alpha' }
  const diagnostics = [
    diagnose('missing-must', span('four'), {}),
    diagnose('missing-must', span('one'), {}),
    diagnose('unexpected', { path: 'a.checklist', start: 1, end: 3 }, { expected: 'x', found: 'y', suggestion: '' }),
  ]
  const shout = (mark: string) => (shown: string) => `${mark}${shown}${mark}`
  const paint = { error: shout('!'), warning: shout('?'), strong: shout('*'), faint: (shown: string) => shown }
  const shown = renderDiagnostics(diagnostics, [source, other], paint)
  assert.deepEqual(shown.match(/--> .*/g), ['--> a.checklist:1:2', '--> b.checklist:1:1', '--> b.checklist:3:1'])
  assert.match(shown, /^!error\[unexpected\]!\*: expected x, found y\*\n.*\n1 \| alpha\n {2}\| {2}!\^\^!/)
  assert.deepEqual(diagnosticsJson(diagnostics, [source, other])[0], {
    code: 'unexpected',
    severity: 'error',
    message: 'expected x, found y',
    hint: null,
    path: 'a.checklist',
    line: 1,
    column: 2,
    endLine: 1,
    endColumn: 4,
  })
})
