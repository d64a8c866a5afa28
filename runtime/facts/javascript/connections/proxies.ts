/** The proxy that a connection goes through. */
import type { LocalFact } from '../../extractor.ts'
import { calleeOf } from '../calls.ts'
import { constantOf } from '../constants.ts'
import { termsOf } from '../flow/search.ts'
import { entriesOf } from '../objects.ts'
import { optionsNamed } from '../options.ts'
import type { JavaScriptSource } from '../source.ts'
import { givenOf } from '../syntax.ts'
import { alternativesOf, makersOf } from '../values.ts'
import type { Connector } from './libraries/connector.ts'

type Proxy = LocalFact<'connection'>['proxy']

const proxyAgents = /(ProxyAgent|https?-proxy-agent|socks-proxy-agent|proxy-agent|tunnel\.\w+)$/
const systemAgents = /^undici\.EnvHttpProxyAgent$/

export function proxyOf(source: JavaScriptSource, connector: Connector, objects: readonly number[]): Proxy {
  const told = objects.flatMap((object) => [
    ...connector.proxies.flatMap((name) => ofOption(source, object, name)),
    ...connector.agents.flatMap((name) => ofAgent(source, object, name)),
  ])
  const order = ['fixed', 'environment', 'unknown', 'none'] as const
  return order.find((each) => told.includes(each)) ?? (connector.systemProxy ? 'environment' : 'none')
}

function ofOption(source: JavaScriptSource, object: number, name: string): readonly Proxy[] {
  return optionsNamed(source, object, name).flatMap((option): readonly Proxy[] => {
    if (option.kind !== 'given') return []
    const value = constantOf(source, option.node)?.value
    if (value === false || value === null || value === '') return ['none']
    const { entries } = entriesOf(source, option.node)
    const host = entries.find((entry) => entry.name === 'host' || entry.name === 'hostname')
    return [sortOf(source, host?.value ?? option.node)]
  })
}

/** A constant is fixed; a variable of the environment is the system's; an operator's setting is neither. */
function sortOf(source: JavaScriptSource, node: number): Proxy {
  const alternatives = alternativesOf(source, node)
  const isFixed = alternatives.some(
    (each) => each.kind === 'expression' && isText(constantOf(source, each.node)?.value),
  )
  if (isFixed) return 'fixed'
  return termsOf(source, node).some(({ form }) => form === 'environment') ? 'environment' : 'unknown'
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''

function ofAgent(source: JavaScriptSource, object: number, name: string): readonly Proxy[] {
  return optionsNamed(source, object, name).flatMap((option): readonly Proxy[] => {
    if (option.kind !== 'given') return []
    return makersOf(source, option.node).flatMap((maker): readonly Proxy[] => {
      const made = calleeOf(source, maker) ?? ''
      if (systemAgents.test(made)) return ['environment']
      const [first] = givenOf(source.tree, maker)
      return proxyAgents.test(made) && first !== undefined ? [sortOf(source, first)] : []
    })
  })
}
