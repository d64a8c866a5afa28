/** What the linked policy says of itself. Must match `compiler/wasm/config-block.ts`. */
export const config: usize = memory.data(48, 8)

export function heapBase(): usize {
  return load<u32>(config, 0)
}
export function dispatchSlot(): u32 {
  return load<u32>(config, 4)
}
export function builtinsText(): usize {
  return load<u32>(config, 8)
}
export function builtinsLength(): u32 {
  return load<u32>(config, 12)
}
export function entrypointsText(): usize {
  return load<u32>(config, 16)
}
export function entrypointsLength(): u32 {
  return load<u32>(config, 20)
}
export function sites(): usize {
  return load<u32>(config, 24)
}
export function sitesLength(): u32 {
  return load<u32>(config, 28)
}
export function memoized(): u32 {
  return load<u32>(config, 32)
}
export function askedOfInput(): u32 {
  return load<u32>(config, 36)
}
