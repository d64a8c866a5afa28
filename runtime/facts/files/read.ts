/** Reads the text of a file within the budgets. */
import { isUtf8 } from 'node:buffer'
import type { Folder } from './folder.ts'

export type Reading =
  /** `damaged`: some bytes are not UTF-8 and read as U+FFFD. `whole`: nothing was left out at the end. */
  | { readonly kind: 'text'; readonly text: string; readonly damaged: boolean; readonly whole: boolean }
  | { readonly kind: 'binary' }
  | { readonly kind: 'failure'; readonly reason: string }

/** As far as git looks for a NUL byte, by which it tells binary files from text. */
export const startSize = 8000

/** A byte order mark is left out. */
export function textOf(bytes: Buffer, whole: boolean): Reading {
  if (bytes.subarray(0, startSize).includes(0)) return { kind: 'binary' }
  return { kind: 'text', text: new TextDecoder().decode(bytes), damaged: !isUtf8(bytes), whole }
}

/** Reads at most `most` bytes. */
export function readText(root: Folder, path: string, most: number): Reading {
  const content = root.read(path, most)
  return content.kind === 'failure' ? content : textOf(content.bytes, content.whole)
}
