/** What the linked policy says of itself. Must match `compiler/wasm/config-block.ts`. */
export const config: usize = memory.data(48, 8)

// @ts-expect-error: decorators are AssemblyScript's
@inline export function heapBase(): usize { return load<u32>(config, 0) }
// @ts-expect-error: decorators are AssemblyScript's
@inline export function dispatchSlot(): u32 { return load<u32>(config, 4) }
// @ts-expect-error: decorators are AssemblyScript's
@inline export function builtinsText(): usize { return load<u32>(config, 8) }
// @ts-expect-error: decorators are AssemblyScript's
@inline export function builtinsLength(): u32 { return load<u32>(config, 12) }
// @ts-expect-error: decorators are AssemblyScript's
@inline export function entrypointsText(): usize { return load<u32>(config, 16) }
// @ts-expect-error: decorators are AssemblyScript's
@inline export function entrypointsLength(): u32 { return load<u32>(config, 20) }
// @ts-expect-error: decorators are AssemblyScript's
@inline export function sites(): usize { return load<u32>(config, 24) }
// @ts-expect-error: decorators are AssemblyScript's
@inline export function sitesLength(): u32 { return load<u32>(config, 28) }
// @ts-expect-error: decorators are AssemblyScript's
@inline export function memoized(): u32 { return load<u32>(config, 32) }
