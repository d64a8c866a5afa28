/** Ends a `switch` over a union: the compiler refuses a case that was forgotten, and a bug that slips by names itself. */
export function unreachable(value: never): never {
  throw new Error(`Proviso has met a case that it does not know: ${JSON.stringify(value)}. This is a bug in Proviso.`)
}

/** States what must be true whatever the user wrote. A failure is a bug in Proviso, never a mistake in a checklist. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`Proviso expected that ${what}. This is a bug in Proviso.`)
}
