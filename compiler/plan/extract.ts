/** Typed checklist → extraction plan: every kind that some condition reaches, where it is looked for, and which facts. */
import type { Condition, Domain, Scalar, Subject, TypedChecklist, TypedItem, Value } from '../check/typed.ts'
import { type KindName, kinds, schemaVersion } from '../schema/kinds.ts'
import { recordLists } from '../schema/types.ts'
import { askedRecords } from './asked-records.ts'
import type { AskedRecords, ExtractionPlan, Selection } from './extraction.ts'
import { type Names, weakened } from './own-condition.ts'

export type Parameters = Readonly<Record<string, Scalar | readonly Scalar[]>>

/** `given` are the parameters that somebody set; the others have their defaults. */
export function extractionPlan(checklist: TypedChecklist, given: Parameters = {}): ExtractionPlan {
  const parameters = Object.fromEntries(checklist.parameters.map(({ name, value }) => [name, given[name] ?? value]))
  const definitions = new Map(checklist.definitions.map((definition) => [definition.name, definition]))
  const names: Names = { parameters, definitions }
  const looks = [
    ...checklist.items.flatMap(looksOf),
    ...checklist.definitions.flatMap(({ condition }) => nestedLooks(condition)),
  ]
  const selections = selectionsOf(looks, names)
  return {
    schema: schemaVersion,
    checklist: checklist.id,
    kinds: [...selections.keys()].sort().map((kind) => ({ kind, selections: selections.get(kind) ?? [] })),
    probes: [...new Set(looks.flatMap(({ subject }) => probesOf(subject.domain, parameters)))].sort(),
    parameters,
  }
}

/** A subject, and what every fact meets that it stands for; `detailed` where others are counted and looked at no further. */
interface Look {
  readonly subject: Subject
  readonly condition: Condition
  /** All that is said of it. */
  readonly said: Condition
  readonly detailed?: Condition
  /** Whether its records are looked at nowhere. */
  readonly inOutline?: boolean
}

function looksOf({ checks, reviews, applies }: TypedItem): readonly Look[] {
  return [
    // How many subjects a check examined counts all that are narrowed to, whatever else is asked of them.
    ...checks.flatMap(({ subject, where, must }) => [
      {
        subject,
        condition: subject.narrowed,
        detailed: both(subject.narrowed, where),
        said: both(both(subject.narrowed, where), must ?? always),
      },
      ...nestedLooks(subject.narrowed),
      ...nestedLooks(where),
      ...(must === undefined ? [] : nestedLooks(must)),
    ]),
    ...reviews.flatMap(({ when }) => (when === undefined ? [] : looksAt(when))),
    ...(applies === undefined ? [] : nestedLooks(applies.condition)),
  ]
}

function looksAt({ subject, where }: { readonly subject: Subject; readonly where: Condition }): readonly Look[] {
  const condition = both(subject.narrowed, where)
  return [{ subject, condition, said: condition }, ...nestedLooks(condition)]
}

const both = (one: Condition, other: Condition): Condition => ({ kind: 'all', operands: [one, other] })

/** The subjects in a condition; those of definitions are gone through by themselves. */
function nestedLooks(condition: Condition): readonly Look[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.operands.flatMap(nestedLooks)
    case 'not':
      return nestedLooks(condition.operand)
    case 'quantified':
      return looksAtOther(condition.subject, condition.where, always)
    case 'every':
      return looksAtOther(condition.subject, condition.where, condition.must)
    default:
      return []
  }
}

/** Of a fact that another one is compared with nothing is told but that it is there. */
function looksAtOther(subject: Subject, where: Condition, must: Condition): readonly Look[] {
  const condition = both(subject.narrowed, where)
  const said = both(condition, must)
  const inOutline = !looksInto(said, subject.name)
  return [{ subject, condition, said, inOutline }, ...nestedLooks(condition), ...nestedLooks(must)]
}

function selectionsOf(looks: readonly Look[], names: Names): ReadonlyMap<KindName, readonly Selection[]> {
  const found = new Map<KindName, Map<string, Selection>>()
  for (const look of looks) {
    const { subject } = look
    const { domain } = subject
    if (domain.kind === 'elements') continue
    const kind = domain.kind === 'probes' ? 'path' : domain.of
    const selection =
      domain.kind === 'probes'
        ? probed
        : { scope: domain.scope, ...conditionsOf(look, names), ...recordsOf(look, names) }
    const known = found.get(kind) ?? new Map<string, Selection>()
    known.set(JSON.stringify(selection), selection)
    found.set(kind, known)
  }
  return new Map([...found].map(([kind, selections]) => [kind, withoutCovered([...selections.values()])]))
}

function conditionsOf({ subject, condition, detailed, inOutline }: Look, names: Names): Omit<Selection, 'scope'> {
  const own = weakened(condition, subject.name, names)
  if (inOutline) return { condition: own, detailed: never }
  // What is counted by its records is looked at in any case.
  if (detailed === undefined || asksOfOthers(condition, names)) return { condition: own }
  const closer = weakened(detailed, subject.name, names)
  const isNoLess = closer.kind === 'always' || JSON.stringify(closer) === JSON.stringify(own)
  return isNoLess ? { condition: own } : { condition: own, detailed: closer }
}

/** Of a kind without records there is nothing to say of them. */
function recordsOf({ subject, said }: Look, names: Names): Pick<Selection, 'records'> {
  const hasRecords = subject.is.kind === 'fact' && recordLists(kinds[subject.is.of]).length > 0
  return hasRecords ? { records: distinct(askedRecords(said, subject.name, names)) } : {}
}

const distinct = (all: readonly AskedRecords[]): readonly AskedRecords[] => [
  ...new Map(all.map((asked) => [JSON.stringify(asked), asked])).values(),
]

/** Whether a condition may look into a list of the subject: one of its own, or of a fact that it refers to. */
function looksInto(condition: Condition, subject: string): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.operands.some((operand) => looksInto(operand, subject))
    case 'not':
      return looksInto(condition.operand, subject)
    case 'quantified':
      return isOf(condition.subject, subject) || looksInto(both(condition.subject.narrowed, condition.where), subject)
    case 'every': {
      const { narrowed } = condition.subject
      return (
        isOf(condition.subject, subject) || looksInto(both(both(narrowed, condition.where), condition.must), subject)
      )
    }
    // A definition may look into what it is said of.
    case 'apply':
      return condition.subject === subject
    default:
      return false
  }
}

const isOf = ({ domain }: Subject, owner: string): boolean => domain.kind === 'elements' && domain.owner === owner

/** Whether a condition asks anything of what a fact has or refers to, and not only of the fact itself. */
function asksOfOthers(condition: Condition, names: Names): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.operands.some((operand) => asksOfOthers(operand, names))
    case 'not':
      return asksOfOthers(condition.operand, names)
    case 'quantified':
    case 'every':
      return true
    case 'apply': {
      const definition = names.definitions.get(condition.definition)
      return definition === undefined || asksOfOthers(definition.condition, names)
    }
    default:
      return false
  }
}

/** What is wanted of a scope as a whole leaves nothing to its other conditions, but for what they ask of records. */
function withoutCovered(selections: readonly Selection[]): readonly Selection[] {
  const isWhole = ({ condition, detailed }: Selection) => condition.kind === 'always' && detailed === undefined
  const whole = new Set(selections.filter(isWhole).map(({ scope }) => JSON.stringify(scope)))
  const isCovered = ({ scope, records = [] }: Selection) => records.length === 0 && whole.has(JSON.stringify(scope))
  return selections.filter((selection) => isWhole(selection) || !isCovered(selection))
}

const always = { kind: 'always' } as const
/** One of no alternatives. */
const never = { kind: 'any', operands: [] } as const

/** Paths that are asked about lie in no scope, and are never left out. */
const everywhere = { anywhere: true, globs: [], languages: [], roles: [], vendored: false, templates: false }
const probed: Selection = { scope: everywhere, condition: always }

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
