/** The entries of a dictionary that a file puts together, and whether there may be others. */
import { childrenOf, fieldOf, firstChild, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import type { Binding } from './bindings.ts'
import { constantOf } from './constants.ts'
import { meaningOf, thingNamed } from './names.ts'
import type { PythonSource } from './source.ts'

export interface Entry {
  readonly name: string
  /** The entry, and its value, as nodes. */
  readonly node: number
  readonly value: number
  /** Whether nothing else is stored under the name, so that the value is this one. */
  readonly certain: boolean
}

export interface Entries {
  /** By name, its last value. */
  readonly entries: ReadonlyMap<string, Entry>
  /** Whether these are all. */
  readonly whole: boolean
}

const nothingKnown: Entries = { entries: new Map(), whole: false }
const empty: Entries = { entries: new Map(), whole: true }
const deepest = 8
/** A name that is used more often is not looked after. */
const most = 500

export function entriesOf(source: PythonSource, node: number, depth = 0): Entries {
  const { tree, bindings } = source
  if (depth > deepest) return nothingKnown
  switch (typeOf(tree, node)) {
    case 'identifier': {
      const name = textOf(tree, node)
      const bound = bindings.lookup(name, node)
      return bound.length === 0 ? nothingKnown : ofName(source, name, bound, depth)
    }
    case 'attribute': {
      const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
      const meaning = object === undefined ? undefined : meaningOf(source, object)
      const owner = meaning?.kind === 'class' ? meaning.node : meaning?.kind === 'instance' ? meaning.class : undefined
      if (owner === undefined || attribute === undefined) return nothingKnown
      const literal = ofBindings(source, bindings.member(owner, textOf(tree, attribute)), depth)
      return source.uses.storesTo(textOf(tree, node)).length === 0 ? literal : merged([literal, nothingKnown])
    }
    case 'dictionary':
      return merged([...childrenOf(tree, node)].map((pair) => ofPair(source, pair, depth)))
    case 'call':
      return ofCall(source, node, depth)
    case 'binary_operator':
      return merged(
        ['left', 'right'].map((side) => {
          const operand = fieldOf(tree, node, side)
          return operand === undefined ? nothingKnown : entriesOf(source, operand, depth + 1)
        }),
      )
    case 'parenthesized_expression':
      return entriesOf(source, firstChild(tree, node) ?? node, depth + 1)
    default:
      return nothingKnown
  }
}

/** By the bindings of a name, then by depth: a dictionary may be looked into as often as it has entries. */
const known = new WeakMap<readonly Binding[], Map<number, Entries>>()

function ofName(source: PythonSource, name: string, bound: readonly Binding[], depth: number): Entries {
  const depths = known.get(bound) ?? new Map<number, Entries>()
  known.set(bound, depths)
  const entries = depths.get(depth) ?? withChanges(source, name, bound, ofBindings(source, bound, depth))
  depths.set(depth, entries)
  return entries
}

function ofBindings(source: PythonSource, [only, other]: readonly Binding[], depth: number): Entries {
  return only?.kind === 'value' && other === undefined ? entriesOf(source, only.node, depth + 1) : nothingKnown
}

function ofPair(source: PythonSource, pair: number, depth: number): Entries {
  const { tree } = source
  switch (typeOf(tree, pair)) {
    case 'comment':
      return empty
    case 'dictionary_splat':
      return entriesOf(source, firstChild(tree, pair) ?? pair, depth + 1)
    default:
      return entry(source, pair, fieldOf(tree, pair, 'key'), fieldOf(tree, pair, 'value'))
  }
}

function entry(source: PythonSource, node: number, key: number | undefined, value: number | undefined): Entries {
  const name = key === undefined ? undefined : constantOf(source, key)?.value
  if (value === undefined || typeof name !== 'string') return nothingKnown
  return { entries: new Map([[name, { name, node, value, certain: true }]]), whole: true }
}

/** `dict(other, key=value)`. */
function ofCall(source: PythonSource, node: number, depth: number): Entries {
  const { tree } = source
  const [callee, list] = [fieldOf(tree, node, 'function'), fieldOf(tree, node, 'arguments')]
  if (callee === undefined || list === undefined || thingNamed(source, callee) !== 'dict') return nothingKnown
  const given = [...childrenOf(tree, list)].map((child): Entries => {
    const name = fieldOf(tree, child, 'name')
    const value = fieldOf(tree, child, 'value')
    if (typeOf(tree, child) !== 'keyword_argument' || name === undefined || value === undefined) {
      return typeOf(tree, child) === 'list_splat' ? nothingKnown : entriesOf(source, firstSpread(child), depth + 1)
    }
    const own = { name: textOf(tree, name), node: child, value, certain: true }
    return { entries: new Map([[own.name, own]]), whole: true }
  })
  return merged(given)

  function firstSpread(child: number): number {
    return typeOf(tree, child) === 'dictionary_splat' ? (firstChild(tree, child) ?? child) : child
  }
}

/** What is stored into a dictionary by its name, later, and whether something else may change it. */
function withChanges(source: PythonSource, name: string, [binding]: readonly Binding[], literal: Entries): Entries {
  const { tree, bindings, uses } = source
  const [stored, mentions] = [uses.storesTo(name), uses.mentionsOf(name)]
  if (stored.length > most || mentions.length > most) return nothingKnown
  const isSame = (node: number) => bindings.lookup(name, node)[0] === binding
  const isChanged = mentions.some((node) => changing.has(methodOn(source, node) ?? '') && isSame(node))
  const later = stored.filter(isSame).map((store) => {
    const left = fieldOf(tree, store, 'left')
    const key = left === undefined ? undefined : fieldOf(tree, left, 'subscript')
    return entry(source, store, key, fieldOf(tree, store, 'right'))
  })
  return merged([literal, ...later, ...(isChanged ? [nothingKnown] : [])])

  function methodOn({ tree }: PythonSource, node: number): string | undefined {
    const attribute = tree.fields[node] === 'object' ? fieldOf(tree, parentOf(tree, node), 'attribute') : undefined
    return attribute === undefined ? undefined : textOf(tree, attribute)
  }
}

const changing = new Set(['update', 'setdefault', 'pop', 'popitem', 'clear'])

function merged(parts: readonly Entries[]): Entries {
  const entries = new Map<string, Entry>()
  for (const part of parts) {
    for (const [name, entry] of part.entries)
      entries.set(name, entries.has(name) ? { ...entry, certain: false } : entry)
  }
  return { entries, whole: parts.every((part) => part.whole) }
}
