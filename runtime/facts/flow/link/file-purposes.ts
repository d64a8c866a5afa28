/**
 * What a file is for that a function opens by the path it is given: told by what callers give. And what a file is for,
 * told of the values that are read from it, too: both are found at the place where it is opened.
 */
import type { Place } from '../../../../compiler/index.ts'
import type { LocalFact } from '../../extractor.ts'
import type { FileExtraction, Linker } from '../../link.ts'
import type { FilePurpose } from '../../path-role.ts'
import { marksRun, wordPurpose } from '../purpose-words.ts'
import type { Term } from '../term.ts'
import { type AnyFact, kindsWithOrigins, withOrigins } from './slots.ts'

export const filePurposeLinker: Linker = {
  name: 'purposes of files',
  sets: kindsWithOrigins,
  reads: ['file_access'],
  link(extractions) {
    const known = extractions.map(withPathsOfCallers)
    const purposes = purposesByPlace(known)
    return purposes.size === 0 ? known : known.map((each) => told(each, purposes))
  },
}

/** Kinds with a path and the purpose of the file there. */
const pathKinds = ['file_access', 'file_write'] as const

function withPathsOfCallers(each: FileExtraction): FileExtraction {
  if (each.extractor !== 'python' && each.extractor !== 'javascript') return each
  const { facts } = each.extraction
  const changed = pathKinds.flatMap((kind) => {
    const own: readonly OfPath[] | undefined = facts[kind]
    const isAsked = own?.some((fact) => fact.purpose === 'other' || fact.file_name === undefined) ?? false
    return own === undefined || !isAsked ? [] : [[kind, own.map(byOrigins)] as const]
  })
  if (changed.length === 0) return each
  return { ...each, extraction: { ...each.extraction, facts: { ...facts, ...Object.fromEntries(changed) } } }
}

type OfPath = LocalFact<'file_access'> | LocalFact<'file_write'>

/** The last part of a path that is written as a text. */
const nameIn = (text: string): readonly string[] =>
  /^(['"])(?:[^'"\\]*\/)?([\w-]*\.?[\w-]+(?:\.[\w-]+)*)\1$/.exec(text)?.slice(2) ?? []

/** Only where all that tells something tells the same: a helper that opens whatever it is given is for nothing. */
function byOrigins(fact: OfPath): OfPath {
  // What lies behind the path of the state makes it another file.
  if (marksRun(fact.path_text)) return fact
  const origins = (fact.path_origins as readonly Term[]).filter(({ form }) => form !== 'call')
  const told = new Set(origins.flatMap(({ name, text }) => wordPurpose(`${name ?? ''} ${text}`, false) ?? []))
  const [purpose = fact.purpose, other] = fact.purpose === 'other' ? told : [fact.purpose]
  const [name, another] = new Set(origins.flatMap(({ form, text }) => (form === 'literal' ? nameIn(text) : [])))
  const isNamed = fact.file_name === undefined && name !== undefined && another === undefined
  return { ...fact, ...(other === undefined ? { purpose } : {}), ...(isNamed ? { file_name: name } : {}) }
}

const keyOf = ({ path, line, column }: Place): string => `${path}:${line}:${column}`

/** Only those that say something. */
function purposesByPlace(extractions: readonly FileExtraction[]): ReadonlyMap<string, FilePurpose> {
  const accesses = extractions
    .filter(({ extractor }) => extractor === 'python' || extractor === 'javascript')
    .flatMap(({ extraction }) => extraction.facts.file_access ?? [])
  return new Map(
    accesses.filter(({ purpose }) => purpose !== 'other').map(({ at, purpose }) => [keyOf(at), purpose] as const),
  )
}

function told(each: FileExtraction, purposes: ReadonlyMap<string, FilePurpose>): FileExtraction {
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

const isOpen = ({ form, purpose, at }: Term, purposes: ReadonlyMap<string, FilePurpose>): boolean =>
  form === 'file' && (purpose === undefined || purpose === 'other') && purposes.has(keyOf(at))

function withPurpose(term: Term, purposes: ReadonlyMap<string, FilePurpose>): Term {
  const purpose = isOpen(term, purposes) ? purposes.get(keyOf(term.at)) : undefined
  return purpose === undefined ? term : { ...term, purpose }
}
