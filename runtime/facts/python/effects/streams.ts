/** Where an expression that is written to leads. */
import { type Stream, weightiest } from '../../flow/streams.ts'
import type { Term } from '../../flow/term.ts'
import { textOf, typeOf } from '../../syntax/flat.ts'
import { termsOf } from '../flow/search.ts'
import type { PythonSource } from '../source.ts'

/** "log" for a file. */
export function streamOf(source: PythonSource, node: number): Stream {
  return weightiest(streamsOf(source, node))
}

function streamsOf(source: PythonSource, node: number): readonly Stream[] {
  return termsOf(source, node).flatMap((term) => ofTerm(source, node, term))
}

function ofTerm(source: PythonSource, node: number, { form, name = '', open }: Term): readonly Stream[] {
  if (/(^|\.)sys\.(__)?stdout/.test(name)) return ['stdout']
  if (/(^|\.)sys\.(__)?stderr/.test(name)) return ['stderr']
  if (form === 'file') return ['log']
  return form === 'parameter' && open?.kind === 'parameter' ? byDefault(source, node, name) : []
}

/** What a parameter holds when nobody says otherwise: the stream by which it is called a default. */
function byDefault(source: PythonSource, node: number, name: string): readonly Stream[] {
  const { tree, bindings } = source
  if (typeOf(tree, node) === 'identifier' && textOf(tree, node) !== name) return []
  return bindings.lookup(name, node).flatMap((binding) => {
    const otherwise = binding.kind === 'parameter' ? binding.parameter.default : undefined
    return otherwise === undefined ? [] : termsOf(source, otherwise).flatMap((term) => named(term))
  })
}

const named = ({ name = '' }: Term): readonly Stream[] =>
  /(^|\.)sys\.(__)?stdout/.test(name) ? ['stdout'] : /(^|\.)sys\.(__)?stderr/.test(name) ? ['stderr'] : []
