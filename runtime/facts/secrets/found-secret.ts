/** A piece of text that looks like a credential, as the detectors give it. */
export interface FoundSecret {
  readonly detector: string
  /** Whom it gives access to; "generic" where the text alone does not tell. */
  readonly provider: string
  readonly key?: string | undefined
  readonly placeholder: boolean
  /** Offsets of the value, the end exclusive. */
  readonly start: number
  readonly end: number
}
