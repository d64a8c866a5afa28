/**
 * Numbers as JSON texts write them: 1e400 has no double, and 12345678901234567890 none of its own, so that two identifiers
 * could be taken for one.
 */

/** The number that a text of JSON means, or the text itself where no double holds it. */
export function exactNumber(written: string): number | string {
  const value = Number(written)
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? value : written
}
