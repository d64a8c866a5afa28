/**
 * Compares texts by code point. JavaScript's own order is by UTF-16 unit, which puts what is written with surrogates
 * (U+10000 and above) before U+E000 to U+FFFF.
 */
export function byCodePoint(left: string, right: string): number {
  const shared = Math.min(left.length, right.length)
  for (let i = 0; i < shared; i++) {
    const [a, b] = [left.charCodeAt(i), right.charCodeAt(i)]
    if (a !== b) return rank(a) - rank(b)
  }
  return left.length - right.length
}

const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/** The last of some ascending numbers that is less than `limit`. */
export const lastBefore = (numbers: readonly number[], limit: number): number | undefined =>
  numbers[countBefore(numbers, limit) - 1]

/** How many of some ascending numbers are less than `limit`. */
export function countBefore(numbers: readonly number[], limit: number): number {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((numbers[middle] ?? limit) < limit) from = middle + 1
    else to = middle
  }
  return from
}
