/** What is written to a file that is open, and where it is closed. */
import { fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { calleeOf } from '../calls.ts'
import { memberNameOf } from '../names.ts'
import type { JavaScriptSource } from '../source.ts'
import { around, bare, calledOf, givenOf } from '../syntax.ts'
import { usesOf } from '../uses.ts'
import type { Opening } from './openings.ts'

export interface Contents {
  /** The expressions that are written. */
  readonly values: readonly number[]
  /** The first call that writes. */
  readonly first: number | undefined
  /** The offset from which on it is closed; undefined where it is not known to be. */
  readonly closed: number | undefined
}

const writing = /^(write|writeFile|appendFile|writev|end)$/
const closing = /^(close|end|destroy)$/

export function contentsOf(source: JavaScriptSource, opening: Opening): Contents {
  const { tree } = source
  const { sort, call, content, callee } = opening
  if (sort !== 'open') {
    const isDone = /Sync$|\.sync$/.test(callee) || isWaitedFor(source, call) || sort === 'database'
    return {
      values: content === undefined ? [] : [content],
      first: call,
      closed: isDone ? tree.ends[call] : hasCallback(source, call) ? tree.starts[call] : undefined,
    }
  }
  const values: number[] = []
  let [first, closed] = [undefined as number | undefined, undefined as number | undefined]
  for (const use of usesOfResult(source, call)) {
    const outer = tree.parents[use] ?? 0
    const method = fieldOf(tree, outer, 'object') === use ? memberNameOf(source, outer) : undefined
    const user = method === undefined ? (tree.parents[outer] ?? 0) : (tree.parents[outer] ?? 0)
    if (method !== undefined) {
      if (writing.test(method)) write(user, givenOf(tree, user)[0])
      if (closing.test(method)) close(user)
      continue
    }
    const name = calledOf(tree, user) === undefined ? '' : (calleeOf(source, user) ?? '')
    const isFirst = givenOf(tree, user)[0] === use
    if (isFirst && /^fs(\.promises)?\.(write|writev|writeFile|appendFile)(Sync)?$/.test(name))
      write(user, givenOf(tree, user)[1])
    else if (isFirst && /^fs\.close(Sync)?$/.test(name)) close(user)
    else if (/(^|\.)pipeline?$/.test(name) || memberNameOf(source, calledOf(tree, user) ?? user) === 'pipe') {
      const object = fieldOf(tree, bare(tree, calledOf(tree, user) ?? user), 'object')
      write(user, name.endsWith('pipeline') ? givenOf(tree, user)[0] : object)
    }
  }
  return { values, first, closed }

  function write(user: number, value: number | undefined): void {
    first ??= user
    if (value !== undefined) values.push(value)
  }

  function close(user: number): void {
    closed ??= tree.ends[user]
  }
}

/** The mentions of the name that the result of a call gets. */
function usesOfResult(source: JavaScriptSource, call: number): readonly number[] {
  const { tree } = source
  for (const outer of around(tree, call)) {
    const type = typeOf(tree, outer)
    if (/^(await_expression|parenthesized_expression|as_expression|non_null_expression)$/.test(type)) continue
    const target = fieldOf(tree, outer, 'name') ?? fieldOf(tree, outer, 'left')
    if (!/^(variable_declarator|assignment_expression)$/.test(type) || target === undefined) return []
    if (typeOf(tree, target) !== 'identifier') return []
    return usesOf(source, textOf(tree, target), target).filter((use) => use !== target)
  }
  return []
}

/** `await write(…)`, `return write(…)`, `write(…).then(…)`. */
function isWaitedFor({ tree }: JavaScriptSource, call: number): boolean {
  const outer = tree.parents[call] ?? 0
  return /^(await_expression|return_statement|member_expression|arrow_function)$/.test(typeOf(tree, outer))
}

/** What stands in the function that is called when it is done runs afterwards. */
function hasCallback({ tree }: JavaScriptSource, call: number): boolean {
  const last = givenOf(tree, call).at(-1)
  return last !== undefined && /function/.test(typeOf(tree, last))
}
