/**
 * What generated pairs have met: each construct, each operator by the type of the field and whether the field was missing
 * or there, each pair of quantifiers of which one stands in the other.
 */
import type { Bound, Condition, TypedChecklist } from '../../../compiler/check/typed.ts'
import type { Answer, FactsDocument } from '../../../compiler/index.ts'
import { countComparison, type Meet } from './comparisons-met.ts'
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

/** What was met too seldom, with how often it was. */
export const tooSeldom = (coverage: Coverage, wanted: number): readonly string[] =>
  expected().flatMap((what) => {
    const times = coverage.get(what) ?? 0
    return times < wanted ? [`${what}: ${times}`] : []
  })
