/** Reading and writing the binary format of WebAssembly (core specification, chapter 5), as far as linking needs it. */
import { assert } from '../unreachable.ts'

export const sectionId = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
} as const

export const magic: readonly number[] = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]

/** Bytes that are written one after another. Integers are LEB128, the unsigned and the signed form for 32 bits. */
export class Writer {
  #bytes = new Uint8Array(256)
  #size = 0

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size)
  }

  byte(value: number): void {
    if (this.#size === this.#bytes.length) {
      const wider = new Uint8Array(this.#size * 2)
      wider.set(this.#bytes)
      this.#bytes = wider
    }
    this.#bytes[this.#size++] = value
  }

  unsigned(value: number): void {
    let rest = value >>> 0
    for (; rest > 0x7f; rest >>>= 7) this.byte((rest & 0x7f) | 0x80)
    this.byte(rest)
  }

  signed(value: number): void {
    let rest = value | 0
    for (; rest < -0x40 || rest > 0x3f; rest >>= 7) this.byte((rest & 0x7f) | 0x80)
    this.byte(rest & 0x7f)
  }
}

function written(write: (writer: Writer) => void): readonly number[] {
  const writer = new Writer()
  write(writer)
  return [...writer.bytes]
}

/** Most are less than 128, which is one byte. */
export const unsigned = (value: number): readonly number[] =>
  value >= 0 && value < 0x80 ? [value] : written((writer) => writer.unsigned(value))
export const signed = (value: number): readonly number[] => written((writer) => writer.signed(value))

export function name(text: string): readonly number[] {
  const bytes = new TextEncoder().encode(text)
  return [...unsigned(bytes.length), ...bytes]
}

/** `i32.const value; end`: the form of an offset or an initial value. */
export const constantExpression = (value: number): readonly number[] => [0x41, ...signed(value), 0x0b]

export function join(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

export const section = (id: number, content: Uint8Array): Uint8Array => join([id, ...unsigned(content.length)], content)

/** A section as it stands in a module; `items` is its content without the count that most sections begin with. */
export interface Section {
  readonly id: number
  readonly content: Uint8Array
  readonly count: number
  readonly items: Uint8Array
}

export class Reader {
  readonly bytes: Uint8Array
  at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get done(): boolean {
    return this.at >= this.bytes.length
  }

  byte(): number {
    const byte = this.bytes[this.at++]
    assert(byte !== undefined, 'the runtime library is a whole module')
    return byte
  }

  unsigned(): number {
    let [value, shift] = [0, 0]
    for (;;) {
      const byte = this.byte()
      value |= (byte & 0x7f) << shift
      shift += 7
      if ((byte & 0x80) === 0) return value >>> 0
    }
  }

  signed(): number {
    let [value, shift] = [0, 0]
    for (;;) {
      const byte = this.byte()
      value |= (byte & 0x7f) << shift
      shift += 7
      if ((byte & 0x80) === 0) return shift < 32 && (byte & 0x40) !== 0 ? value | (-1 << shift) : value
    }
  }

  name(): string {
    const length = this.unsigned()
    const text = new TextDecoder().decode(this.bytes.subarray(this.at, this.at + length))
    this.at += length
    return text
  }
}

export function readSections(module: Uint8Array): readonly Section[] {
  const reader = new Reader(module)
  reader.at = magic.length
  const sections: Section[] = []
  while (!reader.done) {
    const id = reader.byte()
    const length = reader.unsigned()
    const content = module.subarray(reader.at, reader.at + length)
    reader.at += length
    const inner = new Reader(content)
    const count = id === sectionId.custom ? 0 : inner.unsigned()
    sections.push({ id, content, count, items: content.subarray(inner.at) })
  }
  return sections
}
