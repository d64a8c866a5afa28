/** Clauses that catch exceptions, and what they do with them. */
import type { LocalFact } from '../../extractor.ts'
import { childrenOf, fieldOf, firstChild, nodesOf, typeOf } from '../../syntax/flat.ts'
import type { Functions } from '../functions.ts'
import { thingNamed } from '../names.ts'
import { type PythonSource, placeOf } from '../source.ts'
import { endsProgram, logsError, raisesAgain } from './doings.ts'
import { hookFacts } from './hooks.ts'
import { suppressions } from './suppression.ts'

type Handler = LocalFact<'handler'>

export function handlerFacts(source: PythonSource, functions: Functions): readonly Handler[] {
  const { tree } = source
  const clauses = [...nodesOf(tree, 'except_clause'), ...nodesOf(tree, 'except_group_clause')]
  return [
    ...clauses.map((clause) => handlerAt(source, functions, clause)),
    ...suppressed(source, functions),
    ...hookFacts(source, functions),
  ]
}

function handlerAt(source: PythonSource, functions: Functions, clause: number): Handler {
  const { tree } = source
  const caught = [...childrenOf(tree, clause)].find((child) => !/^(block|comment)$/.test(typeOf(tree, child)))
  const block = [...childrenOf(tree, clause)].find((child) => typeOf(tree, child) === 'block')
  const exceptions = caught === undefined ? [] : exceptionsIn(source, caught)
  return {
    at: source.input.lines.placeOf(tree.starts[clause] ?? 0, tree.starts[block ?? clause] ?? 0),
    exceptions,
    bare: caught === undefined,
    catches_all: caught === undefined || exceptions.some((name) => catchingAll.has(name)),
    reraises: block !== undefined && raisesAgain(source, block),
    logs: block !== undefined && logsError(source, block),
    ends_program: block !== undefined && endsProgram(source, block),
    function: functions.indexOf(clause),
  }
}

const catchingAll = new Set(['Exception', 'BaseException', 'builtins.Exception', 'builtins.BaseException'])

/** One exception, several in a tuple, or a name for such a tuple. */
function exceptionsIn(source: PythonSource, node: number): readonly string[] {
  const { tree, bindings } = source
  switch (typeOf(tree, node)) {
    case 'as_pattern':
    case 'parenthesized_expression': {
      const inner = firstChild(tree, node)
      return inner === undefined ? [] : exceptionsIn(source, inner)
    }
    case 'tuple':
      return [...childrenOf(tree, node)].flatMap((child) => exceptionsIn(source, child))
    default: {
      const [only, other] =
        typeOf(tree, node) === 'identifier'
          ? bindings.lookup(tree.text.slice(tree.starts[node], tree.ends[node]), node)
          : []
      const isTuple = only?.kind === 'value' && other === undefined && typeOf(tree, only.node) === 'tuple'
      if (isTuple && only.kind === 'value') return exceptionsIn(source, only.node)
      const name = thingNamed(source, node)
      return name === undefined ? [] : [name]
    }
  }
}

function suppressed(source: PythonSource, functions: Functions): readonly Handler[] {
  const { tree } = source
  return suppressions(source).map((call): Handler => {
    const list = fieldOf(tree, call, 'arguments')
    const exceptions =
      list === undefined ? [] : [...childrenOf(tree, list)].flatMap((child) => exceptionsIn(source, child))
    return {
      at: placeOf(source, call),
      exceptions,
      bare: false,
      catches_all: exceptions.some((name) => catchingAll.has(name)),
      reraises: false,
      logs: false,
      ends_program: false,
      function: functions.indexOf(call),
    }
  })
}
