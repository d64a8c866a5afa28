/** Files that are moved to the place of others. */

import { OpenFiles } from '../../flow/open-files.ts'
import { childrenOf, type FlatTree, fieldOf, firstChild, textOf, typeOf } from '../../syntax/flat.ts'
import { calleeOf, callsOf } from '../calls.ts'
import { meaningOf } from '../names.ts'
import type { JavaScriptSource } from '../source.ts'
import { around, bare, calledOf, givenOf } from '../syntax.ts'
import type { Contents } from './contents.ts'
import type { Opening } from './openings.ts'
import { pathOf } from './paths.ts'

/** A file that is moved to the place of another. */
export interface Replacement {
  readonly call: number
  readonly source: number
  readonly target: number
}

const moves = /^(?:(?:fs|fs-extra|graceful-fs)(?:\.promises)?\.(?:rename|move)(?:Sync)?|Deno\.rename(?:Sync)?)$/

export function replacementsIn(source: JavaScriptSource): readonly Replacement[] {
  return callsOf(source).flatMap((call): readonly Replacement[] => {
    const [moved, target] = givenOf(source.tree, call)
    if (moved === undefined || target === undefined || !moves.test(calleeOf(source, call) ?? '')) return []
    return [{ call, source: moved, target }]
  })
}

/** Two expressions are one path where what is known of them is, or where they are written alike. */
export function keyOf(source: JavaScriptSource, path: number): string {
  const keys = keysByPath.get(source.tree) ?? new Map<number, string>()
  keysByPath.set(source.tree, keys)
  const found = keys.get(path) ?? findKey(source, path)
  keys.set(path, found)
  return found
}

/** Each path is compared with all others of its file. */
const keysByPath = new WeakMap<FlatTree, Map<number, string>>()

function findKey(source: JavaScriptSource, path: number): string {
  const known = pathOf(source, path)
  return known === undefined || known.includes('{}') ? textOf(source.tree, path) : known
}

/** `${path}.tmp` lies where `path` does, whatever that is. */
export function isOneFolder(source: JavaScriptSource, { source: moved, target }: Replacement): boolean {
  const [from, to] = [pathOf(source, moved), pathOf(source, target)]
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
  const isKnown = from !== undefined && to !== undefined && !folderOf(from).includes('{}')
  if (isKnown && folderOf(from) === folderOf(to)) return true
  return goesOnFrom(source, moved, textOf(source.tree, target))
}

/** `${target}.tmp`, `target + ".tmp"`, `path.join(path.dirname(target), "new")`. */
function goesOnFrom(source: JavaScriptSource, path: number, target: string): boolean {
  const { tree, bindings } = source
  const [only, other] = bindings.lookup(textOf(tree, path), path) ?? []
  const node = bare(tree, only?.kind === 'value' && other === undefined ? only.node : path)
  switch (typeOf(tree, node)) {
    case 'template_string': {
      const [first] = childrenOf(tree, node)
      const hole = first === undefined ? undefined : firstChild(tree, first)
      if (first === undefined || hole === undefined || textOf(tree, hole) !== target) return false
      return (
        tree.starts[first] === (tree.starts[node] ?? 0) + 1 &&
        !tree.text.slice(tree.ends[first], tree.ends[node]).includes('/')
      )
    }
    case 'binary_expression': {
      let left = node
      while (typeOf(tree, left) === 'binary_expression') left = fieldOf(tree, left, 'left') ?? 0
      return textOf(tree, left) === target && !tree.text.slice(tree.ends[left], tree.ends[node]).includes('/')
    }
    case 'call_expression': {
      const called = calledOf(tree, node)
      const isJoin = called !== undefined && /^path\.(join|resolve)$/.test(meaningOf(source, called).dotted)
      const [folder] = isJoin ? givenOf(tree, node) : []
      return folder !== undefined && /^(?:path\.)?dirname\((.*)\)$/s.exec(textOf(tree, folder))?.[1] === target
    }
    default:
      return false
  }
}

export type Opened = { readonly opening: Opening; readonly contents: Contents }

/** What a file opens to write, by the function and the path. */
export function openFiles(source: JavaScriptSource, opened: readonly Opened[]): OpenFiles {
  const { tree, scopes } = source
  const files = new OpenFiles()
  for (const { opening, contents } of opened.toSorted((one, other) => one.opening.call - other.opening.call)) {
    if (!opening.writes) continue
    const home = scopes.functionOf(opening.call)
    files.add(`${home} ${keyOf(source, opening.path)}`, tree.starts[opening.call] ?? 0, contents.closed)
  }
  return files
}

/** Nothing that the function, or one around it, opens by that path is open any more when it is moved. */
export function isClosedBefore(
  source: JavaScriptSource,
  { call, source: moved }: Replacement,
  files: OpenFiles,
): boolean {
  const [key, start] = [keyOf(source, moved), source.tree.starts[call] ?? 0]
  return [...homesOf(source, call)].every((home) => files.areClosedAt(`${home} ${key}`, start))
}

/** The function of a call, and those of the calls that it is handed to as what comes next. */
function* homesOf({ tree, scopes }: JavaScriptSource, call: number): Generator<number> {
  yield scopes.functionOf(call)
  for (const outer of around(tree, call, deepest)) {
    if (typeOf(tree, outer) === 'call_expression') yield scopes.functionOf(outer)
  }
}

/** Calls within each other; deeper than people write. */
const deepest = 100
