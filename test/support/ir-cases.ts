import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { compileModule } from '../../compiler/wasm/module.ts'
import { loadPolicy } from '../../runtime/evaluate/index.ts'
import { golden } from './golden.ts'
import { policyOf, type Rules, Strings } from './ir.ts'
import { libraryBytes } from './library.ts'
import { printFunctions } from './wat.ts'

/** What statements mean (OPA, docs/docs/ir.md), shown by a rule `p` and what it comes to for an input. */
export interface IrCase {
  readonly name: string
  readonly rules: (strings: Strings) => Rules
  readonly input?: unknown
  /** Absent where `p` is undefined. */
  readonly want?: unknown
  /** The message with which the evaluation ends. */
  readonly conflict?: string
  /** The golden file that shows the emitted code, for the cases that say most. */
  readonly shown?: string
}

export function checkCases(cases: readonly IrCase[]): void {
  for (const each of cases) test(each.name, () => check(each))
}

function check({ rules, input, want, conflict, shown }: IrCase): void {
  const strings = new Strings()
  const body = rules(strings)
  const compiled = compileModule(policyOf(strings, body), libraryBytes())
  assert(compiled.kind === 'module', JSON.stringify(compiled))
  if (shown !== undefined) {
    golden(join(import.meta.dirname, `../wasm/golden/${shown}.wat`), printFunctions(compiled.functions))
  }
  const policy = loadPolicy(compiled.bytes)
  const text = input === undefined ? '' : JSON.stringify(input)
  const evaluate = () => policy.evaluate(Uint8Array.from(new TextEncoder().encode(text)).buffer)
  if (conflict !== undefined) assert.throws(evaluate, { code: 'EVALUATION_ABORTED', message: new RegExp(conflict) })
  else assert.deepEqual(evaluate(), want === undefined ? [] : [{ result: want }])
}
