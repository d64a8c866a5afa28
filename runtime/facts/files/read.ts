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

/** A byte order mark is left out; one of UTF-16, as editors on Windows write it, says how the text is to be read. */
export function textOf(bytes: Buffer, whole: boolean): Reading {
  const encoding = wideEncodingOf(bytes)
  if (encoding !== undefined) {
    const text = new TextDecoder(encoding).decode(bytes)
    return text.includes('\0')
      ? { kind: 'binary' }
      : { kind: 'text', text, damaged: !text.isWellFormed() || text.includes('\uFFFD'), whole }
  }
  if (bytes.subarray(0, startSize).includes(0)) return { kind: 'binary' }
  return { kind: 'text', text: new TextDecoder().decode(bytes), damaged: !isUtf8(bytes), whole }
}

function wideEncodingOf([first, second]: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** Reads at most `most` bytes. */
export function readText(root: Folder, path: string, most: number): Reading {
  const content = root.read(path, most)
  return content.kind === 'failure' ? content : textOf(content.bytes, content.whole)
}
