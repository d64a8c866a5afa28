export type FactsErrorCode =
  | 'folder-missing'
  | 'folder-not-a-directory'
  | 'folder-unreadable'
  | 'cache-inside'
  | 'given-unreadable'

/** The environment does not let the facts be extracted at all. Trouble with single files is `undecided` instead. */
export class FactsError extends Error {
  override readonly name = 'FactsError'
  readonly code: FactsErrorCode

  constructor(code: FactsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
