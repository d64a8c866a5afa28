/** Facts of a repository as often as needed for a document of a size, as if it held itself that many times. */
import { type FactsDocument, type KindName, kinds, type Shape } from '../../compiler/index.ts'

type Record = Readonly<{ [name: string]: unknown }>

/** JSON of about as many bytes, and never less than the document once. References lead to the copy's own facts. */
export function multipliedFacts(document: FactsDocument, bytes: number): Uint8Array<ArrayBuffer> {
  const once = JSON.stringify(document).length
  const copies = Math.max(1, Math.round(bytes / once))
  const lists = Object.keys(document.extracted).map((name) => {
    const facts = (document[name as KindName] ?? []) as readonly Record[]
    const copied = Array.from({ length: copies }, (_, copy) =>
      facts.map((fact) => copyOf(fact, kinds[name as KindName], copy, document)),
    )
    return [name, copied.flat()] as const
  })
  return new TextEncoder().encode(JSON.stringify({ ...document, ...Object.fromEntries(lists) }))
}

function copyOf(fact: Record, shape: Shape, copy: number, document: FactsDocument): Record {
  const countOf = (kind: string) => document[kind as KindName]?.length ?? 0
  const moved: { [name: string]: unknown } = { ...fact, at: { ...(fact.at as object), path: pathIn(copy, fact.at) } }
  if (shape.inFile) moved.file = (fact.file as number) + copy * countOf('file')
  for (const [name, { type }] of Object.entries(shape.fields)) {
    if (fact[name] === undefined) continue
    if (type.kind === 'reference') moved[name] = (fact[name] as number) + copy * countOf(type.to)
    if (type.kind === 'list' && type.of.kind === 'reference') {
      const { to } = type.of
      moved[name] = (fact[name] as readonly number[]).map((index) => index + copy * countOf(to))
    }
  }
  return moved
}

const pathIn = (copy: number, at: unknown): string => `copy_${copy}/${(at as { readonly path: string }).path}`
