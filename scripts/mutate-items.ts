/**
 * Breaks each clause of each item, and of each definition that items share, and looks whether a case notices: a part of
 * a condition is dropped or turned around, a value taken out of a list, a bound moved, a whole check left out. What
 * survives has no case that shows what it is for, or a reason in `mutate-items/equivalent.yaml` why none can.
 *
 *     node scripts/mutate-items.ts [CHECKLIST] [--item CRED-01]
 *
 * Exit code 1 if something survives without a reason, or a reason is given for what a case notices.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultChecklist, loadTyped } from '../cli/checklists.ts'
import { type Answer, type FactsDocument, type TypedChecklist, type TypedItem, unreachable } from '../compiler/index.ts'
import { extractionPlan } from '../compiler/pipeline.ts'
import type { Selection } from '../compiler/plan/extraction.ts'
import { readCases } from '../runtime/cases/index.ts'
import { withRepository } from '../runtime/cases/repository.ts'
import { extractFacts } from '../runtime/facts/index.ts'
import { interpret } from '../runtime/interpret/index.ts'
import { equivalents } from './mutate-items/equivalents.ts'
import { mutantsOfDefinition, mutantsOfItem, usedBy } from './mutate-items/mutants.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { item: { type: 'string' } } })
const name = positionals[0] ?? defaultChecklist
const { checklists } = await loadTyped([name])
const [checklist] = checklists
if (checklist === undefined) throw new Error(`The checklist ${name} has mistakes; "proviso compile" shows them.`)

const allCases = readCases(join(import.meta.dirname, '../policies', checklist.id, 'cases'))

/** Facts of all kinds that the checklist knows, also those that only a broken item would ask for. */
const plan = extractionPlan(checklist)
const everywhere = { anywhere: true, globs: [], languages: [], roles: [], vendored: false, templates: false }
const all: Selection = { scope: everywhere, condition: { kind: 'always' } }
const everything = { ...plan, kinds: plan.kinds.map(({ kind }) => ({ kind, selections: [all] })) }

interface Judged {
  readonly document: FactsDocument
  readonly sound: string
}

const judged = new Map<string, readonly Judged[]>()

/** The cases of an item with what it comes to as it stands, extracted once. */
async function casesOf(item: TypedItem, whole: TypedChecklist): Promise<readonly Judged[]> {
  const known = judged.get(item.id)
  if (known !== undefined) return known
  const cases: Judged[] = []
  for (const each of allCases.filter((one) => one.item === item.id)) {
    const { document } = await withRepository(each, (scanned) => extractFacts(scanned, everything))
    const unchanged = whole.items.find(({ id }) => id === item.id) ?? item
    cases.push({ document, sound: seen(whole, unchanged, document) })
  }
  judged.set(item.id, cases)
  return cases
}

const items = checklist.items.filter(({ id }) => values.item === undefined || id === values.item)
const definitions = checklist.definitions.filter((each) => items.some((item) => usedBy(checklist, item).includes(each)))
const mutants = [
  ...items.flatMap((item) => mutantsOfItem(checklist, item).map((mutant) => ({ in: item.id, mutant }))),
  ...definitions.flatMap((each) =>
    mutantsOfDefinition(checklist, each).map((mutant) => ({ in: `"${each.name}"`, mutant })),
  ),
]
const explained = equivalents(items.length === checklist.items.length ? undefined : items.map(({ id }) => id))
let [noticedAll, survived] = [0, 0]
for (const { in: place, mutant } of mutants) {
  let noticed = false
  for (const item of mutant.items) {
    const cases = await casesOf(item, checklist)
    noticed ||= cases.some(({ document, sound }) => seen(mutant.checklist, item, document) !== sound)
  }
  if (noticed) noticedAll++
  if (noticed || explained.take(place, mutant.what)) continue
  survived++
  process.stdout.write(`${place}: nobody notices if ${mutant.what}\n`)
}
for (const { in: place, what } of explained.left) {
  process.stdout.write(`${place}: a reason is given, but a case notices, or nothing can be so changed: ${what}\n`)
}
const without = mutants.length - noticedAll - survived
process.stdout.write(
  `${noticedAll} of ${mutants.length} changes are noticed, ${without} cannot be, ${survived} are not explained\n`,
)
process.exitCode = survived + explained.left.length > 0 ? 1 : 0

/** What a person would see of an item: its verdict, and the places of what it found. */
function seen(whole: TypedChecklist, item: TypedItem, document: FactsDocument): string {
  const answer: Answer = interpret({ ...whole, items: [item] }, document)
  const found = answer.items[item.id] ?? unreachable(item.id as never)
  const places = found.checks.flatMap(({ findings }) => findings.map(({ at }) => `${at.path}:${at.line}:${at.column}`))
  return JSON.stringify([found.verdict, places, found.reviews.map(({ matched }) => matched > 0)])
}
