/** Whether the certificate of the other side is verified. */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import { type FlatTree, fieldOf, nodesOf, textOf } from '../../syntax/flat.ts'
import { calleeOf, callsOf } from '../calls.ts'
import { constantOf } from '../constants.ts'
import { meaningOf, memberNameOf } from '../names.ts'
import { optionsNamed } from '../options.ts'
import type { JavaScriptSource } from '../source.ts'
import { givenOf } from '../syntax.ts'
import { alternativesOf, makersOf } from '../values.ts'
import type { Connector } from './libraries/connector.ts'
import { unsetValue } from './switches.ts'

type Verification = Pick<LocalFact<'connection'>, 'verification' | 'verification_setting'>

export function verificationOf(
  source: JavaScriptSource,
  { verification, agents }: Connector,
  objects: readonly number[],
  isPlain: boolean,
): Verification {
  if (isPlain) return { verification: 'none' }
  const told = [
    ...objects.flatMap((object) => verification.flatMap((name) => switchedBy(source, object, name))),
    ...objects.flatMap((object) => agents.flatMap((name) => ofAgent(source, object, name))),
    ...ofFile(source),
  ]
  const order = ['off', 'optional', 'on', 'unknown'] as const
  for (const state of order) {
    const found = told.find((each) => each.verification === state)
    if (found !== undefined) return found
  }
  return { verification: 'on' }
}

/** What an option comes to that has to be true. */
function switchedBy(source: JavaScriptSource, object: number, name: string): readonly Verification[] {
  return optionsNamed(source, object, name).flatMap((option) =>
    option.kind === 'given' ? stateOf(source, option.node, (value) => Boolean(value)) : [],
  )
}

function stateOf(
  source: JavaScriptSource,
  node: number,
  isOn: (value: string | number | boolean | null) => boolean,
): readonly Verification[] {
  const setting = excerpt(textOf(source.tree, source.tree.parents[node] ?? node))
  const standard = unsetValue(source, node)
  // A setting that nobody sets is the rule; where that does not verify, nothing does until somebody thinks of it.
  if (standard !== undefined && standard.value !== undefined) {
    if (!isOn(standard.value)) return [{ verification: 'off', verification_setting: setting }]
    return [
      constantOf(source, node) === undefined
        ? { verification: 'optional', verification_setting: setting }
        : { verification: 'on' },
    ]
  }
  return alternativesOf(source, node).map((each): Verification => {
    const value = each.kind === 'expression' ? constantOf(source, each.node)?.value : undefined
    if (each.kind === 'nothing' || (value !== undefined && isOn(value))) return { verification: 'on' }
    // What is not known here, somebody sets: a variable of the environment, an option, a caller.
    return { verification: value === undefined ? 'optional' : 'off', verification_setting: setting }
  })
}

/** `agent: new https.Agent({ rejectUnauthorized: false })`, `dispatcher: new Agent({ connect: { … } })`. */
function ofAgent(source: JavaScriptSource, object: number, name: string): readonly Verification[] {
  return optionsNamed(source, object, name).flatMap((option) => {
    if (option.kind !== 'given') return []
    return makersOf(source, option.node).flatMap((maker) =>
      givenOf(source.tree, maker).flatMap((given) =>
        ['rejectUnauthorized', 'connect.rejectUnauthorized', 'requestTls.rejectUnauthorized'].flatMap((each) =>
          switchedBy(source, given, each),
        ),
      ),
    )
  })
}

const known = new WeakMap<FlatTree, readonly Verification[]>()

/** What the file sets for all: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"`, the options of the global agent. */
function ofFile(source: JavaScriptSource): readonly Verification[] {
  const { tree } = source
  const found = known.get(tree) ?? [
    ...[...nodesOf(tree, 'assignment_expression')].flatMap((node) => ofAssignment(source, node)),
    ...callsOf(source).flatMap((call) => ofCall(source, call)),
  ]
  known.set(tree, found)
  return found
}

function ofAssignment(source: JavaScriptSource, node: number): readonly Verification[] {
  const { tree } = source
  const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
  if (left === undefined || right === undefined) return []
  const path = pathOf(source, left)
  switch (path.slice(path.lastIndexOf('.') + 1)) {
    case switchOfNode:
      return isEnvironment(source, fieldOf(tree, left, 'object')) ? stateOf(source, right, isOnForNode) : []
    case 'rejectUnauthorized':
      return path.endsWith('globalAgent.options.rejectUnauthorized') ? stateOf(source, right, Boolean) : []
    case 'httpsAgent':
    case 'globalAgent':
      return /(^https\.globalAgent|(^|\.)defaults\.httpsAgent)$/.test(path) ? ofMakers(source, right) : []
    default:
      return []
  }
}

/** A variable of the environment that turns verification off for all of a program where it is 0. */
const switchOfNode = 'NODE_TLS_REJECT_UNAUTHORIZED'
const isOnForNode = (value: string | number | boolean | null): boolean => String(value) !== '0'

const isEnvironment = (source: JavaScriptSource, object: number | undefined): boolean =>
  object !== undefined && meaningOf(source, object).dotted === 'process.env'

/** `Object.assign(process.env, { NODE_TLS_REJECT_UNAUTHORIZED: "0" })`. */
function ofCall(source: JavaScriptSource, call: number): readonly Verification[] {
  const [target, ...given] = calleeOf(source, call) === 'Object.assign' ? givenOf(source.tree, call) : []
  if (!isEnvironment(source, target)) return []
  return given.flatMap((object) =>
    optionsNamed(source, object, switchOfNode).flatMap((option) =>
      option.kind === 'given' ? stateOf(source, option.node, isOnForNode) : [],
    ),
  )
}

/** The members that a target leads through, behind what the first of them stands for: "https.globalAgent.options". */
function pathOf(source: JavaScriptSource, target: number): string {
  const { tree } = source
  const names: string[] = []
  let node = target
  for (let depth = 0; depth < deepest; depth++) {
    const [object, name] = [fieldOf(tree, node, 'object'), memberNameOf(source, node)]
    if (object === undefined || name === undefined) break
    names.unshift(name)
    node = object
  }
  return [meaningOf(source, node).dotted, ...names].join('.')
}

/** More members of members than settings have. */
const deepest = 8

function ofMakers(source: JavaScriptSource, agent: number): readonly Verification[] {
  return makersOf(source, agent).flatMap((maker) =>
    givenOf(source.tree, maker).flatMap((given) => switchedBy(source, given, 'rejectUnauthorized')),
  )
}
