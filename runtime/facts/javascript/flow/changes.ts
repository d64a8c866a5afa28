/**
 * What is put into a value after it has its name.
 *
 *     options.headers = made()        path ["headers"],  of made()
 *     seen.push(event)                path [any key],    of event
 *     Object.assign(config, read())   path [],           of read()
 *     cache.set("token", token)       path ["token"],    of token
 */
import type { Path } from '../../flow/term.ts'
import { type FlatTree, fieldOf, nodesOf, textOf, typeOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import { constantOf } from '../constants.ts'
import { memberNameOf } from '../names.ts'
import type { JavaScriptSource } from '../source.ts'
import { bare, calledOf, givenOf } from '../syntax.ts'
import { additions } from './measures.ts'

export interface Change {
  readonly path: Path
  /** The expression whose value is put there. */
  readonly node: number
}

/** By the bindings of the name or field that is changed. */
type Changes = ReadonlyMap<readonly Binding[], readonly Change[]>

const known = new WeakMap<FlatTree, Changes>()

/** What is put into what a name or a field is bound to. */
export function changesOf(source: JavaScriptSource, bindings: readonly Binding[]): readonly Change[] {
  const changes = known.get(source.tree) ?? changesIn(source)
  known.set(source.tree, changes)
  return changes.get(bindings) ?? []
}

function changesIn(source: JavaScriptSource): Changes {
  const { tree } = source
  const changes = new Map<readonly Binding[], Change[]>()
  for (const type of ['assignment_expression', 'augmented_assignment_expression']) {
    for (const node of nodesOf(tree, type)) {
      const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
      if (left === undefined || right === undefined) continue
      if (/^(member|subscript)_expression$/.test(typeOf(tree, left))) add(left, [], right)
    }
  }
  for (const node of nodesOf(tree, 'call_expression')) addCall(node)
  return changes

  function addCall(node: number): void {
    const called = calledOf(tree, node)
    const object = called === undefined ? undefined : fieldOf(tree, called, 'object')
    const property = called === undefined ? undefined : fieldOf(tree, called, 'property')
    if (object === undefined || property === undefined) return
    const method = textOf(tree, property)
    const [first, second] = givenOf(tree, node)
    if (method === 'assign' && textOf(tree, object) === 'Object') {
      for (const each of givenOf(tree, node).slice(1)) if (first !== undefined) add(first, [], each)
    } else if ((method === 'set' || method === 'append') && first !== undefined && second !== undefined) {
      const key = constantOf(source, first)?.value
      add(object, [typeof key === 'string' ? key : undefined], second)
    } else if (Object.hasOwn(additions, method)) {
      for (const each of givenOf(tree, node)) add(object, additions[method] === 'element' ? [undefined] : [], each)
    }
  }

  function add(target: number, path: Path, node: number): void {
    const changed = changedAt(source, target)
    if (changed === undefined) return
    const list = changes.get(changed.bindings) ?? []
    changes.set(changed.bindings, list)
    list.push({ path: [...changed.path, ...path], node })
  }
}

/** Deeper than people write `a.b.c.d`. */
const deepest = 16

/** The name, or the field of the method's own object, that a target is a part of. */
function changedAt(
  source: JavaScriptSource,
  target: number,
): { readonly bindings: readonly Binding[]; readonly path: Path } | undefined {
  const { tree, bindings, scopes } = source
  const path: (string | undefined)[] = []
  let node = bare(tree, target)
  for (let depth = 0; depth < deepest; depth++) {
    const type = typeOf(tree, node)
    if (type === 'identifier') {
      const bound = bindings.lookup(textOf(tree, node), node)
      return bound === undefined ? undefined : { bindings: bound, path }
    }
    const object = fieldOf(tree, node, 'object')
    if (object === undefined) return undefined
    const name = memberNameOf(source, node)
    if (typeOf(tree, object) === 'this') {
      const owner = scopes.classAt(object)
      const isField = owner !== undefined && name !== undefined && path.length > 0
      return isField ? { bindings: bindings.member(owner, name), path } : undefined
    }
    path.unshift(name)
    node = bare(tree, object)
  }
  return undefined
}
