/**
 * The document as JSON in UTF-8. Its lists are put behind each other as bytes, so that the whole is never one text beside
 * its own bytes:
 *
 *     {"schema":…,"undecided":[…]   head
 *     ,"file":[…]                   a list
 *     ,"call":[…]}
 */
import { assert, type FactsDocument, type KindName, kinds } from '../../../compiler/index.ts'

export interface DocumentBytes {
  /** Alone in its buffer. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** How many of them are the head; with a closing brace it is the document without its lists. */
  readonly headLength: number
}

export type DocumentHead = Omit<FactsDocument, KindName>

export function documentBytes(document: FactsDocument): DocumentBytes {
  const entries = Object.entries(document)
  const isList = ([name]: readonly [string, unknown]) => Object.hasOwn(kinds, name)
  const head = encode(JSON.stringify(Object.fromEntries(entries.filter((entry) => !isList(entry)))).slice(0, -1))
  const lists = entries.filter(isList).map(([kind, list]) => encode(`,"${kind}":${JSON.stringify(list)}`))
  return { bytes: joined([head, ...lists, encode('}')]), headLength: head.length }
}

/** The document without its lists. */
export function headOf({ bytes, headLength }: DocumentBytes): DocumentHead {
  return JSON.parse(`${decode(bytes.subarray(0, headLength))}}`) as DocumentHead
}

export const parsedDocument = ({ bytes }: DocumentBytes): FactsDocument => JSON.parse(decode(bytes)) as FactsDocument

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  assert(at === bytes.length, 'the parts fill the document')
  return bytes
}
