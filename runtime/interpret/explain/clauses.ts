/** Takes a condition apart into the clauses that decided it. */
import type { Condition, Identity, Subject, Value } from '../../../compiler/index.ts'
import { assert, unreachable } from '../../../compiler/index.ts'
import { holds } from '../conditions.ts'
import { bind, type Environment, factAt, type Instance, instanceOf, placeOf, valueIn } from '../instances.ts'
import { matching, rangeOf } from '../subjects.ts'
import type { World } from '../world.ts'
import type { Clause, Shown } from './model.ts'
import { thingWords } from './things.ts'
import { conditionWords, literalWords, valueWords } from './words.ts'

/** How many things of a quantifier are shown. */
const few = 3

/** Of conditions that all have to hold: all of them where they do, else those that do not. `inner` needs no name. */
export function clausesOf(
  world: World,
  environment: Environment,
  inner: string | undefined,
  conditions: readonly Condition[],
): readonly Clause[] {
  const clauses = conditions.flatMap((condition): readonly Clause[] => {
    if (condition.kind === 'always') return []
    if (condition.kind === 'all') return clausesOf(world, environment, inner, condition.operands)
    return [clauseOf(world, environment, inner, condition)]
  })
  const failing = clauses.filter((clause) => !clause.holds)
  return failing.length > 0 ? failing : clauses
}

function clauseOf(world: World, environment: Environment, inner: string | undefined, condition: Condition): Clause {
  const clause = {
    says: conditionWords(world.definitions, condition, inner),
    holds: holds(world, environment, condition),
    found: [],
    parts: [],
    range: undefined,
  }
  const partsOf = (parts: readonly Condition[]) => parts.flatMap((part) => clausesOf(world, environment, inner, [part]))
  switch (condition.kind) {
    case 'always':
      return clause
    case 'all':
    case 'any':
      return { ...clause, parts: partsOf(condition.operands).filter((part) => part.holds === clause.holds) }
    case 'not':
      return negated(clause, clauseOf(world, environment, inner, condition.operand))
    case 'apply': {
      const definition = world.definitions.get(condition.definition)
      assert(definition !== undefined, `the checklist defines ${condition.definition}`)
      const { subject } = definition
      const said = bind(undefined, subject.name, instanceOf(environment, condition.subject))
      return { ...clause, parts: clausesOf(world, said, subject.name, [definition.condition]) }
    }
    case 'quantified':
    case 'every':
      return { ...clause, range: rangeOfClause(world, environment, condition) }
    case 'holds':
    case 'present':
    case 'equal':
    case 'order':
    case 'among':
    case 'affix':
    case 'match':
    case 'same':
      return { ...clause, found: foundBy(world, environment, inner, condition) }
    default:
      return unreachable(condition)
  }
}

/** The values of what is negated are those of the negation. */
const negated = (clause: Clause, operand: Clause): Clause => ({
  ...clause,
  found: operand.found,
  parts: operand.parts,
  range: operand.range,
})

type Comparison = Extract<
  Condition,
  { kind: 'holds' | 'present' | 'equal' | 'order' | 'among' | 'affix' | 'match' | 'same' }
>

function foundBy(world: World, environment: Environment, inner: string | undefined, condition: Comparison) {
  return sidesOf(condition).flatMap((side) => {
    if (side.kind === 'literal' || side.kind === 'subject') return []
    const value = valueIn(world, environment, side)
    return [{ name: valueWords(side, inner), value: value === undefined ? undefined : foundWords(world, side, value) }]
  })
}

/** A reference is told as the fact that it leads to, whose index would tell nobody anything. */
function foundWords({ document }: World, side: Value, value: unknown): string {
  const to = side.kind === 'field' ? side.steps.at(-1)?.to : undefined
  const fact = to === undefined ? undefined : factAt(document, to, value)
  if (to !== undefined && fact !== undefined) return thingWords(to, fact)
  return Array.isArray(value) ? JSON.stringify(value) : literalWords(value)
}

function sidesOf(condition: Comparison): readonly (Value | Extract<Identity, { kind: 'subject' }>)[] {
  switch (condition.kind) {
    case 'holds':
    case 'present':
    case 'match':
      return [condition.value]
    case 'among':
      return 'parameter' in condition.list
        ? [condition.value, { kind: 'parameter', name: condition.list.parameter }]
        : [condition.value, ...condition.list]
    case 'equal':
    case 'order':
    case 'affix':
      return [condition.left, condition.right]
    case 'same':
      return [condition.left, condition.right].map((side) =>
        side.kind === 'subject' ? side : { ...side, optional: true },
      )
    default:
      return unreachable(condition)
  }
}

type Quantified = Extract<Condition, { kind: 'quantified' | 'every' }>

/** What matched, if something did; else what was looked at and why it did not. */
function rangeOfClause(world: World, environment: Environment, condition: Quantified): NonNullable<Clause['range']> {
  const { subject, where } = condition
  const range = rangeOf(world, environment, subject)
  const found = matching(world, environment, subject, where)
  const show = (instances: readonly Instance[], asked: readonly Condition[]) =>
    instances.slice(0, few).map((instance) => shownAs(world, environment, subject, instance, asked))
  if (condition.kind === 'every') {
    const { must } = condition
    const violating = found.filter((each) => !holds(world, bind(environment, subject.name, each), must))
    const shown = violating.length > 0 ? show(violating, [must]) : show(found, [where, must])
    return { examined: range.length, matched: found.length, shown }
  }
  const shown = found.length > 0 ? show(found, [subject.narrowed, where]) : show(range, [where])
  return { examined: range.length, matched: found.length, shown }
}

function shownAs(
  world: World,
  environment: Environment,
  { name }: Subject,
  instance: Instance,
  asked: readonly Condition[],
): Shown {
  return {
    what: thingWords(name, instance),
    at: placeOf(instance),
    clauses: clausesOf(world, bind(environment, name, instance), name, asked),
  }
}
