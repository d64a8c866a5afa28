/** Calls with their arguments: those that are written, those that a partial application bound, those in `**options`. */
import type { RecordFact } from '../../../compiler/index.ts'
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { childrenOf, fieldOf, textOf, typeOf } from '../syntax/flat.ts'
import { dottedName, partialCall } from './callees.ts'
import { constantOf } from './constants.ts'
import type { Functions } from './functions.ts'
import { originsOf } from './origins.ts'
import type { PythonSource } from './source.ts'

type Argument = RecordFact<'argument'>

export function callFacts(source: PythonSource, functions: Functions): readonly LocalFact<'call'>[] {
  const { tree, input } = source
  const turns = new Map<number, number>()
  const facts: LocalFact<'call'>[] = []
  for (let node = 0; node < tree.count; node++) {
    const callee = typeOf(tree, node) === 'call' ? fieldOf(tree, node, 'function') : undefined
    if (callee === undefined) continue
    const owner = functions.indexOf(node)
    const order = (turns.get(owner) ?? 0) + 1
    turns.set(owner, order)
    const name = lastName(source, callee)
    const receiver = typeOf(tree, callee) === 'attribute' ? fieldOf(tree, callee, 'object') : undefined
    facts.push({
      at: input.lines.placeOf(tree.starts[node] ?? 0, tree.ends[node] ?? 0),
      callee:
        dottedName(source, callee) ?? `${receiver === undefined ? '' : `(${excerpt(textOf(tree, receiver))}).`}${name}`,
      name,
      ...(receiver === undefined ? {} : { receiver: excerpt(textOf(tree, receiver)) }),
      text: excerpt(textOf(tree, node)),
      arguments: argumentsOf(source, node, callee),
      function: owner,
      order,
    })
  }
  return facts
}

function lastName(source: PythonSource, callee: number): string {
  const { tree } = source
  const attribute = typeOf(tree, callee) === 'attribute' ? fieldOf(tree, callee, 'attribute') : undefined
  return excerpt(textOf(tree, attribute ?? callee))
}

function argumentsOf(source: PythonSource, node: number, callee: number): readonly Argument[] {
  const partial = partialCall(source, callee)
  // The first argument of `partial` is the function itself.
  const bound = partial === undefined ? [] : written(source, partial, 0).slice(1)
  return [
    ...bound.map(shifted),
    ...written(source, node, bound.filter((argument) => argument.position !== undefined).length),
  ]
}

const shifted = (argument: Argument): Argument =>
  argument.position === undefined ? argument : { ...argument, position: argument.position - 1 }

function written(source: PythonSource, node: number, before: number): readonly Argument[] {
  const { tree } = source
  const list = fieldOf(tree, node, 'arguments')
  if (list === undefined) return []
  if (typeOf(tree, list) === 'generator_expression') return [argument(source, list, list, { position: before + 1 })]
  let position = before
  return [...childrenOf(tree, list)].flatMap((child): readonly Argument[] => {
    switch (typeOf(tree, child)) {
      case 'comment':
        return []
      case 'keyword_argument': {
        const [name, value] = [fieldOf(tree, child, 'name'), fieldOf(tree, child, 'value')]
        return name === undefined || value === undefined
          ? []
          : [argument(source, child, value, { name: textOf(tree, name) })]
      }
      case 'dictionary_splat':
        return spreadEntries(source, child)
      case 'list_splat':
        return [argument(source, child, child, { position: ++position, spread: '*' })]
      default:
        return [argument(source, child, child, { position: ++position })]
    }
  })
}

function argument(
  source: PythonSource,
  node: number,
  value: number,
  more: Pick<Argument, 'name' | 'position' | 'spread'>,
): Argument {
  const { tree, input } = source
  const constant = more.spread === undefined ? constantOf(source, value) : undefined
  return {
    at: input.lines.placeOf(tree.starts[node] ?? 0, tree.ends[node] ?? 0),
    ...more,
    text: excerpt(textOf(tree, value)),
    ...(constant === undefined ? {} : { value: constant.value }),
    known: constant !== undefined,
    origins: originsOf(source, value),
  }
}

/** The entries of a dictionary that is known whole; else one argument that may be anything. */
function spreadEntries(source: PythonSource, splat: number): readonly Argument[] {
  const [inner] = childrenOf(source.tree, splat)
  const entries = inner === undefined ? undefined : entriesOf(source, inner)
  return entries ?? [argument(source, splat, inner ?? splat, { spread: '**' })]
}

function entriesOf(source: PythonSource, node: number): readonly Argument[] | undefined {
  const { tree } = source
  switch (typeOf(tree, node)) {
    case 'identifier': {
      const [only, other] = source.scopes.lookup(textOf(tree, node), node)
      return only?.kind === 'value' && other === undefined ? entriesOf(source, only.node) : undefined
    }
    case 'dictionary': {
      const entries = [...childrenOf(tree, node)].map((pair): Argument | undefined => {
        const [key, value] = [fieldOf(tree, pair, 'key'), fieldOf(tree, pair, 'value')]
        const name = key === undefined ? undefined : constantOf(source, key)?.value
        return value === undefined || typeof name !== 'string' ? undefined : argument(source, pair, value, { name })
      })
      return entries.every((entry) => entry !== undefined) ? entries : undefined
    }
    case 'call': {
      const callee = fieldOf(tree, node, 'function')
      if (callee === undefined || dottedName(source, callee) !== 'dict') return undefined
      const entries = written(source, node, 0)
      return entries.every((entry) => entry.name !== undefined) ? entries : undefined
    }
    default:
      return undefined
  }
}
