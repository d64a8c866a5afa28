/** What an item comes to: LANGUAGE.md, "Verdicts". */
import type { ItemAnswer, ReviewAnswer, TypedItem, TypedReview, UndecidedAnswer } from '../../compiler/index.ts'
import { schemaVersion } from '../../compiler/index.ts'
import { type Checked, judgeCheck, limitOf } from './checks.ts'
import { holds } from './conditions.ts'
import { findingAt, questionOf } from './findings.ts'
import { standsInFiles } from './scopes.ts'
import { matching } from './subjects.ts'
import { unreadOf } from './unread.ts'
import type { World } from './world.ts'

export function judgeItem(world: World, item: TypedItem): ItemAnswer {
  const lacking = lackingFor(world, item)
  if (lacking.length > 0) return unjudged('undecided', lacking)
  if (item.applies !== undefined) {
    const { condition, raises, lowers } = item.applies
    const doesApply = holds(world, undefined, condition)
    const unread = unreadOf(world.document, -1, doesApply ? lowers : raises)
    if (unread.length > 0) return unjudged('undecided', unread)
    if (!doesApply) return unjudged('not applicable', [])
  }
  const checks = item.checks.map((check, index) => judgeCheck(world, check, index))
  const asked = item.reviews.map((review) => judgeReview(world, review))
  const reviews = asked.flatMap(({ answer }) => answer ?? [])
  const undecided = [...checks, ...asked].flatMap(({ unread }) => unread)
  return {
    verdict: verdictOf(item, checks, reviews, undecided),
    checks: checks.map(({ answer }) => answer),
    reviews,
    undecided,
  }
}

const unjudged = (verdict: ItemAnswer['verdict'], undecided: readonly UndecidedAnswer[]): ItemAnswer => ({
  verdict,
  checks: [],
  reviews: [],
  undecided,
})

/** The first that applies. */
function verdictOf(
  { checks: sentences }: TypedItem,
  checks: readonly Checked[],
  reviews: readonly ReviewAnswer[],
  undecided: readonly UndecidedAnswer[],
): ItemAnswer['verdict'] {
  if (checks.some(({ isViolated, unread }) => isViolated && unread.length === 0)) return 'fail'
  if (undecided.length > 0) return 'undecided'
  if (reviews.length > 0) return 'review'
  const hasEvery = sentences.some(({ form }) => form === 'every')
  return hasEvery && checks.every(({ answer }) => answer.examined === 0) ? 'not applicable' : 'pass'
}

/** Why the document cannot judge the item at all. */
function lackingFor({ document }: World, { needs }: TypedItem): readonly UndecidedAnswer[] {
  if (document?.schema !== schemaVersion) {
    return [{ check: -1, reason: `this is not a facts document of version ${schemaVersion}` }]
  }
  const lacksList = (kind: string) => !Array.isArray((document as Readonly<Record<string, unknown>>)[kind])
  const isExtracted = (kind: string) => {
    const extracted: unknown = (document.extracted as Readonly<Record<string, unknown>> | undefined)?.[kind]
    return typeof extracted === 'object' && extracted !== null && !Array.isArray(extracted)
  }
  const lacking: string[] = needs.filter((kind) => !isExtracted(kind) || lacksList(kind))
  // Whether a fact lies in a scope is a question to its file, whether or not files were asked for.
  if (!needs.includes('file') && needs.some(standsInFiles) && lacksList('file')) lacking.push('file')
  return lacking.map((kind) => ({ check: -1, reason: `the facts document lacks kind ${kind}`, kind }))
}

interface Asked {
  /** Undefined where the question does not apply. */
  readonly answer: ReviewAnswer | undefined
  /** What could not be read and might make it apply. */
  readonly unread: readonly UndecidedAnswer[]
}

/** `answer` is there if the question applies. */
export function judgeReview(world: World, { question, when }: TypedReview): Asked {
  if (when === undefined) {
    return { answer: { question: questionOf(world, question), matched: 0, evidence: [] }, unread: [] }
  }
  const found = matching(world, undefined, when.subject, when.where)
  const [first] = found
  if (first === undefined) return { answer: undefined, unread: unreadOf(world.document, -1, when.raises) }
  const about = (instance: typeof first) => findingAt(world, when.subject, instance, question)
  return {
    // One question for all that match: it reads as the first of them makes it read.
    answer: {
      question: about(first).message,
      matched: found.length,
      evidence: found.slice(0, limitOf(world)).map(about),
    },
    unread: [],
  }
}
