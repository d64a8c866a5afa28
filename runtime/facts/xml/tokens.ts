/**
 * XML as Wazuh reads it, which is more than a parser of XML takes: several roots, `--` in comments, `&` and `<` that
 * stand for themselves in the text of a pattern. One pass over the text.
 */

export type Token =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: ReadonlyMap<string, string>
      readonly start: number
      readonly end: number
      readonly empty: boolean
    }
  | { readonly kind: 'close'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  /** A comment, a tag or a section that the text ends in. */
  | { readonly kind: 'unclosed'; readonly start: number; readonly end: number }

/** What is passed over as a whole, by how it starts and ends. */
const skipped: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
]

const tag = /<(\/?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/y

export function* tokensOf(text: string): Generator<Token> {
  let at = 0
  let textStart = 0
  const textBefore = (end: number): readonly Token[] =>
    end > textStart ? [{ kind: 'text', text: decoded(text.slice(textStart, end)), start: textStart, end }] : []
  while (at < text.length) {
    const next = text.indexOf('<', at)
    if (next < 0) break
    if (text.startsWith('<![CDATA[', next)) {
      const end = text.indexOf(']]>', next)
      yield* textBefore(next)
      if (end < 0) return yield { kind: 'unclosed', start: next, end: text.length }
      yield { kind: 'text', text: text.slice(next + 9, end), start: next, end: end + 3 }
      at = textStart = end + 3
      continue
    }
    const whole = skipped.find(([start]) => text.startsWith(start, next))
    if (whole !== undefined) {
      yield* textBefore(next)
      const end = text.indexOf(whole[1], next + whole[0].length)
      if (end < 0) return yield { kind: 'unclosed', start: next, end: text.length }
      at = textStart = end + whole[1].length
      continue
    }
    tag.lastIndex = next
    const match = tag.exec(text)
    if (match === null) {
      // A sign that stands for itself.
      at = next + 1
      continue
    }
    yield* textBefore(next)
    const [found, slash, name = '', attributes = '', empty] = match
    const end = next + found.length
    if (slash === '/') yield { kind: 'close', name, start: next, end }
    else yield { kind: 'open', name, attributes: attributesOf(attributes), start: next, end, empty: empty === '/' }
    at = textStart = end
  }
  yield* textBefore(text.length)
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const pairs = [...text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
  return new Map(pairs.map((pair) => [pair[1] as string, decoded(pair[2] ?? pair[3] ?? '')]))
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five named entities and numbers; no entity that a document defines is ever expanded. */
function decoded(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g,
    (whole, name, decimal, hexadecimal) => {
      if (name !== undefined) return entities[name] ?? whole
      const codePoint = Number.parseInt(decimal ?? hexadecimal, decimal === undefined ? 16 : 10)
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole
    },
  )
}
