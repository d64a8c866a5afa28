import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Lines } from '../../compiler/diagnostics/lines.ts'

test('LF, CR LF and CR end lines, and columns count UTF-16 units', () => {
  const text = 'a\nbc\r\n\r🙂d\n'
  const lines = new Lines(text)
  assert.equal(lines.count, 5)
  const places = Array.from(text, (_, index) => index)
  assert.deepEqual(places.length, 10)
  assert.deepEqual(lines.position(0), { line: 1, column: 1 })
  assert.deepEqual(lines.position(1), { line: 1, column: 2 })
  assert.deepEqual(lines.position(2), { line: 2, column: 1 })
  assert.deepEqual(lines.position(6), { line: 3, column: 1 })
  assert.deepEqual(lines.position(text.indexOf('d')), { line: 4, column: 3 })
  assert.deepEqual(lines.position(text.length), { line: 5, column: 1 })
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((line) => lines.line(line)),
    ['a', 'bc', '', '🙂d', ''],
  )
})
