import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OwnCondition } from '../../../compiler/index.ts'
import { possibleIn } from '../../../runtime/facts/demand/possible.ts'
import { mayHold } from '../../../runtime/facts/python/prefilter.ts'

/** A text, and whether a permission may be set in it. */
const texts: readonly (readonly [text: string, may: boolean])[] = [
  ['import os\nos.chmod(path, 0o600)\n', true],
  ['from os import chmod as change\nchange(path, 0o600)\n', true],
  ['import os\nos.open(path, os.O_CREAT, 0o600)\n', true],
  ['import os\ngetattr(os, "ch" + "mod")(path, 0o600)\n', true],
  ['open(path)\n', false],
  ['import os\nos.path.join(folder, chmoded)\n', false],
]

for (const [text, may] of texts) {
  test(`may set a permission: ${JSON.stringify(text)}`, () => {
    assert.equal(mayHold(text, ['permission']), may)
    assert.equal(mayHold(text, ['permission', 'call']), true)
  })
}

/** Origins of a fact, those in parentheses still open, and whether one may turn out to be of form "file". */
const origins: readonly (readonly [forms: string, may: boolean])[] = [
  ['literal', false],
  ['literal file', true],
  ['literal (call)', true],
  ['(file)', true],
  ['', false],
]

for (const [forms, may] of origins) {
  test(`may come from a file: ${forms}`, () => {
    const file = { path: 'a.py', language: 'python', role: 'code', vendored: false, generated: false } as const
    const scope = { anywhere: true, globs: [], languages: [], roles: [], vendored: false, templates: false }
    const isFile: OwnCondition = { kind: 'among', field: 'form', values: ['file'] }
    const condition: OwnCondition = { kind: 'some', field: 'origins', operand: isFile }
    const mayWant = possibleIn(file, new Map([['raise', [{ scope, condition }]]]))
    const records = forms.split(' ').flatMap((form) => (form === '' ? [] : [{ form }]))
    const anything = [{ fields: {}, known: new Set<string>() }]
    const prospects = ({ form }: Readonly<Record<string, unknown>>) =>
      String(form).startsWith('(') ? anything : undefined
    assert.equal(mayWant('raise', prospects)({ origins: records }), may)
  })
}
