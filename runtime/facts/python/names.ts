/**
 * What an expression stands for: names are followed through imports, aliases, partial applications, annotations, and the
 * classes of objects, as far as that is evident from the file.
 */
import { excerpt } from '../excerpt.ts'
import { type FlatTree, fieldOf, firstChild, textOf, typeOf } from '../syntax/flat.ts'
import { type Binding, importAmong } from './bindings.ts'
import { builtins } from './builtins.ts'
import { constantOf } from './constants.ts'
import { importers } from './imports.ts'
import { literalClasses, resultClass } from './instances.ts'
import type { Parameter } from './parameters.ts'
import type { PythonSource } from './source.ts'
import { callsTo, givenFor, slotOf } from './values/given.ts'

export type Meaning =
  /** A module, a function, a class, or something in one; `partials` are the calls that bound arguments to it before. */
  | { readonly kind: 'thing'; readonly dotted: string; readonly partials: readonly number[] }
  /** A class of this file. */
  | { readonly kind: 'class'; readonly dotted: string; readonly node: number }
  | { readonly kind: 'function'; readonly dotted: string; readonly node: number }
  /** An object; its class may be one of this file. */
  | { readonly kind: 'instance'; readonly dotted: string; readonly class: number | undefined }
  /** The result of a call, of no evident class. */
  | { readonly kind: 'result'; readonly dotted: string }
  /** A name that stands for nothing known, in parentheses so that it is not taken for a module of that name. */
  | { readonly kind: 'unresolved'; readonly dotted: string }

/** Longer chains of names, attributes and calls than people write. */
const deepest = 40

export const thing = (dotted: string, partials: readonly number[] = []): Meaning => ({
  kind: 'thing',
  dotted,
  partials,
})
const unresolved = (text: string): Meaning => ({ kind: 'unresolved', dotted: `(${excerpt(text)})` })
const instance = (dotted: string, node?: number): Meaning => ({ kind: 'instance', dotted, class: node })

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
function ofBindings(source: PythonSource, bindings: readonly Binding[], depth: number): Meaning | undefined {
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

/** Whether a method takes no object. */
export function isStatic({ tree }: PythonSource, definition: number): boolean {
  const around = tree.parents[definition] ?? 0
  const decorators = tree.text.slice(tree.starts[around], tree.starts[definition])
  return typeOf(tree, around) === 'decorated_definition' && decorators.includes('staticmethod')
}

/** `Session`, `Optional[Session]` and `Session | None` all say that an object is a `Session`. */
function ofAnnotation(source: PythonSource, node: number, depth: number): Meaning | undefined {
  const { tree } = source
  const inner = firstChild(tree, node)
  switch (typeOf(tree, node)) {
    case 'type':
      return inner === undefined ? undefined : ofAnnotation(source, inner, depth)
    case 'binary_operator': {
      const sides = ['left', 'right'].flatMap((side) => fieldOf(tree, node, side) ?? [])
      const [only, other] = sides.filter((side) => typeOf(tree, side) !== 'none')
      return only === undefined || other !== undefined ? undefined : ofAnnotation(source, only, depth)
    }
    case 'generic_type': {
      const isOptional = inner !== undefined && textOf(tree, inner) === 'Optional'
      const wrapped = isOptional ? firstChild(tree, tree.nexts[inner] ?? 0) : undefined
      return wrapped === undefined ? undefined : ofAnnotation(source, wrapped, depth)
    }
    case 'identifier':
    case 'attribute': {
      const meaning = meaningOf(source, node, depth + 1)
      if (meaning.kind === 'class') return instance(meaning.dotted, meaning.node)
      return meaning.kind === 'thing' && !uninformative.has(meaning.dotted) ? instance(meaning.dotted) : undefined
    }
    default:
      return undefined
  }
}

const uninformative = new Set(['typing.Any', 'Any', 'object', 'typing.Callable', 'collections.abc.Callable'])

function ofAttribute(source: PythonSource, node: number, depth: number): Meaning {
  const { tree } = source
  const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
  if (object === undefined || attribute === undefined) return unresolved(textOf(tree, node))
  const name = textOf(tree, attribute)
  const member = memberOf(source, meaningOf(source, object, depth + 1), name, depth)
  return member ?? { kind: 'unresolved', dotted: `(${excerpt(textOf(tree, object))}).${name}` }
}

/** Undefined where the class has the member, and what it holds is not evident. */
function memberOf(source: PythonSource, object: Meaning, name: string, depth: number): Meaning | undefined {
  const dotted = `${object.dotted}.${name}`
  switch (object.kind) {
    case 'class':
      return ofMember(source, object.node, name, depth, thing(dotted))
    case 'instance':
      return object.class === undefined ? thing(dotted) : ofMember(source, object.class, name, depth, thing(dotted))
    case 'thing':
    case 'function':
      return thing(dotted)
    case 'result':
    case 'unresolved':
      return { kind: 'unresolved', dotted }
  }
}

/** A method, or what an attribute holds: of a class of this file, or of its bases; `otherwise` where none has it. */
function ofMember(
  source: PythonSource,
  node: number,
  name: string,
  depth: number,
  otherwise: Meaning,
): Meaning | undefined {
  if (depth > deepest) return undefined
  const found = source.bindings.member(node, name)
  if (found.length > 0) return ofBindings(source, found, depth + 1)
  const bases = basesOf(source, node).map((base) => meaningOf(source, base, depth + 1))
  const [only, other] = bases.filter(({ dotted }) => dotted !== 'object')
  if (only === undefined || other !== undefined) return otherwise
  return only.kind === 'class'
    ? ofMember(source, only.node, name, depth + 1, otherwise)
    : only.kind === 'thing'
      ? thing(`${only.dotted}.${name}`)
      : undefined
}

/** The base classes of a class that are written as plain names. */
export function basesOf({ tree }: PythonSource, node: number): readonly number[] {
  const list = fieldOf(tree, node, 'superclasses')
  if (list === undefined) return []
  const bases: number[] = []
  for (let base = list + 1; base < (tree.nexts[list] ?? 0); base = tree.nexts[base] ?? list) {
    if (typeOf(tree, base) === 'identifier' || typeOf(tree, base) === 'attribute') bases.push(base)
  }
  return bases
}

function ofCall(source: PythonSource, node: number, depth: number): Meaning {
  const { tree } = source
  const callee = fieldOf(tree, node, 'function')
  const list = fieldOf(tree, node, 'arguments')
  if (callee === undefined) return unresolved(textOf(tree, node))
  const called = meaningOf(source, callee, depth + 1)
  const first = list === undefined ? undefined : firstChild(tree, list)
  switch (called.kind) {
    case 'class':
      return instance(called.dotted, called.node)
    case 'function':
      return returnedBy(source, called.node, depth) ?? { kind: 'result', dotted: `${called.dotted}()` }
    case 'thing':
      return (
        (first === undefined ? undefined : ofSpecialCall(source, node, called.dotted, first, depth)) ??
        (called.dotted === 'super' ? ofSuper(source, node, depth) : undefined) ??
        ofResult(called.dotted)
      )
    default:
      return { kind: 'result', dotted: `${called.dotted}()` }
  }
}

function ofResult(dotted: string): Meaning {
  const name = resultClass(dotted)
  return name === undefined ? { kind: 'result', dotted: `${dotted}()` } : instance(name)
}

/** Calls that give a function or a module: `partial(function, …)`, `getattr(module, "name")`, `import_module("name")`. */
function ofSpecialCall(
  source: PythonSource,
  node: number,
  callee: string,
  first: number,
  depth: number,
): Meaning | undefined {
  if (callee === 'functools.partial') {
    const target = meaningOf(source, first, depth + 1)
    if (target.kind !== 'thing' && target.kind !== 'function' && target.kind !== 'class') return undefined
    return thing(target.dotted, [...(target.kind === 'thing' ? target.partials : []), node])
  }
  if (callee === 'getattr') {
    const name = constantOf(source, source.tree.nexts[first] ?? first)?.value
    const object = typeof name === 'string' ? meaningOf(source, first, depth + 1) : undefined
    return object === undefined ? undefined : memberOf(source, object, String(name), depth)
  }
  const module = importers.has(callee) ? constantOf(source, first)?.value : undefined
  if (typeof module !== 'string') return undefined
  // `__import__("a.b")` gives `a`, as the statement does.
  return thing(callee === '__import__' ? (module.split('.')[0] ?? module) : module)
}

/** In a method, an object of the only class that its class is made from. */
function ofSuper(source: PythonSource, node: number, depth: number): Meaning | undefined {
  const owner = source.scopes.classOf(source.scopes.functionOf(node))
  const [only, other] = owner === undefined ? [] : basesOf(source, owner)
  if (only === undefined || other !== undefined) return undefined
  const base = meaningOf(source, only, depth + 1)
  return instance(base.dotted, base.kind === 'class' ? base.node : undefined)
}

/** What a function says that it returns, or plainly does. */
export function returnedBy(source: PythonSource, definition: number, depth = 0): Meaning | undefined {
  const annotation = fieldOf(source.tree, definition, 'return_type')
  const said = annotation === undefined ? undefined : ofAnnotation(source, annotation, depth + 1)
  if (said !== undefined) return said
  const [only, other] = source.uses.returnsOf(definition)
  if (only === undefined || other !== undefined || depth > deepest) return undefined
  const meaning = meaningOf(source, only, depth + 1)
  return meaning.kind === 'instance' ? meaning : undefined
}
