/**
 * What an expression may come to: names are followed to what is bound to them where they are used, parameters to what
 * the calls in the file give, calls of the file's own functions to what these return, conditions into both branches.
 */
import { childrenOf, fieldOf, firstChild, textOf, typeOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import { constantOf } from '../constants.ts'
import { meaningOf } from '../names.ts'
import type { Parameter } from '../parameters.ts'
import type { PythonSource } from '../source.ts'
import { fieldsOfRecord } from '../summaries/values.ts'
import { conditionsAround } from './conditions.ts'
import { callsTo, givenFor, inMapping, slotOf } from './given.ts'
import { remembered } from './memory.ts'
import { reachingBindings } from './reaching.ts'
import { variableAt } from './variables.ts'

export interface Alternative {
  /** An expression that is followed no further; a parameter that nobody in the file gives; what cannot be told. */
  readonly kind: 'expression' | 'parameter' | 'unknown'
  readonly node: number
  /** The calls that it is seen through, innermost last: they give the parameters of the functions that they call. */
  readonly frames: readonly number[]
  /** The variables that hold it, outermost first. */
  readonly names: readonly number[]
  /** What has to hold, or not to hold, for it to be this one. */
  readonly conditions: readonly number[]
}

type Way = Omit<Alternative, 'kind' | 'node'>

const start: Way = { frames: [], names: [], conditions: [] }
const deepest = 24
const deepestFrames = 4
/** Expressions that are looked at for one value; what lies beyond is unknown. */
const most = 200

export const alternativesOf: (source: PythonSource, node: number) => readonly Alternative[] = remembered(
  (source, node) => new Search(source).follow(node, start, 0),
)

type Found = readonly Alternative[]

class Search {
  readonly #source: PythonSource
  readonly #seen = new Set<string>()

  constructor(source: PythonSource) {
    this.#source = source
  }

  follow(node: number, way: Way, depth: number): Found {
    const { tree, input } = this.#source
    input.budget.step()
    const key = `${node} ${way.frames.join()}`
    if (this.#seen.has(key)) return []
    this.#seen.add(key)
    if (depth > deepest || this.#seen.size > most) return [{ kind: 'unknown', node, ...way }]
    switch (typeOf(tree, node)) {
      case 'parenthesized_expression':
      case 'await':
        return this.follow(firstChild(tree, node) ?? node, way, depth + 1)
      case 'named_expression':
        return this.follow(fieldOf(tree, node, 'value') ?? node, way, depth + 1)
      case 'identifier':
      case 'attribute':
        return this.#ofVariable(node, way, depth)
      case 'conditional_expression':
        return this.#ofBranches(node, way, depth)
      case 'boolean_operator':
        return this.#ofEither(node, way, depth)
      case 'subscript':
        return this.#ofElement(
          node,
          fieldOf(tree, node, 'value'),
          [fieldOf(tree, node, 'subscript'), undefined],
          way,
          depth,
        )
      case 'call':
        return this.#ofCall(node, way, depth)
      default:
        return [{ kind: 'expression', node, ...way }]
    }
  }

  #ofBranches(node: number, way: Way, depth: number): Found {
    const [whenTrue, condition, whenFalse] = childrenOf(this.#source.tree, node)
    if (whenTrue === undefined || condition === undefined || whenFalse === undefined) return []
    const branch = { ...way, conditions: [condition, ...way.conditions] }
    return [whenTrue, whenFalse].flatMap((value) => this.follow(value, branch, depth + 1))
  }

  #ofVariable(node: number, way: Way, depth: number): Found {
    const variable = variableAt(this.#source, node)
    if (variable === undefined) {
      const held = this.#ofField(node, way, depth)
      return held.length > 0 ? held : [{ kind: 'expression', node, ...way }]
    }
    const { reached, replacesNone } = reachingBindings(this.#source, variable, node)
    const found = reached.flatMap(({ binding, conditions }) => {
      const next = { ...way, names: [...way.names, node], conditions: [...conditions, ...way.conditions] }
      return this.#ofBinding(binding, node, next, depth)
    })
    return replacesNone ? found.filter((one) => typeOf(this.#source.tree, one.node) !== 'none') : found
  }

  /** `settings.path` of a record that is made in this file: what its constructor is given; nothing if one is not known. */
  #ofField(node: number, way: Way, depth: number): Found {
    const { tree } = this.#source
    const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
    if (object === undefined || attribute === undefined || typeOf(tree, node) !== 'attribute') return []
    const name = textOf(tree, attribute)
    const fields: Alternative[] = []
    for (const { node: record, frames, names, conditions } of this.follow(object, way, depth + 1)) {
      const given = this.#givenToRecord(record, name)
      if (given === undefined) return []
      fields.push(...this.follow(given, { frames, names: [...names, node], conditions }, depth + 1))
    }
    return fields
  }

  #givenToRecord(call: number, name: string): number | undefined {
    const { tree } = this.#source
    const callee = typeOf(tree, call) === 'call' ? fieldOf(tree, call, 'function') : undefined
    const called = callee === undefined ? undefined : meaningOf(this.#source, callee)
    if (called?.kind !== 'class') return undefined
    const position = fieldsOfRecord(this.#source, called.node).indexOf(name) + 1
    const given = position === 0 ? undefined : givenFor(this.#source, call, { names: [name], position })
    return given?.kind === 'given' ? given.node : undefined
  }

  #ofBinding(binding: Binding, node: number, way: Way, depth: number): Found {
    switch (binding.kind) {
      case 'value':
        return this.follow(binding.node, way, depth + 1)
      case 'parameter':
        return this.#ofParameter(binding.parameter, node, way, depth)
      case 'part':
      case 'unknown':
        return [{ kind: 'unknown', node, ...way }]
      default:
        return [{ kind: 'expression', node, ...way }]
    }
  }

  #ofParameter(parameter: Parameter, node: number, way: Way, depth: number): Found {
    const callers = parameter.spread === undefined ? callsTo(this.#source, parameter.definition) : []
    const entered = way.frames.findLastIndex((call) => callers.includes(call))
    const calls = entered < 0 ? callers : [way.frames[entered] ?? 0]
    const outer = { ...way, frames: entered < 0 ? [] : way.frames.slice(0, entered) }
    if (calls.length > 0) return calls.flatMap((call) => this.#ofArgument(parameter, call, outer, depth))
    if (parameter.default === undefined) return [{ kind: 'parameter', node, ...way }]
    return this.follow(parameter.default, outer, depth + 1)
  }

  #ofArgument(parameter: Parameter, call: number, way: Way, depth: number): Found {
    const given = givenFor(this.#source, call, slotOf(this.#source, parameter))
    if (given?.kind === 'given') return this.follow(given.node, way, depth + 1)
    if (given !== undefined) return [{ kind: 'unknown', node: call, ...way }]
    return parameter.default === undefined ? [] : this.follow(parameter.default, way, depth + 1)
  }

  /** `a or b` gives b only where a may be nothing. */
  #ofEither(node: number, way: Way, depth: number): Found {
    const { tree } = this.#source
    const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
    if (left === undefined || right === undefined) return []
    const isOr = tree.text.slice(tree.ends[left], tree.starts[right]).trim() === 'or'
    const first = this.follow(left, way, depth + 1)
    const ending = first.filter((one) => this.#isTruthy(one.node) !== !isOr)
    const isDecided = first.length > 0 && first.every((one) => this.#isTruthy(one.node) === isOr)
    return isDecided ? ending : [...ending, ...this.follow(right, way, depth + 1)]
  }

  #isTruthy(node: number): boolean | undefined {
    const constant = constantOf(this.#source, node)
    return constant === undefined ? undefined : Boolean(constant.value)
  }

  /** What a dictionary of this file has under a key, or the default of `.get`; the look-up itself where it is foreign. */
  #ofElement(
    node: number,
    mapping: number | undefined,
    [key, fallback]: readonly (number | undefined)[],
    way: Way,
    depth: number,
  ): Found {
    const name = key === undefined ? undefined : constantOf(this.#source, key)?.value
    const isNamed = typeof name === 'string' && mapping !== undefined
    const given = isNamed ? inMapping(this.#source, mapping, [name]) : undefined
    if (given?.kind !== 'given') return [{ kind: 'expression', node, ...way }]
    const rest = given.certain || fallback === undefined ? [] : this.follow(fallback, way, depth + 1)
    return [...this.follow(given.node, way, depth + 1), ...rest]
  }

  #ofCall(node: number, way: Way, depth: number): Found {
    const { tree } = this.#source
    const [callee, list] = [fieldOf(tree, node, 'function'), fieldOf(tree, node, 'arguments')]
    const returned = callee === undefined ? [] : this.#returnedBy(node, callee, way, depth)
    if (returned.length > 0) return returned
    const attribute = callee === undefined ? undefined : fieldOf(tree, callee, 'attribute')
    if (callee === undefined || attribute === undefined || list === undefined || textOf(tree, attribute) !== 'get') {
      return [{ kind: 'expression', node, ...way }]
    }
    return this.#ofElement(node, fieldOf(tree, callee, 'object'), [...childrenOf(tree, list)], way, depth)
  }

  /** What a function of this file returns to a call. */
  #returnedBy(call: number, callee: number, way: Way, depth: number): Found {
    const called = meaningOf(this.#source, callee)
    if (called.kind !== 'function' || way.frames.length === deepestFrames) return []
    const frames = [...way.frames, call]
    return this.#source.uses.returnsOf(called.node).flatMap((value) => {
      const conditions = [...conditionsAround(this.#source.tree, value, called.node), ...way.conditions]
      return this.follow(value, { ...way, frames, conditions }, depth + 1)
    })
  }
}
