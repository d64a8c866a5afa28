/** Calls, `new` among them, with what is called and what it is given. */
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { type FlatTree, fieldOf, nodesOf, textOf, typeOf } from '../syntax/flat.ts'
import { argumentsOf } from './arguments.ts'
import { circumstancesOf, useOf } from './circumstances.ts'
import type { Functions } from './functions.ts'
import { meaningOf, memberNameOf } from './names.ts'
import { type JavaScriptSource, placeOf } from './source.ts'
import { bare, calledOf, callNodes, isOfType } from './syntax.ts'

export interface Call {
  readonly fact: LocalFact<'call'>
  readonly node: number
}

/** The nodes of all calls that a program makes, in the order of the text. */
export function callsOf({ tree }: JavaScriptSource): readonly number[] {
  const calls =
    known.get(tree) ??
    callNodes
      .flatMap((type) => [...nodesOf(tree, type)])
      .filter((node) => !isOfType(tree, node))
      .sort((a, b) => a - b)
  known.set(tree, calls)
  return calls
}

const known = new WeakMap<FlatTree, readonly number[]>()

export function callsIn(source: JavaScriptSource, functions: Functions): readonly Call[] {
  const { tree } = source
  const turns = new Map<number, number>()
  return callsOf(source).flatMap((node): readonly Call[] => {
    const called = calledOf(tree, node)
    if (called === undefined) return []
    const owner = functions.indexOf(node)
    const order = (turns.get(owner) ?? 0) + 1
    turns.set(owner, order)
    const callee = calleeOf(source, node) ?? ''
    const target = bare(tree, called)
    const receiver = fieldOf(tree, target, 'object')
    const { awaited, used } = useOf(source, node)
    const fact: LocalFact<'call'> = {
      at: placeOf(source, node),
      callee: excerpt(callee),
      name: nameOf(source, target, callee),
      ...(receiver === undefined ? {} : { receiver: excerpt(textOf(tree, receiver)) }),
      text: excerpt(textOf(tree, node)),
      arguments: argumentsOf(source, node),
      function: owner,
      order,
      ...circumstancesOf(source, node),
      awaited,
      result_used: used,
    }
    return [{ node, fact }]
  })
}

/** What a call calls: "axios.get", "fs.writeFileSync", "/lib/client.send", "(x).get". */
export function calleeOf(source: JavaScriptSource, call: number): string | undefined {
  const called = calledOf(source.tree, call)
  if (called === undefined) return undefined
  const type = typeOf(source.tree, called)
  if (type === 'import' || type === 'super') return type
  const { dotted } = meaningOf(source, called)
  // What is made is called in the same breath, and making it is a call of its own.
  return typeOf(source.tree, bare(source.tree, called)) === 'new_expression' ? `${dotted}()` : dotted
}

function nameOf(source: JavaScriptSource, target: number, callee: string): string {
  const { tree } = source
  switch (typeOf(tree, target)) {
    case 'member_expression':
    case 'subscript_expression':
      return memberNameOf(source, target) ?? ''
    case 'identifier':
      return callee.slice(callee.lastIndexOf('.') + 1).replace(/[()]/g, '')
    default:
      return /function|class/.test(typeOf(tree, target)) ? '' : excerpt(textOf(tree, target))
  }
}
