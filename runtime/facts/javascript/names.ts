/**
 * What an expression stands for: names are followed through imports, `require`, aliases, destructuring, and the classes of
 * objects, as far as that is evident from the file.
 */
import { excerpt } from '../excerpt.ts'
import { fieldOf, firstChild, textOf, typeOf } from '../syntax/flat.ts'
import type { Binding } from './bindings.ts'
import { constantOf } from './constants.ts'
import { deepest, instance, type Meaning, thing, unresolved } from './meaning.ts'
import { baseOf, memberNamed } from './members.ts'
import { entryOf } from './objects.ts'
import { ofCall } from './results.ts'
import type { JavaScriptSource } from './source.ts'
import { bare, calledOf } from './syntax.ts'

const literals: ReadonlyMap<string, string> = new Map([
  ['string', 'String'],
  ['template_string', 'String'],
  ['array', 'Array'],
  ['regex', 'RegExp'],
  ['number', 'Number'],
])

export function meaningOf(source: JavaScriptSource, node: number, depth = 0): Meaning {
  const { meanings, tree } = source
  if (meanings.has(node)) return meanings.get(node) ?? unresolved(textOf(tree, node))
  if (depth > deepest) return unresolved('…')
  meanings.set(node, undefined)
  const meaning = found(source, bare(tree, node), depth)
  meanings.set(node, meaning)
  return meaning
}

function found(source: JavaScriptSource, node: number, depth: number): Meaning {
  const { tree, scopes } = source
  const type = typeOf(tree, node)
  const literal = literals.get(type)
  if (literal !== undefined) return instance(literal)
  switch (type) {
    case 'identifier':
    case 'type_identifier':
    case 'shorthand_property_identifier':
      return ofName(source, textOf(tree, node), node, depth)
    case 'this': {
      const owner = scopes.classAt(node)
      return owner === undefined ? unresolved('this') : ofObject(source, owner)
    }
    case 'super': {
      const owner = scopes.classAt(node)
      const base = owner === undefined ? undefined : baseOf(source, owner)
      return base === undefined ? unresolved('super') : meaningOf(source, base, depth + 1)
    }
    case 'member_expression':
    case 'subscript_expression':
      return ofMember(source, node, depth)
    case 'call_expression':
      return ofCall(source, node, depth)
    case 'new_expression': {
      const called = calledOf(tree, node)
      const made = called === undefined ? undefined : meaningOf(source, called, depth + 1)
      if (made?.kind === 'class') return ofObject(source, made.node)
      return made?.kind === 'thing' ? instance(made.dotted) : unresolved(textOf(tree, node))
    }
    case 'function_expression':
    case 'arrow_function':
    case 'generator_function':
    case 'method_definition':
      return ofDefinition(source, 'function', node)
    case 'class':
      return ofDefinition(source, 'class', node)
    case 'binary_expression':
    case 'ternary_expression':
      return ofChoice(source, node, depth)
    case 'assignment_expression': {
      const right = fieldOf(tree, node, 'right')
      return right === undefined ? unresolved(textOf(tree, node)) : meaningOf(source, right, depth + 1)
    }
    default:
      return unresolved(textOf(tree, node))
  }
}

/** The dotted name of a module, function or class that an expression stands for; undefined for anything else. */
export function thingNamed(source: JavaScriptSource, node: number): string | undefined {
  const { kind, dotted } = meaningOf(source, node)
  return kind === 'thing' || kind === 'function' || kind === 'class' ? dotted : undefined
}

export function ofDefinition(source: JavaScriptSource, kind: 'function' | 'class', node: number): Meaning {
  const name = source.scopes.qualifiedName(node)
  const { own } = source.modules
  return { kind, dotted: name === '' ? own : `${own}.${name}`, node }
}

const ofObject = (source: JavaScriptSource, node: number): Meaning =>
  instance(ofDefinition(source, 'class', node).dotted, node)

function ofName(source: JavaScriptSource, name: string, node: number, depth: number): Meaning {
  const bindings = source.bindings.lookup(name, node)
  if (bindings === undefined) return thing(name)
  return ofBindings(source, bindings, depth) ?? unresolved(name)
}

/** What all bindings of a name agree on; nothing is what a name holds before it has its value. */
export function ofBindings(source: JavaScriptSource, bindings: readonly Binding[], depth: number): Meaning | undefined {
  const telling = bindings.filter((binding) => !isNothing(source, binding))
  const [first, ...others] = telling.map((binding) => ofBinding(source, binding, depth + 1))
  if (first === undefined) return undefined
  return others.every((other) => other?.dotted === first.dotted && other.kind === first.kind) ? first : undefined
}

const isNothing = ({ tree }: JavaScriptSource, binding: Binding): boolean =>
  binding.kind === 'value' && /^(null|undefined)$/.test(textOf(tree, binding.node))

function ofBinding(source: JavaScriptSource, binding: Binding, depth: number): Meaning | undefined {
  switch (binding.kind) {
    case 'import':
      return thing(binding.dotted)
    case 'function':
    case 'class':
      return ofDefinition(source, binding.kind, binding.node)
    case 'value': {
      const value = meaningOf(source, binding.node, depth)
      if (binding.path.length > 0) return ofPath(source, binding.node, value, binding.path, depth)
      // What says no more than the name that it was given to is better called by that name.
      const isTelling = value.kind !== 'unresolved' && (value.kind !== 'result' || source.modules.isOwn(value.dotted))
      return isTelling ? value : undefined
    }
    case 'parameter': {
      const type = binding.path.length > 0 ? undefined : annotationOf(source, binding.parameter.pattern)
      return type === undefined ? undefined : ofType(source, type, depth)
    }
    case 'caught':
      return undefined
  }
}

/** What destructuring takes out of something: `const { join } = require("path")`. */
function ofPath(
  source: JavaScriptSource,
  node: number,
  value: Meaning,
  path: readonly (string | undefined)[],
  depth: number,
): Meaning | undefined {
  let meaning: Meaning | undefined = value
  for (const key of path) {
    if (key === undefined || meaning === undefined) return undefined
    const entry = entryOf(source, node, path)
    if (entry !== undefined) return meaningOf(source, entry, depth + 1)
    meaning = memberNamed(source, meaning, key, depth)
  }
  return meaning?.kind === 'unresolved' ? undefined : meaning
}

function annotationOf({ tree }: JavaScriptSource, pattern: number): number | undefined {
  const annotation = fieldOf(tree, tree.parents[pattern] ?? 0, 'type')
  return annotation === undefined ? undefined : firstChild(tree, annotation)
}

/** An annotation that names a class of the file, or an imported one. */
function ofType(source: JavaScriptSource, type: number, depth: number): Meaning | undefined {
  const { tree, bindings } = source
  const name = typeOf(tree, type) === 'type_identifier' ? textOf(tree, type) : undefined
  if (name === undefined || bindings.lookup(name, type) === undefined) return undefined
  const meaning = meaningOf(source, type, depth + 1)
  if (meaning.kind === 'class') return instance(meaning.dotted, meaning.node)
  return meaning.kind === 'thing' ? instance(meaning.dotted) : undefined
}

function ofMember(source: JavaScriptSource, node: number, depth: number): Meaning {
  const { tree } = source
  const object = fieldOf(tree, node, 'object')
  const name = memberNameOf(source, node)
  if (object === undefined) return unresolved(textOf(tree, node))
  if (name === undefined) return unresolved(textOf(tree, node))
  const entry = entryOf(source, object, [name])
  if (entry !== undefined && /function|identifier|class/.test(typeOf(tree, entry)))
    return meaningOf(source, entry, depth + 1)
  const member = memberNamed(source, meaningOf(source, object, depth + 1), name, depth)
  return member ?? { kind: 'unresolved', dotted: `(${excerpt(textOf(tree, object))}).${name}` }
}

/** The name of `a.name` and of `a["name"]`. */
export function memberNameOf(source: JavaScriptSource, node: number): string | undefined {
  const { tree } = source
  const property = fieldOf(tree, node, 'property')
  if (property !== undefined) return textOf(tree, property)
  const index = fieldOf(tree, node, 'index')
  const key = index === undefined ? undefined : constantOf(source, index)?.value
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined
}

/** `globalThis.fetch || require("node-fetch")`: the first that is known. */
function ofChoice(source: JavaScriptSource, node: number, depth: number): Meaning {
  const { tree } = source
  const sides = ['left', 'consequence', 'alternative', 'right'].flatMap((field) => fieldOf(tree, node, field) ?? [])
  const isChoice = /\|\||\?/.test(textOf(tree, node))
  const known = isChoice
    ? sides.map((side) => meaningOf(source, side, depth + 1)).find(({ kind }) => kind === 'thing')
    : undefined
  return known ?? unresolved(textOf(tree, node))
}
