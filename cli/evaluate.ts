/** Facts and checklists → report: the way of `check`, without its reading and writing of options and files. */
import { type Answer, assert } from '../compiler/index.ts'
import { loadPolicy } from '../runtime/evaluate/index.ts'
import type { ExtractedFacts } from '../runtime/facts/index.ts'
import type { Report } from '../runtime/results/model.ts'
import { pathsToShow, reportOf } from '../runtime/results/report.ts'
import type { ReadyChecklist } from './checklists.ts'

export function evaluate(
  tool: Report['tool'],
  folder: string,
  facts: ExtractedFacts,
  checklists: readonly ReadyChecklist[],
): Report {
  const evaluated = checklists.map(({ module, items }) => ({ table: items, answer: answerOf(module, facts) }))
  const { prefix, revision, branch, files, notes } = facts.scan
  const repository = {
    folder,
    prefix,
    files,
    notes,
    ...(revision === undefined ? {} : { revision }),
    ...(branch === undefined ? {} : { branch }),
  }
  const report = reportOf(tool, { repository, document: facts.document }, evaluated)
  const sources = new Map<string, string>()
  for (const path of pathsToShow(report)) {
    const text = facts.scan.textOf(path)
    if (text !== undefined) sources.set(path, text)
  }
  return { ...report, sources }
}

/** A module of ours always answers, whatever it is given: it says itself what it could not decide. */
function answerOf(module: Uint8Array, facts: ExtractedFacts): Answer {
  const [binding] = loadPolicy(module).evaluate(facts.bytes.buffer) as readonly { readonly result: Answer }[]
  assert(binding !== undefined, 'a compiled checklist answers')
  return binding.result
}
