/**
 * Values that are taken from the first of several sources that has one, in order of priority.
 *
 *     const key = fromSystemd() ?? fromFile() ?? process.env.KEY        or
 *     key ||= fromFile();  if (!key) key = process.env.KEY              or
 *     if (path) return read(path);  return process.env.KEY              early return
 *     { ...process.env, ...file, ...systemd }                           merge: the last one wins
 */
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { distinct } from '../flow/distinct.ts'
import type { Term } from '../flow/term.ts'
import { childrenOf, fieldOf, firstChild, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { calleeOf } from './calls.ts'
import { termsOf } from './flow/search.ts'
import { termAt } from './flow/terms-at.ts'
import type { Functions } from './functions.ts'
import { meaningOf } from './names.ts'
import { returnsOf } from './results.ts'
import { type JavaScriptSource, placeOf } from './source.ts'
import { around, bare, functionNodes, givenOf, isFunction, operatorOf, wrapped } from './syntax.ts'

type Fallback = LocalFact<'fallback'>

interface Chain {
  readonly form: Fallback['form']
  /** Where the choice stands. */
  readonly node: number
  readonly target: string
  /** What each source gives, the first one first. */
  readonly sources: readonly (readonly Term[])[]
  /** A node in the function that chooses. */
  readonly chooser?: number
}

/** Longer chains than people write. */
const most = 16

export function fallbackFacts(source: JavaScriptSource, functions: Functions): readonly Fallback[] {
  return chainsIn(source).flatMap(({ form, node, target, sources, chooser = node }): readonly Fallback[] => {
    if (sources.length < 2 || sources.length > most || !sources.some((terms) => terms.some(isOutside))) return []
    const positioned = sources.flatMap((terms, index) => terms.map((term) => ({ ...term, position: index + 1 })))
    return [
      {
        at: placeOf(source, node),
        target: excerpt(target),
        sources: positioned,
        form,
        function: functions.indexOf(chooser),
      },
    ]
  })
}

/** What comes from outside of the program, or may: from a function of the repository. */
const isOutside = ({ form, open }: Term): boolean =>
  open?.kind === 'result' || open?.kind === 'global' || /^(environment|file|setting|command_line|stdin)$/.test(form)

function chainsIn(source: JavaScriptSource): readonly Chain[] {
  const { tree } = source
  const functions = functionNodes.flatMap((type) => [...nodesOf(tree, type)])
  return [
    ...[...nodesOf(tree, 'binary_expression')].flatMap((node) => chained(source, node)),
    ...merged(source),
    ...reassigned(source),
    ...functions.flatMap((node) => returned(source, node)),
  ]
}

const isChoice = (source: JavaScriptSource, node: number): boolean =>
  typeOf(source.tree, node) === 'binary_expression' && /^(\|\||\?\?)$/.test(operatorOf(source.tree, node))

/** `a || b || c`: the outermost operator tells them all. */
function chained(source: JavaScriptSource, node: number): readonly Chain[] {
  const { tree } = source
  const outer = parentOf(tree, wrapped(tree, node))
  if (!isChoice(source, node) || isChoice(source, outer) || isCondition(source, outer, wrapped(tree, node))) return []
  const operands: number[] = []
  let first = node
  while (isChoice(source, first) && operands.length < most) {
    const [left, right] = [fieldOf(tree, first, 'left'), fieldOf(tree, first, 'right')]
    if (left === undefined || right === undefined) return []
    operands.unshift(right)
    first = bare(tree, left)
  }
  const sources = [first, ...operands].map((operand) => termsOf(source, operand))
  return [{ form: 'or', node, target: targetOf(source, node), sources }]
}

/** What is only asked whether it holds chooses no value. */
function isCondition({ tree }: JavaScriptSource, outer: number, node: number): boolean {
  const type = typeOf(tree, outer)
  return tree.fields[node] === 'condition' || /^(if_statement|while_statement|unary_expression)$/.test(type)
}

/** The name that gets the value of an expression, or the function that returns it. */
function targetOf(source: JavaScriptSource, node: number): string {
  const { tree, scopes } = source
  for (const outer of around(tree, node)) {
    const type = typeOf(tree, outer)
    const named = ['name', 'left', 'key'].flatMap((field) => fieldOf(tree, outer, field) ?? [])[0]
    if (/^(variable_declarator|assignment_expression|pair)$/.test(type) && named !== undefined)
      return textOf(tree, named)
    if (type === 'return_statement' || isFunction(tree, outer)) return scopes.qualifiedName(scopes.functionOf(node))
  }
  return ''
}

/** Objects that are put over each other: spreads, and `Object.assign`. */
function merged(source: JavaScriptSource): readonly Chain[] {
  const { tree } = source
  const displays = [...nodesOf(tree, 'object')].flatMap((node): readonly Chain[] => {
    const spreads = [...childrenOf(tree, node)].filter((child) => typeOf(tree, child) === 'spread_element')
    return spreads.length < 2
      ? []
      : [
          merge(
            node,
            spreads.flatMap((spread) => firstChild(tree, spread) ?? []),
          ),
        ]
  })
  const assigned = [...nodesOf(tree, 'call_expression')].flatMap((node): readonly Chain[] => {
    const given = givenOf(tree, node).filter((each) => !/^\{\s*\}$/.test(textOf(tree, each)))
    return given.length < 2 || calleeOf(source, node) !== 'Object.assign' ? [] : [merge(node, given)]
  })
  return [...displays, ...assigned]

  function merge(node: number, inOrder: readonly number[]): Chain {
    const sources = inOrder.toReversed().map((each) => termsOf(source, each))
    return { form: 'merge', node, target: targetOf(source, node), sources }
  }
}

/** `key = a()`, then `if (!key) key = b()`, or `key ||= b()`. */
function reassigned(source: JavaScriptSource): readonly Chain[] {
  const { tree, bindings } = source
  const types = ['variable_declarator', 'assignment_expression', 'augmented_assignment_expression']
  const assignments = types
    .flatMap((type) => [...nodesOf(tree, type)])
    .sort((a, b) => a - b)
    .flatMap((node) => {
      const left = fieldOf(tree, node, 'name') ?? fieldOf(tree, node, 'left')
      const right = fieldOf(tree, node, 'value') ?? fieldOf(tree, node, 'right')
      if (left === undefined || right === undefined || typeOf(tree, left) !== 'identifier') return []
      const name = textOf(tree, left)
      return [{ node, right, name, bound: bindings.lookup(name, left) }]
    })
  return [...Map.groupBy(assignments, ({ bound }) => bound).values()].flatMap((group): readonly Chain[] => {
    const later = group.filter(({ node, name }) => isForWant(source, node, name))
    const [start] = group.filter(
      (each) => !later.includes(each) && !/^(null|undefined)$/.test(textOf(tree, each.right)),
    )
    if (start === undefined || later.length === 0) return []
    const sources = [start, ...later].map(({ right }) => termsOf(source, right))
    return [{ form: 'or', node: later.at(-1)?.node ?? start.node, target: start.name, sources }]
  })
}

/** Deeper nesting than people write. */
const deepest = 100

/** Whether an assignment runs only where the name has no value yet. */
function isForWant({ tree }: JavaScriptSource, node: number, name: string): boolean {
  if (typeOf(tree, node) === 'augmented_assignment_expression') return /^(\|\||\?\?)=$/.test(operatorOf(tree, node))
  for (const outer of around(tree, node, deepest)) {
    if (isFunction(tree, outer)) return false
    const condition = typeOf(tree, outer) === 'if_statement' ? fieldOf(tree, outer, 'condition') : undefined
    const written =
      condition === undefined
        ? ''
        : textOf(tree, condition)
            .replaceAll(/\s+/g, '')
            .replace(/^\(|\)$/g, '')
    if (written === `!${name}` || written.startsWith(`!${name}&&`)) return true
    if (written.startsWith(`${name}==`) && /==(=?)(null|undefined)/.test(written)) return true
  }
  return false
}

/** A function that returns early what the first source has, or goes over its sources in a loop. */
function returned(source: JavaScriptSource, definition: number): readonly Chain[] {
  const { tree, scopes } = source
  const values = returnsOf(source, definition).filter((value) => !/^(null|undefined|''|"")$/.test(textOf(tree, value)))
  const inLoop = values.flatMap((value) => loopedSources(source, value))
  const sources = inLoop.length > 0 ? inLoop : values.map((value) => termsOf(source, value))
  const body = fieldOf(tree, definition, 'body')
  const target = scopes.qualifiedName(definition)
  if (sources.length < 2 || body === undefined || target === '') return []
  return [
    { form: 'early return', node: fieldOf(tree, definition, 'name') ?? definition, target, sources, chooser: body + 1 },
  ]
}

/** `for (const read of [fromSystemd, fromFile]) { const value = read(); if (value) return value }`. */
function loopedSources(source: JavaScriptSource, value: number): readonly (readonly Term[])[] {
  const { tree, modules } = source
  const loop = [...around(tree, value)].find((outer) => typeOf(tree, outer) === 'for_in_statement')
  const list = loop === undefined ? undefined : fieldOf(tree, loop, 'right')
  if (list === undefined || typeOf(tree, list) !== 'array') return []
  return [...childrenOf(tree, list)].map((element) => {
    const meaning = meaningOf(source, element)
    if (typeOf(tree, element) === 'arrow_function') {
      return distinct(returnsOf(source, element).flatMap((each) => termsOf(source, each)))
    }
    if (meaning.kind === 'function')
      return distinct(returnsOf(source, meaning.node).flatMap((each) => termsOf(source, each)))
    if (meaning.kind !== 'thing' || !modules.isOwn(meaning.dotted)) return termsOf(source, element)
    const open = { kind: 'global', name: meaning.dotted, path: [] } as const
    return [{ ...termAt(source, element, 'global', meaning.dotted), open }]
  })
}
