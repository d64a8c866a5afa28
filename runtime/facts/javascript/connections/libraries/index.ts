/** What connects to other machines, and which modules are there for it. */
import type { Connector } from './connector.ts'
import { protocolConnectors } from './protocols.ts'
import { webConnectors } from './web.ts'

const connectors: readonly Connector[] = [...webConnectors, ...protocolConnectors]

export const connectorOf = (callee: string): Connector | undefined => connectors.find((one) => one.callee.test(callee))

/** Modules of which a table above knows the calls, and those that have clients of which it knows none. */
const names = new Set([
  'axios',
  'got',
  'ky',
  'node-fetch',
  'cross-fetch',
  'isomorphic-fetch',
  'undici',
  'superagent',
  'request',
  'request-promise',
  'request-promise-native',
  'needle',
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'ws',
  'socket.io-client',
  'aws-sdk',
  'googleapis',
  '@slack/web-api',
  'graphql-request',
  'phin',
  'bent',
  'wretch',
  'ofetch',
])
/** All packages of a scope are clients of one service. */
const scopes = new Set(['@aws-sdk', '@azure', '@google-cloud', '@octokit'])

/** Whether a module, by the name that it is imported by, is there to connect or has clients that do. */
export function isNetworkModule(specifier: string): boolean {
  const name = specifier.replace(/^node:/, '')
  const [scope = '', within] = name.split('/')
  return names.has(name) || (within !== undefined && scopes.has(scope))
}

/** What of these serves, makes agents or names things, without connecting. */
export const harmless =
  /\.(createServer|Agent|globalAgent|STATUS_CODES|METHODS|Server|ServerResponse|IncomingMessage|constants|isIP(v[46])?|WebSocketServer|AxiosError|isAxiosError|HTTPError)$/
