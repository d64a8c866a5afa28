/**
 * A check: the subjects that it examines, those that count, and the findings that come of them.
 *
 *     net_01_check_1_subjects     in scope, and what an extractor may select by
 *     net_01_check_1_violations   of these, with `no` and `every`: each gives a finding
 *     net_01_check_1_matches      of these, with what counts: those that meet the whole condition
 *     net_01_check_1_findings     the first of them
 *     net_01_check_1              the answer, beside what could change it
 */
import type { TypedCheck, TypedItem } from '../../check/typed.ts'
import { assert, unreachable } from '../../unreachable.ts'
import {
  apply,
  array,
  arrayOf,
  assign,
  builtin,
  holds,
  object,
  rule,
  ruleRef,
  scalar,
  someIn,
  type Term,
  variable,
} from '../tree.ts'
import { addRule, type Environment, type Lowering } from './context.ts'
import { identifies } from './definitions.ts'
import { countOf, examined, firstFindings, placesOf, select, someFindings, unreadOf } from './examined.ts'
import { iteratePositions, type List } from './lists.ts'
import { findingAt, findingAtAnchor } from './messages.ts'
import { local } from './names.ts'
import { conditionsOf, identifiedIn, sentenceOfCheck } from './walk.ts'

/** Gives the name of the check's rule. */
export function lowerCheck(lowering: Lowering, item: TypedItem, prefix: string, index: number): string {
  const check = item.checks[index]
  assert(check !== undefined, `${item.id} has a check ${index}`)
  const title = `${item.id}, check ${index + 1}: ${wordsOf(check)}`
  const environment: Environment = {
    section: 'items',
    prefix: lowering.names.take(`${prefix}_check_${index + 1}`),
    source: `${title}, line ${check.line}.`,
    subjects: [],
    identified: identifiedIn(conditionsOf(sentenceOfCheck(check)), (definition) => identifies(lowering, definition)),
  }
  const { items } = lowering.rules
  const first = items.length
  const subjects = examined(lowering, environment, check.subject)
  const counted = countedOf(lowering, environment, check, subjects)
  const findings = addRule(lowering, environment, `${environment.prefix}_findings`, {
    value: findingsOf(lowering, environment, check, subjects, counted),
  })
  const violated = variable(local.violated)
  const answer = object({
    examined: countOf(subjects),
    matched: countOf(counted),
    evidence: placesOf(lowering, check.subject, subjects),
    findings: ruleRef(findings),
  })
  const [adds, removes] = [unreadOf(lowering, index, check.adds), unreadOf(lowering, index, check.removes)]
  const main = rule(environment.prefix, {
    value: object({ violated, unread: apply(lowering.prelude.couldChange, violated, adds, removes), answer }),
    body: [assign(local.violated, isViolated(check, counted))],
    annotations: { scope: 'rule', title, custom: { source: `${check.span.path}:${check.line}` } },
  })
  items.splice(first, 0, main)
  return environment.prefix
}

const wordsOf = ({ form, count, subject }: TypedCheck): string =>
  [form, ...(count === undefined ? [] : [count]), subject.name].join(' ')

/** Those that violate the check, or those that meet what it counts. */
function countedOf(lowering: Lowering, environment: Environment, check: TypedCheck, subjects: List): List {
  const { form, subject, where, must } = check
  const choose = (what: string, ...more: Parameters<typeof select>[5]) =>
    select(lowering, environment, what, subject, subjects, [where, ...more])
  switch (form) {
    case 'no':
      return choose('violations')
    case 'every':
      assert(must !== undefined, '`every` says what must be')
      return choose('violations', { kind: 'not', operand: must })
    case 'some':
    case 'at least':
    case 'at most':
    case 'exactly':
      return choose('matches')
    default:
      return unreachable(form)
  }
}

function isViolated(check: TypedCheck, counted: List): Term {
  const compared = (operator: string, count: number) => builtin(operator, countOf(counted), scalar(count))
  switch (check.form) {
    case 'no':
    case 'every':
      return compared('gt', 0)
    case 'some':
      return compared('lt', 1)
    case 'at least':
      return compared('lt', wanted(check))
    case 'at most':
      return compared('gt', wanted(check))
    case 'exactly':
      return compared('neq', wanted(check))
    default:
      return unreachable(check.form)
  }
}

function wanted({ form, count }: TypedCheck): number {
  assert(count !== undefined, `${form} says how many`)
  return count
}

function findingsOf(
  lowering: Lowering,
  environment: Environment,
  check: TypedCheck,
  subjects: List,
  counted: List,
): Term {
  const { form, subject, message } = check
  const name = `${environment.prefix}_finding`
  const surplus = (count: number) => {
    const { body, position } = iteratePositions(lowering, subject, counted)
    const isNext = holds(builtin('equal', position, scalar(count)))
    const finding = findingAt(lowering, environment, subject, name, message)
    return arrayOf(finding, [...body, isNext, someFindings(lowering)])
  }
  const shortage = (count: number) => {
    const near = nearMisses(lowering, environment, check, subjects)
    const anchor = anchorOf(check)
    const finding = findingAtAnchor(lowering, environment, `${name}_at_anchor`, message, anchor, near)
    return arrayOf(finding, [holds(builtin('lt', countOf(counted), scalar(count))), someFindings(lowering)])
  }
  switch (form) {
    case 'no':
    case 'every':
      return firstFindings(lowering, subject, counted, findingAt(lowering, environment, subject, name, message))
    case 'some':
      return shortage(1)
    case 'at least':
      return shortage(wanted(check))
    case 'at most':
      return surplus(wanted(check))
    case 'exactly':
      return arrayOf(variable(local.finding), [
        someIn(local.group, array([surplus(wanted(check)), shortage(wanted(check))])),
        someIn(local.finding, variable(local.group)),
      ])
    default:
      return unreachable(form)
  }
}

/** Places of those that were examined and do not match: where to look when too few do. */
function nearMisses(lowering: Lowering, environment: Environment, check: TypedCheck, subjects: List): Term {
  const { subject, where } = check
  if (where.kind === 'always') return array([])
  const missed = select(lowering, environment, 'near_misses', subject, subjects, [{ kind: 'not', operand: where }])
  return placesOf(lowering, subject, missed)
}

/** The first word of the scope that has an anchor. */
const anchorOf = ({ subject: { domain } }: TypedCheck): string =>
  (domain.kind === 'facts' ? domain.scope.roles[0] : undefined) ?? 'repository'
