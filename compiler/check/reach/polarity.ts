/**
 * Which facts, had they been read, could change what a check comes to: those that could add a finding and those that
 * could remove one. Nested `some` and `at least` keep the side; `no`, `at most`, `not` and `must` turn it; `exactly` is
 * on both.
 */
import type { KindName } from '../../schema/kinds.ts'
import { unreachable } from '../../unreachable.ts'
import { ownMaterial } from '../subjects/scopes.ts'
import type { Condition, Reach, Scope, Subject, TypedDefinition } from '../typed.ts'

/** What more facts could do to a condition: make it true where it is false, or false where it is true. */
export interface Influence {
  readonly raises: readonly Reach[]
  readonly lowers: readonly Reach[]
}

export type Definitions = ReadonlyMap<string, TypedDefinition>

const none: Influence = { raises: [], lowers: [] }

export function influenceOn(condition: Condition, definitions: Definitions): Influence {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return joined(condition.operands.map((operand) => influenceOn(operand, definitions)))
    case 'not':
      return turned(influenceOn(condition.operand, definitions))
    case 'apply': {
      const definition = definitions.get(condition.definition)
      return definition === undefined ? none : influenceOn(definition.condition, definitions)
    }
    case 'quantified': {
      const matching = influenceOfSubject(condition.subject, condition.where, definitions)
      switch (condition.quantifier) {
        case 'some':
        case 'at least':
          return matching
        case 'no':
        case 'at most':
          return turned(matching)
        case 'exactly':
          return joined([matching, turned(matching)])
        default:
          return unreachable(condition.quantifier)
      }
    }
    case 'every': {
      const must = turned(influenceOn(condition.must, definitions))
      return turned(joined([influenceOfSubject(condition.subject, condition.where, definitions), must]))
    }
    default:
      return none
  }
}

/** More facts of its kind bring more subjects that match. */
export function influenceOfSubject(subject: Subject, where: Condition, definitions: Definitions): Influence {
  return joined([
    { raises: reachOf(subject), lowers: [] },
    influenceOn(subject.narrowed, definitions),
    influenceOn(where, definitions),
  ])
}

/** Records and texts come with the fact that has them. */
function reachOf({ domain, is }: Subject): readonly Reach[] {
  switch (domain.kind) {
    case 'facts':
      return [{ of: domain.of, scope: domain.scope }]
    case 'probes':
      return [{ of: 'path', scope: wholeTree }]
    case 'elements':
      return is.kind === 'fact' ? [{ of: is.of, scope: wholeTree }] : []
    default:
      return unreachable(domain)
  }
}

const wholeTree: Scope = { ...ownMaterial, anywhere: true }

export function joined(influences: readonly Influence[]): Influence {
  return {
    raises: distinct(influences.flatMap(({ raises }) => raises)),
    lowers: distinct(influences.flatMap(({ lowers }) => lowers)),
  }
}

export const turned = ({ raises, lowers }: Influence): Influence => ({ raises: lowers, lowers: raises })

/** All that could change it, in whatever way. */
export const eitherWay = ({ raises, lowers }: Influence): readonly Reach[] => distinct([...raises, ...lowers])

export function distinct(reaches: readonly Reach[]): readonly Reach[] {
  return [...new Map(reaches.map((reach) => [JSON.stringify(reach), reach])).values()]
}

export const kindsOf = (reaches: readonly Reach[]): readonly KindName[] => [...new Set(reaches.map(({ of }) => of))]
