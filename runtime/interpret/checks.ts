/** What a check comes to: how many subjects it examined, how many count, and its findings. */
import type { CheckAnswer, FindingAnswer, TypedCheck, UndecidedAnswer } from '../../compiler/index.ts'
import { unreachable } from '../../compiler/index.ts'
import { holds } from './conditions.ts'
import { anchorOf, fewPlacesOf, findingAt, findingAtAnchor } from './findings.ts'
import { bind, type Instance } from './instances.ts'
import { matching, rangeOf } from './subjects.ts'
import { unreadOf } from './unread.ts'
import type { World } from './world.ts'

export interface Checked {
  readonly answer: CheckAnswer
  readonly isViolated: boolean
  /** What could not be read and might turn what it comes to. */
  readonly unread: readonly UndecidedAnswer[]
}

export function judgeCheck(world: World, check: TypedCheck, index: number): Checked {
  const examined = rangeOf(world, undefined, check.subject)
  const counted = countedBy(world, check)
  const isViolated = violates(check, counted.length)
  return {
    answer: {
      examined: examined.length,
      matched: counted.length,
      evidence: fewPlacesOf(examined),
      findings: isViolated ? findingsOf(world, check, examined, counted).slice(0, limitOf(world)) : [],
    },
    isViolated,
    // A finding more would change what has none, a finding less what has some.
    unread: unreadOf(world.document, index, isViolated ? check.removes : check.adds),
  }
}

/** Those that violate `no` and `every`, or that meet what the others count. */
export function countedBy(world: World, { subject, where, must }: TypedCheck): readonly Instance[] {
  const found = matching(world, undefined, subject, where)
  if (must === undefined) return found
  return found.filter((instance) => !holds(world, bind(undefined, subject.name, instance), must))
}

function violates({ form, count = 0 }: TypedCheck, counted: number): boolean {
  switch (form) {
    case 'no':
    case 'every':
      return counted > 0
    case 'some':
      return counted === 0
    case 'at least':
      return counted < count
    case 'at most':
      return counted > count
    case 'exactly':
      return counted !== count
    default:
      return unreachable(form)
  }
}

/** Of a check that is violated. */
function findingsOf(
  world: World,
  check: TypedCheck,
  examined: readonly Instance[],
  counted: readonly Instance[],
): readonly FindingAnswer[] {
  const { form, count = 0, subject, message } = check
  const about = (instances: readonly Instance[]) =>
    instances.slice(0, limitOf(world)).map((instance) => findingAt(world, subject, instance, message))
  const missing = () => [findingAtAnchor(world, anchorOf(world, subject), nearMisses(world, check, examined), message)]
  switch (form) {
    case 'no':
    case 'every':
      return about(counted)
    case 'some':
    case 'at least':
      return missing()
    case 'at most':
      return about(counted.slice(count, count + 1))
    case 'exactly':
      return counted.length > count ? about(counted.slice(count, count + 1)) : missing()
    default:
      return unreachable(form)
  }
}

/** What was examined and does not count: where to look when too few do. */
function nearMisses(world: World, { subject, where }: TypedCheck, examined: readonly Instance[]): readonly Instance[] {
  return examined.filter((instance) => !holds(world, bind(undefined, subject.name, instance), where))
}

/** How many findings a check gives in full. */
export function limitOf({ document }: World): number {
  return typeof document.limit === 'number' ? document.limit : 1000
}
