/** What calls give: modules, clients that are made of others, and what the file's own functions return. */
import { type FlatTree, fieldOf, firstChild, textOf, typeOf } from '../syntax/flat.ts'
import { requiredBy } from './imports.ts'
import { type Meaning, thing, unresolved } from './meaning.ts'
import { meaningOf, memberNameOf } from './names.ts'
import type { JavaScriptSource } from './source.ts'
import { calledOf, givenOf } from './syntax.ts'

/** Functions that give what they are given: bound, frozen, made to answer with a promise. */
const passing = new Set(['util.promisify', 'Object.freeze', 'Object.assign', 'Promise.resolve', 'util.callbackify'])
/** Functions that make clients which have the functions of their library. */
const clients = /^(axios|got|ky|undici|node-fetch|request|needle|superagent)\.(create|extend|defaults|agent)$/

export function ofCall(source: JavaScriptSource, node: number, depth: number): Meaning {
  const { tree, modules } = source
  const required = requiredBy(source, node)
  if (required !== undefined) return thing(modules.resolve(required).name)
  const called = calledOf(tree, node)
  if (called === undefined) return unresolved(textOf(tree, node))
  const meaning = meaningOf(source, called, depth + 1)
  const [first] = givenOf(tree, node)
  if (first !== undefined && passing.has(meaning.dotted)) return meaningOf(source, first, depth + 1)
  if (clients.test(meaning.dotted)) return thing(meaning.dotted.slice(0, meaning.dotted.lastIndexOf('.')))
  const object = fieldOf(tree, called, 'object')
  if (object !== undefined && memberNameOf(source, called) === 'bind') return meaningOf(source, object, depth + 1)
  const returned = meaning.kind === 'function' ? returnedBy(source, meaning.node, depth) : undefined
  return returned ?? { kind: 'result', dotted: `${meaning.dotted}()` }
}

/** What a function plainly returns: a client that it makes, an object of a class. */
export function returnedBy(source: JavaScriptSource, definition: number, depth = 0): Meaning | undefined {
  const returned = returnsOf(source, definition).map((value) => meaningOf(source, value, depth + 1))
  const [first, ...others] = returned
  const isEvident = first !== undefined && (first.kind === 'instance' || first.kind === 'thing')
  return isEvident && others.every(({ dotted }) => dotted === first.dotted) && first.dotted !== 'undefined'
    ? first
    : undefined
}

const returning = new Set(['return_statement'])

const known = new WeakMap<FlatTree, Map<number, readonly number[]>>()

/** The expressions that a function returns; asked for at each of its calls. */
export function returnsOf({ tree }: JavaScriptSource, definition: number): readonly number[] {
  const functions = known.get(tree) ?? new Map<number, readonly number[]>()
  known.set(tree, functions)
  const returned = functions.get(definition) ?? returnsIn(tree, definition)
  functions.set(definition, returned)
  return returned
}

function returnsIn(tree: FlatTree, definition: number): readonly number[] {
  const body = fieldOf(tree, definition, 'body')
  if (body === undefined) return []
  if (typeOf(tree, body) !== 'statement_block') return [body]
  const values: number[] = []
  for (let node = body + 1; node < (tree.nexts[body] ?? 0); ) {
    const type = typeOf(tree, node)
    const value = returning.has(type) ? firstChild(tree, node) : undefined
    if (value !== undefined) values.push(value)
    node = /function|method_definition/.test(type) ? (tree.nexts[node] ?? node + 1) : node + 1
  }
  return values
}
