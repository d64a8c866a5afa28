import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer, CheckAnswer } from '../../compiler/wasm/answer.ts'
import * as d from '../support/documents.ts'
import { judge } from '../support/evaluators.ts'
import * as t from '../support/typed.ts'

const argument = t.elements('argument', 'call.arguments')
const origin = t.elements('origin', 'argument.origins')
const fromEnvironment = t.is('origin.form', 'environment')
const leaks = t.quantified('some', origin, fromEnvironment)
const http = t.facts('url', { narrowed: t.is('url.scheme', 'http') })
const unsafe = t.not(t.holds('url.local'))
const word = t.elements('word', 'call.words', { kind: 'text', like: 'text' })
const long = t.match(t.element('word'), t.pattern('.....', '/...../'))
const other = t.facts('call', { as: 'other' })
const sameFunction = t.all(t.same('other.function', 'call.function'), t.not(t.same('other', 'call')))

const checks = {
  fields: t.check(
    'no',
    http,
    unsafe,
    t.template('{text} on {host}:{port} in {file.path}, {none}, {scheme} {flag}', {
      text: 'url.text',
      host: 'url.host?',
      port: 'url.port?',
      'file.path': 'url.file.path',
      none: 'url.nothing?',
      scheme: t.parameter('scheme'),
      flag: 'url.local?',
    }),
  ),
  witnesses: t.check(
    'no',
    t.facts('call'),
    t.quantified('some', argument, leaks),
    t.template('{callee}({argument.text}) from {origin.name}', {
      callee: 'call.callee',
      'argument.text': { field: 'argument.text', witness: t.witness([argument, leaks]) },
      'origin.name': { field: 'origin.name?', witness: t.witness([argument, leaks], [origin, fromEnvironment]) },
    }),
  ),
  texts: t.check(
    'no',
    t.facts('call'),
    t.quantified('some', word, long),
    t.template('{word}', { word: { field: 'word', witness: t.witness([word, long]) } }),
  ),
  'other facts': t.check(
    'no',
    t.facts('call'),
    t.quantified('some', other, sameFunction),
    t.template('{callee} and {other.callee}', {
      callee: 'call.callee',
      'other.callee': { field: 'other.callee', witness: t.witness([other, sameFunction]) },
    }),
  ),
  every: t.check('every', http, t.present('url.host?'), 'every', { must: t.holds('url.local') }),
  'at most': t.check('at most', t.facts('url'), t.always, t.template('{text}', { text: 'url.text' }), { count: 1 }),
  some: t.check('some', t.facts('url', { scope: t.scope({ roles: ['code'] }) }), t.is('url.scheme', 'ftp'), 'some'),
  'some in tests': t.check('some', t.facts('url', { scope: t.scope({ roles: ['tests'] }) }), t.always, 'some'),
  'at least': t.check('at least', t.facts('url'), t.holds('url.local'), 'at least', { count: 2 }),
  few: t.check(
    'exactly',
    t.facts('url'),
    t.holds('url.local'),
    t.template('{scheme}', { scheme: t.parameter('scheme') }),
    {
      count: 2,
    },
  ),
  many: t.check('exactly', t.facts('url'), t.always, 'many', { count: 2 }),
  right: t.check('exactly', t.facts('url'), t.always, 'right', { count: 4 }),
} as const

type CheckName = keyof typeof checks

const checklist = t.checklist(
  [
    t.item('F-1', Object.values(checks), {
      reviews: [
        t.review(t.template('Is {text} right?', { text: 'url.text' }), { subject: http, where: unsafe }),
        t.review(t.template('{scheme}?', { scheme: t.parameter('scheme') })),
        t.review('Never?', { subject: http, where: t.is('url.text', 'nowhere') }),
      ],
    }),
  ],
  { parameters: [{ name: 'scheme', type: 'text', value: 'https', about: 'A scheme' }] },
)

const kinds = {
  url: [
    d.fact(1, { text: 'a', scheme: 'http', local: false, nothing: null }),
    d.fact(2, { text: 'b', scheme: 'http', local: true, host: 'localhost' }),
    d.fact(3, { text: 'c', scheme: 'http', local: false, host: 'c.example', port: 8080 }),
    d.fact(3, { text: 'c', scheme: 'http', local: false, host: 'c.example', port: 8080 }),
  ],
  call: [
    d.fact(5, {
      callee: 'log',
      function: 0,
      words: ['a', 'longer', 'longest'],
      arguments: [
        { at: d.at('ours.py', 50), text: 'x', origins: [{ at: d.at('ours.py', 60), form: 'literal' }] },
        {
          at: d.at('ours.py', 51),
          text: 'y',
          origins: [
            { at: d.at('ours.py', 61), form: 'environment', name: 'KEY' },
            { at: d.at('ours.py', 62), form: 'environment' },
          ],
        },
        { at: d.at('ours.py', 52), text: 'z', origins: [{ at: d.at('ours.py', 63), form: 'environment' }] },
      ],
    }),
    d.fact(6, {
      callee: 'emit',
      function: 0,
      words: [],
      arguments: [{ at: d.at('ours.py', 53), text: 'w', origins: [{ at: d.at('ours.py', 64), form: 'environment' }] }],
    }),
    d.fact(7, { callee: 'print', function: 1, words: [], arguments: [] }),
  ],
}

const inputs = {
  whole: d.document(kinds),
  limited: d.document(kinds, { limit: 1 }),
  none: d.document(kinds, { limit: 0 }),
  'no limit': d.document(kinds, { limit: 'x' }),
  'no anchors': d.document(kinds, { anchors: undefined }),
  unread: d.document(kinds, { undecided: [{ reason: 'too large', kinds: ['url'], file: d.ours, path: 'ours.py' }] }),
}

const place = (line: number) => d.at('ours.py', line)

/** Lines and messages of the findings. */
const brief = ({ findings }: CheckAnswer) => findings.map(({ at, message }) => `${at.line} ${message}`)
const related = ({ findings }: CheckAnswer) => findings.map((finding) => finding.related.map(({ line }) => line))

test('findings', async (context) => {
  const answers = judge(
    [checklist],
    Object.entries(inputs).map(([name, input]) => ({ name, module: 'sample_checklist', input })),
  ) as Readonly<Record<keyof typeof inputs, Answer>>
  const item = (input: keyof typeof inputs) => answers[input].items['F-1']!
  const check = (name: CheckName, input: keyof typeof inputs = 'whole'): CheckAnswer =>
    item(input).checks[Object.keys(checks).indexOf(name)]!

  await context.test('equal findings are kept, and placeholders are total', () => {
    const third = {
      at: place(3),
      related: [],
      message: 'c on c.example:8080 in ours.py, (unknown), https false',
      fields: {
        text: 'c',
        host: 'c.example',
        port: '8080',
        'file.path': 'ours.py',
        none: '(unknown)',
        scheme: 'https',
        flag: 'false',
      },
    }
    assert.deepEqual(check('fields'), {
      examined: 4,
      matched: 3,
      evidence: [place(1), place(2), place(3), place(3)],
      findings: [
        {
          at: place(1),
          related: [],
          message: 'a on (unknown):(unknown) in ours.py, none, https false',
          fields: {
            text: 'a',
            host: '(unknown)',
            port: '(unknown)',
            'file.path': 'ours.py',
            none: 'none',
            scheme: 'https',
            flag: 'false',
          },
        },
        third,
        third,
      ],
    })
  })
  await context.test('the first witness is shown, and its place comes first', () => {
    assert.deepEqual(brief(check('witnesses')), ['5 log(y) from KEY', '6 emit(w) from (unknown)'])
    assert.deepEqual(related(check('witnesses')), [
      [51, 52, 61, 62, 63],
      [53, 64],
    ])
  })
  await context.test('a witness that is a text has no place', () => {
    assert.deepEqual(brief(check('texts')), ['5 longer'])
    assert.deepEqual(related(check('texts')), [[]])
  })
  await context.test('a witness of another kind is found through the join', () => {
    assert.deepEqual(brief(check('other facts')), ['5 log and emit', '6 emit and log'])
    assert.deepEqual(related(check('other facts')), [[6], [5]])
    assert.equal(check('other facts').examined, 3)
  })
  await context.test('`every` examines what is in scope, and finds what violates', () => {
    assert.deepEqual(brief(check('every')), ['3 every', '3 every'])
    assert.equal(check('every').examined, 4)
  })
  await context.test('`at most N` stands at subject N + 1', () => {
    assert.deepEqual(brief(check('at most')), ['2 b'])
    assert.equal(check('at most').matched, 4)
  })
  await context.test('what is missing stands at the anchor of the scope, near misses beside it', () => {
    const finding = { related: [1, 2, 3, 3].map(place), message: 'some', fields: {} }
    assert.deepEqual(check('some').findings, [{ at: place(1), ...finding }])
    assert.equal(check('some').matched, 0)
    assert.deepEqual(check('some in tests').findings[0]?.at, d.at('.', 1))
    assert.deepEqual(check('at least').findings[0]?.at, d.at('.', 1))
    assert.deepEqual(related(check('at least')), [[1, 3, 3]])
    assert.equal(check('at least').matched, 1)
  })
  await context.test('a document without anchors has a place all the same', () => {
    assert.deepEqual(check('some', 'no anchors').findings[0]?.at, {
      path: '.',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
    })
  })
  await context.test('`exactly N` is either', () => {
    assert.deepEqual(brief(check('few')), ['1 https'])
    assert.deepEqual(check('few').findings[0]?.at, d.at('.', 1))
    assert.deepEqual(brief(check('many')), ['3 many'])
    assert.deepEqual(check('right').findings, [])
  })
  await context.test('the limit cuts what is shown, not what is counted', () => {
    assert.deepEqual([check('fields', 'limited').findings.length, check('fields', 'limited').matched], [1, 3])
    assert.equal(item('limited').reviews[0]?.evidence.length, 1)
    for (const name of Object.keys(checks) as CheckName[]) assert.deepEqual(check(name, 'none').findings, [])
    assert.equal(item('none').verdict, 'fail')
    assert.equal(check('fields', 'no limit').findings.length, 3)
  })
  await context.test('questions that apply, with what they are about', () => {
    const { reviews } = item('whole')
    assert.deepEqual(
      reviews.map(({ question, matched, evidence }) => [question, matched, evidence.map(({ message }) => message)]),
      [
        ['Is a right?', 3, ['Is a right?', 'Is c right?', 'Is c right?']],
        ['https?', 0, []],
      ],
    )
    assert.equal(item('none').reviews[0]?.question, 'Is a right?')
  })
  await context.test('each check names what it is open for', () => {
    const rows = item('unread').undecided
    const names = Object.keys(checks)
    assert.deepEqual(
      rows.map(({ check }) => (check === -1 ? 'review' : names[check])),
      ['some', 'at least', 'few', 'many', 'right', 'review'],
    )
    assert.deepEqual(rows[0], { check: names.indexOf('some'), reason: 'too large', path: 'ours.py', kind: 'url' })
  })
})
