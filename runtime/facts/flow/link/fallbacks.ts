/**
 * Choices among sources that a caller hands over: at each call, what the function chooses from there. Sources that are the
 * function's own stay as they are.
 *
 *     def secret(name, file):                          of `secret`: file parameter, environment of an unknown name
 *         if name in file: return file[name]
 *         return os.environ[name]
 *     secret("KEY", read(".secrets"))                  here: the secrets file, then the environment's KEY
 */
import type { Term } from '../term.ts'
import type { Caller } from './callers.ts'
import type { LiftedFact } from './lift.ts'
import type { Resolver } from './resolver.ts'
import type { AnyFact } from './slots.ts'

/** Functions that choose for more callers than this are no loaders of settings. */
const mostCallers = 64

/** Nothing of a choice that no caller has a say in. `callers` are those of the function that the fact stands in. */
export function fallbacksAtCallers(
  resolver: Resolver,
  fact: AnyFact,
  callers: readonly Caller[],
): readonly LiftedFact[] {
  const sources = fact.sources as readonly Term[]
  if (callers.length > mostCallers || !sources.some(isForCaller)) return []
  return callers.map(({ file, site, called }) => ({
    file,
    kind: 'fallback',
    fact: { ...fact, at: site.at, function: site.owner, sources: resolver.atCall(sources, called, site) },
  }))
}

function isForCaller({ open }: Term): boolean {
  return open?.kind === 'parameter' || (open?.kind === 'source' && open.asked.some(isForCaller))
}
