/** `case-unreadable`: what a case holds makes no sense; `repository-not-made`: its repository could not be built. */
export type CaseErrorCode = 'case-unreadable' | 'case-exists' | 'repository-not-made'

export class CaseError extends Error {
  override readonly name = 'CaseError'
  readonly code: CaseErrorCode

  constructor(code: CaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
