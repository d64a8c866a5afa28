/**
 * Reads XML as the tools do that Wazuh's rule files are written for: several roots, `--` in comments, a bare `&`, a `<`
 * that begins no tag. A strict parser stops at each of them. One pass; every character is looked at twice at most.
 */

export interface Attribute {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

export type Token =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: readonly Attribute[]
      /** Whether it closes itself: `<a/>`. */
      readonly empty: boolean
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'close'; readonly name: string; readonly start: number; readonly end: number }
  /** `text` with entities undone. */
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'comment'; readonly closed: boolean; readonly start: number; readonly end: number }
  /** `<?…?>` and `<!DOCTYPE …>`. */
  | { readonly kind: 'declaration'; readonly start: number; readonly end: number }

/** A tag ends before the next `<`, which no attribute may hold. */
const openTag = /<([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>=]+))?)*)\s*(\/?)>/y
const closeTag = /<\/([A-Za-z_][\w:.-]*)\s*>/y
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'<>=]+))/g

export function* xmlTokens(text: string): Generator<Token> {
  let textStart = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const token = markupAt(text, at)
    if (token === undefined) {
      at++
      continue
    }
    if (at > textStart) yield textToken(text, textStart, at)
    yield token
    at = token.end
    textStart = at
  }
  if (text.length > textStart) yield textToken(text, textStart, text.length)
}

const textToken = (text: string, start: number, end: number): Token => ({
  kind: 'text',
  text: decoded(text.slice(start, end)),
  start,
  end,
})

function markupAt(text: string, start: number): Token | undefined {
  // Patterns of Wazuh write a literal `<` with a backslash.
  if (text[start - 1] === '\\') return undefined
  if (text.startsWith('<!--', start)) {
    const end = text.indexOf('-->', start + 4)
    return { kind: 'comment', closed: end >= 0, start, end: end < 0 ? text.length : end + 3 }
  }
  if (text.startsWith('<![CDATA[', start)) {
    const end = text.indexOf(']]>', start)
    const stop = end < 0 ? text.length : end
    return { kind: 'text', text: text.slice(start + 9, stop), start, end: end < 0 ? stop : stop + 3 }
  }
  if (text[start + 1] === '?' || text[start + 1] === '!') {
    const end = text.indexOf('>', start)
    return end < 0 ? undefined : { kind: 'declaration', start, end: end + 1 }
  }
  return tagAt(text, start)
}

function tagAt(text: string, start: number): Token | undefined {
  closeTag.lastIndex = start
  const closing = closeTag.exec(text)
  if (closing !== null) return { kind: 'close', name: closing[1]!, start, end: closeTag.lastIndex }
  openTag.lastIndex = start
  const opening = openTag.exec(text)
  if (opening === null) return undefined
  const [written, name = '', attributes = '', slash] = opening
  return {
    kind: 'open',
    name,
    attributes: attributesOf(attributes, start + 1 + name.length),
    empty: slash === '/',
    start,
    end: start + written.length,
  }
}

function attributesOf(text: string, offset: number): readonly Attribute[] {
  return [...text.matchAll(attribute)].map((match) => ({
    name: match[1]!,
    value: decoded(match[2] ?? match[3] ?? match[4] ?? ''),
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }))
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Only the five names and numbers are undone; anything else with an `&` means itself. */
function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,6})|#x([\da-f]{1,5}));/gi, (_, name, decimal, hex) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? ''
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
  })
}
