/**
 * The runtime library: what every compiled policy is linked to. Raw memory only; no managed objects, no strings of
 * AssemblyScript's, so that nothing but `compiler/library/memory.ts` decides where things are.
 */
import { startHeap } from './memory'

/**
 * Where the library's own static data ends. A function, since the compiler knows the address only when all is laid out;
 * its body is that one constant, which is what the linker reads.
 */
export function library_end(): usize {
  return __heap_base
}
export * from './abi'
export * from './builtins/aggregates'
export * from './builtins/collections'
export * from './builtins/comparison'
export * from './builtins/json'
export * from './builtins/numbers'
export * from './builtins/strings'
export { scan_count, scan_key, scan_value, site_get, value_get, value_length } from './collections'
export { config } from './config'
export * from './interface'
export { memo_get, memo_pop, memo_push, memo_set } from './memo'
export { fail } from './memory'
export { pattern_match } from './patterns'

/** Where `assert` and the like of AssemblyScript's own library end. */
export function trap(message: usize, file: usize, line: u32, column: u32): void {
  unreachable()
}

startHeap()
