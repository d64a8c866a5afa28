/**
 * What is put into a value after it has its name: elements stored and added, attributes set from outside.
 *
 *     config = {}
 *     config["token"] = read()        path ["token"],  of read()
 *     config.update(defaults)         path [],         of defaults
 *     seen.append(event)              path [any key],  of event
 */

import type { Key, Path } from '../../flow/term.ts'
import { childrenOf, type FlatTree, fieldOf, nodesOf, textOf, typeOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import { constantOf } from '../constants.ts'
import { meaningOf } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { additions } from './measures.ts'

export interface Change {
  readonly path: Path
  /** The expression whose value is put there. */
  readonly node: number
}

/** What is put into one variable, in order. */
interface ChangeList {
  readonly all: readonly Change[]
  /** By the first key of the path, undefined for those that may be under any; made when it is first asked for. */
  byKey?: ReadonlyMap<Key, readonly Change[]>
}

/** By the bindings of the name or attribute that is changed. */
type Changes = ReadonlyMap<readonly Binding[], ChangeList>

const known = new WeakMap<FlatTree, Changes>()

/** What is put into what a name or an attribute is bound to. */
export function changesOf(source: PythonSource, bindings: readonly Binding[]): readonly Change[] {
  return changeListOf(source, bindings)?.all ?? []
}

/** Of these, those that a path may lead to: a variable that is changed a thousand times is asked for each of its keys. */
export function changesUnder(source: PythonSource, bindings: readonly Binding[], path: Path): readonly Change[] {
  const list = changeListOf(source, bindings)
  const [key] = path
  if (list === undefined) return []
  if (key === undefined) return list.all
  list.byKey ??= Map.groupBy(list.all, (change) => change.path[0])
  const [own, open] = [list.byKey.get(key) ?? [], list.byKey.get(undefined) ?? []]
  return own.length === 0 ? open : open.length === 0 ? own : list.all.filter(({ path: [first = key] }) => first === key)
}

function changeListOf(source: PythonSource, bindings: readonly Binding[]): ChangeList | undefined {
  const changes = known.get(source.tree) ?? changesIn(source)
  known.set(source.tree, changes)
  return changes.get(bindings)
}

function changesIn(source: PythonSource): Changes {
  const { tree } = source
  const changes = new Map<readonly Binding[], { readonly all: Change[] }>()
  for (const type of ['assignment', 'augmented_assignment']) {
    for (const node of nodesOf(tree, type)) {
      const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
      if (left === undefined || right === undefined) continue
      if (typeOf(tree, left) === 'subscript' || typeOf(tree, left) === 'attribute') add(left, [], right)
    }
  }
  for (const node of nodesOf(tree, 'call')) addCall(node)
  return changes

  function addCall(node: number): void {
    const [callee, list] = [fieldOf(tree, node, 'function'), fieldOf(tree, node, 'arguments')]
    if (callee === undefined || list === undefined || typeOf(tree, callee) !== 'attribute') return
    const [object, attribute] = [fieldOf(tree, callee, 'object'), fieldOf(tree, callee, 'attribute')]
    const method = attribute === undefined ? '' : textOf(tree, attribute)
    const addition = Object.hasOwn(additions, method) ? additions[method] : undefined
    if (object === undefined || (addition === undefined && method !== 'setdefault')) return
    const given = [...childrenOf(tree, list)].filter((child) => typeOf(tree, child) !== 'comment')
    if (method === 'setdefault') {
      const [key, value] = given
      if (key !== undefined && value !== undefined) add(object, [keyOf(source, key)], value)
      return
    }
    for (const child of given) {
      const name = typeOf(tree, child) === 'keyword_argument' ? fieldOf(tree, child, 'name') : undefined
      const value = fieldOf(tree, child, 'value')
      if (name !== undefined && value !== undefined) add(object, [textOf(tree, name)], value)
      else add(object, addition === 'element' ? [undefined] : [], child)
    }
  }

  function add(target: number, path: Path, node: number): void {
    const changed = changedAt(source, target)
    if (changed === undefined) return
    const list = changes.get(changed.bindings) ?? { all: [] }
    changes.set(changed.bindings, list)
    list.all.push({ path: [...changed.path, ...path], node })
  }
}

/** The key that an expression looks up; undefined where it is not known. */
export function keyOf(source: PythonSource, node: number): Key {
  const value = constantOf(source, node)?.value
  return value === undefined || value === null ? undefined : String(value)
}

/** Deeper than people write `a["b"]["c"].d`. */
const deepest = 16

/** The name, or the attribute of the method's own object, that a target is a part of. */
function changedAt(
  source: PythonSource,
  target: number,
): { readonly bindings: readonly Binding[]; readonly path: Path } | undefined {
  const { tree, bindings } = source
  const path: Key[] = []
  let node = target
  for (let depth = 0; depth < deepest; depth++) {
    switch (typeOf(tree, node)) {
      case 'identifier': {
        const bound = bindings.lookup(textOf(tree, node), node)
        return bound.length === 0 ? undefined : { bindings: bound, path }
      }
      case 'subscript': {
        const [value, key] = [fieldOf(tree, node, 'value'), fieldOf(tree, node, 'subscript')]
        if (value === undefined) return undefined
        path.unshift(key === undefined ? undefined : keyOf(source, key))
        node = value
        break
      }
      case 'attribute': {
        const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
        if (object === undefined || attribute === undefined) return undefined
        const meaning = meaningOf(source, object)
        if (meaning.kind === 'instance' && meaning.class !== undefined) {
          // What is assigned to the attribute itself is bound to it, and so found without this.
          const bound = path.length === 0 ? [] : bindings.member(meaning.class, textOf(tree, attribute))
          return bound.length === 0 ? undefined : { bindings: bound, path }
        }
        path.unshift(`.${textOf(tree, attribute)}`)
        node = object
        break
      }
      default:
        return undefined
    }
  }
  return undefined
}

/** What is left of a path behind that of a change: undefined where the change is about another part. */
export function behind(change: Path, path: Path): Path | undefined {
  // An attribute is no element: what is written to a file does not change its name.
  if (path[0]?.startsWith('.') && !change[0]?.startsWith('.')) return undefined
  const shared = Math.min(change.length, path.length)
  for (let step = 0; step < shared; step++) {
    const [changed, asked] = [change[step], path[step]]
    if (changed !== undefined && asked !== undefined && changed !== asked) return undefined
  }
  return path.slice(change.length)
}
