/**
 * A stretch of a source file. Offsets count UTF-16 units from 0; `end` is exclusive. Lines and columns are computed
 * from them only when something is shown.
 */
export interface Span {
  /** As the user knows the file: the path that was given, with `/`. */
  readonly path: string
  readonly start: number
  readonly end: number
}

/** A source file as the compiler gets it: reading files is the caller's work. */
export interface Source {
  readonly path: string
  readonly text: string
}
