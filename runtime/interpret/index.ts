/**
 * The direct interpreter: a typed checklist, judged on a facts document straight from what its sentences mean. It shares
 * no code with the way to Rego and WASM, so that each can be held against the other.
 */
import type { Answer, FactsDocument, TypedChecklist } from '../../compiler/index.ts'
import { judgeItem } from './items.ts'
import { worldOf } from './world.ts'

/** What a compiled module answers for the same document. What is none at all decides nothing, as there. */
export function interpret(checklist: TypedChecklist, document: unknown): Answer {
  const isObject = typeof document === 'object' && document !== null
  const world = worldOf(checklist, (isObject ? document : {}) as FactsDocument)
  return {
    language: 1,
    checklist: checklist.id,
    version: checklist.version,
    items: Object.fromEntries(checklist.items.map((item) => [item.id, judgeItem(world, item)])),
  }
}
