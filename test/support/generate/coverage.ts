/**
 * What generated pairs have met: each construct, each operator by the type of the field and whether the field was missing
 * or there, each pair of quantifiers of which one stands in the other.
 */
import { fieldOf, shapeOf } from '../../../compiler/check/context.ts'
import type { Bound, Condition, SubjectType, TypedChecklist, Value } from '../../../compiler/check/typed.ts'
import type { Answer, FactsDocument, KindName } from '../../../compiler/index.ts'
import { follow, type Instance } from '../../../runtime/interpret/instances.ts'
import { directParts, subjectsOf, withParts } from './walk.ts'

export type Coverage = Map<string, number>

/** How often each has to be met before it can be said to be covered. */
export const wantedTimes = 20

const quantifiers = ['some', 'no', 'at least', 'at most', 'exactly', 'every'] as const
const operators: Readonly<Record<string, readonly string[]>> = {
  text: ['equal', 'among', 'match', 'contains', 'starts with', 'ends with'],
  choice: ['equal', 'among', 'match', 'contains', 'starts with', 'ends with'],
  number: ['equal', 'among', '<', '<=', '>', '>='],
  boolean: ['equal', 'holds'],
  literal: ['equal', 'among', 'match', 'contains', 'starts with', 'ends with', '<', '<=', '>', '>='],
}

/** Everything that has to be met, so that what never is shows as well. No boolean of the schema is ever missing alone. */
export function expected(): readonly string[] {
  const constructs = [
    ...[
      'always',
      'all',
      'any',
      'not',
      'holds',
      'present',
      'equal',
      'order',
      'among',
      'affix',
      'match',
      'same',
      'apply',
    ],
    ...['over facts', 'over records', 'over texts', 'over references', 'over probes', 'a derived kind'],
    ...[
      'anywhere',
      'in a path',
      'in a language',
      'in a role',
      'in vendored',
      'with an equality of fields',
      'with a reference',
    ],
    ...[
      'applies',
      'review',
      'review when',
      'witness',
      'witness through several',
      'equal to null',
      'a parameter',
      'a list parameter',
    ],
    ...['unread', 'limit', 'parameters', 'another version'],
  ]
  const compared = Object.entries(operators).flatMap(([type, words]) =>
    words.flatMap((word) =>
      ['there', ...(type === 'boolean' ? [] : ['missing'])].map((state) => `${word}, ${type} ${state}`),
    ),
  )
  const nested = quantifiers.flatMap((outer) => quantifiers.map((inner) => `${inner} in ${outer}`))
  const checks = quantifiers.map((form) => `check ${form}`)
  const verdicts = ['pass', 'fail', 'review', 'not applicable', 'undecided'].map((word) => `verdict ${word}`)
  return [...constructs, ...compared, ...nested, ...checks, ...verdicts]
}

/** Counts what a checklist says, what its comparisons meet in the documents, and what comes of them. */
export function count(
  coverage: Coverage,
  checklist: TypedChecklist,
  documents: readonly FactsDocument[],
  answers: readonly Answer[],
): void {
  const meet = (what: string) => coverage.set(what, (coverage.get(what) ?? 0) + 1)
  countStatements(checklist, meet)
  for (const { subjects, condition } of sentencesOf(checklist)) countCondition(condition, subjects, [], documents, meet)
  for (const document of documents) {
    if (document.undecided.length > 0) meet('unread')
    if (document.limit !== undefined) meet('limit')
    if (Object.keys(document.parameters).length > 0) meet('parameters')
    if (document.schema !== 1) meet('another version')
  }
  for (const { items } of answers) for (const { verdict } of Object.values(items)) meet(`verdict ${verdict}`)
}

type Meet = (what: string) => void

function countStatements(checklist: TypedChecklist, meet: Meet): void {
  for (const { applies, checks, reviews } of checklist.items) {
    if (applies !== undefined) meet('applies')
    for (const { when } of reviews) meet(when === undefined ? 'review' : 'review when')
    for (const { form, message, where, must } of checks) {
      meet(`check ${form}`)
      for (const part of message.parts) {
        if (typeof part === 'string' || part.witness === undefined) continue
        meet(part.witness.subjects.length > 1 ? 'witness through several' : 'witness')
      }
      for (const inner of [where, ...(must === undefined ? [] : [must])].flatMap(outermostQuantifiers)) {
        meet(`${inner} in ${form}`)
      }
    }
  }
  for (const subject of subjectsOf(checklist)) countSubject(subject, meet)
}

function countSubject({ domain, is, narrowed }: ReturnType<typeof subjectsOf>[number], meet: Meet): void {
  if (domain.kind === 'facts') meet('over facts')
  if (domain.kind === 'probes') meet('over probes')
  if (domain.kind === 'elements') meet(`over ${{ fact: 'references', record: 'records', text: 'texts' }[is.kind]}`)
  if (withParts(narrowed).some(({ kind }) => kind === 'apply')) meet('a derived kind')
  if (domain.kind !== 'facts') return
  const { anywhere, globs, languages, roles, vendored } = domain.scope
  if (anywhere) meet('anywhere')
  if (globs.length > 0) meet('in a path')
  if (languages.length > 0) meet('in a language')
  if (roles.length > 0) meet('in a role')
  if (vendored) meet('in vendored')
}

type Sentence = { readonly subjects: readonly Bound[]; readonly condition: Condition }

function sentencesOf({ items, definitions }: TypedChecklist): readonly Sentence[] {
  return [
    ...definitions.map(({ subject, condition }) => ({ subjects: [subject], condition })),
    ...items.flatMap(({ applies, checks, reviews }) => [
      ...(applies === undefined ? [] : [{ subjects: [], condition: applies.condition }]),
      ...checks.flatMap(({ subject, where, must }) =>
        [subject.narrowed, where, ...(must === undefined ? [] : [must])].map((condition) => ({
          subjects: [subject],
          condition,
        })),
      ),
      ...reviews.flatMap(({ when }) =>
        when === undefined ? [] : [{ subjects: [when.subject], condition: when.where }],
      ),
    ]),
  ]
}

const quantifierOf = (condition: Condition): string | undefined =>
  condition.kind === 'quantified' ? condition.quantifier : condition.kind === 'every' ? 'every' : undefined

/** The quantifiers of a condition that stand in no other of it. */
function outermostQuantifiers(condition: Condition): readonly string[] {
  const own = quantifierOf(condition)
  return own === undefined ? directParts(condition).flatMap(outermostQuantifiers) : [own]
}

function countCondition(
  condition: Condition,
  subjects: readonly Bound[],
  around: readonly string[],
  documents: readonly FactsDocument[],
  meet: Meet,
): void {
  const quantifier = quantifierOf(condition)
  meet(quantifier === undefined ? condition.kind : `nested ${quantifier}`)
  const outer = around.at(-1)
  if (quantifier !== undefined && outer !== undefined) meet(`${quantifier} in ${outer}`)
  countComparison(condition, subjects, documents, meet)
  const inner = quantifier === undefined ? around : [...around, quantifier]
  const bound =
    condition.kind === 'quantified' || condition.kind === 'every' ? [...subjects, condition.subject] : subjects
  for (const part of directParts(condition)) countCondition(part, bound, inner, documents, meet)
}

function countComparison(
  condition: Condition,
  subjects: readonly Bound[],
  documents: readonly FactsDocument[],
  meet: Meet,
): void {
  const [left, right] = sidesOf(condition)
  if (condition.kind === 'same') meet('with a reference')
  if (right?.kind === 'parameter') meet('a parameter')
  if (right?.kind === 'field') meet('with an equality of fields')
  if (right?.kind === 'literal' && right.value === null) meet('equal to null')
  if (condition.kind === 'among' && 'parameter' in condition.list) meet('a list parameter')
  if (left?.kind !== 'field') return
  const subject = subjects.find(({ name }) => name === left.subject)
  const type = subject && typeOf(subject.is, left)
  if (subject === undefined || type === undefined) return
  const operator = condition.kind === 'order' || condition.kind === 'affix' ? condition.operator : condition.kind
  for (const document of documents) {
    for (const state of statesIn(document, subject.is, left)) meet(`${operator}, ${type} ${state}`)
  }
}

function sidesOf(condition: Condition): readonly (Value | undefined)[] {
  switch (condition.kind) {
    case 'holds':
    case 'match':
    case 'among':
    case 'present':
      return [condition.value]
    case 'equal':
    case 'order':
    case 'affix':
      return [condition.left, condition.right]
    default:
      return []
  }
}

type FieldValue = Extract<Value, { kind: 'field' }>

function typeOf(is: SubjectType, { steps }: FieldValue): string | undefined {
  const before = steps.at(-2)?.to
  const owner: SubjectType = before === undefined ? is : { kind: 'fact', of: before }
  return fieldOf(owner, steps.at(-1)?.field ?? '')?.type.kind
}

/** Whether the field is there, is missing, or either, among all that the subject could stand for in the document. */
function statesIn(document: FactsDocument, is: SubjectType, { steps }: FieldValue): ReadonlySet<string> {
  const found = instancesOf(document, is).map((instance) =>
    follow(document, instance, steps) === undefined ? 'missing' : 'there',
  )
  return new Set(found)
}

function instancesOf(document: FactsDocument, is: SubjectType): readonly Instance[] {
  if (is.kind === 'fact') {
    const facts = (document[is.of] ?? []) as readonly Readonly<Record<string, unknown>>[]
    return facts.map((fields, index): Instance => ({ kind: 'fact', of: is.of, index, fields }))
  }
  return is.kind === 'record' ? recordsOf(document, is) : []
}

/** Records of a shape in the lists of facts, and in those of other records. */
function recordsOf(document: FactsDocument, is: Extract<SubjectType, { kind: 'record' }>): readonly Instance[] {
  const wanted = Object.keys(shapeOf(is)?.fields ?? {})
  const found: Instance[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    const fields = value as Readonly<Record<string, unknown>>
    if (!('file' in fields) && Object.keys(fields).every((name) => name === 'at' || wanted.includes(name))) {
      found.push({ kind: 'record', fields })
    }
    for (const inner of Object.values(fields)) if (Array.isArray(inner)) look(inner)
  }
  for (const kind of Object.keys(document.extracted)) look(document[kind as KindName])
  return found
}

/** What was met too seldom, with how often it was. */
export const tooSeldom = (coverage: Coverage, wanted: number): readonly string[] =>
  expected().flatMap((what) => {
    const times = coverage.get(what) ?? 0
    return times < wanted ? [`${what}: ${times}`] : []
  })
