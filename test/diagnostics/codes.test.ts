import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lintsCodes } from '../../compiler/diagnostics/codes/lints.ts'
import { namesCodes } from '../../compiler/diagnostics/codes/names.ts'
import { syntaxCodes } from '../../compiler/diagnostics/codes/syntax.ts'
import { typesCodes } from '../../compiler/diagnostics/codes/types.ts'
import { codes, diagnose } from '../../compiler/diagnostics/codes.ts'

const span = { path: 'x', start: 0, end: 1 }

test('placeholders are filled in, in the sentence and in the hint', () => {
  assert.deepEqual(diagnose('wrong-column', span, { column: 3 }), {
    code: 'wrong-column',
    severity: 'error',
    message: 'a condition needs "and"; a new check starts in column 3',
    hint: 'Write "and" before it, or move it to column 3.',
    span,
    related: [],
    fixes: [],
  })
})

test('the type checker refuses unknown codes and forgotten placeholders', () => {
  // @ts-expect-error: the placeholder has to be given
  diagnose('wrong-column', span, {})
  // @ts-expect-error: there is no such code
  assert.throws(() => diagnose('no-such-code', span, {}))
})

test('codes are words joined by hyphens, and belong to one stage', () => {
  const stages = [syntaxCodes, namesCodes, typesCodes, lintsCodes].flatMap((stage) => Object.keys(stage))
  assert.deepEqual(stages.toSorted(), Object.keys(codes).toSorted())
  for (const code of stages) assert.match(code, /^[a-z]+(-[a-z]+)*$/)
})

test('sentences have no full stop at their end; hints begin like sentences', () => {
  for (const { message, hint } of Object.values(codes) as { message: string; hint?: string }[]) {
    assert.doesNotMatch(message, /\.$/)
    if (hint !== undefined) assert.match(hint, /^[A-Z{]/)
  }
})
