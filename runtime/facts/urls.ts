/** Addresses in any text: what a URL is made of, and what it is used for as far as it tells itself. */
import type { Fact } from '../../compiler/index.ts'

export type UrlFields = Omit<Fact<'url'>, 'at' | 'file'>

export interface FoundUrl {
  readonly start: number
  readonly end: number
  readonly fields: UrlFields
}

/** A scheme and what follows, up to what no address holds; holes of interpolated texts are in braces. */
const address = /\b([a-z][a-z0-9+.-]{1,15}):\/\/((?:\{[^{}\n]{0,200}\}|[^\s"'`<>|\\^{}()[\]])*)/gi

export function urlsIn(text: string): readonly FoundUrl[] {
  const found: FoundUrl[] = []
  for (const match of text.matchAll(address)) {
    const rest = (match[2] ?? '').replace(/[.,;:!?*]+$/, '')
    const scheme = (match[1] ?? '').toLowerCase()
    const end = match.index + scheme.length + 3 + rest.length
    found.push({ start: match.index, end, fields: fieldsOf(text.slice(match.index, end), scheme, rest) })
  }
  return found
}

function fieldsOf(text: string, scheme: string, rest: string): UrlFields {
  const [, authority = '', path = '', query = ''] = /^([^/?#]*)([^?#]*)(?:\?([^#]*))?/.exec(rest) ?? []
  const [, host = '', port] = /^(?:[^@]*@)?(\[[^\]]*\]|[^:]*)(?::(\d+))?/.exec(authority) ?? []
  return {
    text,
    scheme,
    ...(host === '' ? {} : { host: host.toLowerCase() }),
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(path === '' ? {} : { url_path: path }),
    query_keys: query === '' ? [] : query.split('&').map((pair) => pair.split('=')[0] ?? ''),
    local: isLocal(host.toLowerCase()),
    placeholder: isPlaceholder(host.toLowerCase()),
    role: roleOf(scheme, host.toLowerCase(), path),
  }
}

const isLocal = (host: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[(::1|::)\])$/.test(host)

/** Names that are kept free for examples (RFC 2606, RFC 6761), and hosts that are to be filled in. */
const isPlaceholder = (host: string): boolean =>
  /(^|\.)example(\.(com|net|org))?$|\.(test|invalid)$|^(your|my)[-_.]|[<>]/.test(host)

/**
 * Without a host it is a prefix that something is compared with. Names of namespaces and schemas are never fetched: those
 * of the well-known bodies that hand them out, and what lies under a path that says so.
 */
function roleOf(scheme: string, host: string, path: string): UrlFields['role'] {
  if (host === '') return 'adapter'
  const names =
    /(^|\.)(w3\.org|json-schema\.org|schema\.org|schemas\.xmlsoap\.org|schemas\.microsoft\.com|purl\.org|xmlns\.com|ogp\.me|docbook\.org)$/
  const isIdentifier =
    scheme === 'http' && (names.test(host) || /\/(schemas?|xmlns|namespaces?|ns)(\/|$)|#$/i.test(path))
  return isIdentifier ? 'identifier' : 'endpoint'
}
