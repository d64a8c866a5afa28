/** Clients of one service or database, which are told once how to connect, and whose methods do. */
import { type Connector, context, flag, named, url } from './connector.ts'

/** Both clients were one before they parted. */
const searchClient = (callee: RegExp, library: string, ...timeouts: readonly string[]): Connector => ({
  library,
  callee,
  address: { names: ['hosts'], position: 1 },
  timeout: named(...timeouts),
  defaultTimeout: { connect: 10, read: 10 },
  verification: { ...flag, slot: named('verify_certs') },
  raises: true,
})

export const serviceConnectors: readonly Connector[] = [
  {
    library: 'redis',
    callee: /^redis\.((asyncio|client)\.)?((Strict)?Redis(\.from_url)?|from_url)$/,
    address: { names: ['host', 'url'], position: 1 },
    // Without a limit of its own for connecting, that for reading holds.
    connectTimeout: named('socket_connect_timeout', 'socket_timeout'),
    readTimeout: named('socket_timeout'),
    verification: { sort: 'requirement', slot: named('ssl_cert_reqs'), standard: 'none' },
    raises: true,
  },
  searchClient(/^elasticsearch\.(client\.)?(Async)?Elasticsearch$/, 'elasticsearch', 'request_timeout', 'timeout'),
  searchClient(/^opensearchpy\.(client\.)?(Async)?OpenSearch$/, 'opensearchpy', 'timeout'),
  {
    library: 'googleapiclient',
    callee: /^(googleapiclient|apiclient)\.discovery\.build(_from_document)?$/,
    address: named('discoveryServiceUrl'),
    timeout: named('http'),
    defaultTimeout: { connect: 60, read: 60 },
    verification: { ...flag, slot: named() },
    proxy: named(),
    raises: true,
  },
  {
    library: 'pymisp',
    callee: /^pymisp\.(api\.|aping\.)?(Expanded)?PyMISP$/,
    address: url(1),
    timeout: named('timeout'),
    verification: { ...flag, slot: { names: ['ssl', 'verifycert'], position: 3 } },
    proxy: named('proxies'),
    raises: true,
  },
  {
    library: 'thehive4py',
    callee: /^thehive4py\.((api|client)\.)?TheHiveApi$/,
    address: url(1),
    verification: { ...flag, slot: named('cert', 'verify') },
    proxy: named('proxies'),
    raises: true,
  },
  {
    library: 'slack_sdk',
    callee: /^(slack_sdk|slack)\.(web\.|webhook\.)?((async_)?client\.)?(Async)?Web(Client|hookClient)$/,
    address: named('base_url', 'url'),
    timeout: named('timeout'),
    defaultTimeout: { connect: 30, read: 30 },
    verification: { ...context, slot: named('ssl') },
    proxy: named('proxy'),
    raises: true,
  },
  {
    library: 'jira',
    callee: /^jira\.(client\.)?JIRA$/,
    address: { names: ['server'], position: 1 },
    timeout: named('timeout'),
    verification: { sort: 'options', slot: named('options') },
    proxy: named('proxies'),
    raises: true,
  },
]
