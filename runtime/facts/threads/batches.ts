/** Files in portions, so that several threads have their share of the work. A portion is a range of their list. */
export interface Batch {
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

/** Large enough that handing it over costs nothing beside it, small enough that all threads end at about the same time. */
const mostBytes = 128 * 1024
const mostFiles = 32

/** `sizes` has the bytes of each file that are read for facts. */
export function batchesOf(sizes: readonly number[]): readonly Batch[] {
  const batches: Batch[] = []
  let [from, bytes] = [0, 0]
  for (const [index, size] of sizes.entries()) {
    bytes += size
    if (bytes < mostBytes && index + 1 - from < mostFiles && index + 1 < sizes.length) continue
    batches.push({ from, to: index + 1 })
    ;[from, bytes] = [index + 1, 0]
  }
  return batches
}
