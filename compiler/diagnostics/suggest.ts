/** Did-you-mean: the known name that a mistyped one was most likely meant to be. */

/** Undefined where nothing is near enough. */
export function suggest(written: string, known: Iterable<string>): string | undefined {
  return nearest(written, known)[0]
}

/**
 * The names near enough to be a slip of the fingers, the nearest first: they differ in a third of the letters, and in
 * one at least if there are two. Of names that are equally near, one with the same first letter is more likely, then
 * one of the same length, then the one that is known first.
 */
export function nearest(written: string, known: Iterable<string>): readonly string[] {
  const bound = written.length < 2 ? 0 : Math.max(1, Math.floor(written.length / 3))
  const lower = written.toLowerCase()
  const near: { readonly name: string; readonly rank: number }[] = []
  for (const name of known) {
    if (Math.abs(name.length - written.length) > bound) continue
    const distance = editDistance(lower, name.toLowerCase())
    if (distance > bound) continue
    const unlike = (name[0]?.toLowerCase() === lower[0] ? 0 : 0.5) + (name.length === written.length ? 0 : 0.25)
    near.push({ name, rank: distance + unlike })
  }
  return near.sort((a, b) => a.rank - b.rank).map(({ name }) => name)
}

/** Whether one letter was added, left out, changed or swapped with its neighbour: two words seldom differ so little. */
export const isOneSlip = (written: string, name: string): boolean =>
  editDistance(written.toLowerCase(), name.toLowerCase()) <= 1

/** The sentence that stands as a hint, empty where there is nothing to suggest. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const name = suggest(written, known)
  return name === undefined ? '' : `Did you mean "${name}"?`
}

/** Damerau-Levenshtein with adjacent transpositions: letters added, left out, changed or swapped with a neighbour. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const at = (r: number, c: number) => (r === i ? row[c] : rows[r]?.[c]) ?? Number.POSITIVE_INFINITY
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swapped ? at(i - 2, j - 2) + 1 : change)
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? Number.POSITIVE_INFINITY
}

/** The word itself, and what it may be the plural of. */
export function singularsOf(word: string): readonly string[] {
  const stems = [word, word.replace(/ies$/, 'y'), word.replace(/es$/, ''), word.replace(/s$/, '')]
  return [...new Set(stems)]
}
