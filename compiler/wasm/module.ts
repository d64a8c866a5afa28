/** A policy and the runtime library → one module with the OPA ABI. */
import { compilePattern } from '../patterns/index.ts'
import type { Policy } from '../plan/ir.ts'
import type { EmittedFunction } from './code.ts'
import { configBlock } from './config-block.ts'
import { type PolicyContext, siteSize } from './emit/context.ts'
import { emitDispatch, emitFunction, emitPlan } from './emit/functions.ts'
import { readLibrary } from './library.ts'
import { link } from './link.ts'
import { StaticData } from './static-data.ts'

export type ModuleOutcome =
  | { readonly kind: 'module'; readonly bytes: Uint8Array; readonly functions: readonly EmittedFunction[] }
  /** Statements and builtins that the policy needs and there are none for, by name. */
  | { readonly kind: 'refused'; readonly missing: readonly string[] }

export function compileModule(policy: Policy, libraryBytes: Uint8Array): ModuleOutcome {
  const library = readLibrary(libraryBytes)
  const funcs = policy.funcs?.funcs ?? []
  const memoized = funcs.filter((func) => func.params.length === 2)
  const data = new StaticData(align(library.end))
  const sites = { count: 0, base: data.reserve(countDots(policy) * siteSize) }
  const context: PolicyContext = {
    policy,
    data,
    functions: new Map(funcs.map((func) => [func.name, `policy ${func.name}`])),
    builtins: library.arity,
    missing: new Set(),
    sites,
    patternOf: (source) => {
      const pattern = compilePattern(source)
      return pattern.kind === 'pattern' ? data.pattern(source, pattern.bytes) : undefined
    },
  }
  const plans = policy.plans.plans.map((plan) => emitPlan(context, plan, `plan ${plan.name}`))
  const functions = [
    ...funcs.map((func) => {
      const memo = memoized.indexOf(func)
      return emitFunction(context, func, `policy ${func.name}`, memo < 0 ? undefined : memo)
    }),
    ...plans,
    emitDispatch(
      context,
      plans.map((plan) => plan.name),
    ),
  ]
  if (context.missing.size > 0) return { kind: 'refused', missing: [...context.missing].sort() }
  const entrypoints = Object.fromEntries(policy.plans.plans.map((plan, index) => [plan.name, index]))
  const config = configOf(data, entrypoints, sites, memoized.length)
  return { kind: 'module', functions, bytes: link(library, { functions, dispatch: 'dispatch', data, config }) }
}

function configOf(
  data: StaticData,
  entrypoints: Readonly<Record<string, number>>,
  sites: { readonly base: number; readonly count: number },
  memoized: number,
): ReadonlyMap<number, number> {
  const place = (value: object) => {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    return [data.place(bytes), bytes.length] as const
  }
  const [builtinsAt, builtinsLength] = place({})
  const [entrypointsAt, entrypointsLength] = place(entrypoints)
  return new Map([
    [configBlock.builtins, builtinsAt],
    [configBlock.builtinsLength, builtinsLength],
    [configBlock.entrypoints, entrypointsAt],
    [configBlock.entrypointsLength, entrypointsLength],
    [configBlock.sites, sites.base],
    [configBlock.sitesLength, sites.count * siteSize],
    [configBlock.memoized, memoized],
  ])
}

/** An upper bound of the sites, known before anything is emitted: the statements that read a key. */
function countDots(policy: Policy): number {
  return JSON.stringify(policy).split('"DotStmt"').length - 1
}

const align = (address: number): number => (address + 7) & ~7
