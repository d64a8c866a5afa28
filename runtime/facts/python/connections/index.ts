/** Requests and connections to other machines, and how they are made. */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import { nodesOf, textOf } from '../../syntax/flat.ts'
import { calleeOf, originsOf } from '../expressions.ts'
import type { Functions } from '../functions.ts'
import { type PythonSource, placeOf } from '../source.ts'
import { alternativesOf } from '../values/alternatives.ts'
import { givenFor } from '../values/given.ts'
import { askedBy, askedByClients, type OpenConnection, type OpenGap } from './asked.ts'
import { clientsOf } from './clients.ts'
import { foreignClient } from './foreign-clients.ts'
import type { Connector } from './libraries/connector.ts'
import { connectorOf, withoutConnection } from './libraries/index.ts'
import type { Limit, Phase } from './limits.ts'
import { proxyOf } from './proxies.ts'
import { statusChecked } from './status.ts'
import { timeoutOf } from './timeouts.ts'
import { unrecognisedLibrary } from './unrecognised.ts'
import { verificationOf } from './verification.ts'

type Connection = LocalFact<'connection'>

export function connectionFacts(source: PythonSource, functions: Functions): readonly Connection[] {
  return [...nodesOf(source.tree, 'call')].flatMap((call): readonly Connection[] => {
    const callee = calleeOf(source, call)
    const connector = callee === undefined ? undefined : connectorOf(callee)
    if (callee === undefined || connector === undefined || connectsToNobody(source, call)) return []
    return [connectionAt(source, functions, call, callee, connector)]
  })
}

/** A socket of the file system leads to no other machine, one of datagrams waits for nobody. */
function connectsToNobody(source: PythonSource, call: number): boolean {
  return clientsOf(source, call).some(
    ({ made }) => made !== undefined && withoutConnection.test(textOf(source.tree, made)),
  )
}

function connectionAt(
  source: PythonSource,
  functions: Functions,
  call: number,
  callee: string,
  connector: Connector,
): OpenConnection {
  const clients = clientsOf(source, call)
  const asked = [
    ...askedBy(source, call, 'timeout', connector.timeout),
    ...askedByClients(source, call, clients, 'timeout', connector.timeout),
    ...askedBy(source, call, 'verification', connector.verification?.slot),
    ...askedByClients(source, call, clients, 'verification', connector.verification?.slot),
  ]
  return {
    at: placeOf(source, call),
    callee: excerpt(callee),
    library: connector.library,
    ...verificationOf(source, connector, call, clients),
    ...limitFields('connect', timeoutOf(source, connector, call, clients, 'connect')),
    ...limitFields('read', timeoutOf(source, connector, call, clients, 'read')),
    proxy: proxyOf(source, connector, call, clients),
    status_checked: connector.raises || statusChecked(source, call, clients),
    url_origins: addressOrigins(source, connector, call),
    function: functions.indexOf(call),
    via: [],
    ...(asked.length === 0 ? {} : { asked }),
  }
}

function limitFields(phase: Phase, limit: Limit): Partial<Connection> {
  switch (limit.kind) {
    case 'none':
      return {}
    case 'unknown':
      return { [`${phase}_timeout`]: 'unknown' }
    case 'set': {
      const seconds = limit.seconds === undefined ? {} : { [`${phase}_seconds`]: limit.seconds }
      return { [`${phase}_timeout`]: limit.text, ...seconds }
    }
  }
}

/** A prepared request comes from where its own address does. */
function addressOrigins(source: PythonSource, { address }: Connector, call: number): Connection['url_origins'] {
  const given = address === undefined ? undefined : givenFor(source, call, address)
  if (given?.kind !== 'given') return []
  const requests = alternativesOf(source, given.node).filter(
    ({ node }) => calleeOf(source, node) !== undefined && /\.Request$/.test(calleeOf(source, node) ?? ''),
  )
  const [request] = requests
  if (request === undefined) return originsOf(source, given.node)
  const isPrepared = calleeOf(source, request.node)?.startsWith('requests.')
  const own = givenFor(source, request.node, { names: ['url'], position: isPrepared ? 2 : 1 })
  return originsOf(source, own?.kind === 'given' ? own.node : given.node)
}

/**
 * A file that uses a library for connections, but none of its calls in a way that is known, may connect all the same; so
 * does a client of a library that is not known, beside whatever else the file connects by.
 */
export function connectionGap(source: PythonSource, found: readonly Connection[]): OpenGap | undefined {
  const kinds = ['connection'] as const
  const client = foreignClient(source)
  if (client !== undefined)
    return { reason: `it connects by ${excerpt(client)}, of which neither limits nor verification are known`, kinds }
  const library = found.length === 0 ? unrecognisedLibrary(source) : undefined
  return library === undefined
    ? undefined
    : { reason: `it uses ${excerpt(library)}, and no call that connects was recognised`, kinds, library }
}
