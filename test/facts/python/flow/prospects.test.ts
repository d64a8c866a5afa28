/** What an origin whose last word other files have may come to meet. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OwnCondition } from '../../../../compiler/index.ts'
import { possibleIn } from '../../../../runtime/facts/demand/possible.ts'
import type { Open, Term } from '../../../../runtime/facts/flow/term.ts'
import { prospectsOf } from '../../../../runtime/facts/python/flow/prospects.ts'

const file = { path: 'a.py', language: 'python', role: 'code', vendored: false, generated: false } as const
const scope = { anywhere: true, globs: [], languages: [], roles: [], vendored: false, templates: false }

const parameter: Open = { kind: 'parameter', file: 'a.py', function: 1, name: 'x', path: [] }
const result: Open = { kind: 'result', file: 'a.py', call: 1, path: [], unsure: false }
const asked: Open = { kind: 'source', asked: [], parsed: false }
const parsed: Open = { kind: 'source', asked: [], parsed: true }

const is = (field: string, value: string): OwnCondition => ({ kind: 'among', field, values: [value] })
const both = (...operands: readonly OwnCondition[]): OwnCondition => ({ kind: 'all', operands })

type Case = readonly [what: string, origin: Partial<Term>, condition: OwnCondition, may: boolean]

const cases: readonly Case[] = [
  ['a parameter stays one', { form: 'parameter', name: 'x', open: parameter }, is('name', 'x'), true],
  ['a parameter is the command line', { form: 'parameter', open: parameter }, is('form', 'command_line'), true],
  ['a parameter is no file', { form: 'parameter', open: parameter }, is('form', 'file'), false],
  ['a parameter has no purpose', { form: 'parameter', open: parameter }, is('purpose', 'secrets'), false],
  ['what a function gives is a file', { form: 'call', open: result }, is('form', 'file'), true],
  ['a variable gets its name', { form: 'environment', open: asked }, is('name', 'KEY'), true],
  ['a variable stays one', { form: 'environment', open: asked }, is('form', 'file'), false],
  ['a file gets its path', { form: 'file', open: asked }, is('path', '/etc/key'), true],
  ['a file gets its purpose', { form: 'file' }, is('purpose', 'secrets'), true],
  ['a file keeps its path', { form: 'file', path: '/a' }, both(is('path', '/b'), is('purpose', 'secrets')), false],
  ['a file that is parsed is an alert', { form: 'file', open: parsed }, is('form', 'alert'), true],
  ['a file that is not parsed is none', { form: 'file', open: asked }, is('form', 'alert'), false],
  ['a file of known purpose stays what it is', { form: 'file', purpose: 'log' }, is('purpose', 'secrets'), false],
]

for (const [what, origin, operand, may] of cases) {
  test(what, () => {
    const condition: OwnCondition = { kind: 'some', field: 'origins', operand }
    const mayWant = possibleIn(file, new Map([['raise', [{ scope, condition }]]]))
    assert.equal(mayWant('raise', prospectsOf)({ origins: [origin] }), may)
  })
}
