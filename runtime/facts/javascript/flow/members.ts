/** What is looked up in an object: a variable of the environment, a field of a class, a part of whatever the object is. */
import { fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { baseOf } from '../members.ts'
import { meaningOf, memberNameOf } from '../names.ts'
import { variableOf } from '../origin-sources.ts'
import { bare } from '../syntax.ts'
import { changesOf } from './changes.ts'
import { measuringProperties } from './measures.ts'
import type { Search } from './search.ts'
import { into, type Way } from './way.ts'

export function followMember(search: Search, node: number, way: Way, depth: number): void {
  const { source } = search
  const { tree, modules } = source
  const object = fieldOf(tree, node, 'object')
  if (object === undefined) return
  const name = memberNameOf(source, node)
  if (name !== undefined && measuringProperties.has(name)) return
  const meaning = meaningOf(source, object)
  const dotted = name === undefined ? undefined : meaningOf(source, node).dotted
  const known = dotted === undefined ? undefined : variableOf(dotted)
  if (known !== undefined) {
    search.add(node, known, way)
    return
  }
  if (name === 'stack' && isError(search, object)) {
    search.add(node, { form: 'traceback', name: textOf(tree, node) }, { ...way, path: [] })
    return
  }
  const isModule = meaning.kind === 'thing' && (!modules.isOwn(meaning.dotted) || modules.isModule(meaning.dotted))
  if (isModule && variableOf(meaning.dotted) === undefined && dotted !== undefined) {
    search.addGlobal(node, dotted, modules.isOwn(dotted), way)
    return
  }
  if (name !== undefined && meaning.kind === 'instance' && meaning.class !== undefined) {
    followOwnField(search, node, object, meaning.class, name, way, depth)
    return
  }
  if (name !== undefined && way.path.length === 0 && isHandedOver(search, object)) {
    search.add(node, { form: 'attribute', name }, way)
  }
  search.follow(object, into(way, name), depth + 1)
}

/** A field of an object of this file: by its name, and by all that is ever put into it. */
function followOwnField(
  search: Search,
  node: number,
  object: number,
  owner: number,
  name: string,
  way: Way,
  depth: number,
): void {
  const { source } = search
  const { tree, scopes, input } = source
  const method = typeOf(tree, bare(tree, object)) === 'this' ? methodAround(search, object) : undefined
  const open =
    method === undefined
      ? undefined
      : ({ kind: 'parameter', file: input.file.path, function: method, name: 'this', path: [name] } as const)
  search.add(node, { form: 'attribute', name }, way, scopes.classOf(method ?? 0) === undefined ? undefined : open)
  followField(search, node, owner, into(way, name), depth)
}

function methodAround({ source }: Search, node: number): number | undefined {
  for (const scope of source.scopes.around(node)) if (source.scopes.classOf(scope) !== undefined) return scope
  return undefined
}

/** Longer chains of base classes than people write. */
const deepest = 8

/** The field of a class of this file, or of its bases, that comes first in the path. */
export function followField(search: Search, node: number, owner: number, way: Way, depth: number): void {
  const { source } = search
  const [key, ...deeper] = way.path
  if (key === undefined) return
  const rest = { ...way, path: deeper }
  let definition = owner
  for (let step = 0; step < deepest; step++) {
    const bound = source.bindings.member(definition, key)
    for (const binding of bound) {
      if (binding.kind === 'value') search.follow(binding.node, into(rest, ...binding.path), depth + 1)
      else if (binding.kind === 'parameter')
        search.follow(binding.parameter.pattern, into(rest, ...binding.path), depth + 1)
      else if (binding.kind === 'function') followGetter(search, binding.node, rest, depth)
    }
    for (const change of changesOf(search.source, bound)) search.follow(change.node, rest, depth + 1)
    const base = bound.length > 0 ? undefined : baseOf(source, definition)
    const meaning = base === undefined ? undefined : meaningOf(source, base)
    if (meaning?.kind === 'class') definition = meaning.node
    else {
      const isForeign = meaning?.kind === 'thing' && source.modules.isOwn(meaning.dotted)
      if (isForeign) search.addGlobal(node, meaning.dotted, true, way)
      return
    }
  }
}

function followGetter(search: Search, definition: number, way: Way, depth: number): void {
  const { tree } = search.source
  if (!/^(static\s+)?get\s/.test(textOf(tree, definition))) return
  const body = fieldOf(tree, definition, 'body')
  if (body === undefined) return
  for (let node = body; node < (tree.nexts[body] ?? 0); node++) {
    if (typeOf(tree, node) === 'return_statement' && node + 1 < (tree.nexts[node] ?? 0)) {
      search.follow(node + 1, way, depth + 1)
    }
  }
}

/** An object that a caller, or another module, hands over: a field of it goes by its name. */
function isHandedOver({ source }: Search, object: number): boolean {
  const { tree, bindings, scopes } = source
  const root = bare(tree, object)
  if (typeOf(tree, root) !== 'identifier') return false
  return (bindings.lookup(textOf(tree, root), root) ?? []).some(
    (binding) => binding.kind === 'parameter' && scopes.nameOf(binding.parameter.definition) !== '',
  )
}

/** What was caught, what an event of an error gives, and what is called so. */
function isError({ source }: Search, object: number): boolean {
  const { tree, bindings } = source
  const root = bare(tree, object)
  const name = textOf(tree, root)
  const bound = typeOf(tree, root) === 'identifier' ? (bindings.lookup(name, root) ?? []) : []
  if (bound.some(({ kind }) => kind === 'caught') || /^(e|err|error|ex|exception|reason)$/.test(name)) return true
  return /^new\s+\w*Error\b/.test(name)
}

/** The key that an expression looks up; undefined where it is not known. */
export function keyOf({ source }: Search, node: number): string | undefined {
  const value = constantOf(source, node)?.value
  return value === undefined || value === null ? undefined : String(value)
}
