/** Node's own modules, and what is no request but a line that stays open. */
import { type Connector, plain } from './connector.ts'

export const protocolConnectors: readonly Connector[] = [
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
    callee: /^(ws|WebSocket|ws\.WebSocket)$/,
    library: 'ws',
    connect: ['handshakeTimeout', 'timeout'],
    read: ['handshakeTimeout', 'timeout'],
    statusless: true,
  },
  {
    ...plain,
    callee: /^http2\.connect$/,
    library: 'http2',
    connect: ['timeout'],
    read: ['timeout'],
    // Each request of the session has one of its own.
    statusless: true,
  },
]
