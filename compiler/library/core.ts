/**
 * What every policy of ours is linked to: the ABI, what emitted code calls, and the builtins that lowering writes
 * (`compiler/rego/words.ts`). `compiler/library/index.ts` has all the others besides, for plans from elsewhere.
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
export { builtin_count } from './builtins/aggregates'
export { builtin_minus, builtin_plus } from './builtins/arithmetic'
export { builtin_array_slice } from './builtins/arrays'
export * from './builtins/comparison'
export { builtin_json_marshal } from './builtins/json'
export { builtin_contains, builtin_endswith, builtin_startswith } from './builtins/search'
export { builtin_concat } from './builtins/strings'
export { scan_count, scan_key, scan_next, scan_value, site_get, value_get, value_length } from './collections'
export { config } from './config'
export * from './interface'
export * from './literals'
export { memo_get, memo_pop, memo_push, memo_set, memo_value } from './memo'
export { fail } from './memory'
export { pattern_match } from './patterns'

/** Where `assert` and the like of AssemblyScript's own library end. */
export function trap(message: usize, file: usize, line: u32, column: u32): void {
  unreachable()
}

startHeap()
