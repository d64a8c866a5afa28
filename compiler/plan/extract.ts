/** Typed checklist → extraction plan: every kind that some condition reaches, and where it is looked for. */
import { distinct } from '../check/reach/polarity.ts'
import type { Condition, Domain, Reach, Scalar, Subject, TypedChecklist, Value } from '../check/typed.ts'
import { schemaVersion } from '../schema/kinds.ts'
import type { ExtractionPlan } from './extraction.ts'

export type Parameters = Readonly<Record<string, Scalar | readonly Scalar[]>>

/** `given` are the parameters that somebody set; the others have their defaults. */
export function extractionPlan(checklist: TypedChecklist, given: Parameters = {}): ExtractionPlan {
  const parameters = Object.fromEntries(checklist.parameters.map(({ name, value }) => [name, given[name] ?? value]))
  const reaches = distinct(checklist.items.flatMap((item) => itemReaches(item)))
  const kinds = [...new Set(reaches.map(({ of }) => of))].sort()
  const domains = checklist.items.flatMap((item) => [
    ...item.checks.flatMap((check) => domainsOf(check.subject, check.where, check.must)),
    ...item.reviews.flatMap(({ when }) => (when === undefined ? [] : domainsOf(when.subject, when.where, undefined))),
    ...(item.applies === undefined ? [] : nestedDomains(item.applies.condition)),
  ])
  const defined = checklist.definitions.flatMap((definition) => nestedDomains(definition.condition))
  return {
    schema: schemaVersion,
    checklist: checklist.id,
    kinds: kinds.map((kind) => ({
      kind,
      scopes: reaches.filter(({ of }) => of === kind).map(({ scope }) => scope),
    })),
    probes: [...new Set([...domains, ...defined].flatMap((domain) => probesOf(domain, parameters)))].sort(),
    parameters,
  }
}

function itemReaches({ checks, reviews, applies }: TypedChecklist['items'][number]): readonly Reach[] {
  return [
    ...checks.flatMap((check) => [...check.adds, ...check.removes]),
    ...reviews.flatMap(({ when }) => when?.reads ?? []),
    ...(applies?.reads ?? []),
  ]
}

function probesOf(domain: Domain, parameters: Parameters): readonly string[] {
  if (domain.kind !== 'probes') return []
  const values = 'parameter' in domain.values ? [domain.values.parameter].map(parameterValue) : domain.values
  return values.flatMap((value) => textsOf(value, parameters))
}

const parameterValue = (name: string): Value => ({ kind: 'parameter', name })

function textsOf(value: Value, parameters: Parameters): readonly string[] {
  const found = value.kind === 'literal' ? value.value : value.kind === 'parameter' ? parameters[value.name] : undefined
  const values: readonly unknown[] = Array.isArray(found) ? found : [found]
  return values.filter((each) => typeof each === 'string')
}

function domainsOf(subject: Subject, where: Condition, must: Condition | undefined): readonly Domain[] {
  return [subject.domain, ...nestedDomains(where), ...(must === undefined ? [] : nestedDomains(must))]
}

/** The domains of all subjects in a condition; those of definitions are gone through by themselves. */
function nestedDomains(condition: Condition): readonly Domain[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.operands.flatMap(nestedDomains)
    case 'not':
      return nestedDomains(condition.operand)
    case 'quantified':
      return domainsOf(condition.subject, condition.where, undefined)
    case 'every':
      return domainsOf(condition.subject, condition.where, condition.must)
    default:
      return []
  }
}
