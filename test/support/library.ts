import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The built runtime library; `npm test` builds it before any test runs. */
export function libraryBytes(): Uint8Array {
  return readFileSync(join(import.meta.dirname, '../../build/library.wasm'))
}
