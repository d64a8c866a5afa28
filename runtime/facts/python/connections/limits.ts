/** Limits of time as code writes them: numbers, pairs, and the objects in which libraries hold them. */
import { excerpt } from '../../excerpt.ts'
import { childrenOf, fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { calleeOf, classOf } from '../expressions.ts'
import type { PythonSource } from '../source.ts'
import { givenFor, type Slot } from '../values/given.ts'
import { type Way, waysTo } from './ways.ts'

export type Limit =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'set'; readonly text: string; readonly seconds?: number }

export type Phase = 'connect' | 'read'

const none: Limit = { kind: 'none' }
const unknown: Limit = { kind: 'unknown' }

export const limitFor = (seconds: number | undefined): Limit =>
  seconds === undefined ? none : { kind: 'set', text: String(seconds), seconds }

/** One way without a limit, and there is none; `standard` holds where nobody gives anything. */
export function limitOf(source: PythonSource, ways: readonly Way[], phase: Phase, standard: Limit): Limit {
  const limits = ways.map((way) => limitBy(source, way, phase, standard))
  const worst = limits.find(({ kind }) => kind === 'none') ?? limits.find(({ kind }) => kind === 'unknown')
  if (worst !== undefined) return worst
  const set = limits.flatMap((limit) => (limit.kind === 'set' ? [limit] : []))
  const [first] = set
  if (first === undefined) return unknown
  const isOne = set.every(({ seconds }) => seconds === first.seconds)
  return isOne ? first : { kind: 'set', text: first.text }
}

function limitBy(source: PythonSource, way: Way, phase: Phase, standard: Limit): Limit {
  switch (way.kind) {
    case 'default':
      return standard
    case 'unknown':
      return unknown
    case 'value':
      return limitIn(source, way.alternative.node, phase)
  }
}

function limitIn(source: PythonSource, node: number, phase: Phase): Limit {
  const { tree } = source
  const constant = constantOf(source, node)
  if (constant?.value === null) return none
  const text = excerpt(textOf(tree, node))
  if (typeof constant?.value === 'number') return { kind: 'set', text, seconds: constant.value }
  switch (typeOf(tree, node)) {
    // For connecting, and for reading.
    case 'tuple': {
      const [connect, read] = childrenOf(tree, node)
      const part = phase === 'connect' ? connect : read
      return part === undefined ? unknown : limitOf(source, waysTo(source, part), phase, none)
    }
    case 'call':
      return inObject(source, node, phase) ?? (mayBeNothing(source, node) ? unknown : { kind: 'set', text })
    case 'attribute':
      return isOptionWithoutDefault(source, node) ? unknown : { kind: 'set', text }
    default:
      return { kind: 'set', text }
  }
}

interface LimitClass {
  readonly callee: RegExp
  /** What holds for a phase: the first that is given. */
  readonly connect: readonly Slot[]
  readonly read: readonly Slot[]
  /** In seconds, where nothing is given for a phase. */
  readonly standard?: number
}

const limitClasses: readonly LimitClass[] = [
  {
    callee: /^httpx\.(_config\.)?Timeout$/,
    connect: [{ names: ['connect'] }, { names: ['timeout'], position: 1 }],
    read: [{ names: ['read'] }, { names: ['timeout'], position: 1 }],
  },
  {
    callee: /^aiohttp\.(client\.)?ClientTimeout$/,
    connect: [{ names: ['sock_connect'] }, { names: ['connect'] }, { names: ['total'], position: 1 }],
    read: [{ names: ['sock_read'] }, { names: ['total'], position: 1 }],
  },
  {
    callee: /^urllib3\.(util\.)?(timeout\.)?Timeout$/,
    connect: [
      { names: ['connect'], position: 2 },
      { names: ['total'], position: 1 },
    ],
    read: [
      { names: ['read'], position: 3 },
      { names: ['total'], position: 1 },
    ],
  },
  {
    callee: /^httplib2\.Http$/,
    connect: [{ names: ['timeout'], position: 2 }],
    read: [{ names: ['timeout'], position: 2 }],
  },
  {
    callee: /^botocore\.(config|client)\.Config$/,
    connect: [{ names: ['connect_timeout'] }],
    read: [{ names: ['read_timeout'] }],
    standard: 60,
  },
]

function inObject(source: PythonSource, call: number, phase: Phase): Limit | undefined {
  const callee = calleeOf(source, call) ?? ''
  const held = limitClasses.find((one) => one.callee.test(callee))
  for (const slot of held?.[phase] ?? []) {
    const given = givenFor(source, call, slot)
    if (given === undefined) continue
    return given.kind === 'given' ? limitOf(source, waysTo(source, given.node), phase, none) : unknown
  }
  return held === undefined ? undefined : limitFor(held.standard)
}

/** Look-ups without a default give `None` where nothing is set. */
function mayBeNothing(source: PythonSource, call: number): boolean {
  const { tree } = source
  const [callee, list] = [fieldOf(tree, call, 'function'), fieldOf(tree, call, 'arguments')]
  if (callee === undefined || list === undefined) return false
  const given = [...childrenOf(tree, list)]
  const last = given.at(-1)
  const endsInNone = last !== undefined && /(^|=\s*)None$/.test(textOf(tree, last))
  const name = textOf(tree, fieldOf(tree, callee, 'attribute') ?? callee)
  return /^(get|getenv|getattr)$/.test(name) && (given.length === 1 || endsInNone)
}

/** `args.timeout` is `None` where the option was added without a default and not given. */
function isOptionWithoutDefault(source: PythonSource, node: number): boolean {
  const { tree, uses } = source
  const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
  if (object === undefined || attribute === undefined) return false
  if (classOf(source, object) !== 'argparse.Namespace') return false
  const option = new RegExp(`^['"]--?${textOf(tree, attribute).replaceAll('_', '[-_]')}['"]$`)
  return uses.callsOf('add_argument').some((call) => {
    const list = fieldOf(tree, call, 'arguments')
    const given = list === undefined ? [] : [...childrenOf(tree, list)]
    const isThis = given.some((argument) => option.test(textOf(tree, argument)))
    return isThis && given.every((argument) => !/^(default|required)\s*=/.test(textOf(tree, argument)))
  })
}
