/**
 * The rules that every module has, written once: whether the document can be judged at all, what an item comes to, and
 * what a finding shows. Only those that a module uses are kept in it.
 */
import {
  apply,
  array,
  arrayOf,
  builtin,
  holds,
  input,
  not,
  object,
  type Rule,
  ref,
  rule,
  ruleRef,
  scalar,
  someIn,
  type Term,
  variable as v,
} from '../tree.ts'
import type { Names } from './names.ts'
import { documentRules, isEmpty, isNotEmpty, unreadRules, verdictRules } from './verdicts.ts'

/** How many places stand for many. */
export const fewPlaces = 5
const defaultLimit = 1000

export type PreludeNames = ReturnType<typeof namePrelude>

export const namePrelude = (names: Names) =>
  ({
    result: names.take('result'),
    documentIsKnown: names.take('document_is_known'),
    isExtracted: names.take('is_extracted'),
    isListed: names.take('is_listed'),
    lacking: names.take('lacking'),
    limit: names.take('limit'),
    shown: names.take('shown'),
    unread: names.take('unread'),
    unreadReason: names.take('unread_reason'),
    couldChange: names.take('could_change'),
    judged: names.take('judged'),
    verdict: names.take('verdict'),
    someCheckFails: names.take('some_check_fails'),
    nothingExamined: names.take('nothing_examined'),
    unjudged: names.take('unjudged'),
    doesNotApply: names.take('does_not_apply'),
    places: names.take('places'),
    anchor: names.take('anchor'),
    text: names.take('text_of'),
    textOrUnknown: names.take('text_or_unknown'),
    present: names.take('present'),
    isTextList: names.take('is_text_list'),
    isNumberList: names.take('is_number_list'),
    about: names.take('about'),
  }) as const

export const preludeRules = (names: PreludeNames): readonly Rule[] => [
  ...documentRules(names),
  ...unreadRules(names),
  ...verdictRules(names),
  ...findingRules(names),
  ...valueRules(names),
]

function findingRules(names: PreludeNames): readonly Rule[] {
  const nowhere = object({
    path: scalar('.'),
    line: scalar(1),
    column: scalar(1),
    endLine: scalar(1),
    endColumn: scalar(1),
  })
  const limit = ref(input, 'limit')
  const none = builtin('array.slice', array([]), scalar(0), limit)
  return [
    rule(names.limit, {
      default: true,
      value: scalar(defaultLimit),
      comments: ['How many findings a check gives in full.'],
    }),
    rule(names.limit, { value: limit, body: [holds(builtin('is_array', none))], comments: ['A whole number cuts.'] }),
    rule(names.shown, {
      args: ['list'],
      value: builtin('array.slice', v('list'), scalar(0), ruleRef(names.limit)),
      comments: ['Those of a list that are given in full.'],
    }),
    rule(names.places, {
      args: ['facts'],
      value: arrayOf(ref(v('fact'), 'at'), [
        someIn('fact', builtin('array.slice', v('facts'), scalar(0), scalar(fewPlaces))),
      ]),
      comments: [`The places of the first ${fewPlaces}.`],
    }),
    rule(names.anchor, {
      args: ['word'],
      default: true,
      value: nowhere,
      comments: ['Where a finding about something that is missing stands.'],
    }),
    rule(names.anchor, { args: ['word'], value: ref(input, 'anchors', v('word')) }),
    rule(names.anchor, {
      args: ['word'],
      value: ref(input, 'anchors', 'repository'),
      body: [not(ref(input, 'anchors', v('word')))],
    }),
  ]
}

function valueRules(names: PreludeNames): readonly Rule[] {
  const value = v('value')
  const marshalled = builtin('json.marshal', value)
  const text = (shown: Term, is: string) =>
    rule(names.text, { args: ['value'], value: shown, body: [holds(builtin(is, value))] })
  const listOf = (name: string, one: string) =>
    rule(name, {
      args: ['list'],
      body: [
        holds(builtin('is_array', v('list'))),
        isEmpty(arrayOf(scalar(1), [someIn('value', v('list')), not(builtin(one, value))])),
      ],
    })
  return [
    rule(names.text, {
      args: ['value'],
      default: true,
      value: scalar('(unknown)'),
      comments: ['A value as a message shows it.'],
    }),
    text(value, 'is_string'),
    text(marshalled, 'is_number'),
    text(marshalled, 'is_boolean'),
    text(scalar('none'), 'is_null'),
    rule(names.textOrUnknown, {
      args: ['values'],
      value: apply(names.text, ref(v('values'), scalar(0))),
      body: [isNotEmpty(v('values'))],
      comments: ['Of a field that may be missing: a list of its value, or an empty one.'],
    }),
    rule(names.textOrUnknown, { args: ['values'], value: scalar('(unknown)'), body: [isEmpty(v('values'))] }),
    rule(names.present, { args: ['value'], comments: ['Defined, whatever it is.'] }),
    listOf(names.isTextList, 'is_string'),
    listOf(names.isNumberList, 'is_number'),
  ]
}
