import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ExtractionPlan, type FactsDocument, type KindName, kinds } from '../../compiler/index.ts'
import { extractionPlan } from '../../compiler/pipeline.ts'
import { shareOf } from '../../runtime/facts/demand/demand.ts'
import type { Scoped } from '../../runtime/facts/demand/scope.ts'
import { outlineOf } from '../../runtime/facts/document/ordered-fact.ts'
import { interpret } from '../../runtime/interpret/index.ts'
import { referredTo } from '../support/generate/documents.ts'
import { sampleOf } from '../support/generate/pairs.ts'
import { textOf } from '../support/generate/pieces.ts'

type Facts = readonly Readonly<Record<string, unknown>>[]

let outlines = 0

/** `document` without the facts that the plan does not ask for, and those that are only counted in outline. Kinds that others refer to stay whole: by their indices. */
function selectedOnly(document: FactsDocument, plan: ExtractionPlan): FactsDocument {
  const kept = new Set<KindName>(['file', ...plan.kinds.flatMap(({ kind }) => referredTo(kind))])
  const wanted = new Map(plan.kinds.map(({ kind, selections }) => [kind, selections]))
  const files = document.file ?? []
  const lists = plan.kinds.flatMap(({ kind }) => {
    const list = document[kind] as Facts | undefined
    if (list === undefined || kept.has(kind)) return []
    const shareOfFact = (fact: Facts[number]) => {
      const file = files[fact.file as number]
      return file === undefined ? 'whole' : shareOf(file as Scoped, kind, wanted)(fact)
    }
    const shown = list.flatMap((fact) => {
      const share = shareOfFact(fact)
      if (share === 'outline') outlines++
      return share === 'nothing' ? [] : [share === 'outline' ? outlineOf(kinds[kind], fact) : fact]
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
  assert(outlines > 10, `only ${outlines} facts came in outline, so that nothing is shown of them`)
})

const countOf = (document: FactsDocument): number =>
  Object.values(document).reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 0), 0)
