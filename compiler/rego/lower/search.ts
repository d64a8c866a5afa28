/**
 * Looking for the subjects of a quantifier within a sentence. What asks nothing of the subjects around it is filtered
 * once for all of them; an equality with one of them is a join, which looks its facts up in an index:
 *
 *     every file_write as written … some file_replace where function is written.function and after_close
 *
 *     …_file_replace_candidates := [file_replace | some file_replace in own_file_replaces; file_replace.after_close]
 *     …_file_replace_by_function := {key: group | …}      built once
 *     some file_replace in …_file_replace_by_function[written.function]
 *
 * Several equalities are one index, by all of them together.
 */
import type { Condition, Domain, Identity, Subject, Value } from '../../check/typed.ts'
import { unreachable } from '../../unreachable.ts'
import { array, assign, type Expr, input, ref, ruleRef, someIn, type Term, variable } from '../tree.ts'
import { freeInBody, freeInTerm } from '../variables.ts'
import { conditionBody } from './conditions.ts'
import { type Environment, type Lowering, variablesOf, within } from './context.ts'
import { filtered, indexed, iterate, type List } from './lists.ts'
import { slug } from './names.ts'
import { factsIn } from './scope.ts'
import { fieldTerm, identityTerm, valueTerm } from './values.ts'
import { conjuncts } from './walk.ts'

/** Goes through the subjects that meet the conditions, each in its variables. */
export function search(
  lowering: Lowering,
  around: Environment,
  subject: Subject,
  conditions: readonly Condition[],
): readonly Expr[] {
  const environment = within(around, subject)
  const asked = conjuncts(domainCondition(subject), subject.narrowed, ...conditions)
  const bodyOf = (condition: Condition) => conditionBody(lowering, environment, condition)
  if (subject.domain.kind === 'elements') {
    return [...elements(lowering, subject, subject.domain), ...asked.flatMap(bodyOf)]
  }
  const list = listOf(lowering, environment, subject)
  const lowered = asked.map((condition) => ({ condition, body: bodyOf(condition) }))
  const own = new Set(variablesOf(lowering, subject))
  const isOwn = (free: ReadonlySet<string>) => [...free].every((name) => own.has(name))
  const [alone, bound] = [
    lowered.filter(({ body }) => isOwn(freeInBody(body))),
    lowered.filter(({ body }) => !isOwn(freeInBody(body))),
  ]
  // Nothing to filter for whom to share it with.
  const isOnce = around.subjects.length === 0 || alone.every(({ body }) => body.length === 0)
  if (bound.length === 0 && isOnce) return [...iterate(lowering, subject, list), ...alone.flatMap(({ body }) => body)]
  const named = `${around.prefix}_${slug(subject.name)}`
  const once = filtered(
    lowering,
    environment,
    `${named}_candidates`,
    subject,
    list,
    alone.flatMap(({ body }) => body),
  )
  const joins = bound.flatMap((part) => {
    const join = joinOf(lowering, subject, part.condition)
    return join === undefined ? [] : [{ ...join, part }]
  })
  const rest = bound.filter((part) => joins.every((join) => join.part !== part)).flatMap(({ body }) => body)
  const join = all(joins)
  if (join === undefined) return [...iterate(lowering, subject, once), ...rest]
  const index = indexed(lowering, environment, `${named}_by_${join.words}`, subject, once, join.by)
  const holds = around.identified.has(subject.name) ? 'indices' : 'facts'
  return [...iterate(lowering, subject, { term: ref(ruleRef(index), join.key), holds, of: list.of }), ...rest]
}

/** The list that a subject over facts is looked for in. */
export function listOf(lowering: Lowering, environment: Environment, subject: Subject): List {
  const { domain } = subject
  switch (domain.kind) {
    case 'facts':
      return factsIn(lowering, domain.of, domain.scope, environment.identified.has(subject.name))
    case 'probes':
      return { term: ref(input, 'path'), holds: 'document', of: 'path' }
    case 'elements':
      throw new Error('Proviso looks for elements in their owner. This is a bug in Proviso.')
    default:
      return unreachable(domain)
  }
}

/** What the domain asks of a subject beside its list: a probe was asked for by one of the values. */
export function domainCondition({ name, domain }: Subject): Condition {
  if (domain.kind !== 'probes') return { kind: 'always' }
  const path: Value = { kind: 'field', subject: name, steps: [{ field: 'asked', to: undefined }], optional: false }
  return { kind: 'among', value: path, list: domain.values }
}

type Elements = Extract<Domain, { readonly kind: 'elements' }>

/** A list field of a subject around this one. An element that refers to a fact is the index of it. */
function elements(lowering: Lowering, subject: Subject, { owner, path }: Elements): readonly Expr[] {
  const list = fieldTerm(variable(lowering.names.variable(owner)), path)
  const [element, index] = variablesOf(lowering, subject)
  if (subject.is.kind !== 'fact') return [someIn(element, list)]
  return [someIn(index, list), assign(element, ref(input, subject.is.of, variable(index)))]
}

interface Join {
  /** What each fact is looked up by, and how that reads. */
  readonly by: (fact: Term, index: Term) => Term
  readonly words: string
  /** What the subjects around it have there. */
  readonly key: Term
}

/** One look-up for all of the equalities, so that what is found is what matches. */
function all(joins: readonly Join[]): Join | undefined {
  const [only, ...others] = joins
  if (only === undefined || others.length === 0) return only
  return {
    by: (fact, index) => array(joins.map(({ by }) => by(fact, index))),
    words: joins.map(({ words }) => words).join('_and_'),
    key: array(joins.map(({ key }) => key)),
  }
}

/** An equality of something of the subject with something that has nothing of it. */
function joinOf(lowering: Lowering, subject: Subject, condition: Condition): Join | undefined {
  if (condition.kind !== 'equal' && condition.kind !== 'same') return undefined
  const own = new Set(variablesOf(lowering, subject))
  const sides: readonly (readonly [Value | Identity, Value | Identity])[] = [
    [condition.left, condition.right],
    [condition.right, condition.left],
  ]
  for (const [inner, outer] of sides) {
    const key = termOf(lowering, outer)
    if (!isOf(inner, subject) || [...freeInTerm(key)].some((name) => own.has(name))) continue
    return { by: (fact, index) => below(inner, fact, index), words: wordsOfSide(inner), key }
  }
  return undefined
}

const isOf = (side: Value | Identity, { name }: Subject): side is Extract<Value | Identity, { subject: string }> =>
  side.kind !== 'literal' && side.kind !== 'parameter' && side.subject === name

const termOf = (lowering: Lowering, side: Value | Identity): Term =>
  side.kind === 'subject' || side.kind === 'field' ? identityTerm(lowering, side) : valueTerm(lowering, side)

function below(side: Extract<Value | Identity, { subject: string }>, fact: Term, index: Term): Term {
  switch (side.kind) {
    case 'field':
      return fieldTerm(fact, side.steps)
    case 'element':
      return fact
    case 'subject':
      return index
    default:
      return unreachable(side)
  }
}

const wordsOfSide = (side: Extract<Value | Identity, { subject: string }>): string =>
  side.kind === 'field' ? side.steps.map(({ field }) => field).join('_') : 'identity'
