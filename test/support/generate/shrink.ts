/** Cuts a case that goes wrong down to what it takes to go wrong. */
import type { FactsDocument, KindName } from '../../../compiler/index.ts'
import { kinds } from '../../../compiler/index.ts'
import { type Piece, simplified } from './pieces.ts'

export interface Case {
  readonly piece: Piece
  readonly document: FactsDocument
}

/** How often a case is tried to be made smaller before it is shown as it is. */
const mostTries = 3000

/** One part after another is made simpler, as long as the case still goes wrong. */
export function cutDown(found: Case, goesWrong: (tried: Case) => boolean): Case {
  let small = found
  let tries = 0
  for (let isSmaller = true; isSmaller && tries < mostTries; ) {
    isSmaller = false
    for (const tried of smallerThan(small)) {
      if (++tries >= mostTries) break
      if (!goesWrong(tried)) continue
      small = tried
      isSmaller = true
      break
    }
  }
  return small
}

function* smallerThan({ piece, document }: Case): Generator<Case> {
  for (const simpler of simplified(piece)) yield { piece: simpler, document }
  for (const fewer of fewerFacts(document)) if (isWhole(fewer)) yield { piece, document: fewer }
}

type Facts = readonly Readonly<Record<string, unknown>>[]

const listsOf = (document: FactsDocument): readonly (readonly [KindName, Facts])[] =>
  (Object.keys(kinds) as KindName[]).flatMap((kind) => {
    const list = document[kind] as Facts | undefined
    return list === undefined ? [] : [[kind, list]]
  })

/** Without something unread, without the last fact of a kind, without a field that may be missing. */
function* fewerFacts(document: FactsDocument): Generator<FactsDocument> {
  if (document.undecided.length > 0) yield { ...document, undecided: document.undecided.slice(0, -1) }
  for (const [kind, list] of listsOf(document)) {
    if (list.length > 0) yield { ...document, [kind]: list.slice(0, -1) }
    for (const [index, fact] of list.entries()) {
      for (const [field, { optional, type }] of Object.entries(kinds[kind].fields)) {
        if (!(field in fact)) continue
        const { [field]: value, ...rest } = fact
        if (optional) yield { ...document, [kind]: list.with(index, rest) }
        if (type.kind === 'list' && (value as readonly unknown[]).length > 0) {
          const fewer = (value as readonly unknown[]).slice(0, -1)
          yield { ...document, [kind]: list.with(index, { ...fact, [field]: fewer }) }
        }
      }
    }
  }
}

/** Whether every fact that another refers to is there, as the schema has it. */
function isWhole(document: FactsDocument): boolean {
  const isThere = (of: string, index: unknown) =>
    index === undefined || (document[of as KindName] as Facts | undefined)?.[index as number] !== undefined
  return listsOf(document).every(([kind, list]) => {
    const fields = Object.entries(kinds[kind].fields)
    return list.every((fact) => {
      const isInFile = !kinds[kind].inFile || isThere('file', fact.file)
      return (
        isInFile &&
        fields.every(([name, { type }]) => {
          if (type.kind === 'reference') return isThere(type.to, fact[name])
          if (type.kind !== 'list' || type.of.kind !== 'reference') return true
          const { to } = type.of
          return (fact[name] as readonly unknown[]).every((index) => isThere(to, index))
        })
      )
    })
  })
}
