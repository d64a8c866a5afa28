/** What a name that stands for nothing was probably meant to be, as a hint and as a change of the text. */
import { type Fix, write } from '../../diagnostics/fix.ts'
import type { Span } from '../../diagnostics/span.ts'
import { isOneSlip, singularsOf, suggest } from '../../diagnostics/suggest.ts'

export interface Meant {
  readonly suggestion: string
  readonly fixes: readonly Fix[]
  /** The name itself where it is the singular of what is written: what is said of it can be looked at. */
  readonly singular?: string
}

/** One of the `known` names: in the singular, as `synonyms` have it, or near in its letters; else `otherwise`. */
export function meantBy(
  name: string,
  span: Span,
  known: readonly string[],
  synonyms: Readonly<Record<string, string>> = {},
  otherwise = '',
): Meant {
  const lower = name.toLowerCase().replaceAll('-', '_')
  const candidates = singularsOf(lower).flatMap((each) => [
    each,
    ...(Object.hasOwn(synonyms, each) ? [synonyms[each]] : []),
  ])
  const exact = candidates.find((each) => each !== undefined && known.includes(each))
  const found = exact ?? suggest(name, known)
  if (found === undefined) return { suggestion: otherwise, fixes: [] }
  const isSingular = singularsOf(lower).includes(found)
  // "comment" is near "command", and another word: a person can tell, and a fix would change what is checked.
  const isSure = exact !== undefined || isOneSlip(name, found)
  return {
    suggestion: `Did you mean "${found}"?`,
    fixes: isSure ? [write(span, found)] : [],
    ...(isSingular ? { singular: found } : {}),
  }
}

export const listed = (names: readonly string[]): string => names.join(', ')
