/** Why a check comes to what it comes to, and what it makes of a single thing. */
import type { Condition, Subject, TypedCheck } from '../../../compiler/index.ts'
import { countedBy, judgeCheck } from '../checks.ts'
import { holds } from '../conditions.ts'
import { findingAt } from '../findings.ts'
import { bind, type Instance, placeOf } from '../instances.ts'
import { matching, rangeOf } from '../subjects.ts'
import type { World } from '../world.ts'
import { clausesOf } from './clauses.ts'
import type { CheckExplanation, SubjectExplanation } from './model.ts'
import { thingWords } from './things.ts'
import { nounOf, sentenceOf } from './words.ts'

/** How many subjects are explained; findings of a large repository are many. */
const mostSubjects = 20
/** How many of those that satisfy a check, or come near. */
const fewSubjects = 3

/** What of a check is said of its subject; a question that asks for something says the same. */
export type Sentence = Pick<TypedCheck, 'form' | 'count' | 'subject' | 'where' | 'must' | 'message'>

export function explainCheck(world: World, check: TypedCheck, index: number): CheckExplanation {
  const { answer, isViolated } = judgeCheck(world, check, index)
  const isMissing = isViolated && asksForMore(check.form) && !(answer.matched > (check.count ?? 1))
  const [finding] = answer.findings
  return {
    sentence: sentenceOf(world.definitions, check),
    line: check.line,
    form: check.form,
    subject: nounOf(world.definitions, check.subject),
    isViolated,
    examined: answer.examined,
    matched: answer.matched,
    missing: isMissing && finding !== undefined ? { message: finding.message, at: finding.at } : undefined,
    subjects: subjectsOf(world, check, isViolated, isMissing).map((instance) => explainSubject(world, check, instance)),
  }
}

/** Whether too little can violate it. */
export const asksForMore = (form: TypedCheck['form']): boolean =>
  form === 'some' || form === 'at least' || form === 'exactly'

/** The subjects that show best why the check comes to this. */
function subjectsOf(world: World, check: TypedCheck, isViolated: boolean, isMissing: boolean): readonly Instance[] {
  const { form, subject, where } = check
  const counted = countedBy(world, check)
  const range = rangeOf(world, undefined, subject)
  // Where nothing comes into question, what lies in the scope says what was found instead.
  if (isMissing) return (range.length > 0 ? range : scopeOf(world, subject)).slice(0, fewSubjects)
  if (isViolated) return counted.slice(0, mostSubjects)
  if (form === 'no') return range.slice(0, fewSubjects)
  return (form === 'every' ? matching(world, undefined, subject, where) : counted).slice(0, fewSubjects)
}

/** What the check makes of a fact of its kind, wherever it lies. */
export function explainSubject(world: World, check: Sentence, instance: Instance): SubjectExplanation {
  const { subject, where, must } = check
  const environment = bind(undefined, subject.name, instance)
  const about = { what: thingWords(subject.name, instance), at: placeOf(instance), message: undefined }
  const clauses = (...conditions: readonly Condition[]) => clausesOf(world, environment, subject.name, conditions)
  const isMet = (condition: Condition) => holds(world, environment, condition)
  if (!isLookedAt(world, check, instance)) return { ...about, outcome: 'not looked at', clauses: [] }
  // What is of no concern from the start needs no second reason.
  const failing = [subject.narrowed, where].find((asked) => !isMet(asked))
  if (failing !== undefined) return { ...about, outcome: 'does not count', clauses: clauses(failing) }
  if (must !== undefined && isMet(must)) return { ...about, outcome: 'satisfies', clauses: clauses(must) }
  const why = must === undefined ? clauses(subject.narrowed, where) : clauses(must)
  if (check.form !== 'no' && check.form !== 'every') return { ...about, outcome: 'counts', clauses: why }
  const { message } = findingAt(world, subject, instance, check.message)
  return { ...about, outcome: 'finding', message, clauses: why }
}

function isLookedAt(world: World, { subject }: Sentence, instance: Instance): boolean {
  return scopeOf(world, subject).some(
    (each) => each.kind === 'fact' && instance.kind === 'fact' && each.index === instance.index,
  )
}

/** What lies in the scope, whatever is asked of it there. */
const scopeOf = (world: World, subject: Subject): readonly Instance[] =>
  rangeOf(world, undefined, { ...subject, narrowed: { kind: 'always' } })
