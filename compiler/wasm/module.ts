/** A policy and the runtime library → one module with the OPA ABI. */
import { type Asked, askedOf } from '../plan/asked/index.ts'
import { definedFunctions } from '../plan/defined.ts'
import type { Policy } from '../plan/ir.ts'
import { refine } from '../plan/passes/index.ts'
import { rememberedFunctions } from '../plan/remembered.ts'
import { askedWord } from './asked.ts'
import type { EmittedFunction } from './code.ts'
import { configBlock, siteSize } from './config-block.ts'
import type { PolicyContext } from './emit/context.ts'
import { emitDispatch, emitFunction, emitPlan } from './emit/functions.ts'
import { fold } from './fold/index.ts'
import { readLibrary } from './library.ts'
import { firstFunctionOf, link } from './link.ts'
import { StaticData } from './static-data.ts'

export type ModuleOutcome =
  | {
      readonly kind: 'module'
      readonly bytes: Uint8Array
      /** What there is beside the library. */
      readonly functions: readonly EmittedFunction[]
      /** The index that the first of them has in the module. */
      readonly firstFunction: number
    }
  /** Statements and builtins that the policy needs and there are none for, by name. */
  | { readonly kind: 'refused'; readonly missing: readonly string[] }

/** Pure: the bytes of the built library are given. Entrypoints are the policy's plans, numbered in their order. */
export function compileModule(policy: Policy, libraryBytes: Uint8Array): ModuleOutcome {
  const refined = refine(policy)
  return emitModule(refined, libraryBytes, askedOf(refined), fold)
}

/** The same without what only makes it smaller and faster: the passes, reading no more than is asked for, and folding. */
export function emitModule(
  policy: Policy,
  libraryBytes: Uint8Array,
  asked: Asked = { kind: 'everything' },
  arranged: (functions: readonly EmittedFunction[]) => readonly EmittedFunction[] = (functions) => functions,
): ModuleOutcome {
  const library = readLibrary(libraryBytes)
  const data = new StaticData(align(library.end))
  const funcs = policy.funcs?.funcs ?? []
  const context: PolicyContext = {
    policy,
    data,
    functions: new Map(funcs.map((func) => [func.name, func])),
    library: library.arity,
    missing: new Set(),
    patterns: new Map(),
    searches: new Map(),
    sites: { count: 0 },
    remembered: rememberedFunctions(policy),
    memos: { count: 0 },
    defined: definedFunctions(policy),
  }
  const plans = policy.plans.plans.map((plan) => emitPlan(context, plan))
  const emitted = [...funcs.map((func) => emitFunction(context, func)), ...plans, emitDispatch(context, plans)]
  if (context.missing.size > 0) return { kind: 'refused', missing: [...context.missing].sort() }
  const functions = arranged(emitted)
  const names = policy.plans.plans.map(({ name }) => name)
  const config = placeConfig(context, names, asked)
  const sites = config.get(configBlock.sites) as number
  const bytes = link(library, { functions, dispatch: 'dispatch', data, sites, config })
  return { kind: 'module', functions, firstFunction: firstFunctionOf(library), bytes }
}

/** Places what the library reads through the config block, last the sites, and gives the words of the block. */
function placeConfig(
  { data, sites, memos }: PolicyContext,
  entrypoints: readonly string[],
  asked: Asked,
): ReadonlyMap<number, number> {
  const place = (value: object) => {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    return [data.place(bytes), bytes.length] as const
  }
  const [builtinsAt, builtinsLength] = place({})
  const [entrypointsAt, entrypointsLength] = place(Object.fromEntries(entrypoints.map((name, index) => [name, index])))
  const askedAt = askedWord(data, asked)
  const sitesLength = sites.count * siteSize
  return new Map([
    [configBlock.builtins, builtinsAt],
    [configBlock.builtinsLength, builtinsLength],
    [configBlock.entrypoints, entrypointsAt],
    [configBlock.entrypointsLength, entrypointsLength],
    [configBlock.sites, data.reserve(sitesLength)],
    [configBlock.sitesLength, sitesLength],
    [configBlock.memoized, memos.count],
    [configBlock.asked, askedAt],
  ])
}

const align = (address: number): number => (address + 7) & ~7
