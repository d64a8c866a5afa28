/** How long a connection waits: for the connection itself, and for data. */
import { excerpt } from '../../excerpt.ts'
import { textOf, typeOf } from '../../syntax/flat.ts'
import { calleeOf } from '../expressions.ts'
import type { PythonSource } from '../source.ts'
import { type Given, givenFor, type Slot } from '../values/given.ts'
import { type Client, objectsOf } from './clients.ts'
import type { Connector } from './libraries/connector.ts'
import { type Limit, limitFor, limitOf, type Phase } from './limits.ts'
import { handedOnFor } from './overrides.ts'
import { limitAround, limitsWaiting } from './waiting.ts'
import { type Way, waysOf, waysTo } from './ways.ts'

/** `call` is what connects, `clients` what it may be a method of. */
export function timeoutOf(
  source: PythonSource,
  connector: Connector,
  call: number,
  clients: readonly Client[],
  phase: Phase,
): Limit {
  const own = ownLimit(source, connector, call, clients, phase)
  if (own.kind === 'set') return own
  if (connector.isStream && phase === 'read') return limitsWaiting(source) ? { kind: 'unknown' } : own
  return limitAround(source, call, phase) ?? own
}

function ownLimit(
  source: PythonSource,
  connector: Connector,
  call: number,
  clients: readonly Client[],
  phase: Phase,
): Limit {
  const slot = slotFor(connector, phase)
  const own = slot === undefined ? [{ kind: 'default', conditions: [] } as const] : waysOf(source, call, slot)
  const { defaultTimeout = {}, obeysSocketDefault } = connector
  const library = limitFor(defaultTimeout[phase])
  const standard = obeysSocketDefault ? (socketDefault(source, phase) ?? library) : library
  // What the client says matters only where the call is silent.
  if (own.every(({ kind }) => kind !== 'default'))
    return asWritten(source, call, slot, limitOf(source, own, phase, standard))
  return limitOf(source, own, phase, clientLimit(source, connector, clients, phase) ?? standard)
}

/** One limit of several is better told by the expression that decides between them. */
function asWritten(source: PythonSource, call: number, slot: Slot | undefined, limit: Limit): Limit {
  const given = slot === undefined ? undefined : givenFor(source, call, slot)
  if (limit.kind !== 'set' || limit.seconds !== undefined || given?.kind !== 'given') return limit
  return { kind: 'set', text: excerpt(textOf(source.tree, given.node)) }
}

const slotFor = (connector: Connector, phase: Phase): Slot | undefined =>
  connector.timeout ?? (phase === 'connect' ? connector.connectTimeout : connector.readTimeout)

/** `socket.setdefaulttimeout(10)`, anywhere in the file. */
function socketDefault(source: PythonSource, phase: Phase): Limit | undefined {
  const call = source.uses
    .callsOf('setdefaulttimeout')
    .find((one) => calleeOf(source, one) === 'socket.setdefaulttimeout')
  if (call === undefined) return undefined
  return limitOf(source, waysOf(source, call, { names: ['timeout'], position: 1 }), phase, { kind: 'none' })
}

/** Undefined where no client says anything. */
function clientLimit(
  source: PythonSource,
  connector: Connector,
  clients: readonly Client[],
  phase: Phase,
): Limit | undefined {
  const limits = clients.map((client) => limitOfClient(source, connector, client, phase))
  const silent = limits.find((limit) => limit === undefined || limit.kind !== 'set')
  return limits.length > 0 && limits.includes(undefined) ? undefined : (silent ?? limits[0])
}

function limitOfClient(source: PythonSource, connector: Connector, client: Client, phase: Phase): Limit | undefined {
  const { made, deeds } = client
  const none: Limit = { kind: 'none' }
  for (const deed of deeds) {
    if (deed.kind === 'set' && deed.attribute === 'timeout' && connector.library !== 'requests')
      return limitOf(source, waysTo(source, deed.value), phase, none)
    if (deed.kind === 'call' && deed.attribute === 'settimeout') {
      return limitOf(source, waysOf(source, deed.call, { names: ['value'], position: 1 }), phase, none)
    }
    // A bound function in place of the method that all others go through.
    if (deed.kind === 'set' && /^(request|send)$/.test(deed.attribute)) {
      const given =
        typeOf(source.tree, deed.value) === 'call' ? givenFor(source, deed.value, { names: ['timeout'] }) : undefined
      if (given !== undefined) return limitOf(source, waysOfGiven(source, given), phase, none)
    }
    const adapter =
      deed.kind === 'call' && deed.attribute === 'mount' ? adapterLimit(source, deed.call, phase) : undefined
    if (adapter !== undefined) return adapter
  }
  if (made === undefined) return undefined
  const slot = connector.timeout ?? { names: ['timeout'] }
  const ways = waysOf(source, made, { names: slot.names })
  const isSilent = ways.every(({ kind }) => kind === 'default')
  if (!isSilent && connector.library !== 'requests')
    return limitOf(source, ways, phase, limitFor(connector.defaultTimeout?.[phase]))
  return overriddenLimit(source, made, phase)
}

/** The adapter that a session is given for its addresses may put a limit on each request. */
function adapterLimit(source: PythonSource, mount: number, phase: Phase): Limit | undefined {
  const given = givenFor(source, mount, { names: ['adapter'], position: 2 })
  if (given?.kind !== 'given') return undefined
  for (const { made } of objectsOf(source, given.node)) {
    const limit = made === undefined ? undefined : overriddenLimit(source, made, phase)
    if (limit !== undefined) return limit
  }
  return undefined
}

/** A class of this file that puts a limit into what its central method hands on. */
function overriddenLimit(source: PythonSource, made: number, phase: Phase): Limit | undefined {
  const given = handedOnFor(source, made, 'timeout')
  return given === undefined ? undefined : limitOf(source, waysOfGiven(source, given), phase, { kind: 'none' })
}

function waysOfGiven(source: PythonSource, given: Given): readonly Way[] {
  return given.kind === 'given' ? waysTo(source, given.node) : [{ kind: 'unknown' }]
}
