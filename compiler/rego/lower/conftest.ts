/**
 * The answer as Conftest asks for it: `deny` and `warn`, sets of objects with a message. They stand in the text only, for
 * other tools; the module has no need of them.
 *
 *     verdict            what there is
 *     fail               a `deny` for each finding
 *     undecided          a `deny` for each reason, for nothing passes in silence
 *     review             a `warn` for each question
 *     pass, not applicable   nothing
 */
import type { TypedChecklist, TypedItem } from '../../check/typed.ts'
import {
  array,
  arrayOf,
  builtin,
  type Conftest,
  type Expr,
  holds,
  object,
  ref,
  rule,
  ruleRef,
  type SetRule,
  scalar,
  someIn,
  type Term,
  variable as v,
} from '../tree.ts'
import type { PreludeNames } from './prelude.ts'
import { isEmpty } from './verdicts.ts'

export function conftestRules({ items }: TypedChecklist, { result, about }: PreludeNames): Conftest {
  const set = (name: SetRule['name'], comment: string, element: Term, ...body: readonly Expr[]): SetRule => ({
    name,
    element,
    body: [someIn('item', ref(ruleRef(result), 'items'), 'id'), ...body],
    comments: [comment],
  })
  const told = (more: Readonly<Record<string, Term>>) =>
    object({
      ...more,
      item: v('id'),
      title: ref(ruleRef(about), v('id'), 'title'),
      severity: ref(ruleRef(about), v('id'), 'severity'),
      verdict: ref(v('item'), 'verdict'),
    })
  return {
    about: rule(about, {
      value: object(Object.fromEntries(items.map((item) => [item.id, aboutItem(item)]))),
      comments: ['What is said of the items. Only `deny` and `warn`, which Conftest asks for, look here.'],
    }),
    sets: [
      set(
        'deny',
        'What violates an item.',
        told({
          msg: text(
            v('id'),
            ' ',
            at('path'),
            ':',
            number(at('line')),
            ':',
            number(at('column')),
            ' ',
            ref(v('finding'), 'message'),
          ),
          _loc: object({ file: at('path'), line: at('line') }),
          path: at('path'),
          line: at('line'),
          column: at('column'),
          check: v('i'),
          fix: ref(ruleRef(about), v('id'), 'fixes', v('i')),
        }),
        comesTo('fail'),
        someIn('check', ref(v('item'), 'checks'), 'i'),
        someIn('finding', ref(v('check'), 'findings')),
      ),
      set(
        'deny',
        'An item that fails, of which no finding can be told: a limit of 0 gives none, and foreign facts may have no place.',
        told({ msg: text(v('id'), ' fails; its findings are not given') }),
        comesTo('fail'),
        isEmpty(
          arrayOf(ref(v('finding'), 'message'), [
            someIn('check', ref(v('item'), 'checks')),
            someIn('finding', ref(v('check'), 'findings')),
            holds(builtin('is_string', at('path'))),
            ...['line', 'column'].map((field) => holds(builtin('is_number', at(field)))),
          ]),
        ),
      ),
      set(
        'deny',
        'Why an item is undecided.',
        told({ msg: text(v('id'), ' is undecided: ', reason('reason')) }),
        comesTo('undecided'),
        someIn('reason', ref(v('item'), 'undecided')),
        isEmpty(arrayOf(scalar(1), [hasPath])),
      ),
      set(
        'deny',
        'The same, of a file.',
        told({
          msg: text(v('id'), ' is undecided: ', reason('path'), ' ', reason('reason')),
          _loc: object({ file: reason('path'), line: scalar(1) }),
          path: reason('path'),
        }),
        comesTo('undecided'),
        someIn('reason', ref(v('item'), 'undecided')),
        hasPath,
      ),
      set(
        'warn',
        'What a person has to answer.',
        told({
          msg: text(v('id'), ' ', ref(v('review'), 'question')),
          places: arrayOf(ref(v('finding'), 'at'), [someIn('finding', ref(v('review'), 'evidence'))]),
        }),
        comesTo('review'),
        someIn('review', ref(v('item'), 'reviews')),
      ),
    ],
  }
}

const aboutItem = ({ title, severity, checks }: TypedItem): Term =>
  object({
    title: scalar(title),
    severity: scalar(severity),
    fixes: array(checks.map(({ fix }) => scalar(fix ?? ''))),
  })

const text = (...parts: readonly (Term | string)[]): Term =>
  builtin('concat', scalar(''), array(parts.map((part) => (typeof part === 'string' ? scalar(part) : part))))
const number = (value: Term): Term => builtin('json.marshal', value)
const comesTo = (verdict: string): Expr => holds(builtin('equal', ref(v('item'), 'verdict'), scalar(verdict)))
const at = (field: string): Term => ref(v('finding'), 'at', field)
const reason = (field: string): Term => ref(v('reason'), field)
const hasPath: Expr = holds(builtin('is_string', reason('path')))
