import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ExtractionPlan, type FactsDocument, type KindName, kinds, unreachable } from '../../compiler/index.ts'
import { extractionPlan } from '../../compiler/pipeline.ts'
import { recordsOf, type Share, shareOf } from '../../runtime/facts/demand/demand.ts'
import type { Scoped } from '../../runtime/facts/demand/scope.ts'
import { outlineOf, withAsked } from '../../runtime/facts/document/shares.ts'
import { interpret } from '../../runtime/interpret/index.ts'
import { referredTo } from '../support/generate/documents.ts'
import { sampleOf } from '../support/generate/pairs.ts'
import { textOf } from '../support/generate/pieces.ts'

type Facts = readonly Readonly<Record<string, unknown>>[]

const met = new Map<Share, number>()

/** `document` without the facts that the plan does not ask for, and those that are only counted in outline; the others with the records that it asks for. Kinds that others refer to stay whole: by their indices. */
function selectedOnly(document: FactsDocument, plan: ExtractionPlan): FactsDocument {
  const kept = new Set<KindName>(['file', ...plan.kinds.flatMap(({ kind }) => referredTo(kind))])
  const wanted = new Map(plan.kinds.map(({ kind, selections }) => [kind, selections]))
  const files = document.file ?? []
  const lists = plan.kinds.flatMap(({ kind }) => {
    const list = document[kind] as Facts | undefined
    if (list === undefined || kept.has(kind)) return []
    const shown = list.flatMap((fact) => {
      const file = files[fact.file as number] as Scoped | undefined
      if (file === undefined) return [fact]
      const share = shareOf(file, kind, wanted)(fact)
      met.set(share, (met.get(share) ?? 0) + 1)
      switch (share) {
        case 'nothing':
          return []
        case 'outline':
          return [outlineOf(kinds[kind], fact)]
        case 'asked':
          return [withAsked(kinds[kind], fact, recordsOf(file, kind, wanted)(fact))]
        case 'whole':
          return [fact]
        default:
          return unreachable(share)
      }
    })
    return [[kind, shown]]
  })
  return { ...document, ...Object.fromEntries(lists) }
}

test('what a checklist comes to does not change with the facts that it does not ask for', () => {
  let leftOut = 0
  for (let seed = 1; seed <= 120; seed++) {
    const sample = sampleOf(seed, 6)
    assert(sample !== undefined, `what seed ${seed} generates compiles`)
    const { checklist, piece, documents } = sample
    const plan = extractionPlan(checklist)
    for (const generated of documents) {
      const document = { ...generated, parameters: { [checklist.id]: plan.parameters } }
      const selected = selectedOnly(document, plan)
      leftOut += countOf(document) - countOf(selected)
      assert.deepEqual(interpret(checklist, selected), interpret(checklist, document), textOf(piece))
    }
  }
  assert(leftOut > 1000, `only ${leftOut} facts were left out, so that nothing is shown`)
  for (const share of ['outline', 'asked'] as const) {
    const number = met.get(share) ?? 0
    assert(number > 10, `only ${number} facts were kept as "${share}" says, so that nothing is shown of them`)
  }
})

const countOf = (document: FactsDocument): number =>
  Object.values(document).reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 0), 0)
