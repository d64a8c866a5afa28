/**
 * Values that stand for one that somebody has yet to fill in: nothing, a mask, a hole, a reference, or words that say so.
 * They mean the same in a template, in configuration and in an example of the documentation.
 */

/** Longer values are data, whatever they begin with. */
const longest = 300

const nothing = /^(none|null|nil|n\/?a|empty|undefined|todo|tbd|unset|fixme)$/i

/** `****`, `xxxx-xxxx`, `••••`, `…`, `000000`: one character over and over, between separators. One way only to match each. */
const mask = /^[-_.:/ ]*([x*•●.…#?_0-])\1\1(?:\1|(?!\1)[-_.:/ ])*$/i
/** A known beginning or end with the rest hidden: `ghp_xxxxxxxx`, `sk-...`, `AKIA****`, `abcd…`, `AbC1...9xYz`. */
const masked = /[x*•●]{5,}|\*{3,}|•{2,}|(^|[\w-])(\.{3}|…)$|^\w[^\s/]*(\.{3}|…)[^\s/]*\w=*$/i

/** `<token>`, `[API KEY]`, `{tenant}`, `{{ token }}`, `${TOKEN}`, `$TOKEN`, `%TOKEN%`, `__TOKEN__`, `@TOKEN@`. */
const hole =
  /^(<[^<>]+>|\[[a-z][^[\]]*\]|\{[^{}]*\}|\{\{[^{}]*\}\}|\{%[^{}]*%\}|<%[^<>]*%>|\$\{\{?[^{}]*\}?\}|\$\([^()]*\)|\$[a-z_]\w*|%[a-z_]\w*%|__\w+?__|@@?\w+@@?)$/i
/** The same within a longer value, such as an address or a header. */
const partHole = /<[a-z][\w .:/-]*>|\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{[a-z_]\w*\}/i

/** Words that ask for something to be put in. They count at the borders of words, which `_` and `-` are. */
const asking =
  /(^|[^a-z])(your([a-z]*here|(api|access)?(key|token|secret|password))?|change[-_ ]?(me|this|it|in[-_ ]?production)|replace([-_ ]?(me|this|with\w*))?|insert|fill[-_ ]?(in|me)|put|enter|paste|place[-_ ]?holder|[a-z]+[-_ ]here|redacted|masked|hidden|removed|snip(ped)?|to[-_ ]?be[-_ ]?(filled|set|replaced))([^a-z]|$)/i
/** Words that say that the value is made up. */
const madeUp =
  /(^|[^a-z])(examples?|sample|dummy|fake|mock|foo(bar)?|baz|lorem|ipsum|deadbeef|not[-_ ]?a[-_ ]?real|none?[-_ ]?real)([^a-z]|$)/i
/** `THE API KEY OF ACME`, in any language: words in capitals with space between them ask for what they name. */
const asked = /^\p{Lu}{2,}( \p{Lu}+){2,}$/u

/** `my-secret`, `some_token`, `test key`. */
const nobodys =
  /(^|[^a-z])(my|some|an?|the|test)[-_ ](\w+[-_ ])?(api|secret|token|key|pass(word|phrase)?|user(name)?|client|tenant|company|domain|host|org|value)([^a-z]|$)/i
/** `example.com`, `host.invalid`: names that are kept free for examples (RFC 2606, RFC 6761). */
const reservedName = /(^|[@./])example(\.(com|net|org|edu))?([:/]|$)|\.(example|invalid|test)([:/]|$)/i

/** Counting and spelling out: `1234567890`, `abcdef123456`, `0123456789abcdef`. */
const runs = ['0123456789'.repeat(8), 'abcdefghijklmnopqrstuvwxyz'.repeat(3), '0123456789abcdef'.repeat(5)]

/** A random text with the word in it, as providers mark the ones in their manuals: `wJalrXUtnFEMICYEXAMPLEKEY`. */
const markedExample = /[A-Za-z\d]EXAMPLE|[A-Za-z\d]example\W*$/

/** Whether a value has to be replaced before it means anything. Empty is one as well: it has to be filled in. */
export function isPlaceholder(value: string | number | boolean | null | undefined): boolean {
  if (value === null || value === undefined) return true
  if (typeof value !== 'string') return false
  const text = value
    .trim()
    .replace(/^(["'`])(.*)\1$/s, '$2')
    .trim()
  if (text === '' || nothing.test(text)) return true
  if (text.length > longest) return false
  return isMask(text) || hole.test(text) || saysSo(text) || partHole.test(text) || isTokenStart(text)
}

/** The encoded beginning of a signed token (RFC 7519), without the parts that make it one. */
const isTokenStart = (text: string): boolean =>
  text.startsWith('eyJ') && !/^eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}$/.test(text)

/** Hidden characters: what is left cannot be used. */
const isMask = (text: string): boolean => mask.test(text) || masked.test(text)

/** `API_KEY` as the value of a key is a name of itself: letters of one case and no digit between its separators. */
const saysSo = (text: string): boolean =>
  reservedName.test(text) || markedExample.test(text) || isSpelledOut(text) || saysToFillIn(text) || isName(text)

/** Whether its words ask for another value, or say that this one is nobody's: `your-key`, `CHANGE_ME`, `my secret`. */
export function saysToFillIn(text: string): boolean {
  const spaced = text.replace(/([a-z])([A-Z])/g, '$1_$2').replaceAll('_', ' ')
  if (asking.test(spaced) || asked.test(text)) return true
  return (madeUp.test(spaced) || nobodys.test(spaced)) && !isRandom(text)
}

/** What a secret is called: the words alone say nothing that could be used. */
const name =
  /^([a-z]+[-_. ])*(api[-_. ]?key|token|secret|password|passwd|passphrase|key|id|credentials?|tenant|user(name)?|value|url|domain|host(name)?)([-_. ]?(here|goes here|value|\d))?$/i

const isName = (text: string): boolean => name.test(text) && text.length > 5

function isSpelledOut(text: string): boolean {
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return (
    plain.length >= 8 && (runs.some((run) => run.includes(plain)) || /^abc(def)?(ghi)?\d{3,}$|^(abc123)+$/.test(plain))
  )
}

/** Text that nobody makes up: letters of both cases and digits in one long run. */
const isRandom = (text: string): boolean =>
  text
    .split(/[^A-Za-z0-9]+/)
    .some((run) => run.length >= 16 && /\d/.test(run) && /[a-z]/i.test(run) && bits(run) >= 3.2)

/** Bits a character (Shannon), of the characters' frequencies. */
export function bits(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let [sum, length] = [0, 0]
  for (const count of counts.values()) length += count
  for (const count of counts.values()) sum -= (count / length) * Math.log2(count / length)
  return sum
}
