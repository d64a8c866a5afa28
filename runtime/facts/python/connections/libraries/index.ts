/**
 * Libraries that connect to other machines, as their documentation describes them: which calls connect, and which of
 * their arguments, or of the arguments of the client behind them, decide how.
 */
import type { Connector } from './connector.ts'
import { protocolConnectors } from './protocols.ts'
import { serviceConnectors } from './services.ts'
import { webConnectors } from './web.ts'

const connectors: readonly Connector[] = [...webConnectors, ...protocolConnectors, ...serviceConnectors]

/** How a call connects, by what it calls; undefined where it does not. */
export function connectorOf(callee: string): Connector | undefined {
  return connectors.find((connector) => connector.callee.test(callee))
}

/** Modules that connect; a file that imports one of them probably does. */
export const networkModules =
  /^(urllib\.request|urllib2|http\.client|httplib|requests|httpx|aiohttp|urllib3|socket|smtplib|ftplib|imaplib|poplib|telnetlib|xmlrpc\.client|paramiko|boto3|websockets?|pycurl|httplib2|treq|tornado\.httpclient|grpc|asyncssh)(\.|$)/

/** What belongs to such a module and connects to nothing: errors, constants, conversions, names of this machine. */
export const harmless =
  /(Error|Exception|Warning|Timeout|Refused|Redirects|Closed|Response|Auth|Base)$|\.(exceptions?|errors?|status_codes|codes|auth|structures|utils|compat|util|fields|filepost|disable_warnings|packages|responses|error|gaierror|herror|timeout|gethostname|getfqdn|gethostbyname|gethostbyaddr|getaddrinfo|getservbyname|inet_\w+|hton[sl]|ntoh[sl]|if_\w+|socketpair|has_ipv6|setdefaulttimeout|getdefaulttimeout|pathname2url|url2pathname|getproxies|proxy_bypass|parse_http_list|[A-Z][A-Z0-9_]+|__\w+__)(\.|$)/

/**
 * Families of sockets that lead to no other machine, and sorts that connect to none: a datagram is sent at once, whether
 * anybody is there or not.
 */
export const withoutConnection = /\bAF_(UNIX|NETLINK|PACKET|ALG|VSOCK)\b|\bSOCK_(DGRAM|RAW)\b/
