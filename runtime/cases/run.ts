/** Runs cases, and says how what came out differs from what was expected. */
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { ItemReport } from '../results/model.ts'
import type { Case } from './case.ts'
import { withRepository } from './repository.ts'

/** What an item comes to on a folder, with files of facts by name; undefined if there is no such item. */
export type EvaluateItem = (folder: string, item: string, facts: FactsFiles) => Promise<ItemReport | undefined>

export type FactsFiles = Readonly<Record<string, string>>

export interface CaseResult {
  readonly case: Case
  /** Empty if everything came out as expected. */
  readonly differences: readonly Difference[]
  /** Why nothing could be decided, or which questions there are: for a person who wonders about the verdict. */
  readonly reasons: readonly string[]
  /** In milliseconds. */
  readonly duration: number
}

/** What `case.yaml` says of one thing, and what came out instead. */
export interface Difference {
  readonly what: 'item' | 'verdict' | 'places' | 'messages'
  readonly expected: string
  readonly got: string
}

/** Results in the order of the cases, each told as soon as it is there. */
export async function runCases(
  cases: readonly Case[],
  evaluate: EvaluateItem,
  onResult: (result: CaseResult) => void = () => {},
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = []
  let next = 0
  const work = async () => {
    for (let index = next++; index < cases.length; index = next++) {
      const result = await runCase(cases[index] as Case, evaluate)
      results[index] = result
      onResult(result)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return results
}

/** While git makes one repository, another one is evaluated; more at once would only wait for the same processor. */
const atOnce = 3

export async function runCase(each: Case, evaluate: EvaluateItem): Promise<CaseResult> {
  const started = performance.now()
  const files = Object.entries(each.expected.facts ?? {}).map(
    ([name, file]) => [name, join(each.folder, file)] as const,
  )
  const facts = Object.fromEntries(files)
  const report = await withRepository(each, (folder) => evaluate(folder, each.item, facts))
  return {
    case: each,
    differences: report === undefined ? [noItem(each)] : differences(each, report),
    reasons: report === undefined ? [] : reasonsOf(report),
    duration: performance.now() - started,
  }
}

const noItem = ({ item }: Case): Difference => ({
  what: 'item',
  expected: item,
  got: 'the checklist has no such item',
})

function differences({ expected }: Case, report: ItemReport): readonly Difference[] {
  const findings = report.checks.flatMap((check) => check.findings)
  const places = findings.map(({ at }) => `${at.path}:${at.line}`)
  const missing = (expected.messages ?? []).filter((part) => !findings.some(({ message }) => message.includes(part)))
  const found: Difference[] = []
  if (report.verdict !== expected.verdict)
    found.push({ what: 'verdict', expected: expected.verdict, got: report.verdict })
  if (!isDeepStrictEqual(places, expected.places ?? [])) {
    found.push({ what: 'places', expected: listed(expected.places ?? []), got: listed(places) })
  }
  if (missing.length > 0) {
    const messages = listed(findings.map(({ message }) => message))
    found.push({ what: 'messages', expected: listed(missing), got: messages })
  }
  return found
}

const listed = (lines: readonly string[]): string => (lines.length === 0 ? 'none' : lines.join('\n'))

function reasonsOf({ undecided, reviews }: ItemReport): readonly string[] {
  const reasons = undecided.map(({ path, reason }) => (path === undefined ? reason : `${path} ${reason}`))
  return [...new Set([...reasons, ...reviews.map(({ question }) => `asks: ${question}`)])]
}
