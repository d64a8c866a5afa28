/**
 * The stages in order. Each takes what the one before gives and nothing else:
 *
 *     sources ─parse▶ trees ─check▶ typed checklist ─lower▶ Rego tree ─print▶ policy.rego
 *                                         │                  └───plan▶ OPA's plan ─compile▶ policy.wasm
 *                                         └─▶ extraction plan, item table
 */

import { check } from './check/index.ts'
import { type ItemTable, itemTable } from './check/item-table.ts'
import type { TypedChecklist } from './check/typed.ts'
import { hasErrors, type Outcome } from './diagnostics/diagnostic.ts'
import type { Source, Span } from './diagnostics/span.ts'
import { type File, parse } from './language/index.ts'
import { extractionPlan } from './plan/extract.ts'
import type { ExtractionPlan } from './plan/extraction.ts'
import type { Policy } from './plan/ir.ts'
import { plan } from './plan/planner.ts'
import { lower } from './rego/lower/index.ts'
import { printModule } from './rego/print.ts'
import type { Module } from './rego/tree.ts'
import { assert } from './unreachable.ts'
import type { EmittedFunction } from './wasm/code.ts'
import { type ItemFunctions, withItems } from './wasm/item-section.ts'
import { compileModule } from './wasm/module.ts'
import { sealed } from './wasm/seal.ts'

export { usedPath } from './check/index.ts'
export { format } from './format/index.ts'
export { parse } from './language/index.ts'
export { extractionPlan } from './plan/extract.ts'

export interface Compiled {
  readonly checklist: TypedChecklist
  readonly rego: string
  readonly plan: Policy
  readonly module: Uint8Array
  /** What the module has beside the library, for golden files. */
  readonly functions: readonly EmittedFunction[]
  readonly extraction: ExtractionPlan
  readonly items: ItemTable
}

/**
 * `sources` are the checklist, whose path is `entry`, and every file that it uses, by way of others too; paths are
 * relative to one root. `library` is the built runtime library. The value is undefined if there is an error.
 */
export function compile(sources: readonly Source[], entry: string, library: Uint8Array): Outcome<Compiled | undefined> {
  const { value: checklist, diagnostics } = analyse(sources, entry)
  if (checklist === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics }
  const rego = lower(checklist)
  const policy = plan(rego)
  const compiled = compileModule(policy, library)
  const missing = compiled.kind === 'refused' ? compiled.missing.join(', ') : ''
  assert(compiled.kind === 'module', `the library has what policies need; missing: ${missing}`)
  return {
    value: {
      checklist,
      rego: printModule(rego),
      plan: policy,
      module: sealed(withItems(compiled.bytes, itemFunctions(rego, policy, compiled.firstFunction))),
      functions: compiled.functions,
      extraction: extractionPlan(checklist),
      items: itemTable(checklist),
    },
    diagnostics,
  }
}

/** Rules of an item stand together, and functions in the order of the rules. */
function itemFunctions({ items = [] }: Module, { funcs }: Policy, firstFunction: number): ItemFunctions {
  const indexes = new Map(funcs.funcs.map(({ path }, index) => [path.at(-1), firstFunction + index]))
  return items.map(({ id, rules }) => {
    const own = rules.flatMap((name) => indexes.get(name) ?? [])
    const first = Math.min(...own)
    return [id, first, Math.max(...own) - first + 1] as const
  })
}

/** Parsing and checking only: all mistakes, and the typed checklist as far as it stands. */
export function analyse(sources: readonly Source[], entry: string): Outcome<TypedChecklist | undefined> {
  const parsed = sources.map((source) => ({ source, outcome: parse(source) }))
  const main = parsed.find(({ source }) => source.path === entry)
  assert(main !== undefined, 'the checklist is among its sources')
  const files = new Map(parsed.map(({ source, outcome }) => [source.path, outcome.value]))
  const checked = check(files, main.source)
  const certain = checked.diagnostics.filter(({ span }) => !isDoubted(files.get(span.path), span))
  const diagnostics = [...parsed.flatMap(({ outcome }) => outcome.diagnostics), ...certain]
  return { value: checked.value, diagnostics }
}

/** What was read as it was probably meant is mended before anything else is said of it. */
function isDoubted(file: File | undefined, { start }: Span): boolean {
  const doubted = file?.doubted ?? []
  let [low, high] = [0, doubted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((doubted[middle] as Span).end <= start) low = middle + 1
    else high = middle
  }
  const span = doubted[low]
  return span !== undefined && span.start <= start
}
