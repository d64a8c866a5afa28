/** What an expression may come to, as expressions: over choices, names, fields, defaults, callers in the file. */
import { type FlatTree, fieldOf, textOf, typeOf } from '../syntax/flat.ts'
import type { Binding } from './bindings.ts'
import { callsOf } from './calls.ts'
import { meaningOf, memberNameOf } from './names.ts'
import { entryOf } from './objects.ts'
import type { Parameter } from './parameters.ts'
import { returnsOf } from './results.ts'
import type { JavaScriptSource } from './source.ts'
import { bare, calledOf, givenOf, operatorOf } from './syntax.ts'

export type Alternative =
  | { readonly kind: 'expression'; readonly node: number }
  /** Nobody gives anything. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' }

const unknown: Alternative = { kind: 'unknown' }
/** Names that stand for each other, one behind the other. */
const deepest = 6
const mostAlternatives = 16

export function alternativesOf(source: JavaScriptSource, node: number): readonly Alternative[] {
  return new Alternatives(source).of(node, 0).slice(0, mostAlternatives)
}

class Alternatives {
  readonly #source: JavaScriptSource
  readonly #seen = new Set<number>()

  constructor(source: JavaScriptSource) {
    this.#source = source
  }

  of(written: number, depth: number): readonly Alternative[] {
    const { tree, input } = this.#source
    input.budget.step()
    const node = bare(tree, written)
    if (this.#seen.has(node)) return []
    this.#seen.add(node)
    if (depth > deepest || this.#seen.size > mostAlternatives * 4) return [unknown]
    switch (typeOf(tree, node)) {
      case 'identifier':
      case 'shorthand_property_identifier':
        return this.#ofName(node, depth)
      case 'member_expression':
        return this.#ofMember(node, depth)
      case 'ternary_expression':
        return this.#ofFields(node, ['consequence', 'alternative'], depth)
      case 'binary_expression': {
        const operator = operatorOf(tree, node)
        if (operator === '||' || operator === '??') return this.#ofFields(node, ['left', 'right'], depth)
        return [{ kind: 'expression', node }]
      }
      default:
        return [{ kind: 'expression', node }]
    }
  }

  #ofFields(node: number, fields: readonly string[], depth: number): readonly Alternative[] {
    return fields.flatMap((field) => {
      const value = fieldOf(this.#source.tree, node, field)
      return value === undefined ? [] : this.of(value, depth + 1)
    })
  }

  #ofName(node: number, depth: number): readonly Alternative[] {
    const bound = this.#source.bindings.lookup(textOf(this.#source.tree, node), node)
    if (bound === undefined || bound.length === 0) return [{ kind: 'expression', node }]
    return bound.flatMap((binding) => this.#ofBinding(binding, node, depth))
  }

  #ofBinding(binding: Binding, node: number, depth: number): readonly Alternative[] {
    switch (binding.kind) {
      case 'value': {
        const value = binding.path.length === 0 ? binding.node : entryOf(this.#source, binding.node, binding.path)
        const otherwise = binding.otherwise === undefined ? [] : this.of(binding.otherwise, depth + 1)
        return [...(value === undefined ? [unknown] : this.of(value, depth + 1)), ...otherwise]
      }
      case 'parameter':
        return this.#ofParameter(binding.parameter, binding.path, binding.otherwise, depth)
      case 'function':
        return [{ kind: 'expression', node: binding.node }]
      default:
        return [{ kind: 'expression', node }]
    }
  }

  /** What callers in this file give; what others may give is not known. */
  #ofParameter(
    { definition, position }: Parameter,
    path: readonly (string | undefined)[],
    otherwise: number | undefined,
    depth: number,
  ): readonly Alternative[] {
    const source = this.#source
    const nobody = otherwise === undefined ? [{ kind: 'nothing' } as const] : this.of(otherwise, depth + 1)
    const calls = callsTo(source, definition)
    if (calls.length === 0) return otherwise === undefined ? [unknown] : nobody
    return calls.flatMap((call) => {
      const given = givenOf(source.tree, call)[position - 1]
      if (given === undefined) return nobody
      const value = path.length === 0 ? given : entryOf(source, given, path)
      return value === undefined ? (path.length === 0 ? [unknown] : nobody) : this.of(value, depth + 1)
    })
  }

  #ofMember(node: number, depth: number): readonly Alternative[] {
    const source = this.#source
    const { tree, bindings } = source
    const object = fieldOf(tree, node, 'object')
    const name = memberNameOf(source, node)
    if (object === undefined || name === undefined) return [{ kind: 'expression', node }]
    const entry = entryOf(source, object, [name])
    if (entry !== undefined) return this.of(entry, depth + 1)
    const meaning = meaningOf(source, object)
    const owner = meaning.kind === 'instance' || meaning.kind === 'class' ? classOf(meaning) : undefined
    const bound = owner === undefined ? [] : bindings.member(owner, name)
    if (bound.length === 0) return [{ kind: 'expression', node }]
    return bound.flatMap((binding) => this.#ofBinding(binding, node, depth))
  }
}

const classOf = (meaning: { readonly class?: number | undefined; readonly node?: number }): number | undefined =>
  meaning.class ?? meaning.node

const known = new WeakMap<FlatTree, ReadonlyMap<number, readonly number[]>>()

/** The calls of a function in its own file; of a constructor where objects of its class are made. */
export function callsTo(source: JavaScriptSource, definition: number): readonly number[] {
  const calls = known.get(source.tree) ?? callsByFunction(source)
  known.set(source.tree, calls)
  return calls.get(definition) ?? []
}

function callsByFunction(source: JavaScriptSource): ReadonlyMap<number, readonly number[]> {
  const calls = new Map<number, number[]>()
  for (const call of callsOf(source)) {
    const called = calledOf(source.tree, call)
    const meaning = called === undefined ? undefined : meaningOf(source, called)
    const definition =
      meaning?.kind === 'function'
        ? meaning.node
        : meaning?.kind === 'class'
          ? constructorOf(source, meaning.node)
          : undefined
    if (definition === undefined) continue
    const list = calls.get(definition) ?? []
    calls.set(definition, list)
    list.push(call)
  }
  return calls
}

function constructorOf({ bindings }: JavaScriptSource, owner: number): number | undefined {
  const found = bindings.member(owner, 'constructor').find(({ kind }) => kind === 'function')
  return found?.kind === 'function' ? found.node : undefined
}

/** The calls that make what an expression is: `axios.create(…)`, `new https.Agent(…)`, also in a function of the file. */
export function makersOf(source: JavaScriptSource, node: number, depth = 0): readonly number[] {
  return alternativesOf(source, node).flatMap((each): readonly number[] => {
    if (each.kind !== 'expression' || !/^(call|new)_expression$/.test(typeOf(source.tree, each.node))) return []
    const called = calledOf(source.tree, each.node)
    const meaning = called === undefined ? undefined : meaningOf(source, called)
    if (meaning?.kind !== 'function' || depth > 2) return [each.node]
    return returnsOf(source, meaning.node).flatMap((value) => makersOf(source, value, depth + 1))
  })
}
