/** Where the proxy of a connection comes from. */
import type { LocalFact } from '../../extractor.ts'
import { childrenOf, fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { calleeOf } from '../expressions.ts'
import type { PythonSource } from '../source.ts'
import { alternativesOf } from '../values/alternatives.ts'
import { givenFor } from '../values/given.ts'
import { type Client, madeBy, objectsOf, piecesOf } from './clients.ts'
import type { Connector } from './libraries/connector.ts'

export type Proxy = LocalFact<'connection'>['proxy']

/** From what decides most to what decides least; one fixed proxy among several is what matters. */
const ranks: readonly Proxy[] = ['fixed', 'unknown', 'environment', 'none']

export function proxyOf(source: PythonSource, connector: Connector, call: number, clients: readonly Client[]): Proxy {
  const { proxy: slot } = connector
  if (slot === undefined) return tunnel(source, call) ?? 'none'
  const own = slot.names.length === 0 ? undefined : givenFor(source, call, slot)
  if (own !== undefined) return own.kind === 'given' ? proxyIn(source, own.node) : 'unknown'
  const told = clients.flatMap((client) => ofClient(source, client, slot.names))
  return ranks.find((rank) => told.includes(rank)) ?? fixedInEnvironment(source) ?? 'environment'
}

function ofClient(source: PythonSource, { made, deeds }: Client, names: readonly string[]): readonly Proxy[] {
  const told = deeds.flatMap((deed): readonly Proxy[] => {
    if (deed.kind === 'set' && deed.attribute === 'trust_env') {
      return constantOf(source, deed.value)?.value === false ? ['none'] : []
    }
    if (deed.kind === 'set' && names.includes(deed.attribute)) return [proxyIn(source, deed.value)]
    return deed.kind === 'call' && deed.attribute === 'add_handler' ? handlersIn(source, deed.call) : []
  })
  if (made === undefined) return told
  const given = givenFor(source, made, { names })
  const own = given === undefined ? [] : [given.kind === 'given' ? proxyIn(source, given.node) : ('unknown' as const)]
  const changed = storedInto(source, made, names)
  return [...told, ...own, ...changed, ...handlersIn(source, made)]
}

/** `session.proxies["https"] = …`, `session.proxies.update({…})`. */
function storedInto(source: PythonSource, made: number, names: readonly string[]): readonly Proxy[] {
  return names.flatMap((name) =>
    (accessesByClient(source, name).get(made) ?? []).flatMap((access) => storedBy(source, access)),
  )
}

function storedBy(source: PythonSource, access: number): readonly Proxy[] {
  const { tree } = source
  const around = tree.parents[access] ?? 0
  const outer = tree.parents[around] ?? 0
  if (typeOf(tree, around) === 'subscript' && tree.fields[around] === 'left') {
    const value = fieldOf(tree, outer, 'right')
    return value === undefined ? [] : [proxyIn(source, value)]
  }
  const method = fieldOf(tree, around, 'attribute')
  if (method === undefined || textOf(tree, method) !== 'update') return []
  const given = givenFor(source, outer, { names: [], position: 1 })
  return given?.kind === 'given' ? [proxyIn(source, given.node)] : []
}

type Accesses = ReadonlyMap<number, readonly number[]>

const accesses = new WeakMap<PythonSource, Map<string, Accesses>>()

/** Where an attribute of clients stands, by the call that makes the client: one search a file, not one a client. */
function accessesByClient(source: PythonSource, attribute: string): Accesses {
  const known = accesses.get(source) ?? new Map<string, Accesses>()
  accesses.set(source, known)
  const found = known.get(attribute) ?? accessesOf(source, attribute)
  known.set(attribute, found)
  return found
}

function accessesOf(source: PythonSource, attribute: string): Accesses {
  const { tree, uses } = source
  const groups = new Map<number, number[]>()
  for (const mention of uses.mentionsOf(attribute)) {
    const access = tree.parents[mention] ?? 0
    const object = fieldOf(tree, access, 'object')
    if (tree.fields[mention] !== 'attribute' || object === undefined) continue
    for (const made of new Set(objectsOf(source, object).flatMap((client) => client.made ?? []))) {
      const group = groups.get(made)
      if (group === undefined) groups.set(made, [access])
      else group.push(access)
    }
  }
  return groups
}

/** `ProxyHandler({…})` among what an opener is built from. */
function handlersIn(source: PythonSource, call: number): readonly Proxy[] {
  return piecesOf(source, call).made.flatMap((made): readonly Proxy[] => {
    if (!/(^|\.)ProxyHandler$/.test(calleeOf(source, made) ?? '')) return []
    const given = givenFor(source, made, { names: ['proxies'], position: 1 })
    return [given === undefined ? 'environment' : given.kind === 'given' ? proxyIn(source, given.node) : 'unknown']
  })
}

/** `connection.set_tunnel(host)`: what was connected to is then the proxy. */
function tunnel(source: PythonSource, call: number): Proxy | undefined {
  const isTunnel = madeBy(source, call).deeds.some((deed) => deed.kind === 'call' && deed.attribute === 'set_tunnel')
  const host = isTunnel ? givenFor(source, call, { names: ['host'], position: 1 }) : undefined
  return host?.kind === 'given' ? proxyIn(source, host.node) : undefined
}

/** `os.environ["HTTPS_PROXY"] = "…"` fixes the proxy of all that reads the environment. */
function fixedInEnvironment({ tree, uses }: PythonSource): Proxy | undefined {
  const isFixed = uses.mentionsOf('environ').some((mention) => {
    const element = tree.parents[tree.parents[mention] ?? 0] ?? 0
    const assignment = tree.parents[element] ?? 0
    const [key, value] = [fieldOf(tree, element, 'subscript'), fieldOf(tree, assignment, 'right')]
    if (key === undefined || value === undefined || tree.fields[element] !== 'left') return false
    return /^['"](https?|all)_proxy['"]$/i.test(textOf(tree, key)) && typeOf(tree, value) === 'string'
  })
  return isFixed ? 'fixed' : undefined
}

/** What an expression says that a proxy, or a dictionary of proxies by scheme, is given by. */
function proxyIn(source: PythonSource, node: number): Proxy {
  const told = alternativesOf(source, node).map(({ kind, node: one }): Proxy => {
    if (kind !== 'expression') return 'unknown'
    const constant = constantOf(source, one)
    if (constant !== undefined) return typeof constant.value === 'string' && constant.value !== '' ? 'fixed' : 'none'
    return typeOf(source.tree, one) === 'dictionary' ? ofDictionary(source, one) : 'environment'
  })
  return ranks.find((rank) => told.includes(rank)) ?? 'unknown'
}

function ofDictionary(source: PythonSource, dictionary: number): Proxy {
  const told = [...childrenOf(source.tree, dictionary)].map((pair): Proxy => {
    const value = fieldOf(source.tree, pair, 'value')
    return value === undefined ? 'unknown' : proxyIn(source, value)
  })
  return ranks.find((rank) => told.includes(rank)) ?? 'none'
}
