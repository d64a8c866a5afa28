/** Values that are given the name of a credential: `api_key = "…"`, `<password>…</password>`, `--token …`, a header. */

export interface NamedValue {
  readonly key: string
  readonly value: string
  readonly quoted: boolean
  /** Offsets of the value. */
  readonly start: number
  readonly end: number
}

/** What names of credentials hold. */
const trade =
  /api[-_ ]?keys?|apikey|secret|access[-_ ]?key|private[-_ ]?key|token|passw(?:or)?d|passphrase|passwd|pwd|credential|authorization|auth[-_]?key|client[-_ ]?secret|(?<=_)key(?![a-z_])|(?<=_|^[ \t]{0,40}(?:- )?["']?|[{,][ \t]?["']?)pass(?=["']?[ \t]{0,4}[:=])/gim

/** The key of a product, `PLOVER_KEY`, in capitals; what tells one thing from others is none. */
const isProductKey = (key: string): boolean =>
  /^[A-Z][A-Z\d]*(_[A-Z\d]+)*_KEY$/.test(key) &&
  !/(^|_)(PUBLIC|SORT|GROUP|PRIMARY|FOREIGN|CACHE|PARTITION|DEDUP|OBJECT|ROUTING|HOST|INDEX|ROW|HASH)_KEY$/.test(key)

/** Names that speak of a credential, and hold none. */
const besides =
  /(id|ids|name|names|file|files|path|dir|url|uri|env|var|type|length|len|size|ttl|expiry|expir\w*|_at|_on|date|time|issued|timeout|header|field|prefix|suffix|count|limit|policy|hash|store|manager|version|format|regex|pattern|required|enabled|arn|ref|reference|source|stdin|prompt|label|help|description|max|min|usage)$/i

/** Tokens that hold a place in a list, tell one request from its repetition, or see that nobody wrote in between. */
const marks =
  /(next|prev(ious)?|page|paging|pagination|continuation|start|starting|end|last|since|from|to|until|resume|delta|stream|forward|backward|sync|cursor|scroll|skip|change|lock|idempotency|update|request)[-_]?token$/i

/** Between a name and its value. */
const signs =
  /["'`\]]{0,2}[ \t]{0,8}(?:=>|:=|:-|[=:]|>(?=[^<\s])|["']\s{1,4}value\s{0,4}=)[ \t]{0,8}(?:(?:Bearer|Basic|Token|ApiKey|SSWS|Splunk)[ \t]+)?/iy
const optionSign = /(?:=|[ \t]{1,4})/y

/** Where what stands before a name makes other signs lead to its value. */
const surroundings: readonly { readonly before: RegExp; readonly sign: RegExp }[] = [
  // `environ.get("NAME", "…")`, `env("NAME", default="…")`, `headers.set("NAME", "…")`
  {
    before:
      /\b(?:get|getenv|env|set|setdefault|putenv|append|header|(?:set|add)_?(?:request)?_?header)\(\s{0,8}["'`]$/i,
    sign: /["'`]\s{0,8},\s{0,8}(?:default\s{0,4}=\s{0,4})?(?=["'`])/y,
  },
  // `getenv("NAME") or "…"`, `process.env.NAME ?? "…"`
  {
    before: /(?:\benv(?:iron)?(?:\.|\[["'`]|(?:\.get)?\(["'`])|\bgetenv\(["'`])$/i,
    sign: /["'`]?[)\]]?\s{0,4}(?:or|\|\||\?\?)\s{0,4}(?=["'`])/y,
  },
  // `ENV NAME …` of a Dockerfile
  { before: /(?:^|\n)[ \t]{0,8}ENV[ \t]{1,8}$/, sign: /[ \t]{1,8}(?=\S)/y },
  // `name: NAME` and `value: …` of a container
  {
    before: /\bname["']?\s{0,4}:\s{0,4}["']?$/,
    sign: /["']?[ \t]{0,4},?\s{0,80}["']?value["']?[ \t]{0,4}:[ \t]{0,8}/y,
  },
]
/** How far before a name they are looked for. */
const farthestBefore = 40

function signByWhatIsBefore(text: string, start: number, end: number): string | undefined {
  const before = text.slice(Math.max(0, start - farthestBefore), start)
  for (const each of surroundings) {
    const sign = each.before.test(before) ? matched(each.sign, text, end) : undefined
    if (sign !== undefined) return sign
  }
  return undefined
}
const quotedValue = /(?:[rbuf]{0,2})(["'`])((?:(?!\1)[^\n\\]|\\.){1,400})\1/y
const bareValue = /[^\s"'`<>,;|)}\]]{4,400}/y
const headerValue = /(?:Bearer|Basic|Token|ApiKey)[ \t]+/iy

/** How far before the word a name may begin, and how long it may be behind it. */
const longestName = 40

export function* namedValuesIn(text: string): Generator<NamedValue> {
  let after = 0
  for (const { 0: word, index } of text.matchAll(trade)) {
    if (index < after) continue
    const start = nameStart(text, index)
    // `arn:aws:…:secret:name`, `urn:x:token:y`: a part of a name.
    if (text[start - 1] === ':') continue
    const end = nameEnd(text, index + word.length)
    const key = text.slice(start, end)
    after = end
    if (besides.test(key) || marks.test(key)) continue
    if (/^key$/i.test(word) && !isProductKey(key)) continue
    const isOption = text.slice(Math.max(0, start - 2), start) === '--' || key.startsWith('--')
    const sign =
      matched(signs, text, end) ??
      (isOption ? matched(optionSign, text, end) : undefined) ??
      signByWhatIsBefore(text, start, end)
    if (sign === undefined) continue
    const found = valueAt(text, end + sign.length)
    if (found === undefined) continue
    // A reference of a shell can have a name and a value within: `${PASSWORD:-…}`.
    after = found.value.startsWith('${') ? end : found.end
    yield { key: key.replace(/^-+/, ''), ...found }
  }
}

function valueAt(text: string, at: number): Omit<NamedValue, 'key'> | undefined {
  const quoted = matched(quotedValue, text, at)
  if (quoted !== undefined) {
    const inner = quoted.replace(/^[a-z]*/i, '').slice(1, -1)
    // The value of a header, within its quotes.
    const lead = matched(headerValue, inner, 0)?.length ?? 0
    const start = at + quoted.length - 1 - inner.length + lead
    return { value: inner.slice(lead), quoted: true, start, end: start + inner.length - lead }
  }
  const bare = matched(bareValue, text, at)?.replace(/(?<!\.)[.:]$/, '')
  return bare === undefined ? undefined : { value: bare, quoted: false, start: at, end: at + bare.length }
}

function nameStart(text: string, index: number): number {
  let start = index
  while (start > 0 && index - start < longestName && /[\w-]/.test(text[start - 1]!)) start--
  return start
}

function nameEnd(text: string, index: number): number {
  let end = index
  while (end < text.length && end - index < longestName && /[\w-]/.test(text[end]!)) end++
  return end
}

function matched(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
