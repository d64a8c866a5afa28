/** Files in portions, so that several threads have their share of the work. A portion is a range of their list. */
export interface Batch {
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

export interface Bounds {
  readonly bytes: number
  readonly files: number
}

/** Large enough that handing it over costs nothing beside it, small enough that all threads end at about the same time. */
export const large: Bounds = { bytes: 128 * 1024, files: 32 }
/** Small enough that whoever waits for a tree does not wait long. */
export const small: Bounds = { bytes: 16 * 1024, files: 32 }

/** `sizes` has the bytes of each file that are read for facts. */
export function batchesOf(sizes: readonly number[], most: Bounds): readonly Batch[] {
  const batches: Batch[] = []
  let [from, bytes] = [0, 0]
  for (const [index, size] of sizes.entries()) {
    bytes += size
    if (bytes < most.bytes && index + 1 - from < most.files && index + 1 < sizes.length) continue
    batches.push({ from, to: index + 1 })
    ;[from, bytes] = [index + 1, 0]
  }
  return batches
}
