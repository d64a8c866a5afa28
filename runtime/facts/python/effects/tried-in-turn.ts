/**
 * Sources that are tried one after the other, until one of them has a value:
 *
 *     for read in (systemd, file, environment):       the sources are written where they are gone over,
 *         value = read(name)                          or in a constant, an attribute, a dictionary;
 *         if value: return value                      each is a function, a pair with one, an object with a method
 *         …          break                            the loop is left with the value
 *
 *     next((v for v in (systemd(), file()) if v), None)
 */

import type { Term } from '../../flow/term.ts'
import { childrenOf, fieldOf, firstChild, nodesOf, textOf, typeOf } from '../../syntax/flat.ts'
import { termsOf } from '../flow/search.ts'
import { termAt } from '../flow/terms-at.ts'
import { meaningOf, thingNamed } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { alternativesOf } from '../values/alternatives.ts'
import type { Chain } from './fallbacks.ts'
import { around } from './surroundings.ts'

/** Longer lists than people write. */
const most = 16

type Sources = readonly (readonly Term[])[]

/** What each source gives of which the loop around a returned value takes the first. */
export function sourcesReturned(source: PythonSource, value: number): Sources {
  const { tree } = source
  const loop = [...around(tree, value)].find((outer) => typeOf(tree, outer) === 'for_statement')
  return loop === undefined ? [] : sourcesOfLoop(source, loop)
}

/** Loops that are left with a value, and `next()` of a generator. */
export function valuesTriedInTurn(source: PythonSource): readonly Chain[] {
  const { tree } = source
  const left = [...nodesOf(tree, 'break_statement')].flatMap((node): readonly Chain[] => {
    const loop = [...around(tree, node)].find((outer) => /^(for|while)_statement$/.test(typeOf(tree, outer)))
    if (loop === undefined || typeOf(tree, loop) !== 'for_statement') return []
    const [assignment] = within(source, loop, 'assignment')
    const target = fieldOf(tree, assignment ?? loop, 'left')
    return chainOf(loop, target === undefined ? '' : textOf(tree, target), sourcesOfLoop(source, loop))
  })
  const first = source.uses.callsOf('next').flatMap((node): readonly Chain[] => {
    const generator = generatorOf(source, firstGiven(source, node))
    const clause = generator === undefined ? undefined : clauseOf(source, generator)
    if (clause === undefined) return []
    const [assignment] = [...around(tree, node)].filter((outer) => typeOf(tree, outer) === 'assignment')
    const target = assignment === undefined ? undefined : fieldOf(tree, assignment, 'left')
    return chainOf(node, target === undefined ? '' : textOf(tree, target), sourcesOfLoop(source, clause))
  })
  return [...left, ...first]
}

const chainOf = (node: number, target: string, sources: Sources): readonly Chain[] =>
  sources.length < 2 ? [] : [{ form: 'or', node, target, sources }]

function firstGiven({ tree }: PythonSource, call: number): number | undefined {
  const list = fieldOf(tree, call, 'arguments')
  if (list === undefined || typeOf(tree, list) === 'generator_expression') return list
  return firstChild(tree, list)
}

/** A function that is named for giving the first of what it is given. */
const choosing = /(^|[._])(first|coalesce|prefer|either|any_?of|one_?of|try_?each|fall_?back)(_\w+)?$/i

/** `first_of(lambda: a, lambda: b)`, `first_of([a, b])`: a function of the repository chooses. */
export function handedToChooser(source: PythonSource, node: number, target: string): readonly Chain[] {
  const { tree } = source
  const [callee, list] = [fieldOf(tree, node, 'function'), fieldOf(tree, node, 'arguments')]
  if (callee === undefined || list === undefined || !choosing.test(textOf(tree, callee))) return []
  if (!source.modules.isOwn(meaningOf(source, callee).dotted)) return []
  const given = [...childrenOf(tree, list)].filter((child) => !/^(comment|keyword_argument)$/.test(typeOf(tree, child)))
  const [first] = given
  const isOneList = given.length === 1 && first !== undefined && /^(tuple|list)$/.test(typeOf(tree, first))
  const elements = isOneList ? [...childrenOf(tree, first)] : given
  if (elements.length < 2 || elements.length > most) return []
  return chainOf(
    node,
    target,
    elements.map((element) => whatItGives(source, element, undefined)),
  )
}

/** The generator itself, or what `filter` lets through of one. */
function generatorOf(source: PythonSource, node: number | undefined): number | undefined {
  const { tree } = source
  if (node === undefined || typeOf(tree, node) === 'generator_expression') return node
  const callee = typeOf(tree, node) === 'call' ? fieldOf(tree, node, 'function') : undefined
  const list = fieldOf(tree, node, 'arguments')
  if (callee === undefined || list === undefined || textOf(tree, callee) !== 'filter') return undefined
  return [...childrenOf(tree, list)].find((each) => typeOf(tree, each) === 'generator_expression')
}

const clauseOf = ({ tree }: PythonSource, generator: number): number | undefined =>
  [...childrenOf(tree, generator)].find((child) => typeOf(tree, child) === 'for_in_clause')

/** @param loop a `for`, as a statement or within a generator. */
function sourcesOfLoop(source: PythonSource, loop: number): Sources {
  const { tree } = source
  const list = fieldOf(tree, loop, 'right')
  if (list === undefined) return []
  const elements = elementsOf(source, list)
  if (elements.length > most) return []
  const method = methodOf(source, loop)
  return elements.map((element) => whatItGives(source, element, method))
}

/** The elements that are gone over, where they are written down: of a pair the part that can be called. */
function elementsOf(source: PythonSource, list: number): readonly number[] {
  const { tree } = source
  const [only, other] = alternativesOf(source, mappingOf(source, list) ?? list)
  if (only?.kind !== 'expression' || other !== undefined) return []
  switch (typeOf(tree, only.node)) {
    case 'tuple':
    case 'list':
    case 'expression_list':
      return [...childrenOf(tree, only.node)].map((element) => callablePart(source, element))
    case 'dictionary':
      return [...childrenOf(tree, only.node)].flatMap((pair) => fieldOf(tree, pair, 'value') ?? [])
    default:
      return []
  }
}

/** `sources.items()`, `sources.values()`, `enumerate(sources)`: what is gone over. */
function mappingOf(source: PythonSource, node: number): number | undefined {
  const { tree } = source
  const callee = typeOf(tree, node) === 'call' ? fieldOf(tree, node, 'function') : undefined
  if (callee === undefined) return undefined
  if (textOf(tree, callee) === 'enumerate') return firstGiven(source, node)
  const method = fieldOf(tree, callee, 'attribute')
  const isView = method !== undefined && /^(items|values)$/.test(textOf(tree, method))
  return isView ? fieldOf(tree, callee, 'object') : undefined
}

function callablePart(source: PythonSource, element: number): number {
  const { tree } = source
  if (typeOf(tree, element) !== 'tuple') return element
  const parts = [...childrenOf(tree, element)]
  return parts.find((part) => typeOf(tree, part) === 'lambda' || isOwnFunction(source, part)) ?? element
}

const isOwnFunction = (source: PythonSource, node: number): boolean => meaningOf(source, node).kind === 'function'

/** The method that the loop calls on what it goes over. */
function methodOf(source: PythonSource, loop: number): string | undefined {
  const { tree } = source
  const left = fieldOf(tree, loop, 'left')
  if (left === undefined) return undefined
  const names = new Set(textOf(tree, left).split(/\W+/))
  const body = fieldOf(tree, loop, 'body') ?? loop
  for (const call of within(source, body, 'call')) {
    const callee = fieldOf(tree, call, 'function')
    const object = callee === undefined ? undefined : fieldOf(tree, callee, 'object')
    const method = callee === undefined ? undefined : fieldOf(tree, callee, 'attribute')
    if (object !== undefined && method !== undefined && names.has(textOf(tree, object))) return textOf(tree, method)
  }
  return undefined
}

function* within({ tree }: PythonSource, node: number, type: string): Generator<number> {
  for (let inner = node; inner < (tree.nexts[node] ?? 0); inner++) if (typeOf(tree, inner) === type) yield inner
}

function whatItGives(source: PythonSource, element: number, method: string | undefined): readonly Term[] {
  const { tree } = source
  if (typeOf(tree, element) === 'lambda') {
    const body = fieldOf(tree, element, 'body')
    return body === undefined ? [] : termsOf(source, body, [undefined])
  }
  const meaning = meaningOf(source, element)
  const isFunction = meaning.kind === 'function' || meaning.kind === 'thing'
  if (isFunction && source.modules.isOwn(meaning.dotted)) return [resultOf(source, element, meaning.dotted)]
  const made = typeOf(tree, element) === 'call' ? fieldOf(tree, element, 'function') : undefined
  const className = method === undefined || made === undefined ? undefined : thingNamed(source, made)
  const isObject = className !== undefined && source.modules.isOwn(className)
  return isObject ? [resultOf(source, element, `${className}.${method}`)] : termsOf(source, element)
}

/** What a function of the repository gives is known when all files are, and what an object holds that it gives. */
const resultOf = (source: PythonSource, node: number, name: string): Term => ({
  ...termAt(source, node, 'global', name),
  open: { kind: 'global', name, path: [undefined] },
})
