/** In which order several sources are asked for a value. */
import { childrenOf, fieldOf, firstChild, nodesOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { termsOf } from '../flow/search.ts'
import { thingNamed } from '../names.ts'
import type { PythonSource } from '../source.ts'
import type { Chain } from './fallbacks.ts'
import { around } from './surroundings.ts'
import { sourcesReturned } from './tried-in-turn.ts'

/** Longer chains than people write. */
const most = 16

/** `a or b or c`: the outermost operator tells them all. */
export function chainedValues(source: PythonSource, node: number, target: string): readonly Chain[] {
  const { tree } = source
  if (!isDisjunction(source, node) || isDisjunction(source, bareParent(source, node))) return []
  const operands: number[] = []
  let first = node
  while (isDisjunction(source, first) && operands.length < most) {
    const [left, right] = [fieldOf(tree, first, 'left'), fieldOf(tree, first, 'right')]
    if (left === undefined || right === undefined) return []
    operands.unshift(right)
    first = bare(source, left)
  }
  const sources = [first, ...operands].map((operand) => termsOf(source, operand))
  return isCondition(source, node) ? [] : [{ form: 'or', node, target, sources }]
}

function isDisjunction({ tree }: PythonSource, node: number): boolean {
  if (typeOf(tree, node) !== 'boolean_operator') return false
  const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
  if (left === undefined || right === undefined) return false
  return /(^|[\s)])or([\s(]|$)/.test(tree.text.slice(tree.ends[left], tree.starts[right]))
}

function bare({ tree }: PythonSource, node: number): number {
  let inner = node
  while (typeOf(tree, inner) === 'parenthesized_expression') inner = firstChild(tree, inner) ?? inner
  return inner
}

function bareParent({ tree }: PythonSource, node: number): number {
  let outer = parentOf(tree, node)
  while (typeOf(tree, outer) === 'parenthesized_expression') outer = parentOf(tree, outer)
  return outer
}

/** What is only asked whether it holds chooses no value. */
function isCondition(source: PythonSource, node: number): boolean {
  const { tree } = source
  const outer = bareParent(source, node)
  const type = typeOf(tree, outer)
  if (type === 'not_operator' || type === 'boolean_operator' || type === 'comparison_operator') return true
  return /^(if_statement|elif_clause|while_statement|assert_statement|if_clause)$/.test(type)
}

/** Mappings that are put over each other: displays with spreads, `|`, `update` in turn, `ChainMap`. */
export function mergedValues(source: PythonSource): readonly Chain[] {
  const { tree, scopes } = source
  const displays = [...nodesOf(tree, 'dictionary')].flatMap((node): readonly Chain[] => {
    const spreads = [...childrenOf(tree, node)].filter((child) => typeOf(tree, child) === 'dictionary_splat')
    return spreads.length < 2 ? [] : [merge(node, targetAround(source, node), spreads.toReversed())]
  })
  const maps = source.uses.callsOf('ChainMap').flatMap((node): readonly Chain[] => {
    const callee = fieldOf(tree, node, 'function')
    const list = fieldOf(tree, node, 'arguments')
    if (callee === undefined || list === undefined || thingNamed(source, callee) !== 'collections.ChainMap') return []
    return [merge(node, targetAround(source, node), [...childrenOf(tree, list)])]
  })
  return [...displays, ...maps, ...updated()]

  function merge(node: number, target: string, byPriority: readonly number[]): Chain {
    return { form: 'merge', node, target, sources: byPriority.map((each) => termsOf(source, each)) }
  }

  /** `config.update(a)`, then `config.update(b)`: the later one wins. */
  function updated(): readonly Chain[] {
    const calls = source.uses.callsOf('update').flatMap((node) => {
      const callee = fieldOf(tree, node, 'function')
      const object = callee === undefined ? undefined : fieldOf(tree, callee, 'object')
      const list = fieldOf(tree, node, 'arguments')
      const given = list === undefined ? undefined : firstChild(tree, list)
      if (object === undefined || given === undefined) return []
      const key = `${scopes.functionOf(node)} ${textOf(tree, object)}`
      return inTurn(source, node, given).map((one) => ({ node, given: one, key, object }))
    })
    return [...Map.groupBy(calls, ({ key }) => key).values()].flatMap((group): readonly Chain[] => {
      const last = group.at(-1)
      if (last === undefined || group.length > most) return []
      const first = initialValue(source, last.object)
      const all = [...(first === undefined ? [] : [first]), ...group.map(({ given }) => given)]
      return all.length < 2 ? [] : [merge(last.node, textOf(tree, last.object), all.toReversed())]
    })
  }
}

/** `for layer in (a, b): config.update(layer)` gives what is written there, one behind the other. */
function inTurn(source: PythonSource, node: number, given: number): readonly number[] {
  const { tree } = source
  for (const outer of around(tree, node)) {
    const [left, list] = [fieldOf(tree, outer, 'left'), fieldOf(tree, outer, 'right')]
    if (typeOf(tree, outer) !== 'for_statement' || left === undefined || list === undefined) continue
    const isDisplay = /^(tuple|list|expression_list)$/.test(typeOf(tree, list))
    if (isDisplay && mentions(source, given, textOf(tree, left))) return [...childrenOf(tree, list)]
  }
  return [given]
}

function mentions({ tree }: PythonSource, node: number, name: string): boolean {
  for (let each = node; each < (tree.nexts[node] ?? 0); each++)
    if (typeOf(tree, each) === 'identifier' && textOf(tree, each) === name) return true
  return false
}

/** What a mapping is before it is updated, if that is more than empty. */
function initialValue(source: PythonSource, object: number): number | undefined {
  const { tree, bindings } = source
  const [only, other] = typeOf(tree, object) === 'identifier' ? bindings.lookup(textOf(tree, object), object) : []
  if (only?.kind !== 'value' || other !== undefined) return undefined
  const isEmpty = /^(\{\s*\}|dict\(\s*\))$/.test(textOf(tree, only.node))
  return isEmpty ? undefined : only.node
}

function targetAround({ tree, scopes }: PythonSource, node: number): string {
  const assignment = [...around(tree, node)].find((outer) => typeOf(tree, outer) === 'assignment')
  const left = assignment === undefined ? undefined : fieldOf(tree, assignment, 'left')
  return left === undefined ? scopes.qualifiedName(scopes.functionOf(node)) : textOf(tree, left)
}

/** `key = a()`, then `if not key: key = b()`, and so on. */
export function reassignedValues(source: PythonSource): readonly Chain[] {
  const { tree, scopes } = source
  const assignments = [...nodesOf(tree, 'assignment')].flatMap((node) => {
    const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
    // In `a = b = value` the first target stands for all.
    if (typeOf(tree, parentOf(tree, node)) === 'assignment') return []
    if (left === undefined || right === undefined || !/^(identifier|attribute)$/.test(typeOf(tree, left))) return []
    const name = textOf(tree, left)
    return [{ node, right, name, key: `${scopes.functionOf(node)} ${name}` }]
  })
  return [...Map.groupBy(assignments, ({ key }) => key).values()].flatMap((group): readonly Chain[] => {
    const later = group.filter(({ node, name }) => isForWant(source, node, name))
    const [start] = group.filter((each) => !later.includes(each) && typeOf(tree, each.right) !== 'none')
    if (start === undefined || later.length === 0 || later.length > most) return []
    const sources = [start, ...later].map(({ right }) => termsOf(source, right))
    return [{ form: 'or', node: later.at(-1)?.node ?? start.node, target: start.name, sources }]
  })
}

/** Whether a statement runs only where a name has no value yet. */
function isForWant({ tree }: PythonSource, node: number, name: string): boolean {
  for (const outer of around(tree, node)) {
    if (typeOf(tree, outer) !== 'if_statement') continue
    const condition = fieldOf(tree, outer, 'condition')
    const written = condition === undefined ? '' : textOf(tree, condition).replace(/^\((.*)\)$/s, '$1')
    if (written.startsWith(`not ${name}`)) return true
    if (written.startsWith(name) && /^\s+is\s+None/.test(written.slice(name.length))) return true
  }
  return false
}

/**
 * A function that returns early what the first source has, or goes over its sources in a loop; or a generator that has
 * them in the order in which somebody else looks at them.
 */
export function returnedValues(source: PythonSource, definition: number): readonly Chain[] {
  const { tree, uses, scopes } = source
  const given = [...uses.returnsOf(definition), ...uses.yieldsOf(definition)]
  const returned = given.filter((value) => typeOf(tree, value) !== 'none')
  const inLoop = returned.flatMap((value) => sourcesReturned(source, value))
  const sources = inLoop.length > 0 ? inLoop : returned.map((value) => termsOf(source, value))
  if (sources.length < 2 || sources.length > most) return []
  const node = fieldOf(tree, definition, 'name') ?? definition
  return [{ form: 'early return', node, target: scopes.qualifiedName(definition), sources }]
}
