/**
 * What an expression stands for: names are followed through imports, aliases, partial applications, annotations, and the
 * classes of objects, as far as that is evident from the file.
 */
import { excerpt } from '../excerpt.ts'
import { type FlatTree, fieldOf, firstChild, textOf, typeOf } from '../syntax/flat.ts'
import { ofAnnotation } from './annotations.ts'
import type { Binding } from './bindings.ts'
import { builtins } from './builtins.ts'
import { importAmong } from './imports.ts'
import { literalClasses } from './instances.ts'
import { deepest, instance, type Meaning, thing, unresolved } from './meaning.ts'
import { isStatic, memberOf } from './members.ts'
import type { Parameter } from './parameters.ts'
import { ofCall } from './results.ts'
import type { PythonSource } from './source.ts'
import { callsTo, givenFor, slotOf } from './values/given.ts'

/** What was asked before, by the node. */
const known = new WeakMap<FlatTree, Map<number, Meaning>>()

export function meaningOf(source: PythonSource, node: number, depth = 0): Meaning {
  // Further down the answer may be cut short.
  if (depth > 0) return found(source, node, depth)
  const meanings = known.get(source.tree) ?? new Map<number, Meaning>()
  known.set(source.tree, meanings)
  const meaning = meanings.get(node) ?? found(source, node, depth)
  meanings.set(node, meaning)
  return meaning
}

function found(source: PythonSource, node: number, depth: number): Meaning {
  source.input.budget.step()
  const { tree } = source
  const inner = firstChild(tree, node)
  const type = typeOf(tree, node)
  if (depth > deepest) return unresolved('…')
  const literal = literalClasses.get(type)
  if (literal !== undefined) return instance(literal)
  switch (type) {
    case 'identifier':
      return ofName(source, node, depth)
    case 'attribute':
      return ofAttribute(source, node, depth)
    case 'call':
      return ofCall(source, node, depth)
    case 'named_expression':
    case 'keyword_argument': {
      const value = fieldOf(tree, node, 'value')
      return value === undefined ? unresolved(textOf(tree, node)) : meaningOf(source, value, depth + 1)
    }
    case 'binary_operator':
      return ofJoinedPath(source, node, depth)
    case 'parenthesized_expression':
    case 'await':
    case 'as_pattern':
    case 'type':
      return inner === undefined ? unresolved(textOf(tree, node)) : meaningOf(source, inner, depth + 1)
    default:
      return unresolved(textOf(tree, node))
  }
}

/** The dotted name of a module, function or class that an expression stands for; undefined for anything else. */
export function thingNamed(source: PythonSource, node: number): string | undefined {
  const meaning = meaningOf(source, node)
  return meaning.kind === 'instance' || meaning.kind === 'result' || meaning.kind === 'unresolved'
    ? undefined
    : meaning.dotted
}

/** `folder / "name"` is a path where the folder is one. */
function ofJoinedPath(source: PythonSource, node: number, depth: number): Meaning {
  const { tree } = source
  const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
  const isDivision =
    left !== undefined && right !== undefined && tree.text.slice(tree.ends[left], tree.starts[right]).trim() === '/'
  const folder = isDivision ? meaningOf(source, left, depth + 1) : undefined
  return folder?.kind === 'instance' && folder.dotted === 'pathlib.Path' ? folder : unresolved(textOf(tree, node))
}

function ofName(source: PythonSource, node: number, depth: number): Meaning {
  const name = textOf(source.tree, node)
  const bindings = source.bindings.lookup(name, node)
  const imported = importAmong(bindings)
  if (imported !== undefined) return thing(imported)
  if (bindings.length === 0) {
    const [wildcard, other] = source.bindings.wildcards
    const isFromThere = wildcard !== undefined && other === undefined && !builtins.has(name)
    return thing(isFromThere ? `${wildcard}.${name}` : name)
  }
  return ofBindings(source, bindings, depth) ?? unresolved(name)
}

/** Found out once for a name: bindings that refer to each other would multiply. */
export function ofBindings(source: PythonSource, bindings: readonly Binding[], depth: number): Meaning | undefined {
  const { meanings } = source
  if (meanings.has(bindings)) return meanings.get(bindings)
  meanings.set(bindings, undefined)
  const meaning = agreed(source, bindings, depth)
  meanings.set(bindings, meaning)
  return meaning
}

/** What all bindings of a name agree on; `None` is what a name holds before it has its value. */
function agreed(source: PythonSource, bindings: readonly Binding[], depth: number): Meaning | undefined {
  const isNone = (binding: Binding) => binding.kind === 'value' && typeOf(source.tree, binding.node) === 'none'
  const telling = bindings.filter((binding) => !isNone(binding))
  const [first, ...others] = telling.map((binding) => ofBinding(source, binding, depth + 1))
  if (first === undefined) return undefined
  return others.every((other) => other?.dotted === first.dotted && other.kind === first.kind) ? first : undefined
}

function ofBinding(source: PythonSource, binding: Binding, depth: number): Meaning | undefined {
  switch (binding.kind) {
    case 'import':
      return thing(binding.dotted)
    case 'function':
    case 'class': {
      const dotted = `${source.modules.own}.${source.scopes.qualifiedName(binding.node)}`
      return { kind: binding.kind, dotted, node: binding.node }
    }
    case 'value': {
      const meaning = meaningOf(source, binding.node, depth)
      if (isTelling(meaning)) return meaning
      return binding.annotation === undefined ? undefined : ofAnnotation(source, binding.annotation, depth)
    }
    case 'parameter':
      return ofParameter(source, binding.parameter, depth)
    default:
      return undefined
  }
}

/** A value that says no more than the name that it was given to is better called by that name. */
const isTelling = ({ kind }: Meaning): boolean => kind !== 'unresolved' && kind !== 'result'

function ofParameter(source: PythonSource, parameter: Parameter, depth: number): Meaning | undefined {
  const { tree, scopes } = source
  const { definition, annotation, spread } = parameter
  if (spread !== undefined) return instance(spread === '*' ? 'tuple' : 'dict')
  const owner = scopes.classOf(definition)
  if (owner !== undefined && parameter.position === 1 && !isStatic(source, definition)) {
    return ofBinding(source, { kind: 'class', node: owner }, depth) === undefined
      ? undefined
      : instance(`${source.modules.own}.${scopes.qualifiedName(owner)}`, owner)
  }
  if (typeOf(tree, definition) === 'lambda') return undefined
  const said = annotation === undefined ? undefined : ofAnnotation(source, annotation, depth)
  return said ?? ofDefault(source, parameter, depth) ?? byCallers(source, parameter, depth)
}

/** `opener=urllib.request.urlopen`: a function that callers may replace by one of the same use. A literal says less. */
function ofDefault(source: PythonSource, { default: standard }: Parameter, depth: number): Meaning | undefined {
  const meaning = standard === undefined ? undefined : meaningOf(source, standard, depth + 1)
  const isTold =
    meaning?.kind === 'instance' ? !literals.has(meaning.dotted) : meaning !== undefined && isTelling(meaning)
  return isTold ? meaning : undefined
}

const literals: ReadonlySet<string> = new Set(literalClasses.values())

/** The class of the objects that all calls in the file give for a parameter. */
function byCallers(source: PythonSource, parameter: Parameter, depth: number): Meaning | undefined {
  const [first, ...others] = callsTo(source, parameter.definition).map((call): Meaning | undefined => {
    const given = givenFor(source, call, slotOf(source, parameter))
    const meaning = given?.kind === 'given' ? meaningOf(source, given.node, depth + 1) : undefined
    return meaning?.kind === 'instance' ? meaning : undefined
  })
  return first !== undefined && others.every((other) => other?.dotted === first.dotted) ? first : undefined
}

function ofAttribute(source: PythonSource, node: number, depth: number): Meaning {
  const { tree } = source
  const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
  if (object === undefined || attribute === undefined) return unresolved(textOf(tree, node))
  const name = textOf(tree, attribute)
  const member = memberOf(source, meaningOf(source, object, depth + 1), name, depth)
  return member ?? { kind: 'unresolved', dotted: `(${excerpt(textOf(tree, object))}).${name}` }
}
