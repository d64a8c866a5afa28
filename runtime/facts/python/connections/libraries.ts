/**
 * Libraries that connect to other machines, as their documentation describes them: which calls connect, and which of
 * their arguments, or of the arguments of the client behind them, decide how.
 */
import type { Slot } from '../values/given.ts'

/** How a library lets itself be told about certificates. */
export type VerificationSort =
  /** `verify=False`, or a path or context to verify with. */
  | 'flag'
  /** An `ssl.SSLContext`. */
  | 'context'
  /** `ssl=False`, or a context. */
  | 'ssl'
  /** `cert_reqs="CERT_NONE"`. */
  | 'requirement'
  /** A dictionary of the options of the module `ssl`. */
  | 'options'

export interface Connector {
  readonly library: string
  /** What is called, with a full stop between its parts. */
  readonly callee: RegExp
  readonly address?: Slot
  /** One limit for both, or one each. */
  readonly timeout?: Slot
  readonly connectTimeout?: Slot
  readonly readTimeout?: Slot
  /** In seconds, where nobody gives a limit. */
  readonly defaultTimeout?: { readonly connect?: number; readonly read?: number }
  /** Whether a limit of the module `socket` holds where nobody gives one. */
  readonly obeysSocketDefault?: true
  /** Missing where the library speaks no TLS itself. */
  readonly verification?: {
    readonly sort: VerificationSort
    readonly slot: Slot
    /** The libraries for mail and files verify only with a context that they are given. */
    readonly standard?: 'off'
  }
  /** Missing where the library connects directly, whatever the environment says. */
  readonly proxy?: Slot
  /** Whether the library itself raises an error where the other side reports one. */
  readonly raises: boolean
}

const url = (position: number): Slot => ({ names: ['url', 'fullurl'], position })
const named = (...names: readonly string[]): Slot => ({ names })
const timeoutAt = (position: number): Slot => ({ names: ['timeout'], position })

const methods = '(get|options|head|post|put|patch|delete)'
const context = { sort: 'context', slot: named('context') } as const
const onlyWithContext = { ...context, standard: 'off' } as const
const flag = { sort: 'flag', slot: named('verify') } as const

export const connectors: readonly Connector[] = [
  {
    library: 'urllib.request',
    callee: /^(urllib\.request|urllib2)\.(urlopen|OpenerDirector\.open)$/,
    address: url(1),
    timeout: timeoutAt(3),
    obeysSocketDefault: true,
    verification: context,
    proxy: named(),
    raises: true,
  },
  {
    library: 'urllib.request',
    callee: /^urllib\.request\.urlretrieve$|^urllib\.urlopen$/,
    address: url(1),
    obeysSocketDefault: true,
    verification: context,
    proxy: named(),
    raises: true,
  },
  {
    library: 'http.client',
    callee: /^(http\.client|httplib)\.HTTPConnection$/,
    address: { names: ['host'], position: 1 },
    timeout: timeoutAt(3),
    obeysSocketDefault: true,
    raises: false,
  },
  {
    library: 'http.client',
    callee: /^(http\.client|httplib)\.HTTPSConnection$/,
    address: { names: ['host'], position: 1 },
    timeout: named('timeout'),
    obeysSocketDefault: true,
    verification: context,
    raises: false,
  },
  {
    library: 'requests',
    callee: new RegExp(`^requests\\.((sessions\\.)?Session\\.|api\\.|session\\.)?${methods}$`),
    address: url(1),
    timeout: named('timeout'),
    verification: flag,
    proxy: named('proxies'),
    raises: false,
  },
  {
    library: 'requests',
    callee: /^requests\.((sessions\.)?Session\.|api\.)?request$/,
    address: url(2),
    timeout: named('timeout'),
    verification: flag,
    proxy: named('proxies'),
    raises: false,
  },
  {
    library: 'requests',
    callee: /^requests\.(sessions\.)?Session\.send$/,
    address: { names: ['request'], position: 1 },
    timeout: named('timeout'),
    verification: flag,
    proxy: named('proxies'),
    raises: false,
  },
  {
    library: 'httpx',
    callee: new RegExp(`^httpx\\.((Async)?Client\\.)?${methods}$`),
    address: url(1),
    timeout: named('timeout'),
    defaultTimeout: { connect: 5, read: 5 },
    verification: flag,
    proxy: named('proxy', 'proxies', 'mounts'),
    raises: false,
  },
  {
    library: 'httpx',
    callee: /^httpx\.((Async)?Client\.)?(request|stream)$/,
    address: url(2),
    timeout: named('timeout'),
    defaultTimeout: { connect: 5, read: 5 },
    verification: flag,
    proxy: named('proxy', 'proxies', 'mounts'),
    raises: false,
  },
  {
    library: 'aiohttp',
    callee: new RegExp(`^aiohttp\\.ClientSession\\.(${methods}|ws_connect)$`),
    address: url(1),
    timeout: named('timeout'),
    defaultTimeout: { connect: 30, read: 300 },
    verification: { sort: 'ssl', slot: named('ssl', 'verify_ssl', 'ssl_context') },
    proxy: named('proxy'),
    raises: false,
  },
  {
    library: 'aiohttp',
    callee: /^aiohttp\.(ClientSession\.)?request$/,
    address: url(2),
    timeout: named('timeout'),
    defaultTimeout: { connect: 30, read: 300 },
    verification: { sort: 'ssl', slot: named('ssl', 'verify_ssl', 'ssl_context') },
    proxy: named('proxy'),
    raises: false,
  },
  {
    library: 'urllib3',
    callee:
      /^urllib3\.((poolmanager\.)?(PoolManager|ProxyManager)\.|HTTPS?ConnectionPool\.)?(request|urlopen|request_encode_url|request_encode_body)$/,
    address: url(2),
    timeout: named('timeout'),
    verification: { sort: 'requirement', slot: named('cert_reqs') },
    proxy: named('proxy_url'),
    raises: false,
  },
  {
    library: 'socket',
    callee: /^socket\.create_connection$/,
    address: { names: ['address'], position: 1 },
    timeout: timeoutAt(2),
    obeysSocketDefault: true,
    raises: true,
  },
  {
    library: 'socket',
    callee: /^socket\.socket\.(connect|connect_ex)$/,
    address: { names: ['address'], position: 1 },
    obeysSocketDefault: true,
    raises: true,
  },
  {
    library: 'smtplib',
    callee: /^smtplib\.SMTP$/,
    address: { names: ['host'], position: 1 },
    timeout: timeoutAt(4),
    obeysSocketDefault: true,
    raises: true,
  },
  {
    library: 'smtplib',
    callee: /^smtplib\.SMTP_SSL$/,
    address: { names: ['host'], position: 1 },
    timeout: named('timeout'),
    obeysSocketDefault: true,
    verification: onlyWithContext,
    raises: true,
  },
  {
    library: 'ftplib',
    callee: /^ftplib\.FTP$/,
    address: { names: ['host'], position: 1 },
    timeout: timeoutAt(5),
    obeysSocketDefault: true,
    raises: true,
  },
  {
    library: 'ftplib',
    callee: /^ftplib\.FTP_TLS$/,
    address: { names: ['host'], position: 1 },
    timeout: named('timeout'),
    obeysSocketDefault: true,
    verification: onlyWithContext,
    raises: true,
  },
  {
    library: 'imaplib',
    callee: /^imaplib\.IMAP4$/,
    address: { names: ['host'], position: 1 },
    timeout: timeoutAt(3),
    obeysSocketDefault: true,
    raises: true,
  },
  {
    library: 'imaplib',
    callee: /^imaplib\.IMAP4_SSL$/,
    address: { names: ['host'], position: 1 },
    timeout: named('timeout'),
    obeysSocketDefault: true,
    verification: { sort: 'context', slot: named('ssl_context'), standard: 'off' },
    raises: true,
  },
  {
    library: 'poplib',
    callee: /^poplib\.POP3$/,
    address: { names: ['host'], position: 1 },
    timeout: timeoutAt(3),
    obeysSocketDefault: true,
    raises: true,
  },
  {
    library: 'poplib',
    callee: /^poplib\.POP3_SSL$/,
    address: { names: ['host'], position: 1 },
    timeout: named('timeout'),
    obeysSocketDefault: true,
    verification: onlyWithContext,
    raises: true,
  },
  {
    library: 'telnetlib',
    callee: /^telnetlib\.Telnet$/,
    address: { names: ['host'], position: 1 },
    timeout: timeoutAt(3),
    obeysSocketDefault: true,
    raises: true,
  },
  {
    library: 'xmlrpc.client',
    callee: /^(xmlrpc\.client|xmlrpclib)\.(ServerProxy|Server)$/,
    address: { names: ['uri'], position: 1 },
    obeysSocketDefault: true,
    verification: context,
    raises: true,
  },
  {
    library: 'paramiko',
    callee: /^paramiko\.(client\.)?SSHClient\.connect$/,
    address: { names: ['hostname'], position: 1 },
    connectTimeout: timeoutAt(9),
    readTimeout: named('channel_timeout'),
    raises: true,
  },
  {
    library: 'boto3',
    callee: /^boto3\.(session\.)?(Session\.)?(client|resource)$/,
    address: { names: ['endpoint_url'] },
    timeout: named('config'),
    defaultTimeout: { connect: 60, read: 60 },
    verification: flag,
    proxy: named(),
    raises: true,
  },
  {
    library: 'websocket',
    callee: /^websocket\.(create_connection|WebSocket\.connect)$/,
    address: url(1),
    timeout: timeoutAt(2),
    obeysSocketDefault: true,
    verification: { sort: 'options', slot: named('sslopt') },
    proxy: named('http_proxy_host'),
    raises: true,
  },
  {
    library: 'websockets',
    callee: /^websockets\.((sync\.|asyncio\.)?client\.)?connect$/,
    address: { names: ['uri'], position: 1 },
    connectTimeout: named('open_timeout'),
    readTimeout: named('ping_timeout'),
    defaultTimeout: { connect: 10, read: 20 },
    verification: { sort: 'ssl', slot: named('ssl') },
    proxy: named('proxy'),
    raises: true,
  },
]

export function connectorOf(callee: string): Connector | undefined {
  return connectors.find((connector) => connector.callee.test(callee))
}

/** Modules that connect; a file that imports one of them probably does. */
export const networkModules =
  /^(urllib\.request|urllib2|http\.client|httplib|requests|httpx|aiohttp|urllib3|socket|smtplib|ftplib|imaplib|poplib|telnetlib|xmlrpc\.client|paramiko|boto3|websockets?|pycurl|httplib2|treq|tornado\.httpclient|grpc|asyncssh)(\.|$)/

/** What belongs to such a module and connects to nothing: errors, constants, conversions, names of this machine. */
export const harmless =
  /(Error|Exception|Warning|Timeout|Refused|Redirects|Closed|Response|Auth|Base)$|\.(exceptions?|errors?|status_codes|codes|auth|structures|utils|compat|util|fields|filepost|disable_warnings|packages|responses|error|gaierror|herror|timeout|gethostname|getfqdn|gethostbyname|gethostbyaddr|getaddrinfo|getservbyname|inet_\w+|hton[sl]|ntoh[sl]|if_\w+|socketpair|has_ipv6|setdefaulttimeout|getdefaulttimeout|pathname2url|url2pathname|getproxies|proxy_bypass|parse_http_list|[A-Z][A-Z0-9_]+)(\.|$)/
