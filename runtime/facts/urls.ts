/** Addresses in any text: what a URL is made of, and what it is used for as far as it tells itself. */
import type { Fact } from '../../compiler/index.ts'

export type UrlFields = Omit<Fact<'url'>, 'at' | 'file'>

export interface FoundUrl {
  /** Offsets in the text, the end exclusive. */
  readonly start: number
  readonly end: number
  readonly fields: UrlFields
}

/** A scheme, and what follows up to what no address holds. Something to be filled in stands in braces or angles. */
const address = new RegExp(
  [
    /(?<![a-z0-9.-]|[a-z0-9.-]\+)([a-z][a-z0-9+.-]{0,15}):\/\//,
    /((?:\{\{[^{}\n]{0,200}\}\}|\{[^{}\n]{0,200}\}|(?<=[/.@:=_-])<[^<>\s/]{1,60}>|\[[0-9a-f:.%]{2,60}\]|[^\s"'`<>|\\^{}[\]])*)/,
  ]
    .map(({ source }) => source)
    .join(''),
  'gi',
)

/**
 * All addresses in a text. Named holes in braces are examples that a reader has to replace, as in documentation, unless
 * `holes` says that a program fills them.
 */
export function urlsIn(text: string, holes: 'example' | 'filled' = 'example'): readonly FoundUrl[] {
  if (!text.includes('://')) return []
  return Array.from(text.matchAll(address), (match) => {
    const [whole, scheme = '', following = ''] = match
    const rest = withoutTail(following)
    const end = match.index + whole.length - following.length + rest.length
    const fields = fieldsOf(text.slice(match.index, end), scheme.toLowerCase(), rest, holes)
    const isNamed = isInNotation(text, match.index, end)
    return { start: match.index, end, fields: isNamed ? { ...fields, role: 'identifier' } : fields }
  })
}

/** Punctuation of the sentence around, and a closing parenthesis that none opens, are no part of an address. */
function withoutTail(text: string): string {
  let [end, open] = [0, 0]
  for (; end < text.length; end++) {
    if (text[end] === '(') open++
    if (text[end] === ')' && --open < 0) break
  }
  while (end > 0 && '.,;:!?*'.includes(text[end - 1] ?? ' ')) end--
  return text.slice(0, end)
}

function fieldsOf(text: string, scheme: string, rest: string, holes: 'example' | 'filled'): UrlFields {
  const [, authority = '', path = '', query = ''] = /^([^/?#]*)([^?#]*)(?:\?([^#]*))?/.exec(rest) ?? []
  const [, written = '', port] = /^(?:[^@]*@)?(\[[^\]]*\]|(?:\{[^{}]*\}|[^:])*)(?::(\d{1,5})$)?/.exec(authority) ?? []
  const host = written.toLowerCase()
  return {
    text,
    scheme,
    ...(host === '' ? {} : { host }),
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(path === '' ? {} : { url_path: path }),
    query_keys: query === '' ? [] : query.split('&').map((pair) => pair.split('=')[0] ?? ''),
    local: isLocal(host),
    placeholder: isPlaceholder(host, holes) || isName(written),
    credentials: /^[^@]*[^@:][^@]*@/.test(authority),
    role: roleOf(scheme, host, path, rest),
  }
}

/**
 * Names and addresses of this machine itself, and the path of one of its sockets, `http://unix:/run/…`; a container's name
 * for the machine that it runs on is one, and so is the service on the link of a virtual machine that tells it about itself,
 * which speaks HTTP alone.
 */
const isLocal = (host: string): boolean =>
  /^(unix|localhost|.+\.localhost|ip6-localhost|localhost\.localdomain|host\.docker\.internal|metadata\.google\.internal|169\.254\.169\.254|127(\.\d{1,3}){3}|0\.0\.0\.0)$/.test(
    host,
  ) || /^\[(::1|::|0(:0){6}:[01]|::ffff:127(\.\d{1,3}){3})\]$/.test(host)

/** A host in the spelling of constants: `https://MANAGER_IP`. */
const isName = (host: string): boolean => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(host)

/** Addresses that are kept free for documentation (RFC 5737, RFC 3849). */
const documentationAddress = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$|^\[2001:0?db8:/

/** Names that are kept free for examples (RFC 2606, RFC 6761), and hosts that are to be filled in. */
function isPlaceholder(host: string, holes: 'example' | 'filled'): boolean {
  if (/(^|\.)example(\.(com|net|org|edu))?$|\.(test|invalid)$|[<>]/.test(host)) return true
  if (documentationAddress.test(host)) return true
  if (holes === 'example' && /\{[^{}]*[^{}\s][^{}]*\}/.test(host) && !host.includes('${')) return true
  return /(^|[.-])(your|my)[-_]?([A-Za-z\d]+[-_]+)*(company|domain|host(name)?|instance|org|server|site|tenant)\b|(^|[.-])your[-_.]|(^|\.)x{3,}(\.|$)/.test(
    host,
  )
}

/** Bodies that hand out names which look like addresses. */
const namers =
  /(^|\.)(w3\.org|json-schema\.org|schema\.org|(schemas\.)?xmlsoap\.org|schemas\.(microsoft|openxmlformats|android)\.(com|org)|oasis-open\.org|openid\.net|purl\.org|xmlns\.com|ogp\.me|docbook\.org|relaxng\.org|spdx\.org|dtd\.\w+\.org)$/

/**
 * Without a host it is a prefix that something is compared with. Names of namespaces and schemas are never fetched: those
 * of the well-known bodies, and what ends in what marks a namespace.
 */
function roleOf(scheme: string, host: string, path: string, rest: string): UrlFields['role'] {
  if (host === '') return 'adapter'
  const isName = namers.test(host) || /\/(schemas?|xmlns|namespaces?|ns)(\/|$)/i.test(path) || rest.endsWith('#')
  return scheme === 'http' && isName ? 'identifier' : 'endpoint'
}

/**
 * Notations in which an address is a name: `{namespace}element`, `xmlns="…"`, `"$schema": "…"`, and the `(+https://…)`
 * or `; +https://…` by which a client tells who it is, the pages that a manifest names for people, and
 * `HTTP_PROXY: http://…`, which requests go through and do not ask.
 */
function isInNotation(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  const isBraced = before.endsWith('{') && !/[{$]\{$/.test(before) && /^\}\w/.test(text.slice(end, end + 2))
  if (isBraced || /(^|["'\s])(home-?page|documentation|changelog)["']?\s*[:=]\s*["']?$/i.test(before)) return true
  if (/prox(y|ies)(_?url)?["']?\s*[:=]\s*["']?$/i.test(before)) return true
  return /(xmlns(:[\w-]+)?\s*=\s*|["']?(\$schema|\$id|@context)["']?\s*[:=]\s*)["']?$|[(; ]\+$/.test(before)
}

/** Words beside an address from which on they are taken for a sentence that people read. */
const sentenceLength = 5
/** How far around an address the text is looked at. */
const sentenceReach = 300

/**
 * Whether an address is named for people, and nothing connects to it there: the target of a link in markup, or a page that
 * a sentence on its line speaks of. A command line that fetches is no sentence.
 */
export function isMentioned(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('\n', start) + 1, start - sentenceReach), start)
  const after = text.slice(end, end + sentenceReach).split('\n', 1)[0] ?? ''
  if (/\bhref\s*=\s*\\?["']?$/i.test(before) || (before.endsWith(' <') && after.startsWith('>'))) return true
  const around = `${before} ${after}`
  if (/\b(curl|wget|fetch|GET|POST|PUT)\b/.test(around)) return false
  return (around.match(/(?<=^|[\s("'>])[A-Za-z][a-z']*(?=[\s.,;:!?)"'<]|$)/g) ?? []).length >= sentenceLength
}
