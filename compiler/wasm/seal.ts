/**
 * A custom section at the end of a module, `proviso.seal`: the CRC-32 (ISO 3309) of all bytes before it. Engines find
 * only damage that breaks their rules; a bit that flips in the text of a pattern would change a verdict instead. It does
 * not keep anybody from changing a module on purpose: signatures do.
 */
import { join, name, section, sectionId } from './binary.ts'

const title = 'proviso.seal'
const begin = [sectionId.custom, name(title).length + 4, ...name(title)]

export function sealed(module: Uint8Array): Uint8Array {
  const sum = new Uint8Array(4)
  new DataView(sum.buffer).setUint32(0, checksum(module), true)
  return join(module, section(sectionId.custom, join(name(title), sum)))
}

/** Undefined for a module without a seal, such as OPA's. A host may have a faster `crc32` than this one. */
export function isIntact(module: Uint8Array, crc32: (bytes: Uint8Array) => number = checksum): boolean | undefined {
  const at = module.length - begin.length - 4
  if (at < 0 || begin.some((byte, index) => module[at + index] !== byte)) return undefined
  const view = new DataView(module.buffer, module.byteOffset, module.length)
  return view.getUint32(module.length - 4, true) === crc32(module.subarray(0, at))
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] as number)
  return (sum ^ 0xffffffff) >>> 0
}
