/** Calls, with what is called and what it is given. */
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { fieldOf, nodesOf, textOf, typeOf } from '../syntax/flat.ts'
import { argumentsOf, statementArguments } from './arguments.ts'
import type { Functions } from './functions.ts'
import { meaningOf } from './names.ts'
import { type PythonSource, placeOf } from './source.ts'

/** The statements of Python 2 that are functions today. */
const statements = { print_statement: 'print', exec_statement: 'exec' } as const

export interface Call {
  readonly fact: LocalFact<'call'>
  readonly node: number
}

/** In the order of the text. */
export function callsIn(source: PythonSource, functions: Functions): readonly Call[] {
  const { tree } = source
  const types = ['call', ...Object.keys(statements)]
  const nodes = types.flatMap((type) => [...nodesOf(tree, type)]).sort((a, b) => a - b)
  const turns = new Map<number, number>()
  return nodes.flatMap((node): readonly Call[] => {
    const called = calledBy(source, node)
    if (called === undefined) return []
    const owner = functions.indexOf(node)
    const order = (turns.get(owner) ?? 0) + 1
    turns.set(owner, order)
    const text = excerpt(textOf(tree, node))
    return [{ node, fact: { at: placeOf(source, node), ...called, text, function: owner, order } }]
  })
}

type Called = Pick<LocalFact<'call'>, 'callee' | 'name' | 'receiver' | 'arguments'>

function calledBy(source: PythonSource, node: number): Called | undefined {
  const { tree } = source
  const type = typeOf(tree, node)
  if (type === 'print_statement' || type === 'exec_statement') {
    const name = statements[type]
    return { callee: name, name, arguments: statementArguments(source, node) }
  }
  const callee = fieldOf(tree, node, 'function')
  if (callee === undefined) return undefined
  const attribute = fieldOf(tree, callee, 'attribute')
  const object = attribute === undefined ? undefined : fieldOf(tree, callee, 'object')
  const meaning = meaningOf(source, callee)
  const isNamed = meaning.kind !== 'unresolved' && meaning.kind !== 'result'
  return {
    callee: excerpt(meaning.dotted),
    name: isNamed ? lastPart(meaning.dotted) : excerpt(textOf(tree, attribute ?? callee)),
    ...(object === undefined ? {} : { receiver: excerpt(textOf(tree, object)) }),
    arguments: argumentsOf(source, node, callee),
  }
}

const lastPart = (dotted: string): string => dotted.slice(dotted.lastIndexOf('.') + 1)
