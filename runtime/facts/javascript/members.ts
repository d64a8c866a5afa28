/** What the members of classes, objects and modules stand for. */
import { unreachable } from '../../../compiler/index.ts'
import { fieldOf, firstChild, typeOf } from '../syntax/flat.ts'
import { memberOf as memberOfModule } from './imports.ts'
import { deepest, instance, type Meaning, thing } from './meaning.ts'
import { meaningOf, ofBindings } from './names.ts'
import type { JavaScriptSource } from './source.ts'

/** Objects of the language that hold all that is global. */
const globals = new Set(['globalThis', 'window', 'global', 'self'])

/** Undefined where the class has the member, and what it holds is not evident. */
export function memberNamed(
  source: JavaScriptSource,
  object: Meaning,
  name: string,
  depth: number,
): Meaning | undefined {
  const { dotted } = object
  switch (object.kind) {
    case 'thing':
      return thing(globals.has(dotted) ? name : memberOfModule(dotted, name))
    case 'function':
      return thing(`${dotted}.${name}`)
    case 'class':
      return ofClassMember(source, object.node, name, depth) ?? thing(`${dotted}.${name}`)
    case 'instance': {
      if (object.class === undefined) return thing(`${dotted}.${name}`)
      return hasMember(source, object.class, name)
        ? ofClassMember(source, object.class, name, depth)
        : (inherited(source, object.class, name, depth) ?? thing(`${dotted}.${name}`))
    }
    case 'result':
    case 'unresolved':
      return { kind: 'unresolved', dotted: `${dotted}.${name}` }
    default:
      return unreachable(object)
  }
}

const hasMember = (source: JavaScriptSource, owner: number, name: string): boolean =>
  source.bindings.member(owner, name).length > 0

const ofClassMember = (source: JavaScriptSource, owner: number, name: string, depth: number): Meaning | undefined =>
  depth > deepest ? undefined : ofBindings(source, source.bindings.member(owner, name), depth + 1)

function inherited(source: JavaScriptSource, owner: number, name: string, depth: number): Meaning | undefined {
  const base = depth > deepest ? undefined : baseOf(source, owner)
  if (base === undefined) return undefined
  const meaning = meaningOf(source, base, depth + 1)
  if (meaning.kind === 'thing') return thing(`${meaning.dotted}.${name}`)
  return meaning.kind === 'class'
    ? memberNamed(source, instance(meaning.dotted, meaning.node), name, depth + 1)
    : undefined
}

/** What a class is made from. */
export function baseOf({ tree }: JavaScriptSource, node: number): number | undefined {
  for (let child = node + 1; child < (tree.nexts[node] ?? 0); child = tree.nexts[child] ?? node) {
    if (typeOf(tree, child) !== 'class_heritage') continue
    const inner = firstChild(tree, child)
    if (inner === undefined) return undefined
    if (typeOf(tree, inner) === 'extends_clause') return fieldOf(tree, inner, 'value')
    return typeOf(tree, inner) === 'implements_clause' ? undefined : inner
  }
  return undefined
}
