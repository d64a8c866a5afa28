import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TypedChecklist } from '../../compiler/check/typed.ts'
import { plan } from '../../compiler/plan/planner.ts'
import { lower } from '../../compiler/rego/lower/index.ts'
import { printModule } from '../../compiler/rego/print.ts'
import type { Module } from '../../compiler/rego/tree.ts'
import type { Answer } from '../../compiler/wasm/answer.ts'
import * as d from '../support/documents.ts'
import { answersOf } from '../support/evaluators.ts'
import { golden } from '../support/golden.ts'
import { complaints, withoutOpa } from '../support/opa.ts'
import * as t from '../support/typed.ts'

const argument = t.elements('argument', 'call.arguments')
const origin = t.elements('origin', 'argument.origins')
const isCredential = t.apply('from_credential', 'origin')
const leaks = t.quantified('some', origin, isCredential)
const replaced = t.facts('call', { as: 'replaced' })
const replaces = t.all(
  t.same('replaced.function', 'written.function'),
  t.is('replaced.name', 'replace'),
  t.order('replaced.order', '>', t.field('written.order')),
)
const one = t.facts('wazuh_rule', { as: 'one' })
const otherRule = t.facts('wazuh_rule', { as: 'other' })

const samples: Readonly<Record<string, TypedChecklist>> = {
  no: t.checklist([
    t.item('NET-01', [
      t.check(
        'no',
        t.facts('url', { narrowed: t.is('url.scheme', 'http') }),
        t.all(t.not(t.holds('url.local')), t.not(t.is('url.role', 'identifier'))),
        t.template('{text} on {host} is fetched without TLS', { text: 'url.text', host: 'url.host?' }),
      ),
    ]),
  ]),
  witnesses: t.checklist(
    [
      t.item('CRED-02', [
        t.check(
          'no',
          t.facts('call', { scope: t.scope({ roles: ['code'] }) }),
          t.quantified('some', argument, leaks),
          t.template('{callee}() is given {argument.text}, which comes from {origin.name}', {
            callee: 'call.callee',
            'argument.text': { field: 'argument.text', witness: t.witness([argument, leaks]) },
            'origin.name': { field: 'origin.name?', witness: t.witness([argument, leaks], [origin, isCredential]) },
          }),
        ),
      ]),
    ],
    {
      definitions: [
        t.definition(
          'from_credential',
          'predicate',
          'origin',
          t.any(
            t.is('origin.form', 'environment'),
            t.match('origin.name?', t.pattern('\\b(token|secret)s?\\b', '/\\b(token|secret)s?\\b/i', true)),
          ),
        ),
      ],
    },
  ),
  joins: t.checklist([
    t.item('STATE-03', [
      t.check(
        'every',
        t.facts('call', { as: 'written', narrowed: t.is('written.name', 'open') }),
        t.always,
        'in place',
        {
          must: t.quantified('some', replaced, replaces),
        },
      ),
    ]),
    t.item('RULE-03', [
      t.check(
        'no',
        one,
        t.quantified('some', otherRule, t.all(t.is('other.id', t.field('one.id')), t.not(t.same('other', 'one')))),
        t.template('Rule {id} is defined twice', { id: 'one.id' }),
      ),
    ]),
  ]),
  counts: t.checklist(
    [
      t.item(
        'DOC-01',
        [
          t.check(
            'some',
            t.facts('sentence', { scope: t.scope({ roles: ['documentation'] }) }),
            t.not(t.holds('sentence.negated')),
            'none',
          ),
          t.check('at most', t.facts('script'), t.always, 'too many', { count: 2 }),
          t.check('exactly', t.facts('url'), t.order('url.port?', '>=', t.parameter('lowest_port')), 'not one', {
            count: 1,
          }),
        ],
        {
          applies: {
            condition: t.quantified('some', t.facts('script')),
            line: 9,
            reads: t.reachOf(t.facts('script')),
            raises: t.reachOf(t.facts('script')),
            lowers: [],
          },
          reviews: [
            t.review('Is that all?'),
            t.review(t.template('What is {text} for?', { text: 'url.text' }), {
              subject: t.facts('url'),
              where: t.not(
                t.everyOf(
                  t.elements('query_key', 'url.query_keys', { kind: 'text', like: 'text' }),
                  t.always,
                  t.among(t.element('query_key'), ['q', 'page', 'size']),
                ),
              ),
            }),
          ],
        },
      ),
    ],
    {
      parameters: [{ name: 'lowest_port', type: 'number', value: 1024, about: 'The lowest port that is fine' }],
    },
  ),
  scopes: t.checklist(
    [
      t.item('S-1', [
        t.check('no', t.facts('url', { scope: t.scope({ anywhere: true }) }), t.always, 'anywhere'),
        t.check('no', t.facts('url', { scope: t.scope({ roles: ['tests'] }) }), t.always, 'in tests'),
        t.check(
          'no',
          t.facts('url', { scope: t.scope({ roles: ['code'], vendored: true }) }),
          t.always,
          'in code, vendored',
        ),
        t.check(
          'no',
          t.facts('file', {
            scope: t.scope({
              languages: ['python', 'shell'],
              globs: [
                { written: 'src/**', pattern: t.pattern('^src/.*$', 'src/**') },
                { written: '*.sh', pattern: t.pattern('^(?:.*/)?[^/]*\\.sh$', '*.sh') },
              ],
            }),
          }),
          t.always,
          'in python, shell, "src/**", "*.sh"',
        ),
        t.check(
          'no',
          t.facts('setting', { scope: t.scope({ anywhere: true, roles: ['configuration'], templates: true }) }),
          t.always,
          'in configuration, anywhere',
        ),
        t.check('every', t.probes(['.env', t.parameter('secrets')]), t.always, 'probes', {
          must: t.all(t.holds('path.ignored'), t.not(t.holds('path.tracked'))),
        }),
      ]),
    ],
    { parameters: [{ name: 'secrets', type: 'list of text', value: ['.secrets'], about: 'Files' }] },
  ),
  // Names that Rego has for itself, that OPA has as builtins, or that the module has for something else.
  names: t.checklist(
    [
      t.item('COUNT', [
        t.check(
          'no',
          t.facts('import', { as: 'count', narrowed: t.apply('limit', 'count') }),
          t.quantified(
            'some',
            t.facts('import', { as: 'input' }),
            t.all(t.is('input.module', t.field('count.module')), t.apply('places', 'count')),
          ),
          t.template('{module} {limit}', { module: 'count.module', limit: t.parameter('own_material') }),
        ),
      ]),
      t.item('COUNT-CHECK-1', [t.check('no', t.facts('import'), t.not(t.is('import.name?', 'in')), 'x')]),
      t.item('1-A', [t.check('no', t.facts('import', { as: 'i' }), t.is('i.module', 'a\\b`c'), 'a "b" \u2028\n`')], {
        title: 'Ünïcode "\u0085"\nand lines',
      }),
    ],
    {
      id: 'import',
      parameters: [{ name: 'own_material', type: 'text', value: 'x', about: 'A parameter\nof two lines' }],
      definitions: [
        t.definition('limit', 'derived kind', 'import', t.is('limit.module', 'os'), 'limit'),
        t.definition('places', 'predicate', 'import', t.not(t.present('regex.alias?')), 'regex'),
      ],
    },
  ),
}

const modules = Object.fromEntries(Object.entries(samples).map(([name, sample]) => [name, lower(sample)]))
const texts = Object.fromEntries(Object.entries(modules).map(([name, module]) => [name, printModule(module)]))

for (const [name, text] of Object.entries(texts)) {
  test(`${name}.rego`, () => golden(join(import.meta.dirname, `golden/${name}.rego`), text))
}

test('the planner takes every tree', () => {
  for (const module of Object.values(modules)) assert.equal(plan(module).plans.plans.length, 1)
})

test('OPA has nothing to say about the texts', { skip: withoutOpa }, () => {
  for (const text of Object.values(texts)) assert.equal(complaints([text]), '')
})

test('names that are taken change no answer', () => {
  const imports = [
    d.fact(1, { module: 'os' }),
    d.fact(2, { module: 'sys', name: 'in' }),
    d.fact(3, { module: 'a\\b`c' }),
  ]
  const { x } = answersOf(
    [modules.names as Module],
    [{ name: 'x', module: 'import', input: d.document({ import: imports }) }],
  ) as { x: Answer }
  const lines = Object.entries(x.items).map(([id, { checks }]) => [
    id,
    checks[0]?.findings.map(({ at, message }) => `${at.line} ${message}`),
  ])
  assert.deepEqual(Object.fromEntries(lines), {
    COUNT: ['1 os x'],
    'COUNT-CHECK-1': ['1 x', '3 x'],
    '1-A': ['3 a "b" \u2028\n`'],
  })
})
