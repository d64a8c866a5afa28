/** Loggers: which one a call writes to, and which calls write to one at all. */
import type { LoggerUse } from '../../flow/streams.ts'
import { fieldOf, firstChild, textOf, typeOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import { constantOf } from '../constants.ts'
import { meaningOf, thingNamed } from '../names.ts'
import type { PythonSource } from '../source.ts'

const levels = /^(debug|info|warn|warning|error|critical|fatal|exception|log)$/

/** Levels that are for errors. */
export const isErrorLevel = (method: string): boolean => /^(error|critical|fatal|exception)$/.test(method)

/** What a call logs to, with the level; undefined where it does not log. */
export function loggerUse(
  source: PythonSource,
  callee: number,
): { readonly use: LoggerUse; readonly level: string } | undefined {
  const { tree, modules } = source
  const { dotted, kind } = meaningOf(source, callee)
  const level = dotted.slice(dotted.lastIndexOf('.') + 1)
  if (!levels.test(level)) return undefined
  const holder = dotted.slice(0, Math.max(0, dotted.lastIndexOf('.')))
  const object = fieldOf(tree, callee, 'object')
  if (holder === 'logging') return { use: { kind: 'logger', name: '' }, level }
  if (/^logging\.(Logger|LoggerAdapter|RootLogger)$/.test(holder)) {
    const name = object === undefined ? undefined : loggerName(source, object)
    return { use: { kind: 'logger', name }, level }
  }
  if (object === undefined || kind === 'function') return undefined
  if (kind === 'thing' && modules.isOwn(dotted)) return { use: { kind: 'candidate', holder }, level }
  // A name that nothing is known of, and that says what it is.
  const last = fieldOf(tree, object, 'attribute') ?? object
  const isCalledLogger = typeOf(tree, last) === 'identifier' && /(^|_)log(ger|ging)?$/i.test(textOf(tree, last))
  return isCalledLogger && kind === 'unresolved' ? { use: { kind: 'logger', name: undefined }, level } : undefined
}

const deepest = 8

/** The name that a logger was asked for by; empty for the root; undefined where it is not known. */
export function loggerName(source: PythonSource, node: number, depth = 0): string | undefined {
  const { tree, bindings } = source
  if (depth > deepest) return undefined
  switch (typeOf(tree, node)) {
    case 'identifier':
      return ofBindings(source, bindings.lookup(textOf(tree, node), node), depth)
    case 'attribute': {
      const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
      if (object === undefined || attribute === undefined) return undefined
      const meaning = meaningOf(source, object)
      if (meaning.dotted === 'logging' && textOf(tree, attribute) === 'root') return ''
      const owner = meaning.kind === 'instance' ? meaning.class : meaning.kind === 'class' ? meaning.node : undefined
      return owner === undefined
        ? undefined
        : ofBindings(source, bindings.member(owner, textOf(tree, attribute)), depth)
    }
    case 'call': {
      const [callee, list] = [fieldOf(tree, node, 'function'), fieldOf(tree, node, 'arguments')]
      if (callee === undefined || list === undefined || thingNamed(source, callee) !== 'logging.getLogger')
        return undefined
      const asked = firstChild(tree, list)
      if (asked === undefined) return ''
      if (textOf(tree, asked) === '__name__') return source.modules.own
      const name = constantOf(source, asked)?.value
      return typeof name === 'string' ? name : name === null ? '' : undefined
    }
    default:
      return undefined
  }
}

function ofBindings(source: PythonSource, [only, other]: readonly Binding[], depth: number): string | undefined {
  return only?.kind === 'value' && other === undefined ? loggerName(source, only.node, depth + 1) : undefined
}
