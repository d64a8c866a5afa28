/** When a field that may be missing is told of: not where another condition needs it anyway. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toldOf } from '../support/newcomers.ts'

const quiet: readonly string[] = [
  'no connection where read_timeout is "30" and not (read_timeout starts with "x")',
  'every url where port is 80 must port < 100',
  'no url where host is not "a" and host contains "b"',
  'every url where (port is 80 or port is 90) must port < 100',
]

const told: readonly string[] = [
  'no connection where not (read_timeout is "30")',
  'every url must port > 1 and port < 10',
  'no connection where not (read_timeout is "30" and read_timeout starts with "x")',
  'every url where (port is 80 or local) must port < 100',
]

const codes = (sentence: string): readonly string[] =>
  toldOf(
    `checklist sample 1.0.0 "Sample"\nitem A-1 "Title"\n  severity high\n  ${sentence}\n  message "m"\n`,
  ).diagnostics.map(({ code }) => code)

for (const sentence of quiet) test(`nothing to tell: ${sentence}`, () => assert.deepEqual(codes(sentence), []))
for (const sentence of told) test(`told: ${sentence}`, () => assert.deepEqual(codes(sentence), ['optional-decides']))
