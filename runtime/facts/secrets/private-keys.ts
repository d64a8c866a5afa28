/** Private keys as files hold them (RFC 7468), up to their last line or, where that is missing, as far as they can reach. */

export interface KeyBlock {
  readonly start: number
  readonly end: number
}

const firstLine = /-----BEGIN [A-Z\d ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g
const lastLine = /-----END [A-Z\d ]{0,40}PRIVATE KEY(?: BLOCK)?-----/
/** A key of 16384 bits takes some 13,000 characters. */
const longestKey = 16_000

/** What stands between the first line and the last one of each key. */
export function privateKeysIn(text: string): readonly KeyBlock[] {
  const blocks: KeyBlock[] = []
  for (const { 0: written, index } of text.matchAll(firstLine)) {
    const start = index + written.length
    if (start < (blocks.at(-1)?.end ?? 0)) continue
    const body = text.slice(start, start + longestKey)
    blocks.push({ start, end: start + (lastLine.exec(body)?.index ?? endOfBody(body)) })
  }
  return blocks
}

/** Letters, digits, signs of base64 and what a program writes for the end of a line. */
const endOfBody = (body: string): number => /^[A-Za-z\d+/=\s\\"',:•…-]*/.exec(body)?.[0].length ?? 0
