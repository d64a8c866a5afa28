/** What a name holds: what is bound to it, what is put into it later, what a caller gives, what was caught. */
import { textOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import { meaningOf } from '../names.ts'
import type { Parameter } from '../parameters.ts'
import { followCallback } from './callbacks.ts'
import { changesOf } from './changes.ts'
import { followCaught } from './exceptions.ts'
import { followField } from './members.ts'
import type { Search } from './search.ts'
import { into, type Way } from './way.ts'

/** What is put into one value: with more of it, nobody knows what it holds. */
const mostChanges = 64

export function followName(search: Search, node: number, way: Way, depth: number): void {
  const { tree, bindings, modules } = search.source
  const name = textOf(tree, node)
  const bound = bindings.lookup(name, node)
  if (bound === undefined) {
    if (name === 'undefined') search.add(node, { form: 'literal' }, way)
    else search.addGlobal(node, name, false, way)
    return
  }
  for (const binding of bound) followBinding(binding)
  const changes = changesOf(search.source, bound)
  if (changes.length > mostChanges) search.add(node, { form: 'unknown', name }, way)
  for (const change of changes.slice(0, mostChanges)) {
    const rest = behind(change.path, way.path)
    if (rest !== undefined) search.follow(change.node, { ...way, path: rest }, depth + 1)
  }

  function followBinding(binding: Binding): void {
    switch (binding.kind) {
      case 'import':
        search.addGlobal(node, binding.dotted, modules.isOwn(binding.dotted), way)
        return
      case 'value':
        search.follow(binding.node, into(way, ...binding.path), depth + 1)
        if (binding.otherwise !== undefined) search.follow(binding.otherwise, way, depth + 1)
        return
      case 'parameter':
        followParameter(search, node, name, binding.parameter, into(way, ...binding.path), depth)
        if (binding.otherwise !== undefined) search.follow(binding.otherwise, way, depth + 1)
        return
      case 'caught':
        followCaught(search, node, binding.clause, way, depth)
        return
      case 'class':
        if (way.path.length > 0) followField(search, node, binding.node, way, depth)
        else search.add(node, { form: 'global', name: meaningOf(search.source, node).dotted }, way)
        return
      case 'function':
        search.add(node, { form: 'global', name: meaningOf(search.source, node).dotted }, way)
        return
    }
  }
}

/** What is left of a way into a value, where something was put under a path of it; undefined where it is another part. */
function behind(changed: Way['path'], asked: Way['path']): Way['path'] | undefined {
  for (const [index, key] of changed.entries()) {
    const wanted = asked[index]
    if (index >= asked.length) return []
    if (key !== undefined && wanted !== undefined && key !== wanted) return undefined
  }
  return asked.slice(changed.length)
}

/** A function that is written as an argument gets what the call gives it; any other what its callers do. */
export function followParameter(
  search: Search,
  node: number,
  name: string,
  parameter: Parameter,
  way: Way,
  depth: number,
): void {
  const { source } = search
  const { definition, name: parameterName } = parameter
  if (followCallback(search, node, parameter, way, depth)) return
  const isNamed = source.scopes.nameOf(definition) !== ''
  const file = source.input.file.path
  const open = { kind: 'parameter', file, function: definition, name: parameterName, path: [] } as const
  search.add(node, { form: 'parameter', name }, way, isNamed ? open : undefined)
}
