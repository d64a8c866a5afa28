export type Literal = string | number | boolean | null

/** A setting as the readers of the formats give it, with its offsets from the key to the end of the value. */
export interface FoundSetting {
  /** With the keys above it, joined by dots. */
  readonly key: string
  /** Missing where it goes over several lines. */
  readonly value?: Literal
  readonly start: number
  readonly end: number
}

/** Keys within keys are followed so far. */
export const deepestKey = 32

/** What an unquoted value means where the format knows more than texts. */
export function literalOf(text: string): Literal {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  if (/^(?:null|~)$/i.test(text)) return null
  return /^[-+]?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text
}

/** One pair of quotes around the whole value is no part of it. */
export function unquoted(text: string): string | undefined {
  return /^(["'])([\s\S]*)\1$/.exec(text)?.[2]
}

/** What is written behind the sign, without a comment; a sign of a comment within quotes is none. */
export function withoutComment(written: string, signs: '#' | '#;'): string {
  const quoted = /^("[^"]*"|'[^']*')\s*(?:[#;].*)?$/.exec(written)?.[1]
  return quoted ?? written.replace(signs === '#' ? /(?:^|\s)#.*$/ : /(?:^|\s)[#;].*$/, '').trim()
}
