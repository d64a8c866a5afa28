/** Rules of every module that come to the verdict of an item: LANGUAGE.md, "Verdicts". */
import { schemaVersion } from '../../schema/kinds.ts'
import {
  apply,
  array,
  arrayOf,
  assign,
  builtin,
  type Expr,
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
import type { PreludeNames } from './prelude.ts'

const equal = (left: Term, right: Term): Expr => holds(builtin('equal', left, right))
export const isEmpty = (list: Term): Expr => equal(builtin('count', list), scalar(0))
export const isNotEmpty = (list: Term): Expr => holds(builtin('gt', builtin('count', list), scalar(0)))

export function documentRules(names: PreludeNames): readonly Rule[] {
  const reason = (text: Term, more = {}) => object({ check: scalar(-1), reason: text, ...more })
  const lacks = builtin('concat', scalar(''), array([scalar('the facts document lacks kind '), v('kind')]))
  const missing = (list: string, is: string) => arrayOf(v('kind'), [someIn('kind', v(list)), not(apply(is, v('kind')))])
  return [
    rule(names.documentIsKnown, {
      body: [equal(ref(input, 'schema'), scalar(schemaVersion))],
      comments: ['Whether the input is a facts document that this module understands.'],
    }),
    rule(names.isExtracted, {
      args: ['kind'],
      body: [holds(builtin('is_object', ref(input, 'extracted', v('kind')))), holds(apply(names.isListed, v('kind')))],
    }),
    rule(names.isListed, { args: ['kind'], body: [holds(builtin('is_array', ref(input, v('kind'))))] }),
    rule(names.lacking, {
      args: ['kinds', 'lists'],
      value: array([reason(scalar(`this is not a facts document of version ${schemaVersion}`))]),
      body: [not(ruleRef(names.documentIsKnown))],
      comments: ['Why an item cannot be judged: `kinds` have to be in the document, of `lists` their facts alone.'],
    }),
    rule(names.lacking, {
      args: ['kinds', 'lists'],
      value: arrayOf(reason(lacks, { kind: v('kind') }), [
        someIn('missing', array([missing('kinds', names.isExtracted), missing('lists', names.isListed)])),
        someIn('kind', v('missing')),
      ]),
      body: [holds(ruleRef(names.documentIsKnown))],
    }),
  ]
}

export function unreadRules(names: PreludeNames): readonly Rule[] {
  const row = (more: Readonly<Record<string, Term>>) =>
    object({
      check: v('check'),
      reason: apply(names.textOrUnknown, arrayOf(ref(v('entry'), 'reason'), [])),
      ...more,
      kind: v('kind'),
    })
  const args = ['check', 'entry', 'kind']
  return [
    rule(names.unread, {
      args: ['check', 'reaches'],
      value: arrayOf(apply(names.unreadReason, v('check'), v('entry'), ref(v('reach'), 'kind')), [
        someIn('reach', v('reaches')),
        someIn('entry', ref(v('reach'), 'unread')),
        holds(builtin('internal.member_2', ref(v('reach'), 'kind'), ref(v('entry'), 'kinds'))),
      ]),
      comments: ['What could not be read, and might hold facts that the check looks at.'],
    }),
    rule(names.unreadReason, { args, value: row({ path: ref(v('entry'), 'path') }) }),
    rule(names.unreadReason, { args, value: row({}), body: [not(ref(v('entry'), 'path'))] }),
    rule(names.couldChange, {
      args: ['violated', 'adds', 'removes'],
      value: v('adds'),
      body: [not(v('violated'))],
      comments: ['A finding more would change what has none, a finding less what has some.'],
    }),
    rule(names.couldChange, {
      args: ['violated', 'adds', 'removes'],
      value: v('removes'),
      body: [holds(v('violated'))],
    }),
  ]
}

export function verdictRules(names: PreludeNames): readonly Rule[] {
  const args = ['checks', 'reviews', 'undecided', 'has_every']
  const fails = apply(names.someCheckFails, v('checks'))
  const nothing = apply(names.nothingExamined, v('checks'), v('has_every'))
  const verdict = (value: string, ...body: readonly Expr[]) => rule(names.verdict, { args, value: scalar(value), body })
  return [
    rule(names.judged, {
      args: ['checks', 'reviews', 'unread_reviews', 'has_every'],
      value: object({
        verdict: apply(names.verdict, v('checks'), v('reviews'), v('undecided'), v('has_every')),
        checks: arrayOf(ref(v('check'), 'answer'), [someIn('check', v('checks'))]),
        reviews: v('reviews'),
        undecided: v('undecided'),
      }),
      body: [
        assign('unread_checks', arrayOf(ref(v('check'), 'unread'), [someIn('check', v('checks'))])),
        assign(
          'undecided',
          arrayOf(v('reason'), [
            someIn('part', array([v('unread_checks'), v('unread_reviews')])),
            someIn('reasons', v('part')),
            someIn('reason', v('reasons')),
          ]),
        ),
      ],
      comments: ['What an item comes to. `checks` hold their answers beside what could change them.'],
    }),
    {
      ...verdict('fail', holds(fails)),
      comments: ['The first that applies: fail, undecided, review, not applicable, pass.'],
    },
    verdict('undecided', not(fails), isNotEmpty(v('undecided'))),
    verdict('review', not(fails), isEmpty(v('undecided')), isNotEmpty(v('reviews'))),
    verdict('not applicable', not(fails), isEmpty(v('undecided')), isEmpty(v('reviews')), holds(nothing)),
    verdict('pass', not(fails), isEmpty(v('undecided')), isEmpty(v('reviews')), not(nothing)),
    rule(names.someCheckFails, {
      args: ['checks'],
      body: [someIn('check', v('checks')), holds(ref(v('check'), 'violated')), isEmpty(ref(v('check'), 'unread'))],
    }),
    rule(names.nothingExamined, {
      args: ['checks', 'has_every'],
      body: [
        holds(v('has_every')),
        isEmpty(
          arrayOf(scalar(1), [
            someIn('check', v('checks')),
            holds(builtin('gt', ref(v('check'), 'answer', 'examined'), scalar(0))),
          ]),
        ),
      ],
    }),
    rule(names.doesNotApply, {
      args: ['unread'],
      value: apply(names.unjudged, scalar('not applicable'), array([])),
      body: [isEmpty(v('unread'))],
      comments: ['An item whose condition is false comes to this, unless what could not be read might make it true.'],
    }),
    rule(names.doesNotApply, {
      args: ['unread'],
      value: apply(names.unjudged, scalar('undecided'), v('unread')),
      body: [isNotEmpty(v('unread'))],
    }),
    rule(names.unjudged, {
      args: ['word', 'reasons'],
      value: object({ verdict: v('word'), checks: array([]), reviews: array([]), undecided: v('reasons') }),
    }),
  ]
}
