import { libraryBytes } from './library.ts'

/** The library by itself, with its memory, as an SDK would hold it. */
export interface LibraryInstance {
  readonly exports: Readonly<Record<string, (...args: readonly (number | bigint)[]) => number>>
  readonly memory: WebAssembly.Memory
  /** Puts bytes into new memory of the library; gives their address and length. */
  place(bytes: Uint8Array): readonly [address: number, length: number]
  /** The NUL-terminated text at an address. */
  textAt(address: number): string
  /** What `opa_abort` was last told. */
  aborted(): string | undefined
}

let library: WebAssembly.Module | undefined

export function libraryInstance(): LibraryInstance {
  library ??= new WebAssembly.Module(Uint8Array.from(libraryBytes()))
  return instanceOf(library)
}

/** A compiled policy, with as many pages of memory as the npm SDK gives. */
export function instanceOf(module: WebAssembly.Module, pages = 5): LibraryInstance {
  const memory = new WebAssembly.Memory({ initial: pages })
  let message: string | undefined
  const none = () => 0
  const builtins = Object.fromEntries([0, 1, 2, 3, 4].map((count) => [`opa_builtin${count}`, none]))
  const opa_abort = (address: number) => {
    message = textAt(address)
    throw new Error(message)
  }
  const instance = new WebAssembly.Instance(module, { env: { memory, opa_abort, ...builtins } })
  const exports = instance.exports as unknown as LibraryInstance['exports']
  const textAt = (address: number): string => {
    const bytes = new Uint8Array(memory.buffer)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(address, bytes.indexOf(0, address)))
  }
  return {
    exports,
    memory,
    textAt,
    aborted: () => message,
    place(bytes) {
      const address = exports.opa_malloc!(bytes.length)
      new Uint8Array(memory.buffer).set(bytes, address)
      return [address, bytes.length]
    },
  }
}
