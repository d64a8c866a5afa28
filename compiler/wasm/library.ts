/** What the linker has to know of the runtime library: its functions and constants by name, and how full its spaces are. */
import { assert } from '../unreachable.ts'
import { Reader, readSections, type Section, sectionId } from './binary.ts'

export interface Library {
  readonly sections: readonly Section[]
  /** Function indexes by export name; imported functions come first in the index space. */
  readonly functions: ReadonlyMap<string, number>
  /** How many parameters the function of an export has. */
  readonly arity: ReadonlyMap<string, number>
  /** The address of the config block. */
  readonly config: number
  /** Where the library's static data ends. */
  readonly end: number
  /** Exports as they stand, to be written again: name, sort and index. */
  readonly exports: readonly { readonly name: string; readonly sort: number; readonly index: number }[]
  readonly importedFunctions: number
  readonly start: number
  readonly tableSize: number
}

const functionSort = 0
const globalSort = 3

export function readLibrary(module: Uint8Array): Library {
  const sections = readSections(module)
  const exports = readExports(contentOf(sections, sectionId.export))
  const imported = readImportedTypes(contentOf(sections, sectionId.import))
  const types = [...imported, ...readIndexes(contentOf(sections, sectionId.function))]
  const parameters = readParameterCounts(contentOf(sections, sectionId.type))
  const globals = readGlobals(contentOf(sections, sectionId.global))
  const functions = exports.filter(({ sort }) => sort === functionSort)
  return {
    sections,
    exports,
    importedFunctions: imported.length,
    functions: new Map(functions.map(({ name, index }) => [name, index])),
    arity: new Map(functions.map(({ name, index }) => [name, parameters[types[index] as number] as number])),
    config: globals[indexOf(exports, 'config', globalSort)] as number,
    end: readConstantBody(
      contentOf(sections, sectionId.code),
      indexOf(exports, 'library_end', functionSort) - imported.length,
    ),
    start: new Reader(contentOf(sections, sectionId.start)).unsigned(),
    tableSize: readTableSize(contentOf(sections, sectionId.table)),
  }
}

function contentOf(sections: readonly Section[], id: number): Uint8Array {
  const found = sections.find((section) => section.id === id)
  assert(found !== undefined, `the runtime library has a section ${id}`)
  return found.content
}

function indexOf(exports: Library['exports'], wanted: string, sort: number): number {
  const found = exports.find((each) => each.name === wanted && each.sort === sort)
  assert(found !== undefined, `the runtime library exports ${wanted}`)
  return found.index
}

/** What a function without locals, whose body is one constant, gives. */
function readConstantBody(code: Uint8Array, index: number): number {
  const reader = new Reader(code)
  reader.unsigned()
  for (let skipped = 0; skipped < index; skipped++) {
    const length = reader.unsigned()
    reader.at += length
  }
  reader.unsigned()
  assert(reader.unsigned() === 0 && reader.byte() === 0x41, 'library_end is a constant')
  return reader.signed()
}

function readExports(content: Uint8Array): Library['exports'] {
  const reader = new Reader(content)
  return Array.from({ length: reader.unsigned() }, () => ({
    name: reader.name(),
    sort: reader.byte(),
    index: reader.unsigned(),
  }))
}

/** The types of the imported functions; the one other import is the memory. */
function readImportedTypes(content: Uint8Array): readonly number[] {
  const reader = new Reader(content)
  const types: number[] = []
  for (let rest = reader.unsigned(); rest > 0; rest--) {
    reader.name()
    reader.name()
    if (reader.byte() === functionSort) types.push(reader.unsigned())
    else {
      const limited = (reader.byte() & 1) === 1
      reader.unsigned()
      if (limited) reader.unsigned()
    }
  }
  return types
}

function readIndexes(content: Uint8Array): readonly number[] {
  const reader = new Reader(content)
  return Array.from({ length: reader.unsigned() }, () => reader.unsigned())
}

function readParameterCounts(content: Uint8Array): readonly number[] {
  const reader = new Reader(content)
  return Array.from({ length: reader.unsigned() }, () => {
    reader.byte()
    const parameters = reader.unsigned()
    reader.at += parameters
    const results = reader.unsigned()
    reader.at += results
    return parameters
  })
}

/** Initial values of globals, which are all single constants in this library; only those of words matter. */
function readGlobals(content: Uint8Array): readonly number[] {
  const [i32Const, i64Const, f32Const] = [0x41, 0x42, 0x43]
  const reader = new Reader(content)
  return Array.from({ length: reader.unsigned() }, () => {
    reader.at += 2
    const opcode = reader.byte()
    let value = 0
    if (opcode === i32Const || opcode === i64Const) value = reader.signed()
    else reader.at += opcode === f32Const ? 4 : 8
    reader.byte()
    return value
  })
}

function readTableSize(content: Uint8Array): number {
  const reader = new Reader(content)
  reader.unsigned()
  reader.byte()
  reader.byte()
  return reader.unsigned()
}
