/**
 * What checklists say of facts. Where an earlier run asked the same modules about the same document, its answers are there
 * already, and nothing is evaluated: an answer depends on nothing else.
 */
import { createHash } from 'node:crypto'
import { type Answer, assert } from '../compiler/index.ts'
import type { LoadedPolicy } from '../runtime/evaluate/index.ts'
import type { ExtractedFacts } from '../runtime/facts/index.ts'
import type { ReadyChecklist } from './checklists.ts'

/**
 * In the order of the checklists.
 * @param milliseconds what each of them may take @throws EvaluationError for one that takes longer.
 */
export async function answersOf(
  facts: ExtractedFacts,
  checklists: readonly ReadyChecklist[],
  milliseconds?: number,
): Promise<readonly Answer[]> {
  const name = digestOf(checklists)
  const known = facts.shelf?.recall<readonly Answer[]>(name)
  if (known !== undefined) return known
  const answers: Answer[] = []
  for (const { module } of checklists) answers.push(resultOf(await evaluated(module, facts, milliseconds)))
  facts.shelf?.keep(name, answers)
  return answers
}

function digestOf(checklists: readonly ReadyChecklist[]): string {
  const hash = createHash('sha256')
  for (const { module } of checklists) hash.update(`${module.length} `).update(module)
  return hash.digest('base64url')
}

/** Compiled by the engine once, however many repositories it is run on. */
const loaded = new WeakMap<Uint8Array, LoadedPolicy>()

async function evaluated(module: Uint8Array, { bytes }: ExtractedFacts, milliseconds: number | undefined) {
  const { evaluateWithin, loadPolicy } = await import('../runtime/evaluate/index.ts')
  if (milliseconds !== undefined) return evaluateWithin(milliseconds, module, bytes.buffer)
  const policy = loaded.get(module) ?? loadPolicy(module)
  loaded.set(module, policy)
  return policy.evaluate(bytes.buffer)
}

/** A module of ours always answers, whatever it is given: it says itself what it could not decide. */
function resultOf(results: readonly unknown[]): Answer {
  const [binding] = results as readonly { readonly result: Answer }[]
  assert(binding !== undefined, 'a compiled checklist answers')
  return binding.result
}
