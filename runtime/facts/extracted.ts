/** What an extraction gives. */
import type { FactsDocument } from '../../compiler/index.ts'
import type { Shelf } from './cache/shelf.ts'
import { type DocumentBytes, type DocumentHead, headOf, parsedDocument } from './document/document-bytes.ts'
import type { Scan } from './scan.ts'

export interface ExtractedFacts {
  /** The document as JSON in UTF-8, alone in its buffer: the same tree gives the same bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The document without its lists of facts. */
  readonly head: DocumentHead
  /** Read from the bytes when it is first asked for: who evaluates needs the bytes alone. */
  readonly document: FactsDocument
  readonly scan: Scan
  /** Where the document is kept for the next run. */
  readonly shelf: Shelf | undefined
}

export function extracted(written: DocumentBytes, scan: Scan, shelf: Shelf | undefined): ExtractedFacts {
  let document: FactsDocument | undefined
  return {
    bytes: written.bytes,
    head: headOf(written),
    get document() {
      document ??= parsedDocument(written)
      return document
    },
    scan,
    shelf,
  }
}
