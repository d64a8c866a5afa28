/** What the members of classes, objects and modules stand for. */
import { unreachable } from '../../../compiler/index.ts'
import { fieldOf, typeOf } from '../syntax/flat.ts'
import { deepest, type Meaning, thing } from './meaning.ts'
import { meaningOf, ofBindings } from './names.ts'
import type { PythonSource } from './source.ts'

/** Undefined where the class has the member, and what it holds is not evident. */
export function memberOf(source: PythonSource, object: Meaning, name: string, depth: number): Meaning | undefined {
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
    default:
      return unreachable(object)
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

/** Whether a method takes no object. */
export const isStatic = (source: PythonSource, definition: number): boolean =>
  decoratorsAbove(source, definition).includes('staticmethod')

/** Whether a method is read like an attribute: `@property`, `@cached_property`. */
export const isProperty = (source: PythonSource, definition: number): boolean =>
  /@[\w.]*property\b/.test(decoratorsAbove(source, definition))

/** As they are written; empty where there is none. */
function decoratorsAbove({ tree }: PythonSource, definition: number): string {
  const around = tree.parents[definition] ?? 0
  const isDecorated = typeOf(tree, around) === 'decorated_definition'
  return isDecorated ? tree.text.slice(tree.starts[around], tree.starts[definition]) : ''
}
