import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TypedChecklist, TypedItem } from '../../compiler/check/typed.ts'
import type { UndecidedAnswer } from '../../compiler/wasm/answer.ts'
import * as d from '../support/documents.ts'
import { judge } from '../support/evaluators.ts'
import type { OpaCase } from '../support/opa.ts'
import * as t from '../support/typed.ts'

const isHttp = t.is('url.scheme', 'http')
const http = t.facts('url', { narrowed: isHttp })
const httpInCode = t.facts('url', { narrowed: isHttp, scope: t.scope({ roles: ['code'] }) })
const httpInTemplates = t.facts('url', {
  narrowed: isHttp,
  scope: t.scope({ roles: ['configuration'], templates: true }),
})
const calls = t.facts('call')
const someCall = t.quantified('some', calls)
const noUrl = t.check('no', http, t.always, 'no')
const someUrl = t.check('some', http, t.always, 'some')
const everyUrl = t.check('every', http, t.always, 'every', { must: t.holds('url.local') })

const items = {
  no: t.item('I-1', [noUrl]),
  some: t.item('I-1', [someUrl]),
  every: t.item('I-1', [everyUrl]),
  exactly: t.item('I-1', [t.check('exactly', http, t.always, 'exactly', { count: 1 })]),
  'at most': t.item('I-1', [t.check('at most', http, t.always, 'at most', { count: 1 })]),
  'no in code': t.item('I-1', [t.check('no', httpInCode, t.always, 'no')]),
  'no in templates': t.item('I-1', [t.check('no', httpInTemplates, t.always, 'no')]),
  'no, refuted by calls': t.item('I-1', [
    t.check('no', http, t.quantified('no', calls), 'no', { removes: t.reachOf(calls) }),
  ]),
  'no, and some': t.item('I-1', [t.check('no', calls, t.always, 'no'), someUrl]),
  'every, and no': t.item('I-1', [everyUrl, t.check('no', calls, t.always, 'no')]),
  'a question': t.item('I-1', [noUrl], { reviews: [t.review('Really?')] }),
  'a question when': t.item('I-1', [noUrl], {
    reviews: [
      t.review(t.template('Is {callee} safe?', { callee: 'call.callee' }), { subject: calls, where: t.always }),
    ],
    needs: ['url', 'call'],
  }),
  'every, and a question': t.item('I-1', [everyUrl], { reviews: [t.review('Really?')] }),
  applies: t.item('I-1', [noUrl], {
    applies: { condition: someCall, line: 2, reads: t.reachOf(calls), raises: t.reachOf(calls), lowers: [] },
    needs: ['url', 'call'],
  }),
  'applies when none': t.item('I-1', [noUrl], {
    applies: {
      condition: t.any(t.quantified('no', calls), t.quantified('some', http)),
      line: 2,
      reads: [...t.reachOf(calls), ...t.reachOf(http)],
      raises: t.reachOf(http),
      lowers: t.reachOf(calls),
    },
    needs: ['url', 'call'],
  }),
  repository: t.item('I-1', [t.check('no', t.facts('repository'), t.not(t.present('repository.branch?')), 'no')]),
  probes: t.item('I-1', [t.check('every', t.probes(['.env']), t.always, 'every', { must: t.holds('path.ignored') })]),
  parameter: t.item('I-1', [t.check('no', t.facts('url'), t.is('url.scheme', t.parameter('scheme')), 'no')]),
  'a list parameter': t.item('I-1', [
    t.check('no', t.facts('url'), t.among('url.scheme', { parameter: 'schemes' }), 'no'),
  ]),
} as const satisfies Readonly<Record<string, TypedItem>>

type ItemName = keyof typeof items

const idOf = (name: string): string => name.replaceAll(/[^a-z]+/g, '-')
const checklistOf = (name: ItemName): TypedChecklist =>
  t.checklist([items[name]], {
    id: idOf(name),
    parameters: [
      { name: 'scheme', type: 'text', value: 'http', about: 'A scheme' },
      { name: 'schemes', type: 'list of text', value: ['http'], about: 'Schemes' },
    ],
  })

const plain = d.fact(4, { scheme: 'http', local: false })
const local = d.fact(5, { scheme: 'http', local: true })
const secure = d.fact(6, { scheme: 'https', local: false })
const call = d.fact(7, { callee: 'eval' })
const unread = (kinds: readonly string[], file?: number) => ({
  undecided: [
    { ...(file === undefined ? {} : { file, path: d.files[file]?.path }), reason: 'it does not parse', kinds },
  ],
})
const given = (scheme: unknown, checklist = 'parameter') => ({ parameters: { [checklist]: { scheme } } })
const givenList = (schemes: unknown) => ({ parameters: { 'a-list-parameter': { schemes } } })

interface Expected {
  readonly verdict: string
  readonly undecided?: readonly UndecidedAnswer[]
}

const notADocument: Expected = {
  verdict: 'undecided',
  undecided: [{ check: -1, reason: 'this is not a facts document of version 1' }],
}
const lacks = (kind: string): Expected => ({
  verdict: 'undecided',
  undecided: [{ check: -1, reason: `the facts document lacks kind ${kind}`, kind }],
})
const open = (check: number, kind: string, path?: string): Expected => ({
  verdict: 'undecided',
  undecided: [{ check, reason: 'it does not parse', kind, ...(path === undefined ? {} : { path }) }],
})
const verdict = (word: string): Expected => ({ verdict: word })

const table: readonly (readonly [name: string, item: ItemName, input: unknown, expected: Expected])[] = [
  // What is not a facts document.
  ['no input', 'no', undefined, notADocument],
  ['an empty object', 'no', {}, notADocument],
  ['an array', 'no', [], notADocument],
  ['a text', 'no', 'x', notADocument],
  ['a number', 'no', 1, notADocument],
  ['null', 'no', null, notADocument],
  ['nothing, with a review', 'a question', {}, notADocument],
  ['nothing, with a condition', 'applies', {}, notADocument],
  ['nothing, with `every`', 'every', {}, notADocument],
  ['another version', 'no', d.document({ url: [] }, { schema: 2 }), notADocument],
  ['the version as a text', 'no', d.document({ url: [] }, { schema: '1' }), notADocument],
  ['the version alone', 'no', { schema: 1, file: [] }, lacks('url')],
  ['a kind that was not looked for', 'no', d.document({ call: [] }), lacks('url')],
  ['a list that is none', 'no', d.document({ url: [] }, { url: {} }), lacks('url')],
  ['a list without its entry', 'no', d.document({ url: [] }, { extracted: {} }), lacks('url')],
  ['no list of files', 'no', d.document({ url: [] }, { file: null }), lacks('file')],
  ['kinds without a file need no files', 'repository', d.document({ repository: [] }, { file: null }), verdict('pass')],
  ['without the list of what could not be read', 'no', d.document({ url: [] }, { undecided: null }), verdict('pass')],

  // Scopes.
  ['a violation', 'no', d.document({ url: [plain] }), verdict('fail')],
  ['no violation', 'no', d.document({ url: [secure] }), verdict('pass')],
  ['one in a test', 'no', d.document({ url: [d.fact(1, { scheme: 'http' }, d.testFile)] }), verdict('pass')],
  ['one in vendored code', 'no', d.document({ url: [d.fact(1, { scheme: 'http' }, d.vendoredFile)] }), verdict('pass')],
  [
    'one in a generated file',
    'no',
    d.document({ url: [d.fact(1, { scheme: 'http' }, d.generatedFile)] }),
    verdict('pass'),
  ],
  ['one in a template', 'no', d.document({ url: [d.fact(1, { scheme: 'http' }, d.templateFile)] }), verdict('fail')],
  [
    'one outside of the scope',
    'no in code',
    d.document({ url: [d.fact(1, { scheme: 'http' }, d.readme)] }),
    verdict('pass'),
  ],

  // Unread files, by polarity.
  ['`no`, nothing found, unread', 'no', d.document({ url: [] }, unread(['url'], d.ours)), open(0, 'url', 'ours.py')],
  ['`no`, nothing found, unread anywhere', 'no', d.document({ url: [] }, unread(['url'])), open(0, 'url')],
  ['`no`, something found, unread', 'no', d.document({ url: [plain] }, unread(['url'], d.ours)), verdict('fail')],
  ['unread facts of another kind', 'no', d.document({ url: [] }, unread(['call'], d.ours)), verdict('pass')],
  ['an unread test', 'no', d.document({ url: [] }, unread(['url'], d.testFile)), verdict('pass')],
  ['an unread vendored file', 'no', d.document({ url: [] }, unread(['url'], d.vendoredFile)), verdict('pass')],
  ['an unread template', 'no', d.document({ url: [] }, unread(['url'], d.templateFile)), verdict('pass')],
  ['a file that is not there', 'no', d.document({ url: [] }, unread(['url'], 99)), open(0, 'url')],
  [
    'an unread template where templates are named',
    'no in templates',
    d.document({ url: [] }, unread(['url'], d.templateFile)),
    open(0, 'url', 'settings.template'),
  ],
  ['unread outside of the scope', 'no in code', d.document({ url: [] }, unread(['url'], d.readme)), verdict('pass')],
  [
    '`some`, nothing found, unread',
    'some',
    d.document({ url: [] }, unread(['url'], d.ours)),
    open(0, 'url', 'ours.py'),
  ],
  ['`some`, something found, unread', 'some', d.document({ url: [plain] }, unread(['url'], d.ours)), verdict('pass')],
  ['`some`, nothing found', 'some', d.document({ url: [] }), verdict('fail')],
  [
    '`every`, all fine, unread',
    'every',
    d.document({ url: [local] }, unread(['url'], d.ours)),
    open(0, 'url', 'ours.py'),
  ],
  ['`every`, one violates, unread', 'every', d.document({ url: [plain] }, unread(['url'], d.ours)), verdict('fail')],
  ['`exactly`, right, unread', 'exactly', d.document({ url: [plain] }, unread(['url'])), open(0, 'url')],
  ['`exactly`, too many, unread', 'exactly', d.document({ url: [plain, local] }, unread(['url'])), open(0, 'url')],
  ['`exactly`, too few', 'exactly', d.document({ url: [] }), verdict('fail')],
  ['`exactly`, right', 'exactly', d.document({ url: [local] }), verdict('pass')],
  ['`at most`, too many, unread', 'at most', d.document({ url: [plain, local] }, unread(['url'])), verdict('fail')],
  ['`at most`, few, unread', 'at most', d.document({ url: [plain] }, unread(['url'])), open(0, 'url')],
  [
    'found, but an unread file might refute it',
    'no, refuted by calls',
    d.document({ url: [plain], call: [] }, unread(['call'], d.ours)),
    open(0, 'call', 'ours.py'),
  ],
  [
    'the second check fails, the first is open',
    'no, and some',
    d.document({ url: [], call: [] }, unread(['call'])),
    { ...open(0, 'call'), verdict: 'fail' },
  ],
  [
    'kinds without a scope, whatever file is unread',
    'repository',
    d.document({ repository: [] }, unread(['repository'], d.testFile)),
    open(0, 'repository', 'test_ours.py'),
  ],

  // Not applicable.
  ['`every` without a subject', 'every', d.document({ url: [secure] }), verdict('not applicable')],
  ['`every` without a subject, unread', 'every', d.document({ url: [] }, unread(['url'])), open(0, 'url')],
  [
    '`every` without a subject, and none of `no`',
    'every, and no',
    d.document({ url: [], call: [] }),
    verdict('not applicable'),
  ],
  [
    '`every` without a subject, and one of `no`',
    'every, and no',
    d.document({ url: [], call: [call] }),
    verdict('fail'),
  ],
  ['`every` that holds', 'every', d.document({ url: [local] }), verdict('pass')],
  ['`no` without a subject is a pass', 'no', d.document({ url: [] }), verdict('pass')],
  [
    'a probe that was not made',
    'probes',
    d.document({ path: [{ at: d.at('.gitignore', 1), path: 'x', ignored: true }] }),
    verdict('not applicable'),
  ],
  [
    'a probe that holds',
    'probes',
    d.document({ path: [{ at: d.at('.gitignore', 1), path: 'src/.env', asked: '.env', ignored: true }] }),
    verdict('pass'),
  ],
  [
    'a probe that does not',
    'probes',
    d.document({ path: [{ at: d.at('.gitignore', 1), path: 'src/.env', asked: '.env', ignored: false }] }),
    verdict('fail'),
  ],

  // Applies when.
  ['the condition is false', 'applies', d.document({ url: [plain], call: [] }), verdict('not applicable')],
  ['the condition is true', 'applies', d.document({ url: [plain], call: [call] }), verdict('fail')],
  [
    'the condition is false, and might be true',
    'applies',
    d.document({ url: [plain], call: [] }, unread(['call'], d.ours)),
    open(-1, 'call', 'ours.py'),
  ],
  [
    'unread where the condition does not look',
    'applies',
    d.document({ url: [], call: [] }, unread(['url'])),
    verdict('not applicable'),
  ],
  [
    'the condition is true, unread',
    'applies',
    d.document({ url: [], call: [call] }, unread(['call'])),
    verdict('pass'),
  ],
  ['one way for the condition', 'applies when none', d.document({ url: [], call: [] }), verdict('pass')],
  ['the other way', 'applies when none', d.document({ url: [plain], call: [call] }), verdict('fail')],
  [
    'one way, which might close',
    'applies when none',
    d.document({ url: [], call: [] }, unread(['call'], d.ours)),
    open(-1, 'call', 'ours.py'),
  ],
  [
    'no way, whatever else is called',
    'applies when none',
    d.document({ url: [], call: [call] }, unread(['call'], d.ours)),
    verdict('not applicable'),
  ],
  ['no way', 'applies when none', d.document({ url: [], call: [call] }), verdict('not applicable')],

  // Reviews.
  ['a question always applies', 'a question', d.document({ url: [] }), verdict('review')],
  ['a question, but a check fails', 'a question', d.document({ url: [plain] }), verdict('fail')],
  ['a question, but a check is open', 'a question', d.document({ url: [] }, unread(['url'])), open(0, 'url')],
  ['a question before not applicable', 'every, and a question', d.document({ url: [] }), verdict('review')],
  ['a question that applies', 'a question when', d.document({ url: [], call: [call] }), verdict('review')],
  ['a question that does not', 'a question when', d.document({ url: [], call: [] }), verdict('pass')],
  ['a question that might', 'a question when', d.document({ url: [], call: [] }, unread(['call'])), open(-1, 'call')],
  [
    'a question with a match, unread',
    'a question when',
    d.document({ url: [], call: [call] }, unread(['call'])),
    verdict('review'),
  ],

  // Parameters.
  ['a default', 'parameter', d.document({ url: [plain] }), verdict('fail')],
  ['a value', 'parameter', d.document({ url: [plain] }, given('ftp')), verdict('pass')],
  ['a value for another checklist', 'parameter', d.document({ url: [plain] }, given('ftp', 'other')), verdict('fail')],
  ['a value of another type', 'parameter', d.document({ url: [plain] }, given(1)), verdict('fail')],
  ['a null', 'parameter', d.document({ url: [plain] }, given(null)), verdict('fail')],
  ['parameters that are none', 'parameter', d.document({ url: [plain] }, { parameters: 'x' }), verdict('fail')],
  ['a list', 'a list parameter', d.document({ url: [plain] }, givenList(['ftp'])), verdict('pass')],
  ['an empty list', 'a list parameter', d.document({ url: [plain] }, givenList([])), verdict('pass')],
  ['a list of other types', 'a list parameter', d.document({ url: [plain] }, givenList(['ftp', 1])), verdict('fail')],
  ['no list', 'a list parameter', d.document({ url: [plain] }, givenList('ftp')), verdict('fail')],
]

test('an item comes to its verdict', async (context) => {
  const checklists = (Object.keys(items) as ItemName[]).map(checklistOf)
  const cases = table.map(
    ([, item, input], index): OpaCase => ({
      name: String(index),
      module: idOf(item).replaceAll('-', '_'),
      input,
    }),
  )
  const answers = judge(checklists, cases)
  for (const [index, [name, , , expected]] of table.entries()) {
    await context.test(name, () => {
      const answer = answers[index]?.items['I-1']
      assert.deepEqual({ verdict: answer?.verdict, undecided: answer?.undecided }, { undecided: [], ...expected })
    })
  }
})
