import assert from 'node:assert/strict'
import { compilePattern } from '../../compiler/patterns/index.ts'
import { libraryBytes } from './library.ts'

interface Library {
  readonly opa_malloc: (size: number) => number
  readonly opa_heap_ptr_get: () => number
  readonly opa_heap_ptr_set: (address: number) => void
  readonly opa_json_parse: (text: number, length: number) => number
  readonly pattern_match: (pattern: number, site: number, value: number) => number
}

let module: WebAssembly.Module | undefined

/** A pattern as the library matches it, on texts. */
export function matcher(source: string): (text: string) => boolean {
  const compiled = compilePattern(source)
  assert(compiled.kind === 'pattern', `/${source}/ is refused`)
  return matcherOf(compiled.bytes)
}

/** Static bytes of a pattern, of whatever form, as the library matches them. */
export function matcherOf(bytes: Uint8Array): (text: string) => boolean {
  module ??= new WebAssembly.Module(Uint8Array.from(libraryBytes()))
  const memory = new WebAssembly.Memory({ initial: 5 })
  const none = () => 0
  const builtins = Object.fromEntries([0, 1, 2, 3, 4].map((count) => [`opa_builtin${count}`, none]))
  const { exports } = new WebAssembly.Instance(module, { env: { memory, opa_abort: none, ...builtins } })
  const library = exports as unknown as Library
  const place = (bytes: Uint8Array): number => {
    const address = library.opa_malloc(bytes.length)
    new Uint8Array(memory.buffer).set(bytes, address)
    return address
  }
  const pattern = place(bytes)
  const site = place(new Uint8Array(8))
  const mark = library.opa_heap_ptr_get()
  return (text) => {
    library.opa_heap_ptr_set(mark)
    new Uint8Array(memory.buffer).fill(0, site, site + 8)
    const json = new TextEncoder().encode(JSON.stringify(text))
    return library.pattern_match(pattern, site, library.opa_json_parse(place(json), json.length)) === 1
  }
}
