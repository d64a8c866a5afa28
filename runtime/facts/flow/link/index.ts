/** Links the files of a repository that are code, in whatever language: origins that other files decide, facts at the place of a caller, loggers. */
import type { KindName } from '../../../../compiler/index.ts'
import type { Extraction } from '../../extractor.ts'
import type { FileExtraction, Linker } from '../../link.ts'
import { distinct } from '../distinct.ts'
import type { ModuleSummary } from '../summary.ts'
import type { Term } from '../term.ts'
import { callersIn, callersOf } from './callers.ts'
import { closed } from './closed.ts'
import { fallbacksAtCallers } from './fallbacks.ts'
import { withHandedPath } from './handed-paths.ts'
import { type LiftedFact, liftedFacts } from './lift.ts'
import { Loggers } from './loggers.ts'
import { Program } from './program.ts'
import { fuel, Resolver } from './resolver.ts'
import { type AnyFact, kindsWithOrigins, termsIn, withOrigins } from './slots.ts'

export const valueLinker: Linker = {
  name: 'values',
  sets: kindsWithOrigins,
  // Every file of the repository may decide what a value in another one is.
  reads: ['function'],
  link(extractions, _tree, budget) {
    const summaries = extractions.flatMap(({ extraction }) => summaryOf(extraction) ?? [])
    if (summaries.length === 0) return extractions
    const program = new Program(summaries)
    const callers = callersIn(program)
    const resolver = new Resolver(program, callers, budget)
    const loggers = new Loggers(program, summaries)
    const settled = extractions.map((each) => (summaryOf(each.extraction) === undefined ? each : loggers.settle(each)))
    const read = settled.filter(({ extraction }) => summaryOf(extraction) !== undefined)
    const byFile = new Map(read.map(({ file, extraction }) => [file.path, extraction]))
    const chosen = summaries.flatMap(({ path, functions }) =>
      factsOf(byFile.get(path), 'fallback').flatMap((fact) => {
        const definition = functions[fact.function as number]?.start ?? 0
        return fallbacksAtCallers(resolver, fact, callersOf(callers, path, definition))
      }),
    )
    const lifted = Map.groupBy(
      [...chosen, ...liftedFacts(program, callers, resolver, (file, kind) => factsOf(byFile.get(file), kind))],
      ({ file }) => file,
    )
    const tests = new Set(read.flatMap(({ file }) => (file.role === 'test' ? [file.path] : [])))
    const handed = (fact: AnyFact): AnyFact =>
      withHandedPath(fact, termsIn(fact, 'path_origins'), resolver, callers, (path) => tests.has(path))
    return settled.map((each) =>
      summaryOf(each.extraction) === undefined
        ? each
        : filled(each, resolver, lifted.get(each.file.path) ?? [], handed),
    )
  },
}

const summaryOf = ({ summary }: Extraction): ModuleSummary | undefined => summary as ModuleSummary | undefined

const factsOf = (extraction: Extraction | undefined, kind: KindName): readonly AnyFact[] =>
  (extraction?.facts[kind] ?? []) as readonly AnyFact[]

/** Kinds with a path, and the purpose of the file there. */
const pathKinds: ReadonlySet<KindName> = new Set(['file_access', 'file_write'])

/** `handed` puts into a fact with a path what callers tell of it. */
function filled(
  each: FileExtraction,
  resolver: Resolver,
  lifted: readonly LiftedFact[],
  handed: (fact: AnyFact) => AnyFact,
): FileExtraction {
  const { extraction } = each
  const change = (terms: readonly Term[]): readonly Term[] => {
    if (terms.every(({ open }) => open === undefined)) return terms
    return distinct(resolver.resolve(terms, fuel).map(closed))
  }
  const facts: Partial<Record<KindName, readonly AnyFact[]>> = { ...extraction.facts }
  for (const kind of kindsWithOrigins) {
    const own = facts[kind]
    if (own === undefined) continue
    const above = lifted.filter((fact) => fact.kind === kind).map(({ fact }) => fact)
    const told = pathKinds.has(kind) ? own.map(handed) : own
    facts[kind] = [...told.map((fact) => withOrigins(kind, fact, change)), ...above]
  }
  // The schema says what the facts are; here they were looked at through it.
  return { ...each, extraction: { ...extraction, facts: facts as Extraction['facts'] } }
}
