/** What is written into a file that was opened, and when it is closed again. */
import { childrenOf, fieldOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { targetsOf } from '../connections/clients.ts'
import { calleeOf } from '../expressions.ts'
import type { PythonSource } from '../source.ts'
import { contains } from '../values/conditions.ts'
import { remembered } from '../values/memory.ts'
import { usesOfVariable } from '../values/variables.ts'
import { descriptorCall, type Opening, wrappedDescriptor } from './openings.ts'

export interface Contents {
  /** The expressions that are written. */
  readonly values: readonly number[]
  /** The first call that writes. */
  readonly first: number | undefined
  /** Behind this offset in the text the file is closed for certain; undefined where nothing closes it. */
  readonly closed: number | undefined
}

export function contentsOf(source: PythonSource, opening: Opening): Contents {
  const { tree } = source
  const end = tree.ends[opening.call] ?? 0
  if (opening.sort === 'content' || opening.sort === 'copy') {
    const list = fieldOf(tree, opening.call, 'arguments')
    const [data] = list === undefined ? [] : [...childrenOf(tree, list)]
    return { values: data === undefined ? [] : [data], first: opening.call, closed: end }
  }
  const calls = [opening.call, ...(wrappers(source, 0).get(opening.call) ?? [])]
  const holders = calls.flatMap((call) => [
    call,
    ...targetsOf(source, call).flatMap((target) => usesWhileOpen(source, call, target)),
  ])
  const writes = holders.flatMap((holder) => writtenThrough(source, holder) ?? [])
  return {
    values: writes.flatMap(({ values }) => values),
    first: writes.map(({ call }) => call).sort((a, b) => a - b)[0],
    closed: closingOf(source, calls, holders),
  }
}

/** A name that several `with` statements give to their files is in each of them that file. */
function usesWhileOpen(source: PythonSource, call: number, target: number): readonly number[] {
  const { tree } = source
  const uses = usesOfVariable(source, target)
  const closed = withAround(source, call)
  return closed === undefined
    ? uses
    : uses.filter((use) => (tree.starts[use] ?? 0) >= (tree.starts[call] ?? 0) && (tree.starts[use] ?? 0) < closed)
}

/** By the call that makes a descriptor, the calls that make a file of it: `os.fdopen(descriptor, "w")`. */
const wrappers = remembered((source): ReadonlyMap<number, readonly number[]> => {
  const calls = [...source.uses.callsOf('fdopen'), ...source.uses.callsOf('open')]
  const wrapping = calls.flatMap((call) => {
    const descriptor = wrappedDescriptor(source, call)
    return descriptor === undefined ? [] : [{ call, descriptor }]
  })
  const byDescriptor = Map.groupBy(wrapping, ({ descriptor }) => descriptor)
  return new Map([...byDescriptor].map(([descriptor, group]) => [descriptor, group.map(({ call }) => call)]))
})

interface Write {
  readonly call: number
  readonly values: readonly number[]
}

/** Functions that are given an open file and write nothing into it. */
const idle = /^(os\.(close|fsync|fchmod|fchown|fstat|fdopen|lseek|ftruncate)|fcntl\.\w+|isinstance|hasattr|print|len)$/

/** `file.write(data)`, `json.dump(data, file)`, `csv.writer(file).writerow(data)`, `print(data, file=file)`. */
function writtenThrough(source: PythonSource, holder: number): Write | undefined {
  const { tree } = source
  const around = parentOf(tree, holder)
  const method = tree.fields[holder] === 'object' ? fieldOf(tree, around, 'attribute') : undefined
  if (method !== undefined) {
    const call = parentOf(tree, around)
    const isWrite = /^(write|writelines|writerows?|writeheader)$/.test(textOf(tree, method))
    return isWrite && typeOf(tree, call) === 'call' ? { call, values: givenTo(source, call) } : undefined
  }
  const isNamed = typeOf(tree, around) === 'keyword_argument'
  const list = isNamed ? parentOf(tree, around) : around
  if (typeOf(tree, list) !== 'argument_list') return undefined
  const call = parentOf(tree, list)
  const callee = calleeOf(source, call) ?? ''
  const isPrinted = callee === 'print' && isNamed
  if (idle.test(callee) && !isPrinted) return undefined
  if (/^csv\.(Dict)?[wW]riter$/.test(callee)) return throughWriter(source, call)
  const others = givenTo(source, call).filter((value) => value !== holder)
  const object = objectBefore(source, call)
  // A configuration writes itself.
  const values = others.length === 0 && object !== undefined ? [object] : others
  return /(^|\.)(load|loads|read|reader|parse|safe_load)$/.test(callee) ? undefined : { call, values }
}

function throughWriter(source: PythonSource, writer: number): Write | undefined {
  const uses = targetsOf(source, writer).flatMap((target) => usesOfVariable(source, target))
  const writes = uses.flatMap((use) => writtenThrough(source, use) ?? [])
  const [first] = writes
  return first === undefined ? undefined : { call: first.call, values: writes.flatMap(({ values }) => values) }
}

function objectBefore({ tree }: PythonSource, call: number): number | undefined {
  const callee = fieldOf(tree, call, 'function')
  const attribute = callee === undefined ? undefined : fieldOf(tree, callee, 'attribute')
  return attribute !== undefined && callee !== undefined && textOf(tree, attribute) === 'write'
    ? fieldOf(tree, callee, 'object')
    : undefined
}

/** What a call is given without keywords. */
function givenTo({ tree }: PythonSource, call: number): readonly number[] {
  const list = fieldOf(tree, call, 'arguments')
  if (list === undefined) return []
  return [...childrenOf(tree, list)].filter((child) => !/^(keyword_argument|comment)$/.test(typeOf(tree, child)))
}

/** The end of the `with`, or the call of `close`. */
function closingOf(source: PythonSource, calls: readonly number[], holders: readonly number[]): number | undefined {
  const { tree } = source
  const ends = [...calls, ...holders].flatMap((one) => withAround(source, one) ?? [])
  const closes = holders.flatMap((holder) => {
    const around = parentOf(tree, holder)
    const method = fieldOf(tree, around, 'attribute')
    const isClosed = method !== undefined && tree.fields[holder] === 'object' && textOf(tree, method) === 'close'
    return isClosed ? [tree.ends[around] ?? 0] : []
  })
  const descriptors = calls.flatMap((call) => closings(source, 0).get(call) ?? [])
  return [...ends, ...closes, ...descriptors].sort((a, b) => a - b)[0]
}

/** By the call that makes a descriptor, where `os.close(…)` on it ends. */
const closings = remembered((source): ReadonlyMap<number, number> => {
  const ends = source.uses.callsOf('close').flatMap((call): readonly (readonly [number, number])[] => {
    const [descriptor] = calleeOf(source, call) === 'os.close' ? givenTo(source, call) : []
    const made = descriptor === undefined ? undefined : descriptorCall(source, descriptor)
    return made === undefined ? [] : [[made, source.tree.ends[call] ?? 0]]
  })
  return new Map(ends.toReversed())
})

/** Where the `with` statement ends that opens a file. */
function withAround({ tree }: PythonSource, call: number): number | undefined {
  for (let around = parentOf(tree, call); around > 0; around = parentOf(tree, around)) {
    const type = typeOf(tree, around)
    if (type === 'with_statement')
      return contains(tree, fieldOf(tree, around, 'body') ?? around, call) ? undefined : tree.ends[around]
    if (type === 'block' || type.endsWith('_statement')) return undefined
  }
  return undefined
}
