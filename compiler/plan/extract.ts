/** Typed checklist → extraction plan: every kind that some condition reaches, where it is looked for, and which facts. */
import type { Condition, Domain, Scalar, Subject, TypedChecklist, TypedItem, Value } from '../check/typed.ts'
import { type KindName, schemaVersion } from '../schema/kinds.ts'
import type { ExtractionPlan, Selection } from './extraction.ts'
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
  readonly detailed?: Condition
}

function looksOf({ checks, reviews, applies }: TypedItem): readonly Look[] {
  return [
    // How many subjects a check examined counts all that are narrowed to, whatever else is asked of them.
    ...checks.flatMap(({ subject, where, must }) => [
      { subject, condition: subject.narrowed, detailed: both(subject.narrowed, where) },
      ...nestedLooks(subject.narrowed),
      ...nestedLooks(where),
      ...(must === undefined ? [] : nestedLooks(must)),
    ]),
    ...reviews.flatMap(({ when }) => (when === undefined ? [] : looksAt(when.subject, when.where))),
    ...(applies === undefined ? [] : nestedLooks(applies.condition)),
  ]
}

function looksAt(subject: Subject, where: Condition): readonly Look[] {
  const condition = both(subject.narrowed, where)
  return [{ subject, condition }, ...nestedLooks(condition)]
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
      return looksAt(condition.subject, condition.where)
    case 'every':
      return [...looksAt(condition.subject, condition.where), ...nestedLooks(condition.must)]
    default:
      return []
  }
}

function selectionsOf(looks: readonly Look[], names: Names): ReadonlyMap<KindName, readonly Selection[]> {
  const found = new Map<KindName, Map<string, Selection>>()
  for (const look of looks) {
    const { subject } = look
    const { domain } = subject
    if (domain.kind === 'elements') continue
    const kind = domain.kind === 'probes' ? 'path' : domain.of
    const selection = domain.kind === 'probes' ? probed : { scope: domain.scope, ...conditionsOf(look, names) }
    const known = found.get(kind) ?? new Map<string, Selection>()
    known.set(JSON.stringify(selection), selection)
    found.set(kind, known)
  }
  return new Map([...found].map(([kind, selections]) => [kind, withoutCovered([...selections.values()])]))
}

function conditionsOf({ subject, condition, detailed }: Look, names: Names): Omit<Selection, 'scope'> {
  const own = weakened(condition, subject.name, names)
  // What is counted by its records is looked at in any case.
  if (detailed === undefined || asksOfOthers(condition, names)) return { condition: own }
  const closer = weakened(detailed, subject.name, names)
  const isNoLess = closer.kind === 'always' || JSON.stringify(closer) === JSON.stringify(own)
  return isNoLess ? { condition: own } : { condition: own, detailed: closer }
}

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

/** What is wanted of a scope as a whole leaves nothing to its other conditions. */
function withoutCovered(selections: readonly Selection[]): readonly Selection[] {
  const isWhole = ({ condition, detailed }: Selection) => condition.kind === 'always' && detailed === undefined
  const whole = new Set(selections.filter(isWhole).map(({ scope }) => JSON.stringify(scope)))
  return selections.filter((selection) => isWhole(selection) || !whole.has(JSON.stringify(selection.scope)))
}

const always = { kind: 'always' } as const

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
