/**
 * Bytes that repeat themselves → fewer bytes (LZ77): literals and a copy of what stands some bytes before, in turn. Must
 * match `compiler/library/patterns/packed.ts`.
 *
 *     u8 count · literals[count] · u8 length of the copy · u16 how far back it begins      … until all bytes are there
 */
const shortestCopy = 5
const longest = 255
const farthest = 0xffff
/** Places looked at for each copy, so that packing stays quick whatever the bytes. */
const mostTries = 16

export function packed(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  const seen = new Map<number, number[]>()
  let literals: number[] = []
  const write = (length: number, back: number) => {
    out.push(literals.length, ...literals, length, back & 0xff, back >> 8)
    literals = []
  }
  for (let at = 0; at < bytes.length; ) {
    const { length, back } = longestCopy(bytes, at, seen.get(keyAt(bytes, at)) ?? [])
    const isCopy = length >= shortestCopy
    if (!isCopy) literals.push(bytes[at] as number)
    if (isCopy) write(length, back)
    else if (literals.length === longest || at === bytes.length - 1) write(0, 0)
    for (const end = at + (isCopy ? length : 1); at < end; at++) remember(seen, keyAt(bytes, at), at)
  }
  return Uint8Array.from(out)
}

/** Four bytes as one number. */
const keyAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)

function remember(seen: Map<number, number[]>, key: number, at: number): void {
  const known = seen.get(key)
  if (known === undefined) seen.set(key, [at])
  else known.push(at)
}

/** The longest of what began the same way; it may reach into itself. */
function longestCopy(bytes: Uint8Array, at: number, places: readonly number[]) {
  let [length, back] = [0, 0]
  for (const place of places.slice(-mostTries)) {
    let same = 0
    while (same < longest && at + same < bytes.length && bytes[place + same] === bytes[at + same]) same++
    if (same > length && at - place <= farthest) [length, back] = [same, at - place]
  }
  return { length, back }
}
