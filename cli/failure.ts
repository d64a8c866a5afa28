/** What ends a command without a result: said in one or two lines, and exit code 2. */
export class Failure extends Error {
  override readonly name = 'Failure'
  /** What to do next. */
  readonly hint: string | undefined

  constructor(message: string, hint?: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}

/** What a command ends with. */
export const exitCode = {
  /** Every item passed, does not apply or waits for a review. */
  clean: 0,
  /** An item failed or is undecided. */
  findings: 1,
  /** The tool could not do its job. */
  failure: 2,
  /** No item was evaluated. */
  nothing: 3,
} as const
