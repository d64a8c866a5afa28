/** How long a connection waits: for being made, and for data. */
import { excerpt } from '../../excerpt.ts'
import { type FlatTree, fieldOf, nodesOf, textOf, typeOf } from '../../syntax/flat.ts'
import { calleeOf } from '../calls.ts'
import { constantOf } from '../constants.ts'
import { memberNameOf } from '../names.ts'
import { optionsNamed } from '../options.ts'
import type { JavaScriptSource } from '../source.ts'
import { around, bare, calledOf, callNodes, givenOf, ownNodes } from '../syntax.ts'
import { usesOf } from '../uses.ts'
import { alternativesOf } from '../values.ts'
import { abortedAfter } from './aborts.ts'
import type { Connector } from './libraries/connector.ts'

export type Limit =
  | { readonly kind: 'none' | 'unknown' }
  | { readonly kind: 'set'; readonly text: string; readonly seconds: number | undefined }

export type Phase = 'connect' | 'read'

/** `objects` are the options of the call and of the client it is made with, the nearest first. */
export function limitOf(
  source: JavaScriptSource,
  connector: Connector,
  call: number,
  objects: readonly number[],
  phase: Phase,
): Limit {
  let isUnclear = false
  for (const object of objects) {
    for (const name of connector[phase]) {
      const options = optionsNamed(source, object, name)
      const limits = options.flatMap((option) => (option.kind === 'given' ? limitsOf(source, option.node) : []))
      // Where one caller gives none, there is none.
      if (limits.length > 0 && options.every(({ kind }) => kind === 'given')) return worst(limits)
      if (options.some(({ kind }) => kind === 'unknown')) isUnclear = true
      else if (limits.length > 0) return { kind: 'none' }
    }
  }
  const later = setLater(source, call) ?? setForAll(source, connector, call, phase)
  if (later !== undefined) return later
  const standard = connector.standard?.[phase]
  if (standard !== undefined && !isUnclear) return { kind: 'set', text: String(standard), seconds: standard / 1000 }
  return { kind: isUnclear ? 'unknown' : 'none' }
}

const worst = (limits: readonly Limit[]): Limit =>
  limits.find(({ kind }) => kind === 'none') ??
  limits.find(({ kind }) => kind === 'unknown') ??
  limits[0] ?? { kind: 'none' }

/** Milliseconds, or a signal that aborts after some. */
function limitsOf(source: JavaScriptSource, node: number): readonly Limit[] {
  const { tree } = source
  return alternativesOf(source, node).map((each): Limit => {
    if (each.kind !== 'expression') return { kind: each.kind === 'nothing' ? 'none' : 'unknown' }
    const value = constantOf(source, each.node)?.value
    if (typeof value === 'number') return value > 0 ? ofMilliseconds(source, each.node, value) : { kind: 'none' }
    if (value === null || value === false || textOf(tree, each.node) === 'undefined') return { kind: 'none' }
    return ofSignal(source, each.node) ?? { kind: 'set', text: excerpt(textOf(tree, each.node)), seconds: undefined }
  })
}

const ofMilliseconds = ({ tree }: JavaScriptSource, node: number, value: number): Limit => ({
  kind: 'set',
  text: excerpt(textOf(tree, node)),
  seconds: value / 1000,
})

const calling = new Set<string>(callNodes)

/** `AbortSignal.timeout(5000)`, also among others; the signal of a controller that a timer aborts. */
function ofSignal(source: JavaScriptSource, node: number): Limit | undefined {
  const { tree } = source
  const inner = typeOf(tree, node) === 'call_expression' ? [node, ...ownNodes(tree, node, calling)] : []
  for (const call of inner) {
    const [first] = givenOf(tree, call)
    if (calleeOf(source, call) !== 'AbortSignal.timeout' || first === undefined) continue
    return timed(source, first)
  }
  const controller = memberNameOf(source, node) === 'signal' ? fieldOf(tree, node, 'object') : undefined
  if (controller === undefined) return undefined
  const delay = abortedAfter(source, textOf(tree, controller), source.scopes.functionOf(node))
  return delay === undefined ? { kind: 'unknown' } : timed(source, delay)
}

function timed(source: JavaScriptSource, node: number): Limit {
  const value = constantOf(source, node)?.value
  const text = excerpt(textOf(source.tree, node))
  return { kind: 'set', text, seconds: typeof value === 'number' ? value / 1000 : undefined }
}

/** `axios.defaults.timeout = 5000`. */
function setForAll(source: JavaScriptSource, connector: Connector, call: number, phase: Phase): Limit | undefined {
  const { tree } = source
  const called = calledOf(tree, call)
  const client = called === undefined ? undefined : (fieldOf(tree, bare(tree, called), 'object') ?? called)
  if (client === undefined) return undefined
  const defaults = knownDefaults.get(tree) ?? defaultsIn(tree)
  knownDefaults.set(tree, defaults)
  const name = textOf(tree, client)
  const [value] = connector[phase].flatMap((option) => defaults.get(`${name}.defaults.${option}`) ?? [])
  return value === undefined ? undefined : worst(limitsOf(source, value))
}

const knownDefaults = new WeakMap<FlatTree, ReadonlyMap<string, number>>()

/** The values that a file gives to defaults of its clients, by what they are assigned to. */
function defaultsIn(tree: FlatTree): ReadonlyMap<string, number> {
  const defaults = new Map<string, number>()
  for (const node of nodesOf(tree, 'assignment_expression')) {
    const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
    if (left === undefined || right === undefined || typeOf(tree, left) !== 'member_expression') continue
    const target = textOf(tree, left)
    if (target.includes('.defaults.') && !defaults.has(target)) defaults.set(target, right)
  }
  return defaults
}

/** `request.setTimeout(5000)`, `superagent.get(url).timeout(5000)`, `socket.setTimeout(…)`. */
function setLater(source: JavaScriptSource, call: number): Limit | undefined {
  const { tree } = source
  const delays: number[] = []
  let outer = call
  for (const node of around(tree, call)) {
    const type = typeOf(tree, node)
    if (type === 'member_expression' && fieldOf(tree, node, 'object') === outer) delays.push(...delayGiven(node))
    else if (type === 'variable_declarator' || type === 'assignment_expression') {
      const target = fieldOf(tree, node, 'name') ?? fieldOf(tree, node, 'left')
      const mentions = target === undefined ? [] : usesOf(source, textOf(tree, target), target)
      for (const mention of mentions) delays.push(...delayGiven(tree.parents[mention] ?? 0))
      break
    } else if (!/^(call_expression|parenthesized_expression|await_expression)$/.test(type)) break
    outer = node
  }
  const [delay] = delays
  return delay === undefined ? undefined : worst(limitsOf(source, delay))

  function delayGiven(member: number): readonly number[] {
    const method = /^(setTimeout|timeout)$/.test(memberNameOf(source, member) ?? '')
    const setter = tree.parents[member] ?? 0
    const called = calledOf(tree, setter)
    const isCalled = called !== undefined && bare(tree, called) === member
    return method && isCalled ? givenOf(tree, setter).slice(0, 1) : []
  }
}
