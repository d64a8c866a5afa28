/** Code points as the byte sequences of UTF-8 (RFC 3629). */
import { type CodePoints, range, without } from './code-points.ts'

export type ByteRange = readonly [low: number, high: number]

/**
 * The sequences of a set. Texts are valid UTF-8, so that where all code points of three or of four bytes are in it, any
 * continuation bytes behind the lead bytes will do.
 */
export function sequencesOf(set: CodePoints): readonly (readonly ByteRange[])[] {
  const whole = wide.filter(({ points }) => without(points, set).length === 0)
  const rest = without(
    set,
    whole.flatMap(({ points }) => points),
  )
  return [...rest.flatMap(([low, high]) => [...utf8Sequences(low, high)]), ...whole.map(({ sequence }) => sequence)]
}

const tail: ByteRange = [0x80, 0xbf]

const wide: readonly { readonly points: CodePoints; readonly sequence: readonly ByteRange[] }[] = [
  { points: range(0x800, 0xffff), sequence: [[0xe0, 0xef], tail, tail] },
  { points: range(0x10000, 0x10ffff), sequence: [[0xf0, 0xf4], tail, tail, tail] },
]

/** The first code points that need two, three and four bytes. */
const lengthLimits = [0x80, 0x800, 0x10000]

/**
 * The sequences of byte ranges that together match exactly the code points from `low` to `high`: [U+80, U+7FF] is
 * [C2-DF][80-BF]. A range is cut where its encodings change length, and where a lead byte would be followed by only
 * some of the continuation bytes.
 */
function* utf8Sequences(low: number, high: number): Generator<readonly ByteRange[]> {
  for (const limit of lengthLimits) {
    if (low < limit && high >= limit) {
      yield* utf8Sequences(low, limit - 1)
      yield* utf8Sequences(limit, high)
      return
    }
  }
  for (let bits = 6; bits <= 18 && high >= 0x80; bits += 6) {
    const tail = (1 << bits) - 1
    if (low >> bits === high >> bits) break
    if ((low & tail) !== 0) {
      yield* utf8Sequences(low, low | tail)
      yield* utf8Sequences((low | tail) + 1, high)
      return
    }
    if ((high & tail) !== tail) {
      yield* utf8Sequences(low, (high & ~tail) - 1)
      yield* utf8Sequences(high & ~tail, high)
      return
    }
  }
  const [from, to] = [encode(low), encode(high)]
  yield from.map((byte, index) => [byte, to[index] as number] as const)
}

function encode(codePoint: number): readonly number[] {
  if (codePoint < 0x80) return [codePoint]
  if (codePoint < 0x800) return [0xc0 | (codePoint >> 6), tailByte(codePoint)]
  if (codePoint < 0x10000) return [0xe0 | (codePoint >> 12), tailByte(codePoint >> 6), tailByte(codePoint)]
  return [0xf0 | (codePoint >> 18), tailByte(codePoint >> 12), tailByte(codePoint >> 6), tailByte(codePoint)]
}

const tailByte = (bits: number): number => 0x80 | (bits & 0x3f)
