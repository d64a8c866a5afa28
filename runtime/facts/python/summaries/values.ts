/** The values of what a file defines. */

import { distinct } from '../../flow/distinct.ts'
import type { Term } from '../../flow/term.ts'
import { nothing, united, type Value } from '../../flow/value.ts'
import { childrenOf, fieldOf, firstChild, nodesOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import { changesOf } from '../flow/changes.ts'
import { raisedValues } from '../flow/exceptions.ts'
import { isOwnCall, ownCallee } from '../flow/own-calls.ts'
import { termsOf } from '../flow/search.ts'
import { termAt } from '../flow/terms-at.ts'
import { valueAt } from '../flow/value-at.ts'
import type { PythonSource } from '../source.ts'

/** What a name or an attribute may hold. */
export function valueOfBindings(source: PythonSource, bound: readonly Binding[]): Value {
  const bindings = bound.flatMap((binding): readonly Value[] => {
    switch (binding.kind) {
      case 'value':
        return [valueAt(source, binding.node)]
      case 'part':
        return [valueAt(source, binding.node, binding.keys ?? [])]
      default:
        return []
    }
  })
  const changes = changesOf(source, bound).map(({ path, node }): Value => {
    const [key, deeper] = path
    const value = valueAt(source, node)
    if (key === undefined) return path.length === 0 ? value : { terms: value.terms, entries: {} }
    return { terms: [], entries: { [key]: deeper === undefined ? value : { terms: value.terms, entries: {} } } }
  })
  return united([...bindings, ...changes])
}

/** What the functions of a file return, yield and raise, by their nodes. */
export class Results {
  readonly #source: PythonSource
  readonly #yields: ReadonlyMap<number, readonly number[]>
  readonly #raises: ReadonlyMap<number, readonly number[]>
  readonly #calls: ReadonlyMap<number, readonly number[]>

  constructor(source: PythonSource) {
    this.#source = source
    const byFunction = (type: string) =>
      Map.groupBy(nodesOf(source.tree, type), (node) => source.scopes.functionOf(node))
    this.#yields = byFunction('yield')
    this.#raises = byFunction('raise_statement')
    this.#calls = byFunction('call')
  }

  returnedBy(definition: number): Value {
    const returned = this.#source.uses.returnsOf(definition).map((value) => valueAt(this.#source, value))
    const yielded = (this.#yields.get(definition) ?? []).flatMap((node) => {
      const value = firstChild(this.#source.tree, node)
      return value === undefined ? [] : [{ terms: termsOf(this.#source, value), entries: {} }]
    })
    return returned.length + yielded.length === 0 ? nothing : united([...returned, ...yielded])
  }

  raisedBy(definition: number): readonly Term[] {
    const source = this.#source
    const own = (this.#raises.get(definition) ?? []).flatMap((statement) =>
      raisedValues(source, statement).flatMap((value) => termsOf(source, value)),
    )
    const calls = (this.#calls.get(definition) ?? []).filter((call) => isOwnCall(source, call))
    const handed = calls.slice(0, mostCalls).map((call): Term => {
      const open = { kind: 'raised', file: source.input.file.path, call, path: [] } as const
      return { ...termAt(source, call, 'call', ownCallee(source, call)), open }
    })
    return [...distinct(own), ...handed]
  }
}

/** Calls of one function whose exceptions are its own, too. */
const mostCalls = 16

/** The annotated fields of a class that a constructor is made from: dataclasses and named tuples. */
export function fieldsOfRecord({ tree }: PythonSource, definition: number): readonly string[] {
  const around = parentOf(tree, definition)
  const decorators =
    typeOf(tree, around) === 'decorated_definition' ? tree.text.slice(tree.starts[around], tree.starts[definition]) : ''
  const bases = fieldOf(tree, definition, 'superclasses')
  const isRecord =
    /dataclass|attrs?\b|define\b/.test(decorators) ||
    (bases !== undefined && /NamedTuple|BaseModel/.test(textOf(tree, bases)))
  const body = fieldOf(tree, definition, 'body')
  if (!isRecord || body === undefined) return []
  return [...childrenOf(tree, body)].flatMap((statement) => {
    const assignment = firstChild(tree, statement)
    const name = assignment === undefined ? undefined : fieldOf(tree, assignment, 'left')
    const isField = assignment !== undefined && fieldOf(tree, assignment, 'type') !== undefined
    return isField && name !== undefined ? [textOf(tree, name)] : []
  })
}
