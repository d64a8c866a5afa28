/** The keys under which a value has parts of their own, as far as displays and stores in the file show them. */
import { childrenOf, fieldOf, firstChild, textOf, typeOf } from '../../syntax/flat.ts'
import type { PythonSource } from '../source.ts'
import { changesOf, keyOf } from './changes.ts'

/** More keys of one value are not told apart. */
const mostKeys = 32
const deepest = 6

/** Each once, at most 32; none where the value is not put together in this file. */
export function knownKeys(source: PythonSource, node: number): readonly string[] {
  const keys = new Set<string>()
  collect(source, node, keys, 0)
  return keys.size > mostKeys ? [] : [...keys]
}

function collect(source: PythonSource, node: number, keys: Set<string>, depth: number): void {
  const { tree } = source
  if (depth > deepest || keys.size > mostKeys) return
  const inner = firstChild(tree, node)
  switch (typeOf(tree, node)) {
    case 'dictionary':
      for (const pair of childrenOf(tree, node)) {
        const key = fieldOf(tree, pair, 'key')
        const spread = typeOf(tree, pair) === 'dictionary_splat' ? firstChild(tree, pair) : undefined
        const name = key === undefined ? undefined : keyOf(source, key)
        if (name !== undefined) keys.add(name)
        if (spread !== undefined) collect(source, spread, keys, depth + 1)
      }
      return
    case 'tuple':
    case 'list':
    case 'expression_list': {
      let index = 0
      for (const child of childrenOf(tree, node)) {
        if (typeOf(tree, child) === 'list_splat') return
        if (typeOf(tree, child) !== 'comment') keys.add(String(index++))
      }
      return
    }
    case 'call': {
      const [callee, list] = [fieldOf(tree, node, 'function'), fieldOf(tree, node, 'arguments')]
      if (callee === undefined || list === undefined || textOf(tree, callee) !== 'dict') return
      for (const child of childrenOf(tree, list)) {
        const name = fieldOf(tree, child, 'name')
        if (name !== undefined) keys.add(textOf(tree, name))
        else collect(source, child, keys, depth + 1)
      }
      return
    }
    case 'parenthesized_expression':
    case 'keyword_argument': {
      const value = fieldOf(tree, node, 'value') ?? inner
      if (value !== undefined) collect(source, value, keys, depth + 1)
      return
    }
    case 'identifier': {
      const bound = source.bindings.lookup(textOf(tree, node), node)
      for (const change of changesOf(source, bound)) {
        if (keys.size > mostKeys) return
        const [key] = change.path
        if (key !== undefined) keys.add(key)
        else if (change.path.length === 0) collect(source, change.node, keys, depth + 1)
      }
      for (const binding of bound) if (binding.kind === 'value') collect(source, binding.node, keys, depth + 1)
      return
    }
    default:
      return
  }
}
