/** Terms that say the same are told once, and not more of them than tell anything. */
import { unreachable } from '../../../compiler/index.ts'
import { mostTerms, type Open, type Path, pathText, type Term } from './term.ts'

/** More sources in turn are told apart by a text of each. */
const few = 8

/**
 * Each sort and name once, all literals as one; one of form "unknown" where there are more than 16. The list itself where
 * nothing is said twice, so that what was found out about it is found again.
 */
export function distinct(terms: readonly Term[]): readonly Term[] {
  const [first] = terms
  if (first === undefined || terms.length < 2) return terms
  if (first.position !== undefined && terms.length > few) return distinctInTurn(terms, first)
  const found: Term[] = []
  for (const term of terms) {
    const index = found.findIndex((other) => isSame(other, term))
    const known = found[index]
    if (known === undefined) found.push(term)
    else if (term.whole && !known.whole) found[index] = { ...known, whole: true }
    // However many there are besides, they come to the same.
    if (found.length > mostTerms) return [unknownAt(first)]
  }
  return found.length === terms.length ? terms : found
}

/** Sources in turn are as many as they are; each of them is bounded. */
function distinctInTurn(terms: readonly Term[], first: Term): readonly Term[] {
  const found = new Map<string, Term>()
  for (const term of terms) {
    const key = identity(term)
    const known = found.get(key)
    if (known === undefined) found.set(key, term)
    else if (term.whole && !known.whole) found.set(key, { ...known, whole: true })
  }
  if (found.size <= mostTerms) return [...found.values()]
  const sources = Map.groupBy(found.values(), ({ position }) => position)
  return sources.size > 1 ? [...sources.values()].flatMap(distinct) : [unknownAt(first)]
}

function unknownAt({ at, text, position }: Term): Term {
  const turn = position === undefined ? {} : { position }
  return { at, form: 'unknown', text, query_keys: [], whole: true, encoded: false, ...turn }
}

function isSame(one: Term, other: Term): boolean {
  return (
    one.form === other.form &&
    (one.form === 'literal' || (one.name ?? '') === (other.name ?? '')) &&
    one.encoded === other.encoded &&
    one.held === other.held &&
    one.within === other.within &&
    one.position === other.position &&
    isSameList(one.query_keys, other.query_keys) &&
    isSameOpen(one.open, other.open)
  )
}

function isSameOpen(one: Open | undefined, other: Open | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  switch (one.kind) {
    case 'parameter':
      return (
        other.kind === 'parameter' &&
        one.function === other.function &&
        one.name === other.name &&
        one.file === other.file &&
        isSameList(one.path, other.path)
      )
    case 'result':
    case 'raised':
      return (
        other.kind === one.kind &&
        one.call === other.call &&
        one.file === other.file &&
        isSameList(one.path, other.path)
      )
    case 'global':
      return other.kind === 'global' && one.name === other.name && isSameList(one.path, other.path)
    case 'source':
      return (
        other.kind === 'source' &&
        one.asked.length === other.asked.length &&
        one.asked.every((term, index) => isSame(term, other.asked[index] as Term))
      )
    default:
      return unreachable(one)
  }
}

const isSameList = (one: Path, other: Path): boolean =>
  one === other || (one.length === other.length && one.every((key, index) => key === other[index]))

/** Of terms that are the same, the same; made of many at a time. */
function identity({ form, name, encoded, open, held, within, query_keys, position }: Term): string {
  const origin = `${position ?? ''} ${held ?? ''} ${within ?? ''} ${form} ${form === 'literal' ? '' : (name ?? '')} ${encoded} ${query_keys.join('&')}`
  switch (open?.kind) {
    case undefined:
      return origin
    case 'parameter':
      return `${origin} ${open.file} ${open.function} ${open.name} ${pathText(open.path)}`
    case 'result':
    case 'raised':
      return `${origin} ${open.kind} ${open.file} ${open.call} ${pathText(open.path)}`
    case 'global':
      return `${origin} ${open.name} ${pathText(open.path)}`
    case 'source':
      return `${origin} ${open.asked.map(identity).join('+')}`
    default:
      return unreachable(open)
  }
}
