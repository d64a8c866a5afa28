/** What a quantifier ranges over. */
import type { Condition, Domain, Identity, Subject, Value } from '../../compiler/index.ts'
import { unreachable } from '../../compiler/index.ts'
import { holds, valuesOf } from './conditions.ts'
import {
  bind,
  type Environment,
  factAt,
  follow,
  type Instance,
  identityIn,
  instanceOf,
  listOf,
  valueIn,
} from './instances.ts'
import type { Key } from './memory.ts'
import { liesIn, standsInFiles } from './scopes.ts'
import type { World } from './world.ts'

/** The things that a subject may stand for here: in scope, and what its derived kind and its early conditions ask. */
export function rangeOf(world: World, environment: Environment, subject: Subject): readonly Instance[] {
  const { domain } = subject
  const fits = (instance: Instance) => holds(world, bind(environment, subject.name, instance), subject.narrowed)
  if (domain.kind === 'elements') return elementsOf(world, environment, subject, domain).filter(fits)
  // Nothing that is asked of a fact in advance speaks of another subject, so one list serves the whole run.
  const known = world.memory.ranges.get(subject)
  if (known !== undefined) return known
  const range = (domain.kind === 'facts' ? factsIn(world, domain) : probesFor(world, domain)).filter(fits)
  world.memory.ranges.set(subject, range)
  return range
}

/** Those of the range that meet a condition, in document order. */
export function matching(
  world: World,
  environment: Environment,
  subject: Subject,
  where: Condition,
): readonly Instance[] {
  return candidates(world, environment, subject, where).filter((instance) =>
    holds(world, bind(environment, subject.name, instance), where),
  )
}

function factsIn({ document }: World, { of, scope }: Extract<Domain, { kind: 'facts' }>): readonly Instance[] {
  const facts = listOf(document, of).map((fields, index) => ({ kind: 'fact', of, index, fields }) as const)
  if (!standsInFiles(of)) return facts
  return facts.filter(({ fields }) => {
    const file = of === 'file' ? fields : listOf(document, 'file')[fields.file as number]
    return file !== undefined && liesIn(scope, file)
  })
}

/** The facts about the paths that the sentence asks about, of which no other subject is a part. */
function probesFor(world: World, { values }: Extract<Domain, { kind: 'probes' }>): readonly Instance[] {
  const asked = valuesOf(world, undefined, values)
  return listOf(world.document, 'path').flatMap((fields, index): readonly Instance[] =>
    asked.includes(fields.asked) ? [{ kind: 'fact', of: 'path', index, fields }] : [],
  )
}

function elementsOf(
  { document }: World,
  environment: Environment,
  { is }: Subject,
  { owner, path }: Extract<Domain, { kind: 'elements' }>,
): readonly Instance[] {
  const list = follow(document, instanceOf(environment, owner), path)
  if (!Array.isArray(list)) return []
  return list.flatMap((element): readonly Instance[] => {
    switch (is.kind) {
      case 'fact': {
        const fact = factAt(document, is.of, element)
        return fact === undefined ? [] : [fact]
      }
      case 'record':
        return [{ kind: 'record', fields: element }]
      case 'text':
        return [{ kind: 'text', text: element }]
      default:
        return unreachable(is)
    }
  })
}

/**
 * The range, or what of it can match at all: where the condition demands that something of a fact equals something of the
 * subjects around it, facts are looked up by that, so that two long lists are not gone through for every pair.
 */
function candidates(world: World, environment: Environment, subject: Subject, where: Condition): readonly Instance[] {
  const range = rangeOf(world, environment, subject)
  if (subject.domain.kind !== 'facts' || range.length < 8) return range
  for (const part of where.kind === 'all' ? where.operands : [where]) {
    const sides = joinOf(part, subject.name)
    if (sides === undefined) continue
    const key = keyOf(world, environment, sides.outer)
    return key === undefined ? [] : (joined(world, range, subject, part, sides.inner).get(key) ?? [])
  }
  return range
}

type Side = Value | Identity

interface Join {
  readonly inner: Side
  readonly outer: Side
}

function joinOf(condition: Condition, name: string): Join | undefined {
  if (condition.kind !== 'equal' && condition.kind !== 'same') return undefined
  const { left, right } = condition
  if (isOf(left, name) === isOf(right, name)) return undefined
  return isOf(left, name) ? { inner: left, outer: right } : { inner: right, outer: left }
}

const isOf = (side: Side, name: string): boolean => 'subject' in side && side.subject === name

function joined(
  world: World,
  range: readonly Instance[],
  { name }: Subject,
  condition: Condition,
  inner: Side,
): ReadonlyMap<Key, readonly Instance[]> {
  const known = world.memory.joins.get(condition)
  if (known !== undefined) return known
  const keyed = range.map((instance) => [keyOf(world, bind(undefined, name, instance), inner), instance] as const)
  const groups = new Map<Key, Instance[]>()
  for (const [key, instance] of keyed) {
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [instance])
    else group.push(instance)
  }
  world.memory.joins.set(condition, groups)
  return groups
}

/** Values of two types are never equal; what is missing equals nothing. */
function keyOf(world: World, environment: Environment, side: Side): Key | undefined {
  const value = isIdentity(side) ? identityIn(world, environment, side) : valueIn(world, environment, side)
  return value === undefined ? undefined : `${typeof value} ${value}`
}

/** A reference is a number in the document, as its value and as an identity alike. */
const isIdentity = (side: Side): side is Identity => side.kind === 'subject'
