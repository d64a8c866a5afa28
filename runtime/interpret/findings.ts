/** Findings: a message about one subject, or about something that is missing. */
import {
  type FindingAnswer,
  isLifted,
  type Place,
  type Placeholder,
  type Subject,
  type Template,
  type Witness,
} from '../../compiler/index.ts'
import { bind, type Environment, type Instance, instanceOf, placeOf, valueIn } from './instances.ts'
import { matching } from './subjects.ts'
import type { World } from './world.ts'

/** How many places stand for many. */
export const fewPlaces = 5

export const fewPlacesOf = (instances: readonly Instance[]): readonly Place[] =>
  instances.flatMap((instance) => placeOf(instance) ?? []).slice(0, fewPlaces)

/** A finding about what the subject of a check stands for. */
export function findingAt(world: World, subject: Subject, instance: Instance, message: Template): FindingAnswer {
  const environment = bind(undefined, subject.name, instance)
  const chains = chainsOf(world, environment, message)
  const named = [...chains.values()].flatMap((found) => found.map(({ last }) => last))
  const at = placeOf(instance)
  if (at === undefined) throw new Error('A subject of a check has a place. This is a bug in Proviso.')
  const text = textOf(world, message, environment, chains)
  return { at, related: fewPlacesOf(named), ...text, ...viaOf(subject, instance) }
}

/** The places that a value passes on its way; only of kinds that are lifted. */
function viaOf({ is }: Subject, instance: Instance): { readonly via?: readonly Place[] } {
  if (is.kind !== 'fact' || !isLifted(is.of) || instance.kind !== 'fact') return {}
  const { via } = instance.fields as { readonly via?: readonly { readonly at: Place }[] }
  return { via: via?.map(({ at }) => at) ?? [] }
}

/** A finding without a subject. */
export function findingAtAnchor(
  world: World,
  at: Place,
  nearMisses: readonly Instance[],
  message: Template,
): FindingAnswer {
  return { at, related: fewPlacesOf(nearMisses), ...textOf(world, message, undefined, new Map()) }
}

/** Where a finding about something that is missing stands, by the first word of the scope that has an anchor. */
export function anchorOf({ document }: World, { domain }: Subject): Place {
  const word = domain.kind === 'facts' ? domain.scope.roles[0] : undefined
  const { anchors = {} } = document
  return (word === undefined ? undefined : anchors[word]) ?? anchors.repository ?? nowhere
}

const nowhere: Place = { path: '.', line: 1, column: 1, endLine: 1, endColumn: 1 }

/** A way from the subject of a check to a nested one, with all that lies on it. */
interface Chain {
  readonly environment: Environment
  readonly last: Instance
}

type Chains = ReadonlyMap<string, readonly Chain[]>

/** For each nested subject that the message names all that match, in document order; the message shows the first. */
function chainsOf(world: World, environment: Environment, { parts }: Template): Chains {
  const chains = new Map<string, readonly Chain[]>()
  for (const part of parts) {
    if (typeof part === 'string' || part.witness === undefined) continue
    const name = lastName(part.witness)
    if (!chains.has(name)) chains.set(name, chainsAlong(world, environment, part.witness))
  }
  return chains
}

const lastName = ({ subjects }: Witness): string => subjects.at(-1)?.subject.name ?? ''

function chainsAlong(world: World, start: Environment, { subjects }: Witness): readonly Chain[] {
  let chains: readonly Environment[] = [start]
  for (const { subject, where } of subjects) {
    chains = chains.flatMap((environment) =>
      matching(world, environment, subject, where).map((instance) => bind(environment, subject.name, instance)),
    )
  }
  const name = lastName({ subjects })
  return chains.map((environment) => ({ environment, last: instanceOf(environment, name) }))
}

function textOf(world: World, { parts }: Template, environment: Environment, chains: Chains) {
  const shown = (placeholder: Placeholder): string => {
    const { value, witness } = placeholder
    if (witness === undefined) return shownAs(valueIn(world, environment, value))
    const [first] = chains.get(lastName(witness)) ?? []
    return shownAs(first === undefined ? undefined : valueIn(world, first.environment, value))
  }
  const fields: Record<string, string> = {}
  let message = ''
  for (const part of parts) {
    if (typeof part === 'string') message += part
    else message += fields[part.written] = shown(part)
  }
  return { message, fields }
}

export const questionOf = (world: World, question: Template): string =>
  textOf(world, question, undefined, new Map()).message

/** A value as a message shows it. */
export function shownAs(value: unknown): string {
  if (value === undefined) return '(unknown)'
  if (value === null) return 'none'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
