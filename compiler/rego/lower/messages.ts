/**
 * Findings: a template becomes a function of the subject that gives the finding with its message. A placeholder never
 * removes a finding: what is missing reads "(unknown)".
 */
import type { Bound, Placeholder, Template, Value } from '../../check/typed.ts'
import { isLifted } from '../../schema/kinds.ts'
import {
  apply,
  array,
  arrayOf,
  assign,
  builtin,
  type Expr,
  object,
  ref,
  scalar,
  someIn,
  type Term,
  variable,
} from '../tree.ts'
import { callTerm } from './conditions.ts'
import { addRule, argumentsOf, type Environment, type Lowering, within } from './context.ts'
import { local, slug } from './names.ts'
import { alwaysThere, valueTerm, variableOf } from './values.ts'
import { nameOf, type Witnesses, witnessesOf } from './witnesses.ts'

/** A finding about a subject, as a term where the subject's variables are bound. */
export function findingAt(
  lowering: Lowering,
  environment: Environment,
  subject: Bound,
  wanted: string,
  template: Template,
): Term {
  const inner = within(environment, subject)
  const witnesses = witnessesOf(lowering, inner, template)
  const { text, fields, body } = messageOf(lowering, inner, template, witnesses)
  const value = object({
    at: ref(variable(lowering.names.variable(subject.name)), 'at'),
    related: relatedTerm(lowering, witnesses),
    message: text,
    fields,
    ...(subject.is.kind === 'fact' && isLifted(subject.is.of) ? { via: viaOf(lowering, subject) } : {}),
  })
  const whole = [...witnesses.map(({ list, term }) => assign(list, term)), ...body]
  const args = argumentsOf(lowering, inner, [[...whole, assign(local.finding, value)]])
  return callTerm(addRule(lowering, environment, wanted, { args, value, body: whole }), args)
}

/** The places that a value passes from the subject to where something is done with it. */
function viaOf(lowering: Lowering, { name }: Bound): Term {
  const steps = ref(variable(lowering.names.variable(name)), 'via')
  return arrayOf(ref(variable(local.step), 'at'), [someIn(local.step, steps)])
}

/** A finding about something that is missing: it has no subject, and stands at the anchor of the scope. */
export function findingAtAnchor(
  lowering: Lowering,
  environment: Environment,
  wanted: string,
  template: Template,
  anchor: string,
  nearMisses: Term,
): Term {
  const { text, fields, body } = messageOf(lowering, environment, withoutSubjects(template), [])
  const { prelude } = lowering
  const value = object({
    at: apply(prelude.anchor, scalar(anchor)),
    related: nearMisses,
    message: text,
    fields,
  })
  return callTerm(addRule(lowering, environment, wanted, { value, body }), [])
}

/** What a question reads where nothing was looked for. */
export function textOf(lowering: Lowering, environment: Environment, wanted: string, template: Template): Term {
  const { text, body } = messageOf(lowering, environment, withoutSubjects(template), [])
  return body.length === 0 ? text : callTerm(addRule(lowering, environment, wanted, { value: text, body }), [])
}

interface Message {
  readonly text: Term
  readonly fields: Term
  /** Binds a variable for each placeholder. */
  readonly body: readonly Expr[]
}

function messageOf(
  lowering: Lowering,
  environment: Environment,
  { parts }: Template,
  witnesses: readonly Witnesses[],
): Message {
  const shown = new Map<string, { readonly name: string; readonly term: Term }>()
  for (const part of parts) {
    if (typeof part === 'string' || shown.has(part.written)) continue
    const name = lowering.names.local(
      `shown_${slug(part.written)}`,
      [...shown.values()].map((each) => each.name),
    )
    shown.set(part.written, { name, term: placeholderTerm(lowering, environment, part, witnesses) })
  }
  const pieces = parts
    .filter((part) => part !== '')
    .map((part) =>
      typeof part === 'string' ? scalar(part) : variable((shown.get(part.written) as { name: string }).name),
    )
  const [only] = pieces
  return {
    text: only !== undefined && pieces.length === 1 ? only : pieces.length === 0 ? scalar('') : concat(pieces),
    fields: object(Object.fromEntries([...shown].map(([written, { name }]) => [written, variable(name)]))),
    body: [...shown.values()].map(({ name, term }) => assign(name, term)),
  }
}

const concat = (pieces: readonly Term[]): Term => builtin('concat', scalar(''), array(pieces))

function placeholderTerm(
  lowering: Lowering,
  environment: Environment,
  { value, witness }: Placeholder,
  witnesses: readonly Witnesses[],
): Term {
  const { prelude } = lowering
  if (value.kind === 'literal' && typeof value.value === 'string') return scalar(value.value)
  const own = variableOf(lowering)
  const found = witness === undefined ? undefined : witnesses.find((each) => nameOf(each.witness) === nameOf(witness))
  const last = found === undefined ? undefined : nameOf(found.witness)
  const term = valueTerm(lowering, value, (subject) =>
    found !== undefined && subject === last ? ref(variable(found.list), scalar(0)) : own(subject),
  )
  return found === undefined && alwaysThere(environment, value)
    ? apply(prelude.text, term)
    : apply(prelude.textOrUnknown, arrayOf(term, []))
}

/** The first of each chain is the one that the message shows. A text has no place, and takes none of the few away. */
function relatedTerm(lowering: Lowering, witnesses: readonly Witnesses[]): Term {
  const placed = witnesses.filter(({ witness }) => witness.subjects.at(-1)?.subject.is.kind !== 'text')
  const [only, ...others] = placed.map(({ list }) => variable(list))
  if (only === undefined) return array([])
  const { prelude } = lowering
  if (others.length === 0) return apply(prelude.places, only)
  const all = arrayOf(variable(local.witness), [
    someIn(local.chain, array([only, ...others])),
    someIn(local.witness, variable(local.chain)),
  ])
  return apply(prelude.places, all)
}

const unknown: Value = { kind: 'literal', value: '(unknown)' }

const withoutSubjects = ({ parts }: Template): Template => ({
  parts: parts.map((part) =>
    typeof part === 'string' || part.value.kind === 'literal' || part.value.kind === 'parameter'
      ? part
      : { ...part, value: unknown, witness: undefined },
  ),
})
