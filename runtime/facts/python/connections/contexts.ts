/** The objects of the module `ssl` that say whether certificates are verified. */
import { fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { calleeOf } from '../expressions.ts'
import type { PythonSource } from '../source.ts'
import { type Alternative, alternativesOf } from '../values/alternatives.ts'
import { conditionsAround } from '../values/conditions.ts'
import { givenFor } from '../values/given.ts'
import { deedsOn } from '../values/variables.ts'
import { targetsOf } from './clients.ts'
import type { Verdict } from './verification.ts'

/** Functions that make a context, with whether it verifies. */
const makers: Readonly<Record<string, 'on' | 'off'>> = {
  'ssl.create_default_context': 'on',
  'ssl._create_default_https_context': 'on',
  'ssl._create_unverified_context': 'off',
  'ssl._create_stdlib_context': 'off',
  'httpx.create_ssl_context': 'on',
  'urllib3.util.create_urllib3_context': 'on',
  'urllib3.util.ssl_.create_urllib3_context': 'on',
}

/** What an expression says that stands for a context; undefined where it stands for none. */
export function contextVerdict(source: PythonSource, { node, names, conditions }: Alternative): Verdict | undefined {
  const { tree } = source
  if (typeOf(tree, node) !== 'call') return undefined
  const made = makingVerdict(source, node)
  if (made === undefined) return undefined
  let verdict: Verdict = { state: made, conditions }
  for (const deed of deedsOn(source, [...targetsOf(source, node), ...names])) {
    if (deed.kind !== 'set') continue
    const state = stateSet(source, deed.attribute, deed.value)
    if (state === undefined || state === verdict.state) continue
    const around = conditionsAround(tree, deed.node, node)
    if (around.length === 0 && state !== 'set') verdict = { state, conditions }
    else {
      const [condition] = around
      const setting = state === 'set' ? deed.value : (condition ?? deed.value)
      verdict = { state: 'optional', conditions, setting }
    }
  }
  return verdict
}

function makingVerdict(source: PythonSource, call: number): 'on' | 'off' | undefined {
  const callee = calleeOf(source, call) ?? ''
  const known = Object.hasOwn(makers, callee) ? makers[callee] : undefined
  if (callee === 'ssl._create_unverified_context' || callee === 'ssl._create_stdlib_context') {
    const required = givenFor(source, call, { names: ['cert_reqs'] })
    return required?.kind === 'given' && requirement(source, required.node) === 'on' ? 'on' : 'off'
  }
  if (known !== undefined || callee !== 'ssl.SSLContext') return known
  const protocol = givenFor(source, call, { names: ['protocol'], position: 1 })
  const isForClients = protocol?.kind === 'given' && /PROTOCOL_TLS_CLIENT$/.test(textOf(source.tree, protocol.node))
  return isForClients ? 'on' : 'off'
}

/** What an attribute of a context says; 'set' where a setting decides. */
function stateSet(source: PythonSource, attribute: string, value: number): 'on' | 'off' | 'set' | undefined {
  if (attribute === 'verify_mode') return requirement(source, value) ?? 'set'
  if (attribute !== 'check_hostname') return undefined
  const constant = constantOf(source, value)
  if (constant === undefined) return 'set'
  // Names are checked only where certificates are, so that `True` alone decides nothing.
  return constant.value === false ? 'off' : undefined
}

/** `ssl.CERT_NONE` and its relatives, by name, number or text. */
export function requirement(source: PythonSource, node: number): 'on' | 'off' | undefined {
  const states = alternativesOf(source, node).map(({ node: one }) => {
    const name = fieldOf(source.tree, one, 'attribute') ?? one
    const constant = constantOf(source, one)?.value
    const written = typeof constant === 'string' ? constant : textOf(source.tree, name)
    if (/^(CERT_NONE|0)$/.test(written) || constant === null) return 'off'
    return /^(CERT_(REQUIRED|OPTIONAL)|[12])$/.test(written) ? 'on' : undefined
  })
  const [first] = states
  return states.every((state) => state === first) ? first : undefined
}
