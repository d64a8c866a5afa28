/** Where a value comes from, within the function that it stands in: through names bound once, and what is put together. */

import type { RecordFact } from '../../../compiler/index.ts'
import { excerpt } from '../excerpt.ts'
import { childrenOf, fieldOf, textOf, typeOf } from '../syntax/flat.ts'
import { dottedName } from './callees.ts'
import type { PythonSource } from './source.ts'

type Origin = RecordFact<'origin'>

/** More sources than this of one value, and it comes from anywhere. */
const most = 16
const deepest = 6

/** What measures or hides a value ends its flow. */
const ending = new Set(['len', 'bool', 'hash', 'type', 'id', 'isinstance', 'hasattr'])

const environment = new Set(['os.getenv', 'os.environ.get', 'os.environ', 'os.environb.get'])
const responses =
  /^(urllib\.request\.urlopen|requests\.(\w+\.)?(get|post|put|patch|delete|head|request)|http\.client\.HTTPS?Connection\.getresponse)$/

export function originsOf(source: PythonSource, node: number): readonly Origin[] {
  const found: Origin[] = []
  collect(source, node, found, 0)
  if (found.length <= most) return found
  return [origin(source, node, 'unknown', undefined)]
}

function origin(source: PythonSource, node: number, form: Origin['form'], name: string | undefined): Origin {
  const { tree, input } = source
  return {
    at: input.lines.placeOf(tree.starts[node] ?? 0, tree.ends[node] ?? 0),
    form,
    ...(name === undefined ? {} : { name }),
    text: excerpt(textOf(tree, node)),
  }
}

function collect(source: PythonSource, node: number, found: Origin[], depth: number): void {
  if (depth > deepest || found.length > most) return
  const { tree } = source
  switch (typeOf(tree, node)) {
    case 'integer':
    case 'float':
    case 'true':
    case 'false':
    case 'none':
      found.push(origin(source, node, 'literal', undefined))
      return
    case 'string': {
      const holes = [...childrenOf(tree, node)].filter((child) => typeOf(tree, child) === 'interpolation')
      if (holes.length === 0) found.push(origin(source, node, 'literal', undefined))
      for (const hole of holes) for (const inner of childrenOf(tree, hole)) collect(source, inner, found, depth + 1)
      return
    }
    case 'identifier':
      collectName(source, node, found, depth)
      return
    case 'attribute': {
      const attribute = fieldOf(tree, node, 'attribute')
      const dotted = dottedName(source, node)
      if (dotted === 'sys.argv') found.push(origin(source, node, 'command_line', dotted))
      else found.push(origin(source, node, 'attribute', attribute === undefined ? undefined : textOf(tree, attribute)))
      return
    }
    case 'subscript': {
      const value = fieldOf(tree, node, 'value')
      const key = fieldOf(tree, node, 'subscript')
      if (value !== undefined && dottedName(source, value) === 'os.environ') {
        found.push(origin(source, node, 'environment', key === undefined ? undefined : unquoted(textOf(tree, key))))
      } else if (value !== undefined) collect(source, value, found, depth + 1)
      return
    }
    case 'call':
      collectCall(source, node, found, depth)
      return
    default:
      for (const child of childrenOf(tree, node)) collect(source, child, found, depth + 1)
  }
}

function collectName(source: PythonSource, node: number, found: Origin[], depth: number): void {
  const name = textOf(source.tree, node)
  const bindings = source.scopes.lookup(name, node)
  if (bindings.length === 0) {
    found.push(origin(source, node, 'global', name))
    return
  }
  for (const binding of bindings) {
    if (binding.kind === 'value') collect(source, binding.node, found, depth + 1)
    else if (binding.kind === 'parameter') found.push(origin(source, node, 'parameter', name))
    else if (binding.kind === 'import') found.push(origin(source, node, 'global', binding.dotted))
    else found.push(origin(source, node, 'unknown', name))
  }
}

function collectCall(source: PythonSource, node: number, found: Origin[], depth: number): void {
  const { tree } = source
  const callee = fieldOf(tree, node, 'function')
  const list = fieldOf(tree, node, 'arguments')
  const name = callee === undefined ? undefined : dottedName(source, callee)
  if (name !== undefined && ending.has(name)) return
  if (name !== undefined && environment.has(name)) {
    const key = list === undefined ? undefined : childrenOf(tree, list).next().value
    found.push(origin(source, node, 'environment', key === undefined ? undefined : unquoted(textOf(tree, key))))
    return
  }
  found.push(origin(source, node, name !== undefined && responses.test(name) ? 'response' : 'call', name))
  // What is passed on may come out again, and so may what a method is called on.
  if (callee !== undefined && typeOf(tree, callee) === 'attribute') {
    const object = fieldOf(tree, callee, 'object')
    if (object !== undefined && typeOf(tree, object) !== 'identifier') collect(source, object, found, depth + 1)
  }
  if (list !== undefined) for (const argument of childrenOf(tree, list)) collect(source, argument, found, depth + 1)
}

const unquoted = (text: string): string => text.replace(/^[a-zA-Z]*['"]+|['"]+$/g, '')
