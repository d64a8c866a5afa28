/**
 * The evaluators, side by side: the direct interpreter of a typed checklist, our module in OPA's SDK, and real `opa` on
 * the text that we print, where there is one. They have to agree on every case; what they agree on is the answer.
 */
import assert from 'node:assert/strict'
import type { TypedChecklist } from '../../compiler/check/typed.ts'
import { plan } from '../../compiler/plan/planner.ts'
import { lower } from '../../compiler/rego/lower/index.ts'
import { printModule } from '../../compiler/rego/print.ts'
import type { Module } from '../../compiler/rego/tree.ts'
import type { Answer } from '../../compiler/wasm/answer.ts'
import { compileModule } from '../../compiler/wasm/module.ts'
import { type LoadedPolicy, loadPolicy } from '../../runtime/evaluate/index.ts'
import { interpret } from '../../runtime/interpret/index.ts'
import { libraryBytes } from './library.ts'
import { evaluate, type OpaCase, withoutOpa } from './opa.ts'

/** What all evaluators say of checklists, by the names of the cases; `module` of a case is the package's last part. */
export function judge(
  checklists: readonly TypedChecklist[],
  cases: readonly OpaCase[],
): Readonly<Record<string, Answer>> {
  const answers = answersOf(checklists.map(lower), cases) as Readonly<Record<string, Answer>>
  const byPackage = new Map(checklists.map((checklist) => [checklist.id.replaceAll('-', '_'), checklist]))
  for (const { name, module, input } of cases) {
    const checklist = byPackage.get(module)
    assert(checklist !== undefined, `there is a checklist for the package ${module}`)
    assert.deepEqual(answers[name], interpret(checklist, input), `our module and the interpreter disagree on ${name}`)
  }
  return answers
}

/** The same of Rego trees, for which there is no interpreter. By the names of the cases; a case for which the result is undefined has no entry. */
export function answersOf(modules: readonly Module[], cases: readonly OpaCase[]): Readonly<Record<string, unknown>> {
  const policies = new Map(modules.map((module) => [module.package.at(-1), loadModule(module)]))
  const found: Record<string, unknown> = {}
  for (const { name, module, input } of cases) {
    const text = input === undefined ? '' : JSON.stringify(input)
    const facts = Uint8Array.from(new TextEncoder().encode(text)).buffer
    const policy = policies.get(module)
    assert(policy !== undefined, `there is a module ${module}`)
    const [binding] = policy.evaluate(facts) as readonly { readonly result: unknown }[]
    if (binding !== undefined) found[name] = binding.result
  }
  if (withoutOpa === false) {
    const judged = evaluate(modules.map(printModule), cases)
    for (const { name } of cases) assert.deepEqual(found[name], judged[name], `our module and opa disagree on ${name}`)
  }
  return found
}

export function loadModule(module: Module): LoadedPolicy {
  const compiled = compileModule(plan(module), libraryBytes())
  assert(compiled.kind === 'module', `missing: ${JSON.stringify(compiled)}`)
  return loadPolicy(compiled.bytes)
}
