/** Static bytes that stand packed in a module. Must match `compiler/patterns/pack.ts`, where they are drawn. */
import { allocate } from '../memory'

/** The address of `size` bytes that stand packed at an address. */
export function unpacked(at: usize, size: u32): usize {
  const bytes = allocate(size)
  const end = bytes + size
  for (let to = bytes; to < end; ) {
    for (let literals = load<u8>(at++); literals > 0; literals--) store<u8>(to++, load<u8>(at++))
    const back: usize = load<u16>(at, 1)
    for (let length = load<u8>(at); length > 0; length--, to++) store<u8>(to, load<u8>(to - back))
    at += 3
  }
  return bytes
}
