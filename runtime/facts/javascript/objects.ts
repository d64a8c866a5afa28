/** Objects that are written down: their entries, also under a name, behind a spread, and inside of each other. */
import { childrenOf, type FlatTree, fieldOf, firstChild, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import type { Binding } from './bindings.ts'
import type { JavaScriptSource } from './source.ts'
import { bare, propertyName } from './syntax.ts'

export interface Entry {
  readonly name: string
  /** The pair as written. */
  readonly node: number
  readonly value: number
}

export interface Entries {
  /** The later one counts where two have a name. */
  readonly entries: readonly Entry[]
  /** Whether these are all. */
  readonly whole: boolean
}

/** Objects that are made from each other, one behind the other. */
const deepest = 6
const nothing: Entries = { entries: [], whole: false }

const known = new WeakMap<FlatTree, Map<number, Entries>>()
/** Of names, by what they are bound to. */
const knownNames = new WeakMap<readonly Binding[], Entries>()

export function entriesOf(source: JavaScriptSource, node: number, depth = 0): Entries {
  const { tree } = source
  const written = bare(tree, node)
  const answers = known.get(tree) ?? new Map<number, Entries>()
  known.set(tree, answers)
  const answer = answers.get(written)
  if (answer !== undefined) return answer
  // What an object is made from may be made from it.
  answers.set(written, nothing)
  const entries = found(source, written, depth)
  answers.set(written, entries)
  return entries
}

function found(source: JavaScriptSource, written: number, depth: number): Entries {
  const { tree } = source
  switch (depth > deepest ? '' : typeOf(tree, written)) {
    case 'object':
      return ofObject(source, written, depth)
    case 'identifier':
    case 'shorthand_property_identifier':
      return ofName(source, written, depth)
    case 'call_expression': {
      // `Object.freeze({ … })`.
      const isKept = /^Object\s*\.\s*(freeze|seal)\s*\(/.test(textOf(tree, written))
      const list = isKept ? fieldOf(tree, written, 'arguments') : undefined
      const first = list === undefined ? undefined : firstChild(tree, list)
      return first === undefined ? nothing : entriesOf(source, first, depth + 1)
    }
    default:
      return nothing
  }
}

function ofObject(source: JavaScriptSource, node: number, depth: number): Entries {
  const { tree } = source
  const named = new Map<string, Entry>()
  let whole = true
  const add = (entry: Entry) => {
    named.delete(entry.name)
    named.set(entry.name, entry)
  }
  for (const child of childrenOf(tree, node)) {
    switch (typeOf(tree, child)) {
      case 'pair': {
        const [key, value] = [fieldOf(tree, child, 'key'), fieldOf(tree, child, 'value')]
        const name = key === undefined ? undefined : propertyName(tree, key)
        if (name === undefined || value === undefined) whole = false
        else add({ name, node: child, value })
        break
      }
      case 'shorthand_property_identifier':
        add({ name: textOf(tree, child), node: child, value: child })
        break
      case 'method_definition': {
        const key = fieldOf(tree, child, 'name')
        const name = key === undefined ? undefined : propertyName(tree, key)
        if (name !== undefined) add({ name, node: child, value: child })
        break
      }
      case 'spread_element': {
        const spread = firstChild(tree, child)
        const inner = spread === undefined ? nothing : entriesOf(source, spread, depth + 1)
        for (const entry of inner.entries) add(entry)
        whole &&= inner.whole
        break
      }
      default:
    }
  }
  return { entries: [...named.values()], whole }
}

/** A name that is bound once, with what is put into the object afterwards; whoever else gets it may put in more. */
function ofName(source: JavaScriptSource, node: number, depth: number): Entries {
  const { tree, bindings } = source
  const name = textOf(tree, node)
  const bound = bindings.lookup(name, node)
  const [only, other] = bound ?? []
  if (bound === undefined || only?.kind !== 'value' || other !== undefined || only.path.length > 0) return nothing
  const answer = knownNames.get(bound)
  if (answer !== undefined) return answer
  knownNames.set(bound, nothing)
  const { entries, whole } = entriesOf(source, only.node, depth + 1)
  const stored = bindings.mentionsOf(name).flatMap((mention): readonly Entry[] => {
    const member = parentOf(tree, mention)
    const assignment = parentOf(tree, member)
    const [property, value] = [fieldOf(tree, member, 'property'), fieldOf(tree, assignment, 'right')]
    const isStored = tree.fields[member] === 'left' && typeOf(tree, assignment) === 'assignment_expression'
    if (!isStored || property === undefined || value === undefined || tree.fields[mention] !== 'object') return []
    if (bindings.lookup(name, mention) !== bound) return []
    return [{ name: textOf(tree, property), node: assignment, value }]
  })
  const others = new Set(stored.map((entry) => entry.name))
  const all = { entries: [...entries.filter((entry) => !others.has(entry.name)), ...stored], whole }
  knownNames.set(bound, all)
  return all
}

/** The expression under a path of keys in an object that is written down; undefined where it is not known. */
export function entryOf(
  source: JavaScriptSource,
  node: number,
  path: readonly (string | undefined)[],
): number | undefined {
  let inner = node
  for (const key of path) {
    const entry = key === undefined ? undefined : elementOf(source, inner, key)
    if (entry === undefined) return undefined
    inner = entry
  }
  return inner
}

function elementOf(source: JavaScriptSource, node: number, key: string): number | undefined {
  const { tree } = source
  const written = bare(tree, node)
  if (typeOf(tree, written) === 'array' && /^\d+$/.test(key)) {
    const elements = [...childrenOf(tree, written)].filter((child) => typeOf(tree, child) !== 'comment')
    const isPlain = elements.every((child) => typeOf(tree, child) !== 'spread_element')
    return isPlain ? elements[Number(key)] : undefined
  }
  return entriesOf(source, written).entries.find(({ name }) => name === key)?.value
}
