/** Facts and checklists → report: the way of `check`, without its reading and writing of options and files. */
import type { Answer } from '../compiler/index.ts'
import type { ExtractedFacts } from '../runtime/facts/index.ts'
import type { Report } from '../runtime/results/model.ts'
import { pathsToShow, reportOf } from '../runtime/results/report.ts'
import { answersOf } from './answers.ts'
import type { ReadyChecklist } from './checklists.ts'
import { withoutSecrets } from './without-secrets.ts'

/**
 * @param timeout in milliseconds, for each checklist
 * @throws EvaluationError for one that takes longer.
 */
export async function evaluate(
  tool: Report['tool'],
  folder: string,
  facts: ExtractedFacts,
  checklists: readonly ReadyChecklist[],
  timeout?: number,
): Promise<Report> {
  const answers = await answersOf(facts, checklists, timeout)
  const evaluated = checklists.map(({ items }, index) => ({ table: items, answer: answers[index] as Answer }))
  const { prefix, revision, branch, files, leftOut, notes } = facts.scan
  const repository = {
    folder,
    prefix,
    files,
    leftOut,
    notes,
    ...(revision === undefined ? {} : { revision }),
    ...(branch === undefined ? {} : { branch }),
  }
  const report = reportOf(tool, { repository, document: facts.head }, evaluated)
  const sources = new Map<string, string>()
  for (const path of pathsToShow(report)) {
    const text = facts.scan.textOf(path)
    if (text !== undefined) sources.set(path, text)
  }
  return withoutSecrets({ ...report, sources })
}
