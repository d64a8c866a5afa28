/** What assertions look at: the sort of a byte. Must match `compiler/patterns/context.ts`. */
export const EDGE: u32 = 0
export const NEWLINE: u32 = 1
export const WORD: u32 = 2
export const OTHER: u32 = 3
/** A byte within a character. */
export const INNER: u32 = 4

export function sortOf(byte: u32): u32 {
  if (byte == 10) return NEWLINE
  if ((byte & 0xc0) == 0x80) return INNER
  return byte - 48 < 10 || (byte | 32) - 97 < 26 || byte == 95 ? WORD : OTHER
}
