/** What calls give for the parameters of a function: by position, by name, out of a dictionary, or bound before. */
import { childrenOf, fieldOf, firstChild, textOf, typeOf } from '../../syntax/flat.ts'
import { entriesOf } from '../dictionaries.ts'
import { meaningOf } from '../names.ts'
import { type Parameter, parametersOf } from '../parameters.ts'
import type { PythonSource } from '../source.ts'
import { remembered } from './memory.ts'
import { usesOfVariable } from './variables.ts'

export interface Slot {
  /** Its names; a keyword has several where libraries differ. */
  readonly names: readonly string[]
  /** From 1, the object of a method left out; missing where only the name can be used. */
  readonly position?: number
}

export type Given =
  | { readonly kind: 'given'; readonly node: number; readonly certain: boolean }
  /** What a function hands on of its own `**options`: callers decide. */
  | { readonly kind: 'handed on'; readonly parameter: Parameter; readonly node: number }
  | { readonly kind: 'unknown'; readonly node: number }

/** Undefined where the call gives nothing. */
export function givenFor(source: PythonSource, call: number, slot: Slot): Given | undefined {
  const { tree } = source
  const callee = fieldOf(tree, call, 'function')
  const meaning = callee === undefined ? undefined : meaningOf(source, callee)
  const partials = meaning?.kind === 'thing' ? meaning.partials : []
  // The first argument of `partial` is the function itself; what is given later replaces what was bound.
  let [bound, given]: [number, Given | undefined] = [0, undefined]
  for (const each of [...partials, call]) {
    const own = each === call ? 0 : 1
    given = inList(source, each, slot, bound - own) ?? given
    bound += positionalOf(source, each) - own
  }
  return given
}

function positionalOf({ tree }: PythonSource, call: number): number {
  const list = fieldOf(tree, call, 'arguments')
  if (list === undefined) return 0
  return [...childrenOf(tree, list)].filter((child) => isPositional(typeOf(tree, child))).length
}

const isPositional = (type: string): boolean =>
  type !== 'keyword_argument' && type !== 'dictionary_splat' && type !== 'list_splat' && type !== 'comment'

function inList(source: PythonSource, call: number, slot: Slot, before: number): Given | undefined {
  const { tree } = source
  const list = fieldOf(tree, call, 'arguments')
  if (list === undefined || typeOf(tree, list) !== 'argument_list') return undefined
  let [position, spread]: [number, Given | undefined] = [before, undefined]
  for (const child of childrenOf(tree, list)) {
    switch (typeOf(tree, child)) {
      case 'keyword_argument': {
        const [name, value] = [fieldOf(tree, child, 'name'), fieldOf(tree, child, 'value')]
        if (name !== undefined && value !== undefined && slot.names.includes(textOf(tree, name))) {
          return { kind: 'given', node: value, certain: true }
        }
        break
      }
      case 'dictionary_splat':
        spread ??= inMapping(source, firstChild(tree, child) ?? child, slot.names)
        break
      case 'list_splat':
        // A slot that may lie in what is spread; those before it are known all the same.
        if (slot.position !== undefined && slot.position > position) spread ??= { kind: 'unknown', node: child }
        break
      case 'comment':
        break
      default:
        position++
        if (position === slot.position) return { kind: 'given', node: child, certain: true }
    }
  }
  return spread
}

/** What a dictionary has under one of the names; undefined where it has certainly nothing. */
export function inMapping(source: PythonSource, node: number, names: readonly string[]): Given | undefined {
  const { entries, whole } = entriesOf(source, node)
  const entry = names.map((name) => entries.get(name)).findLast((one) => one !== undefined)
  if (entry !== undefined) return { kind: 'given', node: entry.value, certain: entry.certain }
  const fallback = setDefault(source, node, names)
  if (fallback !== undefined) return { kind: 'given', node: fallback, certain: false }
  if (whole) return undefined
  const parameter = spreadParameter(source, node)
  return parameter === undefined ? { kind: 'unknown', node } : { kind: 'handed on', parameter, node }
}

/** `options.setdefault("timeout", 10)` gives a value where nobody else did. */
function setDefault(source: PythonSource, node: number, names: readonly string[]): number | undefined {
  const { tree } = source
  for (const use of usesOfVariable(source, node)) {
    const access = tree.parents[use] ?? 0
    const method = fieldOf(tree, access, 'attribute')
    if (method === undefined || textOf(tree, method) !== 'setdefault') continue
    const list = fieldOf(tree, tree.parents[access] ?? 0, 'arguments')
    const [key, value] = list === undefined ? [] : [...childrenOf(tree, list)]
    const name = key === undefined ? '' : textOf(tree, key).replace(/^['"]|['"]$/g, '')
    if (value !== undefined && names.includes(name)) return value
  }
  return undefined
}

function spreadParameter({ tree, bindings }: PythonSource, node: number): Parameter | undefined {
  if (typeOf(tree, node) !== 'identifier') return undefined
  const parameters = bindings
    .lookup(textOf(tree, node), node)
    .flatMap((binding) => (binding.kind === 'parameter' ? [binding.parameter] : []))
  return parameters.find(({ spread }) => spread === '**')
}

/** More calls of one function than this are not looked through. */
const mostCalls = 100

/** The calls of a function, or of its class where it is a constructor, in this file. */
export const callsTo: (source: PythonSource, definition: number) => readonly number[] = remembered(callsOf)

function callsOf(source: PythonSource, definition: number): readonly number[] {
  const { tree, scopes, uses } = source
  const owner = scopes.classOf(definition)
  const isConstructor = owner !== undefined && nameOf(source, definition) === '__init__'
  const target = isConstructor ? owner : definition
  const calls = uses.callsOf(nameOf(source, target) ?? '')
  if (calls.length > mostCalls) return []
  return calls.filter((call) => {
    const callee = fieldOf(tree, call, 'function')
    const meaning = callee === undefined ? undefined : meaningOf(source, callee)
    if (meaning === undefined) return false
    if (meaning.kind === 'function' || meaning.kind === 'class') return meaning.node === target
    // An object that nothing is known of may well be one of the class that has such a method.
    return meaning.kind === 'unresolved' && owner !== undefined && !isConstructor
  })
}

function nameOf({ tree }: PythonSource, definition: number): string | undefined {
  const name = fieldOf(tree, definition, 'name')
  return name === undefined ? undefined : textOf(tree, name)
}

/** The place of a parameter among what a call gives, the object of a method left out. */
export function slotOf(source: PythonSource, { name, position, definition }: Parameter): Slot {
  const isMethod = source.scopes.classOf(definition) !== undefined
  const [first] = parametersOf(source.tree, definition)
  const before = isMethod && /^(self|cls)$/.test(first?.name ?? '') ? 1 : 0
  return position === undefined ? { names: [name] } : { names: [name], position: position - before }
}
