/** Where a file lets loggers write to: `basicConfig`, `addHandler`, `dictConfig`. */

import type { LoggerSetup, LogHandler } from '../../flow/summary.ts'
import { childrenOf, fieldOf, nodesOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { meaningOf, thingNamed } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { argumentNode } from './arguments.ts'
import { loggerName } from './loggers.ts'
import { streamOf } from './streams.ts'

export function loggerSetup(source: PythonSource): LoggerSetup {
  const { uses } = source
  return {
    handlers: [
      ...uses.callsOf('basicConfig').flatMap((call) => basicHandlers(source, call)),
      ...uses.callsOf('addHandler').flatMap((call) => addedHandler(source, call)),
      ...uses.callsOf('dictConfig').flatMap(() => configuredHandlers(source)),
    ],
    closed: closedLoggers(source),
  }
}

function basicHandlers(source: PythonSource, call: number): readonly LogHandler[] {
  const { tree } = source
  const callee = fieldOf(tree, call, 'function')
  if (callee === undefined || thingNamed(source, callee) !== 'logging.basicConfig') return []
  const [stream, filename, handlers] = ['stream', 'filename', 'handlers'].map((name) => argumentNode(tree, call, name))
  if (handlers !== undefined) {
    const list = [...childrenOf(tree, handlers)].filter((child) => typeOf(tree, child) !== 'comment')
    return list.map((handler) => ({ logger: '', stream: handlerStream(source, handler) ?? 'unknown' }))
  }
  if (filename !== undefined) return [{ logger: '', stream: 'log' }]
  return [{ logger: '', stream: stream === undefined ? 'stderr' : streamOf(source, stream) }]
}

function addedHandler(source: PythonSource, call: number): readonly LogHandler[] {
  const { tree } = source
  const callee = fieldOf(tree, call, 'function')
  const object = callee === undefined ? undefined : fieldOf(tree, callee, 'object')
  const handler = argumentNode(tree, call, 'hdlr', 1)
  if (object === undefined || handler === undefined) return []
  const stream = handlerStream(source, handler)
  // A logger of which the name is not known may be any.
  return stream === undefined ? [] : [{ logger: loggerName(source, object) ?? '', stream }]
}

const deepest = 8

/** Undefined for a handler that writes nothing. */
function handlerStream(source: PythonSource, node: number, depth = 0): LogHandler['stream'] | undefined {
  const { tree, bindings } = source
  switch (typeOf(tree, node)) {
    case 'identifier': {
      const values = bindings.lookup(textOf(tree, node), node).filter(({ kind }) => kind === 'value')
      const [only, other] = values
      if (only?.kind !== 'value' || other !== undefined || depth > deepest) return 'unknown'
      return handlerStream(source, only.node, depth + 1)
    }
    case 'call': {
      const callee = fieldOf(tree, node, 'function')
      const dotted = callee === undefined ? '' : meaningOf(source, callee).dotted
      if (dotted.endsWith('NullHandler')) return undefined
      if (dotted === 'logging.StreamHandler') {
        const stream = argumentNode(tree, node, 'stream', 1)
        return stream === undefined || constantOf(source, stream)?.value === null ? 'stderr' : streamOf(source, stream)
      }
      return /^logging\.(handlers\.\w+|FileHandler)$/.test(dotted) ? 'log' : 'unknown'
    }
    default:
      return 'unknown'
  }
}

/** A dictionary of handlers is read by its words. */
function configuredHandlers({ tree }: PythonSource): readonly LogHandler[] {
  const words = [...nodesOf(tree, 'string')].map((node) => textOf(tree, node))
  const has = (sign: RegExp) => words.some((word) => sign.test(word))
  const handlers: LogHandler[] = []
  if (has(/ext:\/\/sys\.stdout/)) handlers.push({ logger: '', stream: 'stdout' })
  if (has(/ext:\/\/sys\.stderr/)) handlers.push({ logger: '', stream: 'stderr' })
  if (has(/logging\.(handlers\.\w+|FileHandler)/)) handlers.push({ logger: '', stream: 'log' })
  if (handlers.length === 0 && has(/logging\.StreamHandler/)) handlers.push({ logger: '', stream: 'stderr' })
  return handlers
}

/** `logger.propagate = False`. */
function closedLoggers(source: PythonSource): readonly string[] {
  const { tree } = source
  return [...nodesOf(tree, 'assignment')].flatMap((node) => {
    const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
    if (left === undefined || right === undefined || typeOf(tree, left) !== 'attribute') return []
    const [object, attribute] = [fieldOf(tree, left, 'object'), fieldOf(tree, left, 'attribute')]
    if (object === undefined || attribute === undefined || textOf(tree, attribute) !== 'propagate') return []
    const name = constantOf(source, right)?.value === false ? loggerName(source, object) : undefined
    return name === undefined || name === '' ? [] : [name]
  })
}
