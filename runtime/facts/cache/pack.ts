/**
 * A pack: many records in one file, each found by its key. Five thousand small files would take longer to open than to
 * read. It is written once, beside its place, and renamed: whoever has the old one open reads that to the end.
 *
 *     "PROVISO1"             8 bytes
 *     record × n             one behind the other
 *     index                  JSON: [key, offset, length, CRC-32] for each record
 *     trailer                20 bytes: offset of the index (8), its length (8), its CRC-32 (4), big endian
 *
 * Every number is checked against the bytes before it is used, since a disk may be full and a process may be killed: what is
 * broken is as good as not there.
 */
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  futimesSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { crc32 } from 'node:zlib'
import { finished, started } from '../../half-written.ts'
import { attempt } from '../attempt.ts'
import { isOwn } from './own.ts'

const magic = Buffer.from('PROVISO1')
const trailerSize = 20

interface Extent {
  readonly offset: number
  readonly length: number
  readonly checksum: number
}

export class Pack {
  readonly #handle: number
  readonly #index: ReadonlyMap<string, Extent>

  private constructor(handle: number, index: ReadonlyMap<string, Extent>) {
    this.#handle = handle
    this.#index = index
  }

  /** Nothing where there is none, it is broken, or it may be of another user. */
  static open(path: string): Pack | undefined {
    const handle = attempt(() => openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK))
    if (handle === undefined) return undefined
    const index = attempt(() => indexOf(handle))
    if (index !== undefined) return new Pack(handle, index)
    closeSync(handle)
    return undefined
  }

  get keys(): Iterable<string> {
    return this.#index.keys()
  }

  record(key: string): Buffer | undefined {
    const extent = this.#index.get(key)
    return extent === undefined ? undefined : attempt(() => sound(this.#handle, extent))
  }

  /** Says that it is still of use: what was not used for longest is given up first. */
  touch(): void {
    const now = new Date()
    attempt(() => futimesSync(this.#handle, now, now))
  }

  close(): void {
    closeSync(this.#handle)
  }
}

function indexOf(handle: number): ReadonlyMap<string, Extent> | undefined {
  const status = fstatSync(handle)
  if (!status.isFile() || !isOwn(status) || status.size < magic.length + trailerSize) return undefined
  if (!bytesAt(handle, 0, magic.length).equals(magic)) return undefined
  const end = status.size - trailerSize
  const trailer = bytesAt(handle, end, trailerSize)
  const [offset, length] = [Number(trailer.readBigUInt64BE(0)), Number(trailer.readBigUInt64BE(8))]
  if (offset + length !== end) return undefined
  const text = sound(handle, { offset, length, checksum: trailer.readUInt32BE(16) })
  const extents = JSON.parse(text?.toString() ?? '[]') as [string, number, number, number][]
  return new Map(extents.map(([key, offset, length, checksum]) => [key, { offset, length, checksum }]))
}

function sound(handle: number, { offset, length, checksum }: Extent): Buffer | undefined {
  const bytes = bytesAt(handle, offset, length)
  return crc32(bytes) === checksum ? bytes : undefined
}

function bytesAt(handle: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  const count = readSync(handle, bytes, 0, length, offset)
  return bytes.subarray(0, count)
}

/** What is written of these is never read, and removed once it is certain that nobody writes it any more. */
export const partialName = /\.partial$/

/** @throws what the file system says, after which the writer is of no more use. */
export class PackWriter {
  readonly #path: string
  readonly #partial: string
  readonly #handle: number
  readonly #index: [string, number, number, number][] = []
  #size = 0

  constructor(path: string) {
    this.#path = path
    this.#partial = `${path}.${randomUUID()}.partial`
    started(this.#partial)
    try {
      this.#handle = openSync(this.#partial, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
      this.#write(magic)
    } catch (error) {
      finished(this.#partial)
      throw error
    }
  }

  /** In bytes, so far. */
  get size(): number {
    return this.#size
  }

  add(key: string, record: Uint8Array): void {
    this.#index.push([key, this.#size, record.length, crc32(record)])
    this.#write(record)
  }

  /** Puts the pack in its place, where it replaces the one before. */
  finish(): void {
    const index = Buffer.from(JSON.stringify(this.#index))
    const trailer = Buffer.alloc(trailerSize)
    trailer.writeBigUInt64BE(BigInt(this.#size), 0)
    trailer.writeBigUInt64BE(BigInt(index.length), 8)
    trailer.writeUInt32BE(crc32(index), 16)
    this.#write(index)
    this.#write(trailer)
    closeSync(this.#handle)
    renameSync(this.#partial, this.#path)
    finished(this.#partial)
  }

  abandon(): void {
    attempt(() => closeSync(this.#handle))
    attempt(() => rmSync(this.#partial, { force: true }))
    finished(this.#partial)
  }

  #write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#handle, bytes, done)
    this.#size += bytes.length
  }
}
