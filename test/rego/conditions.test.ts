import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Condition } from '../../compiler/check/typed.ts'
import { lower } from '../../compiler/rego/lower/index.ts'
import { printModule } from '../../compiler/rego/print.ts'
import type { Answer } from '../../compiler/wasm/answer.ts'
import { document, fact } from '../support/documents.ts'
import { judge } from '../support/evaluators.ts'
import { complaints, withoutOpa } from '../support/opa.ts'
import {
  affix,
  all,
  always,
  among,
  any,
  apply,
  check,
  checklist,
  definition,
  element,
  elements,
  everyOf,
  facts,
  field,
  holds,
  is,
  item,
  literal,
  match,
  not,
  order,
  parameter,
  pattern,
  present,
  quantified,
  same,
} from '../support/typed.ts'

const calls = [
  fact(1, {
    callee: 'json.loads',
    receiver: 'json',
    order: 1,
    function: 0,
    flag: true,
    words: ['alpha', 'beta'],
    arguments: [
      { name: 'cls', text: 'Encoder', value: null, known: true, origins: [{ form: 'environment', name: 'TOKEN' }] },
      { position: 1, text: 'x', value: 7, known: true, origins: [] },
    ],
  }),
  fact(2, { callee: 'os.system', order: 2, function: 0, flag: false, words: [], arguments: [] }),
  fact(3, {
    callee: 'print',
    receiver: 'sys',
    function: 1,
    flag: false,
    words: ['alpha'],
    arguments: [{ text: 'y', value: '7', known: false, origins: [{ form: 'literal' }, { form: 'environment' }] }],
  }),
]

const input = document({
  call: calls,
  function: [fact(1, { name: 'main', entry_point: true, parameters: [] }), fact(3, { name: 'helper' })],
})

const argument = elements('argument', 'call.arguments')
const origin = elements('origin', 'argument.origins')
const word = elements('word', 'call.words', { kind: 'text', like: 'text' })
const other = facts('call', { as: 'other' })

const someArgument = (where: Condition) => quantified('some', argument, where)

const later = order('other.order', '>', field('call.order'))

/** A condition, said of `call`, and the lines of the calls for which it holds. */
const table: Readonly<Record<string, readonly [Condition, readonly number[]]>> = {
  always: [always, [1, 2, 3]],
  'never, as the negation of always': [not(always), []],
  'a boolean field': [holds('call.flag'), [1]],
  'not a boolean field': [not(holds('call.flag')), [2, 3]],
  'a boolean field of a fact that is referred to': [holds('call.function.entry_point'), [1, 2]],
  'not a boolean field that is missing there': [not(holds('call.function.entry_point')), [3]],
  'a field is there': [present('call.receiver?'), [1, 3]],
  'a field that is false is there': [present('call.flag'), [1, 2, 3]],
  'a field is missing': [not(present('call.receiver?')), [2]],
  'equal to a text': [is('call.receiver?', 'json'), [1]],
  'not equal, a missing field too': [not(is('call.receiver?', 'json')), [2, 3]],
  'equal to a field that is missing': [is('call.callee', field('call.receiver?')), []],
  'a known null': [someArgument(is('argument.value?', null)), [1]],
  'equality across types is false': [someArgument(is('argument.value?', 7)), [1]],
  'below a number, never where the field is missing': [order('call.order', '<', 5), [1, 2]],
  'not below, a missing field too': [not(order('call.order', '<', 2)), [2, 3]],
  'at most': [order('call.order', '<=', 1), [1]],
  above: [order('call.order', '>', 1), [2]],
  'at least a parameter': [order('call.order', '>=', parameter('two')), [2]],
  'a text is above no number': [someArgument(order('argument.value?', '>', 5)), [1]],
  'among texts': [among('call.callee', ['print', 'os.system']), [2, 3]],
  'not among, a missing field too': [not(among('call.receiver?', ['json', 'os'])), [2, 3]],
  'among nothing': [among('call.callee', []), []],
  'among a parameter': [among('call.callee', { parameter: 'names' }), [3]],
  'among texts, a parameter and a field': [
    among('call.callee', ['os.system', parameter('names'), field('call.receiver?')]),
    [2, 3],
  ],
  contains: [affix('call.callee', 'contains', 's.'), [2]],
  'starts with': [affix('call.callee', 'starts with', 'json'), [1]],
  'ends with': [affix('call.callee', 'ends with', 't'), [3]],
  'not an affix, a missing field too': [not(affix('call.receiver?', 'starts with', 'j')), [2, 3]],
  'an affix of what is no text': [someArgument(affix('argument.value?', 'starts with', '7')), [3]],
  'a pattern, unanchored': [match('call.callee', pattern('s.s', '/s.s/')), [2]],
  'a pattern of any case': [match('call.callee', pattern('LOAD|PRINT', '/LOAD|PRINT/i', true)), [1, 3]],
  'not a pattern, a missing field too': [not(match('call.receiver?', pattern('^j', '/^j/'))), [2, 3]],
  'all of several': [all(holds('call.flag'), order('call.order', '<', 5)), [1]],
  'not all of several': [not(all(present('call.receiver?'), order('call.order', '<', 5))), [2, 3]],
  'two elements of one list are compared': [
    quantified(
      'some',
      elements('first', 'call.arguments'),
      quantified(
        'some',
        elements('second', 'call.arguments'),
        all(is('first.value?', null), is('second.position?', 1)),
      ),
    ),
    [1],
  ],
  'any of several': [any(holds('call.flag'), is('call.callee', 'print')), [1, 3]],
  'any of one': [any(holds('call.flag')), [1]],
  'any of none': [any(), []],
  'not any of several': [not(any(holds('call.flag'), is('call.receiver?', 'sys'))), [2]],
  'not not': [not(not(holds('call.flag'))), [1]],
  'any within all, said of two subjects': [
    someArgument(any(is('argument.text', 'y'), all(holds('call.flag'), holds('argument.known')))),
    [1, 3],
  ],
  'a named predicate': [someArgument(quantified('some', origin, apply('from_credential', 'origin'))), [1]],
  'not a named predicate': [someArgument(quantified('some', origin, not(apply('from_credential', 'origin')))), [3]],
  'a predicate that identifies its subject': [apply('first_of_its_function', 'call'), [1, 3]],
  'a derived kind': [apply('reader', 'call'), [1]],
  'some element': [quantified('some', argument), [1, 3]],
  'no element': [quantified('no', argument), [2]],
  'not some element': [not(quantified('some', argument)), [2]],
  'at least two elements': [quantified('at least', argument, always, 2), [1]],
  'at least two elements of an element': [someArgument(quantified('at least', origin, always, 2)), [3]],
  'at most one element, none too': [quantified('at most', argument, always, 1), [2, 3]],
  'exactly one element': [quantified('exactly', argument, always, 1), [3]],
  'exactly no element': [quantified('exactly', argument, always, 0), [2]],
  'every element, none too': [everyOf(argument, always, holds('argument.known')), [1, 2]],
  'every element of some': [everyOf(argument, present('argument.position?'), is('argument.value?', 7)), [1, 2, 3]],
  'not every element': [not(everyOf(argument, always, holds('argument.known'))), [3]],
  'an element of a list of texts': [quantified('some', word, among(element('word'), ['beta'])), [1]],
  'a text of a list matches': [quantified('some', word, match(element('word'), pattern('^al', '/^al/'))), [1, 3]],
  'a join by reference': [quantified('some', other, all(same('other.function', 'call.function'), later)), [1]],
  'no partner in a join': [quantified('no', other, all(same('other.function', 'call.function'), later)), [2, 3]],
  'a join with a fact that is referred to': [
    quantified('some', facts('function'), all(same('function', 'call.function'), is('function.name', 'helper'))),
    [3],
  ],
  'a join by a field': [quantified('some', other, is('other.callee', field('call.callee'))), [1, 2, 3]],
  'a join by a field that is missing': [quantified('some', other, is('other.order', field('call.order'))), [1, 2]],
  'a join that is counted': [quantified('exactly', other, same('other.function', 'call.function'), 2), [1, 2]],
  'a join by two equalities': [
    quantified(
      'some',
      other,
      all(same('other.function', 'call.function'), is('other.flag', field('call.flag')), later),
    ),
    [],
  ],
  'a join by two equalities, counted': [
    quantified('exactly', other, all(is('other.flag', field('call.flag')), same('other.function', 'call.function')), 1),
    [1, 2, 3],
  ],
  'a join by two equalities, one of a field that is missing': [
    quantified('some', other, all(same('other.function', 'call.function'), is('other.order', field('call.order')))),
    [1, 2],
  ],
  'another fact than this one': [
    quantified('some', other, all(same('other.function', 'call.function'), not(same('other', 'call')))),
    [1, 2],
  ],
  'pairs without an equality': [quantified('some', other, order('other.order', '<', field('call.order'))), [2]],
  'a quantifier that asks nothing of its subject': [quantified('some', other, is('other.callee', 'print')), [1, 2, 3]],
  'a parameter that is true': [{ kind: 'holds', value: parameter('yes') }, [1, 2, 3]],
  'not a parameter that is true': [not({ kind: 'holds', value: parameter('yes') }), []],
  'two literals': [{ kind: 'equal', left: literal('a'), right: literal('b') }, []],
}

const rows = Object.entries(table)

const judged = checklist(
  rows.map(([, [condition]], index) =>
    item(`C-${index}`, [check('no', facts('call'), condition, 'found')], { needs: ['call', 'function'] }),
  ),
  {
    parameters: [
      { name: 'two', type: 'number', value: 2, about: 'A number' },
      { name: 'yes', type: 'boolean', value: true, about: 'A boolean' },
      { name: 'names', type: 'list of text', value: ['print'], about: 'A list' },
    ],
    definitions: [
      definition(
        'from_credential',
        'predicate',
        'origin',
        all(is('origin.form', 'environment'), present('origin.name?')),
      ),
      definition(
        'reader',
        'derived kind',
        'call',
        any(is('call.callee', 'json.loads'), is('call.callee', 'json.load')),
      ),
      definition(
        'first_of_its_function',
        'predicate',
        'call',
        quantified('some', other, all(same('other', 'call'), not(is('call.callee', 'os.system')))),
      ),
    ],
  },
)
const text = printModule(lower(judged))

test('conditions hold of the facts that they are said of', async (t) => {
  const { all: answer } = judge([judged], [{ name: 'all', module: 'sample_checklist', input }]) as { all: Answer }
  for (const [index, [name, [, lines]]] of rows.entries()) {
    await t.test(name, () => {
      const found = answer.items[`C-${index}`]?.checks[0]?.findings.map(({ at }) => at.line)
      assert.deepEqual(found, lines)
    })
  }
})

test('OPA has nothing to say about the text', { skip: withoutOpa }, () => {
  assert.equal(complaints([text]), '')
})
