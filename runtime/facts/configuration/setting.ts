/** A setting as the readers of the formats give it, with its offsets from the key to the end of the value. */
export interface FoundSetting {
  /** With the keys above it, joined by dots. */
  readonly key: string
  readonly value: string | number | boolean | null
  readonly start: number
  readonly end: number
}

/** Keys within keys are followed so far. */
export const deepestKey = 32

/** What an unquoted value means where the format knows more than texts. */
export function literalOf(text: string): FoundSetting['value'] {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  if (/^(?:null|~)$/i.test(text)) return null
  return /^[-+]?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text
}

/** One pair of quotes around the whole value is no part of it. */
export function unquoted(text: string): string | undefined {
  return /^(["'])([\s\S]*)\1$/.exec(text)?.[2]
}
