/**
 * Breaks each clause of each item in turn and looks whether a case notices: a part of a condition is dropped or turned
 * around, a value taken out of a list, a bound moved, a whole check left out. What survives has no case that shows what
 * it is for.
 *
 *     node scripts/mutate-items.ts [CHECKLIST] [--item CRED-01]
 *
 * Exit code 1 if something survives.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultChecklist, loadTyped } from '../cli/checklists.ts'
import { type Answer, type FactsDocument, type TypedChecklist, type TypedItem, unreachable } from '../compiler/index.ts'
import { extractionPlan } from '../compiler/pipeline.ts'
import { readCases } from '../runtime/cases/index.ts'
import { withRepository } from '../runtime/cases/repository.ts'
import { extractFacts } from '../runtime/facts/index.ts'
import { interpret } from '../runtime/interpret/index.ts'
import { mutantsOf } from './mutate-items/mutants.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { item: { type: 'string' } } })
const name = positionals[0] ?? defaultChecklist
const { checklists } = await loadTyped([name])
const [checklist] = checklists
if (checklist === undefined) throw new Error(`The checklist ${name} has mistakes; "proviso compile" shows them.`)

const folder = join(import.meta.dirname, '../policies', checklist.id, 'cases')
const documents = new Map<string, FactsDocument[]>()
for (const each of readCases(folder)) {
  if (values.item !== undefined && values.item !== each.item) continue
  const { document } = await withRepository(each, (scanned) => extractFacts(scanned, [extractionPlan(checklist)]))
  documents.set(each.item, [...(documents.get(each.item) ?? []), document])
}

let survived = 0
let made = 0
for (const item of checklist.items) {
  if (values.item !== undefined && values.item !== item.id) continue
  const cases = documents.get(item.id) ?? []
  const sound = cases.map((document) => seen(checklist, item, document))
  for (const mutant of mutantsOf(checklist, item)) {
    made++
    const noticed = cases.some((document, index) => seen(mutant.checklist, mutant.item, document) !== sound[index])
    if (noticed) continue
    survived++
    process.stdout.write(`${item.id}: nobody notices if ${mutant.what}\n`)
  }
}
process.stdout.write(`${made - survived} of ${made} changes are noticed\n`)
process.exitCode = survived > 0 ? 1 : 0

/** What a person would see of an item: its verdict, and the places of what it found. */
function seen(whole: TypedChecklist, item: TypedItem, document: FactsDocument): string {
  const answer: Answer = interpret({ ...whole, items: [item] }, document)
  const found = answer.items[item.id] ?? unreachable(item.id as never)
  const places = found.checks.map(({ findings }) => findings.map(({ at }) => `${at.path}:${at.line}:${at.column}`))
  return JSON.stringify([found.verdict, places, found.reviews.map(({ matched }) => matched > 0)])
}
