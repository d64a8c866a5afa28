/** What a thread hands back of one file. */
import { deserialize, serialize } from 'node:v8'
import type { Key } from '../cache/keys.ts'
import type { Seen } from '../look.ts'

export interface Packed {
  /** Of what was seen of the file, where keys are wanted. */
  readonly key: Key | undefined
  /** A structured clone, made once: threads hand it over without copying it, and the cache keeps it as it is. */
  readonly seen: Uint8Array<ArrayBuffer>
}

/** Alone in its buffer. */
export function packed(seen: Seen): Uint8Array<ArrayBuffer> {
  const bytes = serialize(seen)
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)
}

export const unpacked = (clone: Uint8Array): Seen => deserialize(clone) as Seen
