/**
 * Fields that may be missing. A comparison with one is then false, which `not` turns into true and `must` into a
 * finding, unless the sentence says which is meant with `is missing` or `is present`.
 */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Checking } from '../context.ts'
import type { Bound, Condition, Value } from '../typed.ts'
import { keyOf, requiredBy } from './required.ts'

interface Clause {
  readonly where: Condition
  readonly must: Condition | undefined
}

/** How the conditions on a subject count, by what was said since it was named. */
interface Standing {
  /** The word of the last negation, if their number is odd. */
  readonly negated: 'not' | 'no' | undefined
  readonly must: boolean
}

type Standings = ReadonlyMap<string, Standing>

export function lintOptional(checking: Checking, subject: Bound | undefined, { where, must }: Clause): void {
  const doubts: Doubt[] = []
  const settled = new Set<string>()
  const standings: Standings = new Map(subject === undefined ? [] : [[subject.name, plain]])
  const visit = { doubts, settled }
  walk(where, standings, subject?.name, visit, () => false)
  if (must !== undefined) walk(must, underMust(standings), subject?.name, visit, (key) => requiredBy(where).has(key))
  const told = new Set<string>()
  for (const { condition, key, name, standing } of doubts) {
    const span = checking.places.get(condition)
    if (span === undefined || settled.has(key) || told.has(key)) continue
    told.add(key)
    const made = standing.negated === undefined ? asFinding : { word: standing.negated, outcome: 'true' }
    checking.report(diagnose('optional-decides', span, { name, ...made }))
  }
}

const asFinding = { word: 'must', outcome: 'a finding' }

interface Doubt {
  readonly condition: Condition
  readonly key: string
  readonly name: string
  readonly standing: Standing
}

interface Visit {
  readonly doubts: Doubt[]
  /** Fields of which the sentence asks whether they are there. */
  readonly settled: Set<string>
}

/** Whether a field is there in any case that counts, by its key: another condition needs it. */
type Required = (key: string) => boolean

const plain: Standing = { negated: undefined, must: false }

const changed = (standings: Standings, change: (standing: Standing) => Standing): Standings =>
  new Map([...standings].map(([name, standing]) => [name, change(standing)]))

const turned = (standings: Standings, word: 'not' | 'no') =>
  changed(standings, ({ negated, must }) => ({ negated: negated === undefined ? word : undefined, must }))
const underMust = (standings: Standings) => changed(standings, ({ negated }) => ({ negated, must: true }))

/** `place` is the condition with a place of its own that a comparison is part of: `is not` is one with its `not`. */
function walk(
  condition: Condition,
  standings: Standings,
  inner: string | undefined,
  visit: Visit,
  required: Required,
  place = condition,
): void {
  switch (condition.kind) {
    case 'all': {
      const together = requiredBy(condition)
      for (const operand of condition.operands) {
        // What the operand needs itself is told of it, though another one needs it, too.
        const own = requiredBy(operand)
        walk(operand, standings, inner, visit, (key) => required(key) || (together.has(key) && !own.has(key)))
      }
      break
    }
    case 'any':
      for (const operand of condition.operands) walk(operand, standings, inner, visit, required)
      break
    case 'not':
      walk(condition.operand, turned(standings, 'not'), inner, visit, required, condition)
      break
    case 'present':
      visit.settled.add(keyOf(condition.value))
      break
    case 'holds':
    case 'match':
    case 'among':
      doubt([condition.value], place, standings, inner, visit, required)
      break
    case 'equal':
      // What is not a known null may well be unknown: that is what these words are for.
      if (!isNone(condition.right)) doubt([condition.left, condition.right], place, standings, inner, visit, required)
      break
    case 'order':
    case 'affix':
      doubt([condition.left, condition.right], place, standings, inner, visit, required)
      break
    case 'quantified': {
      const isTurned = condition.quantifier === 'no' || condition.quantifier === 'at most'
      const around = isTurned ? turned(standings, 'no') : standings
      const { name } = condition.subject
      walk(condition.where, new Map([...around, [name, plain]]), name, visit, required)
      break
    }
    case 'every': {
      const { name } = condition.subject
      walk(condition.where, new Map([...turned(standings, 'no'), [name, plain]]), name, visit, required)
      walk(
        condition.must,
        new Map([...standings, [name, { negated: undefined, must: true }]]),
        name,
        visit,
        (key) => required(key) || requiredBy(condition.where).has(key),
      )
      break
    }
    default:
      break
  }
}

const isNone = (value: Value): boolean => value.kind === 'literal' && value.value === null

function doubt(
  values: readonly Value[],
  place: Condition,
  standings: Standings,
  inner: string | undefined,
  { doubts }: Visit,
  required: Required,
): void {
  for (const value of values) {
    if (value.kind !== 'field' || !value.optional || required(keyOf(value))) continue
    const standing = standings.get(value.subject)
    if (standing === undefined || (standing.negated === undefined && !standing.must)) continue
    const path = value.steps.map(({ field }) => field).join('.')
    doubts.push({
      condition: place,
      key: keyOf(value),
      name: value.subject === inner ? path : `${value.subject}.${path}`,
      standing,
    })
  }
}
