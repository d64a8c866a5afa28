/** What a file is for, told of the values that are read from it, too: both are found at the place where it is opened. */
import type { Place } from '../../../../compiler/index.ts'
import type { FileExtraction, Linker } from '../../link.ts'
import type { Term } from '../flow/term.ts'
import { type AnyFact, kindsWithOrigins, withOrigins } from '../link/slots.ts'
import type { Purpose } from './purposes.ts'

export const filePurposeLinker: Linker = {
  name: 'python files',
  sets: kindsWithOrigins,
  reads: ['file_access'],
  link(extractions) {
    const purposes = purposesByPlace(extractions)
    return purposes.size === 0 ? extractions : extractions.map((each) => told(each, purposes))
  },
}

const keyOf = ({ path, line, column }: Place): string => `${path}:${line}:${column}`

/** Only those that say something. */
function purposesByPlace(extractions: readonly FileExtraction[]): ReadonlyMap<string, Purpose> {
  const accesses = extractions
    .filter(({ extractor }) => extractor === 'python' || extractor === 'javascript')
    .flatMap(({ extraction }) => extraction.facts.file_access ?? [])
  return new Map(
    accesses.filter(({ purpose }) => purpose !== 'other').map(({ at, purpose }) => [keyOf(at), purpose] as const),
  )
}

function told(each: FileExtraction, purposes: ReadonlyMap<string, Purpose>): FileExtraction {
  const { extraction } = each
  const change = (terms: readonly Term[]): readonly Term[] =>
    terms.some((term) => isOpen(term, purposes)) ? terms.map((term) => withPurpose(term, purposes)) : terms
  const facts: Record<string, readonly AnyFact[]> = {}
  for (const kind of kindsWithOrigins) {
    const own = extraction.facts[kind] as readonly AnyFact[] | undefined
    if (own !== undefined) facts[kind] = own.map((fact) => withOrigins(kind, fact, change))
  }
  return { ...each, extraction: { ...extraction, facts: { ...extraction.facts, ...facts } } }
}

const isOpen = ({ form, purpose, at }: Term, purposes: ReadonlyMap<string, Purpose>): boolean =>
  form === 'file' && (purpose === undefined || purpose === 'other') && purposes.has(keyOf(at))

function withPurpose(term: Term, purposes: ReadonlyMap<string, Purpose>): Term {
  const purpose = isOpen(term, purposes) ? purposes.get(keyOf(term.at)) : undefined
  return purpose === undefined ? term : { ...term, purpose }
}
