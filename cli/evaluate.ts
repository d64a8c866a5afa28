/** Facts and checklists → report: the way of `check`, without its reading and writing of options and files. */
import { type Answer, assert } from '../compiler/index.ts'
import { evaluateWithin, type LoadedPolicy, loadPolicy } from '../runtime/evaluate/index.ts'
import type { ExtractedFacts } from '../runtime/facts/index.ts'
import type { Report } from '../runtime/results/model.ts'
import { pathsToShow, reportOf } from '../runtime/results/report.ts'
import type { ReadyChecklist } from './checklists.ts'
import { withoutSecrets } from './without-secrets.ts'

export function evaluate(
  tool: Report['tool'],
  folder: string,
  facts: ExtractedFacts,
  checklists: readonly ReadyChecklist[],
  answers: readonly Answer[] = checklists.map(({ module }) => answerOf(module, facts)),
): Report {
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

/** The answers of checklists, each within as many milliseconds. @throws EvaluationError for one that takes longer. */
export async function answersWithin(
  milliseconds: number,
  facts: ExtractedFacts,
  checklists: readonly ReadyChecklist[],
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (const { module } of checklists) {
    answers.push(resultOf(await evaluateWithin(milliseconds, module, facts.bytes.buffer)))
  }
  return answers
}

/** Compiled by the engine once, however many repositories it is run on. */
const loaded = new WeakMap<Uint8Array, LoadedPolicy>()

function policyOf(module: Uint8Array): LoadedPolicy {
  const known = loaded.get(module) ?? loadPolicy(module)
  loaded.set(module, known)
  return known
}

/** A module of ours always answers, whatever it is given: it says itself what it could not decide. */
function answerOf(module: Uint8Array, facts: ExtractedFacts): Answer {
  return resultOf(policyOf(module).evaluate(facts.bytes.buffer))
}

function resultOf(results: readonly unknown[]): Answer {
  const [binding] = results as readonly { readonly result: Answer }[]
  assert(binding !== undefined, 'a compiled checklist answers')
  return binding.result
}
