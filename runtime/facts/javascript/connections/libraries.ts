/** What connects to other machines, and how each library is told its limits, its verification and its proxy. */

export interface Connector {
  readonly callee: RegExp
  readonly library: string
  /** Position of the options from 0; those of a client are looked at as well. */
  readonly options: number
  /** The entry of the options that has the address, where no argument is one. */
  readonly address?: readonly string[]
  /** Options that limit connecting and waiting, in milliseconds, the first that is there counting. */
  readonly connect: readonly string[]
  readonly read: readonly string[]
  /** Limits in milliseconds where nobody says; none where missing. */
  readonly standard?: { readonly connect?: number; readonly read?: number }
  /** Options that turn verification off where they are false. */
  readonly verification: readonly string[]
  /** Options that hold what verifies: an agent, a dispatcher. */
  readonly agents: readonly string[]
  readonly proxies: readonly string[]
  /** Whether the system's proxy is used without being told. */
  readonly systemProxy: boolean
  /** Whether an answer that tells of a failure is an error by itself, and what turns that off. */
  readonly raises: boolean
  readonly tolerates?: readonly string[]
  /** Whether there is no answer with a status. */
  readonly statusless?: true
}

const verbs = '(get|post|put|patch|delete|del|head|options|request)'

const plain = {
  options: 1,
  verification: ['rejectUnauthorized'],
  agents: ['agent'],
  proxies: ['proxy'],
  systemProxy: false,
  raises: false,
} as const

export const connectors: readonly Connector[] = [
  {
    ...plain,
    callee: /^fetch$|^(node-fetch|cross-fetch|isomorphic-fetch|undici\.fetch)$/,
    library: 'fetch',
    connect: ['signal', 'timeout'],
    read: ['signal', 'timeout'],
    agents: ['agent', 'dispatcher'],
  },
  {
    ...plain,
    callee: /^undici\.(request|stream|pipeline)$/,
    library: 'undici',
    connect: ['signal', 'connectTimeout', 'headersTimeout'],
    read: ['signal', 'bodyTimeout', 'headersTimeout'],
    agents: ['dispatcher'],
  },
  {
    ...plain,
    callee: new RegExp(`^axios(\\.(${verbs}|postForm|putForm|patchForm))?$`),
    library: 'axios',
    address: ['url', 'baseURL'],
    connect: ['timeout', 'signal'],
    read: ['timeout', 'signal'],
    agents: ['httpsAgent'],
    systemProxy: true,
    raises: true,
    tolerates: ['validateStatus'],
  },
  {
    ...plain,
    callee: new RegExp(`^got(\\.(${verbs}|stream))?$`),
    library: 'got',
    address: ['url'],
    connect: ['timeout.connect', 'timeout.request', 'timeout', 'signal'],
    read: ['timeout.response', 'timeout.request', 'timeout.read', 'timeout', 'signal'],
    verification: ['https.rejectUnauthorized', 'rejectUnauthorized'],
    agents: ['agent.https'],
    raises: true,
    tolerates: ['throwHttpErrors'],
  },
  {
    ...plain,
    callee: new RegExp(`^ky(\\.${verbs})?$`),
    library: 'ky',
    connect: ['timeout', 'signal'],
    read: ['timeout', 'signal'],
    standard: { connect: 10_000, read: 10_000 },
    raises: true,
    tolerates: ['throwHttpErrors'],
  },
  {
    ...plain,
    callee: new RegExp(`^(request|request-promise|request-promise-native)(\\.${verbs})?$`),
    library: 'request',
    address: ['url', 'uri'],
    connect: ['timeout'],
    read: ['timeout'],
    verification: ['strictSSL', 'rejectUnauthorized'],
    systemProxy: true,
  },
  {
    ...plain,
    callee: new RegExp(`^needle(\\.${verbs})?$`),
    library: 'needle',
    connect: ['open_timeout', 'timeout'],
    read: ['response_timeout', 'read_timeout', 'timeout'],
    standard: { connect: 10_000 },
  },
  {
    ...plain,
    callee: new RegExp(`^superagent(\\.${verbs})?$`),
    library: 'superagent',
    connect: ['timeout'],
    read: ['timeout'],
    raises: true,
  },
  {
    ...plain,
    callee: /^https?\.(get|request)$/,
    library: 'https',
    address: ['host', 'hostname'],
    connect: ['timeout', 'signal'],
    read: ['timeout', 'signal'],
  },
  {
    ...plain,
    callee: /^(tls\.connect|net\.(connect|createConnection)|net\.Socket\.connect)$/,
    library: 'net',
    address: ['host'],
    connect: ['timeout'],
    read: ['timeout'],
    statusless: true,
  },
  {
    ...plain,
    callee: /^(ws|WebSocket|ws\.WebSocket|http2\.connect)$/,
    library: 'ws',
    connect: ['handshakeTimeout', 'timeout'],
    read: ['handshakeTimeout', 'timeout'],
    statusless: true,
  },
]

export const connectorOf = (callee: string): Connector | undefined => connectors.find((one) => one.callee.test(callee))

/** Modules that are there to connect, or have clients that do. */
export const networkModules =
  /^(axios|got|ky|node-fetch|cross-fetch|isomorphic-fetch|undici|superagent|request|request-promise(-native)?|needle|http|https|http2|net|tls|ws|socket\.io-client|@aws-sdk\/.+|aws-sdk|@azure\/.+|@google-cloud\/.+|googleapis|@octokit\/.+|@slack\/web-api|graphql-request|phin|bent|wretch|ofetch)$/

/** What of these serves, makes agents or names things, without connecting. */
export const harmless =
  /\.(createServer|Agent|globalAgent|STATUS_CODES|METHODS|Server|ServerResponse|IncomingMessage|constants|isIP(v[46])?|WebSocketServer|AxiosError|isAxiosError|HTTPError)$/
