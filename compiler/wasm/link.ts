/**
 * Links emitted functions and static data to the runtime library. The library's binary is never rewritten: its code and
 * data stand in the result byte for byte, and the policy is appended.
 *
 *     type · function · element · code · data     the library's entries, then the policy's
 *     global                                      the documents of an evaluation
 *     table                                       a slot for the dispatch function, and for each that is called by way of it
 *     export                                      the names of the ABI, and the memory
 *     start                                       grows memory, copies the policy's data, then the library's own start
 *     data                                        … a small active segment over the config block,
 *                                                 … all else in one passive segment: SDKs give few pages at first
 */
import { assert } from '../unreachable.ts'
import { constantExpression, join, magic, name, section, sectionId, unsigned } from './binary.ts'
import { type EmittedFunction, type Global, globals } from './code.ts'
import { configBlock, siteSize } from './config-block.ts'
import { encodeFunction } from './encode.ts'
import type { Library } from './library.ts'
import type { StaticData } from './static-data.ts'

export interface Linkable {
  readonly functions: readonly EmittedFunction[]
  /** Which of them the library calls. */
  readonly dispatch: string
  readonly data: StaticData
  /** The address of the inline-cache sites. */
  readonly sites: number
  /** The words of the config block that only the policy knows, by offset. */
  readonly config: ReadonlyMap<number, number>
}

export function link(library: Library, policy: Linkable): Uint8Array {
  const firstFunction = firstFunctionOf(library)
  const indexes = new Map(policy.functions.map((func, index) => [func.name, firstFunction + index]))
  const indexOf = (func: string) => {
    const index = indexes.get(func) ?? library.functions.get(func)
    assert(index !== undefined, `there is a function ${func} to call`)
    return index
  }
  const siteAt = (index: number) => policy.sites + index * siteSize
  const globalOf = (global: Global) => countOf(library, sectionId.global) + globals.indexOf(global)
  const start = firstFunction + policy.functions.length
  const libraryTypes = countOf(library, sectionId.type)
  const arities = [...new Set(policy.functions.map((func) => func.params))]
  const types = arities.map((params) => [0x60, ...unsigned(params), ...new Array(params).fill(word), 1, word])
  const noType = libraryTypes + types.length
  const typeOf = (params: number) => libraryTypes + arities.indexOf(params)
  const segments = countOf(library, sectionId.data)
  const slots = new Map([[policy.dispatch, library.tableSize]])
  const slotOf = (func: string) => {
    const slot = slots.get(func) ?? library.tableSize + slots.size
    slots.set(func, slot)
    return slot
  }
  const places = { indexOf, globalOf, siteAt, slotOf, typeOf }
  const bodies = policy.functions.map((func) => encodeFunction(func, places))

  const changed = new Map<number, Uint8Array>([
    [sectionId.type, append(library, sectionId.type, [...types, [0x60, 0, 0]])],
    [
      sectionId.function,
      append(library, sectionId.function, [
        ...policy.functions.map(({ params }) => unsigned(typeOf(params))),
        unsigned(noType),
      ]),
    ],
    [sectionId.table, join([1, funcref, 0, ...unsigned(library.tableSize + slots.size)])],
    [
      sectionId.global,
      append(
        library,
        sectionId.global,
        globals.map(() => [word, mutable, ...constantExpression(0)]),
      ),
    ],
    [sectionId.export, exportsOf(library)],
    [sectionId.start, join(unsigned(start))],
    [
      sectionId.element,
      append(library, sectionId.element, [elementsAt(library.tableSize, [...slots.keys()].map(indexOf))]),
    ],
    [sectionId.dataCount, join(unsigned(segments + 2))],
    [sectionId.code, append(library, sectionId.code, [...bodies, startBody(library, policy.data, segments + 1)])],
    [
      sectionId.data,
      append(library, sectionId.data, [
        activeSegment(library.config, configBytes(library, policy)),
        passiveSegment(policy.data.bytes),
      ]),
    ],
  ])
  return join(magic, ...inOrder(library, changed))
}

/** The index that the policy's first function gets: behind all of the library's. */
export const firstFunctionOf = (library: Library): number =>
  library.importedFunctions + countOf(library, sectionId.function)

const word = 0x7f
const mutable = 1
const funcref = 0x70

function countOf(library: Library, id: number): number {
  return library.sections.find((each) => each.id === id)?.count ?? 0
}

/** The library's entries as they stand, and more behind them. */
function append(library: Library, id: number, more: readonly (readonly number[] | Uint8Array)[]): Uint8Array {
  const own = library.sections.find((each) => each.id === id)
  return join(unsigned((own?.count ?? 0) + more.length), own?.items ?? [], ...more)
}

/** Sections come in the order of the specification, in which the count of data segments stands before the code. */
const order = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 10, 11]

function inOrder(library: Library, changed: ReadonlyMap<number, Uint8Array>): readonly Uint8Array[] {
  return order.flatMap((id) => {
    const content = changed.get(id) ?? library.sections.find((each) => each.id === id)?.content
    return content === undefined ? [] : [section(id, content)]
  })
}

const abi = /^(opa_\w+|eval|builtins|entrypoints)$/

function exportsOf(library: Library): Uint8Array {
  const kept = library.exports.filter((each) => abi.test(each.name))
  const memory = [...name('memory'), 2, 0]
  return join(
    unsigned(kept.length + 1),
    memory,
    ...kept.map((each) => [...name(each.name), each.sort, ...unsigned(each.index)]),
  )
}

const elementsAt = (slot: number, functions: readonly number[]): readonly number[] => [
  0,
  ...constantExpression(slot),
  ...unsigned(functions.length),
  ...functions.flatMap(unsigned),
]

const activeSegment = (address: number, bytes: Uint8Array): Uint8Array =>
  join([0, ...constantExpression(address), ...unsigned(bytes.length)], bytes)

const passiveSegment = (bytes: Uint8Array): Uint8Array => join([1, ...unsigned(bytes.length)], bytes)

function configBytes(library: Library, { data, config }: Linkable): Uint8Array {
  const bytes = new Uint8Array(configBlock.size)
  const view = new DataView(bytes.buffer)
  view.setUint32(configBlock.heapBase, data.end, true)
  view.setUint32(configBlock.dispatch, library.tableSize, true)
  for (const [offset, value] of config) view.setUint32(offset, value, true)
  return bytes
}

const pageSize = 0x10000

/** Grows memory to the end of the policy's data where the host gave less, copies the data there, and starts the library. */
function startBody(library: Library, data: StaticData, segment: number): readonly number[] {
  const pages = Math.ceil((data.end + 1) / pageSize)
  const body = [
    0, // no locals
    ...[0x3f, 0x00, 0x41, ...signedOf(pages), 0x49, 0x04, 0x40], // if memory.size < pages
    ...[0x41, ...signedOf(pages), 0x3f, 0x00, 0x6b, 0x40, 0x00], // memory.grow(pages - memory.size)
    ...[0x41, 0x7f, 0x46, 0x04, 0x40, 0x00, 0x0b, 0x0b], // unreachable if that failed; end
    ...[0x41, ...signedOf(data.base), 0x41, 0x00, 0x41, ...signedOf(data.bytes.length)],
    ...[0xfc, 0x08, ...unsigned(segment), 0x00], // memory.init
    ...[0xfc, 0x09, ...unsigned(segment)], // data.drop
    ...[0x10, ...unsigned(library.start)],
    0x0b,
  ]
  return [...unsigned(body.length), ...body]
}

const signedOf = (value: number): readonly number[] => constantExpression(value).slice(1, -1)
