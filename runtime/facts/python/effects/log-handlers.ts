/** Where loggers are told to write: the handlers that code makes, and those of the table of `dictConfig`. */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import type { Stream } from '../../flow/streams.ts'
import type { Term } from '../../flow/term.ts'
import { fieldOf, nodesOf, textOf } from '../../syntax/flat.ts'
import type { Call } from '../calls.ts'
import { constantOf } from '../constants.ts'
import { termsOf } from '../flow/search.ts'
import type { Functions } from '../functions.ts'
import { type PythonSource, placeOf } from '../source.ts'
import { argumentNode } from './arguments.ts'
import { streamOf } from './streams.ts'

type Fact = LocalFact<'log_handler'>
type Target = Pick<Fact, 'stream' | 'stream_origins'>

export function logHandlerFacts(source: PythonSource, functions: Functions, calls: readonly Call[]): readonly Fact[] {
  const { tree } = source
  const fact = (node: number, target: Target): Fact => ({
    at: placeOf(source, node),
    ...target,
    text: excerpt(textOf(tree, node)),
    function: functions.indexOf(node),
  })
  const made = calls.flatMap((call) => targetOf(source, call).map((target) => fact(call.node, target)))
  const named = [...nodesOf(tree, 'string')].flatMap((node) => {
    const [, name] = /^\w*["']+ext:\/\/sys\.(?:__)?(stdout|stderr)/.exec(textOf(tree, node)) ?? []
    return name === undefined ? [] : [fact(node, { stream: name as Stream, stream_origins: [] })]
  })
  return [...made, ...named]
}

/** By callee, the position of the stream where it has one. A handler of the repository's own extends one of these. */
const takers: ReadonlyMap<string, number | undefined> = new Map([
  ['logging.StreamHandler', 1],
  ['logging.StreamHandler.__init__', 1],
  ['logging.StreamHandler.setStream', 1],
  ['logging.basicConfig', undefined],
])

/** Empty where a call makes no handler, or one of which the stream is said elsewhere. */
function targetOf(source: PythonSource, call: Call): readonly Target[] {
  const { tree } = source
  const { node, callee } = call
  if (takers.has(callee)) {
    if (['handlers', 'filename'].some((name) => argumentNode(tree, node, name) !== undefined)) return []
    const stream = argumentNode(tree, node, 'stream', takers.get(callee))
    const isDefault = stream === undefined || constantOf(source, stream)?.value === null
    return [isDefault ? { stream: 'stderr', stream_origins: [] } : leadingTo(source, stream)]
  }
  const called = fieldOf(tree, node, 'function')
  const method = called === undefined ? undefined : fieldOf(tree, called, 'attribute')
  const stream = method === undefined ? undefined : ownStream(source, node, textOf(tree, method))
  return stream === undefined ? [] : [leadingTo(source, stream)]
}

/** What a handler of the repository's own is given where it is added, or writes its records to by itself. */
function ownStream(source: PythonSource, node: number, method: string): number | undefined {
  const { tree } = source
  switch (method) {
    case 'addHandler': {
      const made = argumentNode(tree, node, 'hdlr', 1)
      const stream = made === undefined ? undefined : argumentNode(tree, made, 'stream', 1)
      if (made === undefined || stream === undefined || termsOf(source, made).some(isNamed(/^logging\./)))
        return undefined
      return termsOf(source, stream).some(isNamed(/^sys\.(__)?std(out|err)/)) ? stream : undefined
    }
    case 'write': {
      const [record, called] = [argumentNode(tree, node, '', 1), fieldOf(tree, node, 'function')]
      if (record === undefined || called === undefined) return undefined
      return termsOf(source, record).some(isNamed(formatter)) ? fieldOf(tree, called, 'object') : undefined
    }
    default:
      return undefined
  }
}

const formatter = /^logging\.(\w+\.)*\w*Handler\.format$/
const isNamed =
  (sign: RegExp) =>
  ({ name = '' }: Term): boolean =>
    sign.test(name)

const leadingTo = (source: PythonSource, node: number): Target => ({
  stream: streamOf(source, node),
  stream_origins: termsOf(source, node),
})
