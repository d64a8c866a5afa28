/** Whether a connection verifies the certificate of the other side. */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import { fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { calleeOf } from '../expressions.ts'
import type { PythonSource } from '../source.ts'
import type { Alternative } from '../values/alternatives.ts'
import { conditionsAround } from '../values/conditions.ts'
import { givenFor, inMapping } from '../values/given.ts'
import { remembered } from '../values/memory.ts'
import { type Client, madeBy, objectsOf, piecesOf } from './clients.ts'
import { contextVerdict, requirement } from './contexts.ts'
import type { Connector, VerificationSort } from './libraries/connector.ts'
import { attributeValues, handedOnFor } from './overrides.ts'
import { unsetValue } from './switches.ts'
import { type Way, waysOf, waysTo } from './ways.ts'

export interface Verdict {
  readonly state: 'on' | 'off' | 'optional' | 'unknown'
  /** What has to hold for it. */
  readonly conditions: readonly number[]
  /** The expression that decides, where it is known already. */
  readonly setting?: number
}

type Fields = Pick<LocalFact<'connection'>, 'verification' | 'verification_setting'>

export function verificationOf(
  source: PythonSource,
  connector: Connector,
  call: number,
  clients: readonly Client[],
): Fields {
  const { verification } = connector
  if (verification === undefined) {
    const verdicts = upgraded(source, call, clients)
    return verdicts.length === 0 ? { verification: 'none' } : together(source, verdicts)
  }
  const { sort, slot } = verification
  const own = waysOf(source, call, slot)
  const silent = own.filter(({ kind }) => kind === 'default')
  const told = own.filter(({ kind }) => kind !== 'default').map((way) => verdictOf(source, way, sort))
  if (silent.length === 0) return together(source, told)
  if (told.length === 0 && verification.standard === 'none') return { verification: 'none' }
  const standard = standardOf(source, connector, clients)
  const conditions = silent.flatMap((way) => (way.kind === 'default' ? way.conditions : []))
  return together(source, [
    ...told,
    ...standard.map((one) => ({ ...one, conditions: [...conditions, ...one.conditions] })),
  ])
}

/** Several ways that differ: one that a condition or a setting decides is an option, any other that is off is off. */
function together({ tree }: PythonSource, verdicts: readonly Verdict[]): Fields {
  const has = (state: Verdict['state']) => verdicts.find((verdict) => verdict.state === state)
  const [optional, isOff, isOn] = [has('optional'), has('off'), has('on')]
  const written = (node: number | undefined) =>
    node === undefined ? {} : { verification_setting: excerpt(textOf(tree, node)) }
  if (isOff !== undefined) {
    const decided = isOn === undefined ? undefined : decisiveCondition(verdicts)
    return decided === undefined ? { verification: 'off' } : { verification: 'optional', ...written(decided) }
  }
  if (optional !== undefined) return { verification: 'optional', ...written(optional.setting) }
  return { verification: isOn !== undefined && has('unknown') === undefined ? 'on' : 'unknown' }
}

/** The condition that tells what is verified from what is not: the outermost that all of one sort have in common. */
function decisiveCondition(verdicts: readonly Verdict[]): number | undefined {
  const common = (state: Verdict['state']) => {
    const decided = verdicts.filter((one) => one.state === state && one.conditions.length > 0)
    const [first, ...others] = decided.map(({ conditions }) => conditions)
    return first?.filter((condition) => others.every((other) => other.includes(condition))) ?? []
  }
  const [verified, unverified] = [common('on'), common('off')]
  const decisive = verified.findLast((condition) => !unverified.includes(condition))
  return decisive ?? unverified.findLast((condition) => !verified.includes(condition)) ?? verified.at(-1)
}

/** What holds where the call says nothing: what the client was told, or the library's own way. */
function standardOf(source: PythonSource, connector: Connector, clients: readonly Client[]): readonly Verdict[] {
  const told = clients.flatMap((client) => ofClient(source, connector, client))
  if (told.length > 0) return told
  return [untold(source, connector)]
}

/** What the library does where nobody tells it anything. */
function untold(source: PythonSource, { verification }: Connector): Verdict {
  if (verification?.standard === 'off') return off
  return verification?.sort === 'context' ? globalContext(source) : on
}

const on: Verdict = { state: 'on', conditions: [] }
const off: Verdict = { state: 'off', conditions: [] }

function ofClient(source: PythonSource, connector: Connector, { made, deeds }: Client): readonly Verdict[] {
  const { tree } = source
  const { sort = 'flag', slot = { names: [] } } = connector.verification ?? {}
  const verdicts: Verdict[] = deeds.flatMap((deed) => {
    if (deed.kind !== 'set' || !slot.names.includes(deed.attribute)) return []
    const conditions = made === undefined ? [] : conditionsAround(tree, deed.node, made)
    return waysTo(source, deed.value).map((way) => {
      const verdict = verdictOf(source, way, sort)
      return { ...verdict, conditions: [...conditions, ...verdict.conditions] }
    })
  })
  if (verdicts.length > 0) {
    // Under a condition the client stays as it was made where that does not hold.
    return verdicts.every(({ conditions }) => conditions.length > 0) ? [...verdicts, on] : verdicts
  }
  if (made === undefined) return [{ state: 'unknown', conditions: [] }]
  return ofMaking(source, connector, made, sort)
}

/** What the constructor of a client was given: itself, or through a connector or a handler in it. */
function ofMaking(
  source: PythonSource,
  connector: Connector,
  made: number,
  sort: VerificationSort,
): readonly Verdict[] {
  const { tree } = source
  const names = connector.verification?.slot.names ?? []
  const given = waysOf(source, made, { names }).filter(({ kind }) => kind !== 'default')
  if (given.length > 0) return given.map((way) => verdictOf(source, way, sort))
  const byClass = names.flatMap((name): readonly number[] => {
    const handedOn = handedOnFor(source, made, name)
    return [...(handedOn?.kind === 'given' ? [handedOn.node] : []), ...attributeValues(source, made, name)]
  })
  if (byClass.length > 0)
    return byClass.flatMap((value) => waysTo(source, value).map((way) => verdictOf(source, way, sort)))
  const pieces = piecesOf(source, made)
  const told = pieces.made.flatMap((call) =>
    waysOf(source, call, { names }).flatMap((way) => (way.kind === 'default' ? [] : [verdictOf(source, way, sort)])),
  )
  if (told.length > 0) return told
  if (!pieces.whole) return [{ state: 'unknown', conditions: [] }]
  const hostname = givenFor(source, made, { names: ['assert_hostname'] })
  if (hostname?.kind === 'given' && typeOf(tree, hostname.node) === 'false') return [off]
  return [untold(source, connector)]
}

/** `ssl._create_default_https_context = …` changes what the standard library does everywhere. */
function globalContext(source: PythonSource): Verdict {
  const { tree } = source
  for (const mention of source.uses.mentionsOf('_create_default_https_context')) {
    const access = tree.parents[mention] ?? 0
    const assignment = tree.parents[access] ?? 0
    const value = typeOf(tree, assignment) === 'assignment' ? fieldOf(tree, assignment, 'right') : undefined
    if (value === undefined || tree.fields[access] !== 'left') continue
    if (!/unverified|stdlib/.test(textOf(tree, value)) && !(calleeOf(source, value) ?? '').includes('unverified'))
      continue
    const conditions = conditionsAround(tree, assignment, 0)
    const [setting] = conditions
    return setting === undefined ? { state: 'off', conditions: [] } : { state: 'optional', conditions, setting }
  }
  return on
}

/** What is no TLS by itself is as safe as the context that turns it into one later. */
function upgraded(source: PythonSource, call: number, clients: readonly Client[]): readonly Verdict[] {
  const made = new Set([call, ...clients.flatMap((client) => client.made ?? [])])
  const contexts = contextsOfSockets(source, 0)
  const wrapping = [...made].flatMap((one) => contexts.get(one) ?? [])
  const started = madeBy(source, call).deeds.flatMap((deed) => {
    if (deed.kind !== 'call' || deed.attribute !== 'starttls') return []
    const ways = waysOf(source, deed.call, { names: ['context'] })
    return ways.map((way) => (way.kind === 'default' ? off : verdictOf(source, way, 'context')))
  })
  return [...wrapping, ...started]
}

/** By the call that makes a socket, what the contexts say that wrap it. */
const contextsOfSockets = remembered((source): ReadonlyMap<number, readonly Verdict[]> => {
  const contexts = new Map<number, readonly Verdict[]>()
  for (const wrap of source.uses.callsOf('wrap_socket')) {
    const socket = givenFor(source, wrap, { names: ['sock'], position: 1 })
    if (socket?.kind !== 'given') continue
    const verdicts = wrappingVerdicts(source, wrap)
    const sockets = objectsOf(source, socket.node).flatMap(({ made }) => made ?? [])
    for (const made of [wrap, ...sockets]) {
      contexts.set(made, [...(contexts.get(made) ?? []), ...verdicts].slice(0, mostContexts))
    }
  }
  return contexts
})

/** The function of the module `ssl` verifies only what it is told to; the method, what its context does. */
function wrappingVerdicts(source: PythonSource, wrap: number): readonly Verdict[] {
  if (calleeOf(source, wrap) === 'ssl.wrap_socket') {
    const ways = waysOf(source, wrap, { names: ['cert_reqs'], position: 5 })
    return ways.map((way) => (way.kind === 'default' ? off : verdictOf(source, way, 'requirement')))
  }
  const callee = fieldOf(source.tree, wrap, 'function')
  const context = callee === undefined ? undefined : fieldOf(source.tree, callee, 'object')
  return context === undefined ? [] : waysTo(source, context).map((way) => verdictOf(source, way, 'context'))
}

/** One socket is wrapped by few. */
const mostContexts = 8

function verdictOf(source: PythonSource, way: Way, sort: VerificationSort): Verdict {
  switch (way.kind) {
    case 'default':
      return on
    case 'unknown':
      return { state: 'unknown', conditions: [] }
    case 'value':
      return inExpression(source, way.alternative, sort)
  }
}

/** Words of settings that name what to verify with, rather than whether to. */
export const bundle = /(^|[_.'"])(ca|cafile|ca_?certs?|bundle|pem|certifi)/i

function inExpression(source: PythonSource, alternative: Alternative, sort: VerificationSort): Verdict {
  const { node, conditions } = alternative
  const { tree } = source
  const constant = constantOf(source, node)
  const context = contextVerdict(source, alternative)
  if (context !== undefined) return context
  if (sort === 'requirement') return { state: requirement(source, node) ?? 'unknown', conditions }
  if (sort === 'options') return inOptions(source, alternative)
  if (constant !== undefined) return { state: constant.value === false ? 'off' : 'on', conditions }
  if (bundle.test(textOf(tree, node))) return { state: 'on', conditions }
  // A function that nothing is known of may give anything; what is looked up, or worked out, is a setting.
  const isForeign =
    typeOf(tree, node) === 'call' &&
    !/\.(get|getboolean|getenv|lower|strip)\(|^(getenv|bool|getattr)\(/.test(textOf(tree, node))
  if (isForeign || sort === 'context') return { state: 'unknown', conditions }
  // A setting that nobody sets is the rule; where that does not verify, nothing does until somebody thinks of it.
  if (unsetValue(source, node) === false) return { state: 'off', conditions }
  return { state: 'optional', conditions, setting: node }
}

/** `{"cert_reqs": ssl.CERT_NONE, "check_hostname": False}`, `{"server": url, "verify": False}`. */
function inOptions(source: PythonSource, { node, conditions }: Alternative): Verdict {
  if (constantOf(source, node)?.value === null) return { state: 'on', conditions }
  const required = inMapping(source, node, ['cert_reqs'])
  const switches = ['check_hostname', 'verify'].map((name) => inMapping(source, node, [name]))
  const isOff =
    (required?.kind === 'given' && requirement(source, required.node) === 'off') ||
    switches.some((given) => given?.kind === 'given' && constantOf(source, given.node)?.value === false)
  return { state: isOff ? 'off' : required?.kind === 'unknown' ? 'unknown' : 'on', conditions }
}
