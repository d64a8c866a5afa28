/**
 * Sets of code points: `[low, high]` ranges, both ends inclusive, sorted, with gaps between them. Surrogates are in no
 * set, because UTF-8 has none.
 */
export type CodePoints = readonly (readonly [low: number, high: number])[]

const last = 0x10ffff
const surrogates: readonly [number, number] = [0xd800, 0xdfff]

export const everything: CodePoints = [
  [0, surrogates[0] - 1],
  [surrogates[1] + 1, last],
]

export const only = (codePoint: number): CodePoints => without([[codePoint, codePoint]], [surrogates])
export const range = (low: number, high: number): CodePoints => without([[low, high]], [surrogates])

export function union(...sets: readonly CodePoints[]): CodePoints {
  const sorted = sets.flat().sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [low, high] of sorted) {
    const previous = merged.at(-1)
    if (previous !== undefined && low <= previous[1] + 1) previous[1] = Math.max(previous[1], high)
    else merged.push([low, high])
  }
  return merged
}

export const complement = (set: CodePoints): CodePoints => without(everything, set)

export function without(set: CodePoints, removed: CodePoints): CodePoints {
  let rest: (readonly [number, number])[] = [...set]
  for (const [low, high] of removed) {
    rest = rest.flatMap(([from, to]): (readonly [number, number])[] => {
      if (high < from || low > to) return [[from, to]]
      const before: (readonly [number, number])[] = from < low ? [[from, low - 1]] : []
      return to > high ? [...before, [high + 1, to]] : before
    })
  }
  return rest
}

/** The set with every code point that Unicode's simple case folding takes for the same. */
export function foldCase(set: CodePoints): CodePoints {
  const added: [number, number][] = []
  const isAscii = (set.at(-1)?.[1] ?? 0) < 0x80
  for (const orbit of isAscii ? asciiOrbits : orbits()) {
    if (orbit.some((codePoint) => has(set, codePoint)))
      for (const codePoint of orbit) added.push([codePoint, codePoint])
  }
  return union(set, added)
}

function has(set: CodePoints, codePoint: number): boolean {
  let [low, high] = [0, set.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [from, to] = set[middle] as readonly [number, number]
    if (codePoint < from) high = middle - 1
    else if (codePoint > to) low = middle + 1
    else return true
  }
  return false
}

/** The orbits of ASCII's letters, without going through all of Unicode: the Kelvin sign and the long s are in two of them. */
const asciiOrbits: readonly (readonly number[])[] = Array.from({ length: 26 }, (_, index) => {
  const letter = 0x61 + index
  const further = letter === 0x6b ? [0x212a] : letter === 0x73 ? [0x17f] : []
  return [letter - 0x20, letter, ...further]
})

let knownOrbits: readonly (readonly number[])[] | undefined

/**
 * Code points that fold to one another, such as k, K and the Kelvin sign. Folding is the lower case of the upper case
 * where both are a single code point; the dotless i is the one letter for which this and Unicode's CaseFolding.txt
 * (status C and S) differ, and it stays alone.
 */
function orbits(): readonly (readonly number[])[] {
  if (knownOrbits !== undefined) return knownOrbits
  const byFold = new Map<number, number[]>()
  for (let codePoint = 0; codePoint <= 0x1ffff; codePoint++) {
    if (codePoint >= surrogates[0] && codePoint <= surrogates[1]) continue
    const folded = fold(codePoint)
    if (folded === codePoint && !byFold.has(folded)) byFold.set(folded, [])
    const orbit = byFold.get(folded)
    if (orbit === undefined) byFold.set(folded, [codePoint])
    else orbit.push(codePoint)
  }
  knownOrbits = [...byFold.values()].filter((orbit) => orbit.length > 1)
  return knownOrbits
}

const dotlessI = 0x131

function fold(codePoint: number): number {
  if (codePoint === dotlessI) return codePoint
  const upper = single(String.fromCodePoint(codePoint).toUpperCase()) ?? codePoint
  return single(String.fromCodePoint(upper).toLowerCase()) ?? codePoint
}

function single(text: string): number | undefined {
  const [first, second] = [...text]
  return first !== undefined && second === undefined ? first.codePointAt(0) : undefined
}
