/** The objects that connecting methods are called on, and what the code around does to them. */
import { childrenOf, fieldOf, typeOf } from '../../syntax/flat.ts'
import { calleeOf } from '../expressions.ts'
import { meaningOf } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { alternativesOf } from '../values/alternatives.ts'
import { givenFor } from '../values/given.ts'
import { type Deed, deedsOn } from '../values/variables.ts'

export interface Client {
  /** The call that made it; undefined where the file does not show it. */
  readonly made: number | undefined
  readonly deeds: readonly Deed[]
}

/** What a method may be called on; none for a function of a module. */
export function clientsOf(source: PythonSource, call: number): readonly Client[] {
  const callee = fieldOf(source.tree, call, 'function')
  const object = callee === undefined ? undefined : fieldOf(source.tree, callee, 'object')
  if (object === undefined || meaningOf(source, object).kind === 'thing') return installedOpeners(source, call)
  return objectsOf(source, object)
}

/** `install_opener(…)` puts an opener behind the functions of `urllib.request`. */
function installedOpeners(source: PythonSource, call: number): readonly Client[] {
  return (calleeOf(source, call) ?? '').startsWith('urllib.request.') ? openersOf(source) : []
}

/** Programs install one opener; of more than these in one file nobody knows which is in its place. */
const mostOpeners = 16
const unknown: Client = { made: undefined, deeds: [] }

const openers = new WeakMap<PythonSource, readonly Client[]>()

/** Those of a file, which are the same for all its calls. */
function openersOf(source: PythonSource): readonly Client[] {
  const known = openers.get(source)
  if (known !== undefined) return known
  const installs = source.uses.callsOf('install_opener')
  const found = installs.length > mostOpeners ? [unknown] : installs.flatMap((install) => openersIn(source, install))
  openers.set(source, found)
  return found
}

function openersIn(source: PythonSource, install: number): readonly Client[] {
  const given = givenFor(source, install, { names: ['opener'], position: 1 })
  return given?.kind === 'given' ? objectsOf(source, given.node) : []
}

export function objectsOf(source: PythonSource, object: number): readonly Client[] {
  return alternativesOf(source, object).flatMap(({ kind, node, names }): readonly Client[] => {
    const type = typeOf(source.tree, node)
    // What a variable holds before it has its value connects to nothing.
    if (type === 'none') return []
    const isMade = kind === 'expression' && type === 'call'
    const inner = isMade ? wrappedIn(source, node) : []
    return [{ made: isMade ? node : undefined, deeds: [...deedsOn(source, names), ...inner] }]
  })
}

/** A socket that is wrapped keeps what was done to it: its limits. */
function wrappedIn(source: PythonSource, call: number): readonly Deed[] {
  if (!(calleeOf(source, call) ?? '').endsWith('.wrap_socket')) return []
  const socket = givenFor(source, call, { names: ['sock'], position: 1 })
  return socket?.kind === 'given' ? objectsOf(source, socket.node).flatMap(({ deeds }) => deeds) : []
}

/** The object that a call makes, where it is kept. */
export function madeBy(source: PythonSource, call: number): Client {
  return { made: call, deeds: deedsOn(source, targetsOf(source, call)) }
}

/** The names that a value is given to where it stands: by assignment, or by `with … as name`. */
export function targetsOf({ tree }: PythonSource, node: number): readonly number[] {
  const targets: number[] = []
  let value = node
  for (let around = tree.parents[value] ?? 0; ; around = tree.parents[value] ?? 0) {
    const type = typeOf(tree, around)
    const target = fieldOf(
      tree,
      around,
      type === 'as_pattern' ? 'alias' : type === 'named_expression' ? 'name' : 'left',
    )
    if (type === 'await' || type === 'parenthesized_expression') {
      value = around
      continue
    }
    if (target === undefined || !/^(assignment|as_pattern|named_expression)$/.test(type)) return targets
    targets.push(type === 'as_pattern' ? target + 1 : target)
    value = around
  }
}

export interface Pieces {
  /** The calls that make what a constructor is given: `build_opener(HTTPSHandler(context=…))`. */
  readonly made: readonly number[]
  /** Whether these are all. */
  readonly whole: boolean
}

/** A list that is spread holds what is written in it, and what is appended to it. */
export function piecesOf(source: PythonSource, call: number): Pieces {
  const { tree } = source
  const list = fieldOf(tree, call, 'arguments')
  if (list === undefined) return { made: [], whole: true }
  const values = [...childrenOf(tree, list)].flatMap((child): readonly number[] => {
    if (typeOf(tree, child) !== 'list_splat') return [fieldOf(tree, child, 'value') ?? child]
    return elementsOf(source, child + 1)
  })
  const objects = values.flatMap((value) => objectsOf(source, value))
  const made = objects.flatMap((object) => object.made ?? [])
  const isSpread = [...childrenOf(tree, list)].some((child) => /_splat$/.test(typeOf(tree, child)))
  return { made, whole: !isSpread || (objects.length > 0 && made.length === objects.length) }
}

function elementsOf(source: PythonSource, sequence: number): readonly number[] {
  const { tree } = source
  const literals = alternativesOf(source, sequence).filter(({ node }) => /^(list|tuple)$/.test(typeOf(tree, node)))
  const appended = deedsOn(source, [sequence]).flatMap((deed) => {
    if (deed.kind !== 'call' || !/^(append|extend|insert)$/.test(deed.attribute)) return []
    const list = fieldOf(tree, deed.call, 'arguments')
    return list === undefined ? [] : [...childrenOf(tree, list)]
  })
  return [...literals.flatMap(({ node }) => [...childrenOf(tree, node)]), ...appended]
}
