/**
 * GitHub's `primaryLocationLineHash`: a rolling hash over the 100 UTF-16 units that start with a line, spaces and tabs
 * left out, so that re-indenting changes nothing (github/codeql-action, src/fingerprints.ts; described in GitHub's
 * documentation of fingerprints).
 *
 *     h = Σ unit[i] · 37^(99-i)  modulo 2^64          printed as hex, ':' and the turn of this value in the file
 *
 * The 64 bits are held as two unsigned 32-bit halves: products with 37 and with a 16-bit unit stay exact in a double.
 */
const window = 100
const factor = 37
const low32 = 2 ** 32

/** 37^100 modulo 2^64, what the unit that leaves the window was multiplied by. */
const leaving = (() => {
  const value = BigInt.asUintN(64, BigInt(factor) ** BigInt(window))
  return { high: Number(value >> 32n), low: Number(value & 0xffffffffn) }
})()

/** The hash of every line of a text, line 1 first. */
export function lineHashes(text: string): readonly string[] {
  const { units, lineStarts } = significantUnits(text)
  const wanted = new Set(lineStarts)
  const turns = new Map<string, number>()
  const hashes: string[] = []
  let [high, low] = [0, 0]
  for (let end = 0; end < units.length + window - 1; end++) {
    const out = end >= window ? (units[end - window] as number) : 0
    const carried = low * factor + (units[end] ?? 0)
    const removed = leaving.low * out
    const difference = (carried % low32) - (removed % low32)
    low = difference < 0 ? difference + low32 : difference
    const borrow = difference < 0 ? 1 : 0
    high = modulo(
      high * factor + Math.floor(carried / low32) - leaving.high * out - Math.floor(removed / low32) - borrow,
    )
    // The window holds the 100 units from here on; a text's end is followed by zeros.
    if (!wanted.has(end - window + 1)) continue
    const hash = hex(high, low)
    const turn = (turns.get(hash) ?? 0) + 1
    turns.set(hash, turn)
    hashes.push(`${hash}:${turn}`)
  }
  return hashes
}

const modulo = (value: number): number => ((value % low32) + low32) % low32

function hex(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0')
}

const [tab, lf, cr, space, endOfText] = [9, 10, 13, 32, 65535]

/** The units that count, with the index at which each line begins. A dropped space between CR and LF parts them. */
function significantUnits(text: string): { readonly units: readonly number[]; readonly lineStarts: readonly number[] } {
  const units: number[] = []
  const lineStarts = [0]
  let afterCr = false
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === space || unit === tab || (unit === lf && afterCr)) {
      afterCr = false
      continue
    }
    afterCr = unit === cr
    units.push(afterCr ? lf : unit)
    if (afterCr || unit === lf) lineStarts.push(units.length)
  }
  units.push(endOfText)
  return { units, lineStarts }
}
