import { isDeepStrictEqual } from 'node:util'
import { readPlan } from '../../compiler/plan/read.ts'
import { compileModule } from '../../compiler/wasm/module.ts'
import { loadPolicy } from '../../runtime/evaluate/index.ts'

/** A case of OPA's compliance suite with the plan that OPA made of it (the fields of OPA's `v1/test/cases/cases.go`). */
export interface ComplianceCase {
  readonly note: string
  readonly data?: object
  readonly input?: unknown
  readonly input_term?: string
  readonly want_result?: readonly unknown[]
  readonly want_defined?: boolean
  readonly want_error_code?: string
  readonly want_error?: string
  readonly strict_error?: boolean
  readonly sort_bindings?: boolean
  readonly plan?: unknown
}

export type CaseOutcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly why: string }
  /** `missing` has the statements and builtins that there are none for, if that is why. */
  | { readonly kind: 'skipped'; readonly why: string; readonly missing: readonly string[] }

/** What OPA's own WASM does not pass either. */
const known = new Map([
  ['data/toplevel integer', 'numbers are no keys of the data (open-policy-agent/opa#3711)'],
  ['data/nested integer', 'numbers are no keys of the data (open-policy-agent/opa#3711)'],
])

const failed = (why: string): CaseOutcome => ({ kind: 'failed', why })
const skipped = (why: string, missing: readonly string[] = []): CaseOutcome => ({ kind: 'skipped', why, missing })

/** Never throws: what the compiler or the module does wrong is a failure of the case. */
export function runCase(each: ComplianceCase, library: Uint8Array): CaseOutcome {
  if (each.plan === undefined) return skipped('it has no plan')
  if (each.input_term !== undefined && !isJson(each.input_term)) return skipped('its input is a Rego term, not JSON')
  const excused = known.get(each.note)
  try {
    const read = readPlan(JSON.stringify(each.plan))
    if (read.kind === 'refused') return skipped(read.reason)
    const compiled = compileModule(read.policy, library)
    if (compiled.kind === 'refused') return skipped(`missing ${compiled.missing.join(', ')}`, compiled.missing)
    if (excused !== undefined) return skipped(excused)
    const policy = loadPolicy(compiled.bytes)
    policy.setData(each.data ?? {})
    const text = each.input === undefined ? (each.input_term ?? '') : JSON.stringify(each.input)
    // Encoders may give a part of a larger buffer; the SDK takes a buffer as a whole.
    const input = Uint8Array.from(new TextEncoder().encode(text))
    return judged(each, policy.evaluate(input.buffer))
  } catch (error) {
    return judgedError(each, error instanceof Error ? error.message : String(error))
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Errors of builtins make a result undefined in WASM, so that such cases expect an empty result set. */
function judged(each: ComplianceCase, result: readonly unknown[]): CaseOutcome {
  const found = JSON.stringify(result)
  if (each.want_error_code === 'eval_conflict_error') return failed(`a conflict was expected, found ${found}`)
  if (each.want_error_code !== undefined || each.strict_error === true) {
    return result.length === 0 || each.want_result !== undefined
      ? compared(each, result)
      : failed(`nothing was expected, found ${found}`)
  }
  if (each.want_defined !== undefined) {
    return result.length > 0 === each.want_defined ? { kind: 'passed' } : failed(`found ${found}`)
  }
  return compared(each, result)
}

function compared(each: ComplianceCase, result: readonly unknown[]): CaseOutcome {
  const order = each.sort_bindings === true ? sorted : same
  const wanted = each.want_result ?? []
  const matches = isDeepStrictEqual(bag(order(result)), bag(order(wanted)))
  return matches ? { kind: 'passed' } : failed(`wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(result)}`)
}

function judgedError(each: ComplianceCase, message: string): CaseOutcome {
  const conflict = /var assignment conflict|object insert conflict/.test(message)
  return each.want_error_code === 'eval_conflict_error' && conflict ? { kind: 'passed' } : failed(message)
}

const same = (value: unknown): unknown => value

/** Arrays within the bindings, in an order of their own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).toSorted(byText)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]))
}

/** Result sets have no order. */
const bag = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted(byText) : value)

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
