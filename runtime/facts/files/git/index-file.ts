/**
 * Reads `.git/index`, the list of what git tracks, as documented in git's `gitformat-index`.
 *
 *     "DIRC" version count            12 bytes, big endian as everything
 *     entry × count                   sorted by path, then stage
 *     extension × n                   4 letters, length, content
 *     hash of all that                20 bytes, or 32 in a SHA-256 repository
 *
 *     entry   0 ctime, mtime, dev, ino     24 bytes
 *            24 mode                        4   type in the upper 4 of 16 bits
 *            28 uid, gid, size             12
 *            40 object name                20 or 32
 *             . flags                       2   0x4000: two more bytes of flags follow (from version 3)
 *             . path                            versions 2 and 3: up to NUL, padded with NUL so that the entry's length
 *                                               is a multiple of 8; version 4: how many bytes to take off the end of
 *                                               the path before, then what is put in their place, up to NUL
 *
 * Every length is checked against the bytes: the file belongs to the scanned tree.
 */
import { isInside } from '../folder.ts'

export type Index =
  | { readonly kind: 'entries'; readonly entries: readonly IndexEntry[]; readonly sparse: boolean }
  /** `reason` is said of the index: "is cut off". */
  | { readonly kind: 'unsupported'; readonly reason: string }

export interface IndexEntry {
  /** From the git root. */
  readonly path: string
  readonly type: 'file' | 'link' | 'repository'
  /** Git knows two modes of a file, 0644 and 0755. */
  readonly executable: boolean
}

const headerSize = 12
const modeOffset = 24
const objectOffset = 40
/** What Linux takes; without a limit, prefixes of prefixes would cost the square of the file's size. */
const longestPath = 4096

export function parseIndex(bytes: Buffer, objectFormat: string): Index {
  const hashSize = { sha1: 20, sha256: 32 }[objectFormat]
  if (hashSize === undefined) return unsupported(`uses the object format "${objectFormat}"`)
  if (bytes.length < headerSize + hashSize || bytes.toString('latin1', 0, 4) !== 'DIRC')
    return unsupported('is damaged')
  const version = bytes.readUInt32BE(4)
  if (version < 2 || version > 4) return unsupported(`has version ${version}`)

  const end = bytes.length - hashSize
  const entries: IndexEntry[] = []
  let sparse = false
  let at = headerSize
  let path: Buffer = Buffer.alloc(0)
  for (let left = bytes.readUInt32BE(8); left > 0; left--) {
    const flagsAt = at + objectOffset + hashSize
    if (flagsAt + 2 > end) return unsupported('is cut off')
    const extended = version >= 3 && (bytes.readUInt16BE(flagsAt) & 0x4000) !== 0
    let nameAt = flagsAt + (extended ? 4 : 2)
    let kept: Buffer = Buffer.alloc(0)
    if (version === 4) {
      const strip = readOffset(bytes, nameAt, end)
      if (strip === undefined || strip.value > path.length) return unsupported('is damaged')
      kept = path.subarray(0, path.length - strip.value)
      nameAt = strip.next
    }
    const nul = bytes.indexOf(0, nameAt)
    if (nul === -1 || nul >= end) return unsupported('is cut off')
    path = kept.length === 0 ? bytes.subarray(nameAt, nul) : Buffer.concat([kept, bytes.subarray(nameAt, nul)])
    if (path.length > longestPath) return unsupported('names a path that git refuses')
    // From here on the entry's length is what counts: it is padded with at least the one NUL that was found.
    const nextAt = version === 4 ? nul + 1 : at + ((nul - at + 8) & ~7)

    const mode = bytes.readUInt32BE(at + modeOffset)
    const type = typeOf(mode)
    if (type === 'folder') sparse = true
    else if (type === undefined) return unsupported('is damaged')
    else {
      const name = path.toString('utf8')
      // An entry without a path replaces one of the shared file that the extension `link` names.
      if (name === '') return unsupported('is split over two files')
      if (!isInside(name) || gitFolder.test(name)) return unsupported('names a path that git refuses')
      // A conflict has up to three entries of one path.
      if (entries.at(-1)?.path !== name) entries.push({ path: name, type, executable: (mode & 0o100) !== 0 })
    }
    at = nextAt
  }
  return extensionsOf(bytes, at, end) ?? { kind: 'entries', entries, sparse }
}

/** Extensions with a lower-case name change what the entries mean, so one that is not known stops the reading. */
function extensionsOf(bytes: Buffer, start: number, end: number): Index | undefined {
  for (let at = start; at < end; ) {
    if (at + 8 > end) return unsupported('is cut off')
    const name = bytes.toString('latin1', at, at + 4)
    at += 8 + bytes.readUInt32BE(at + 4)
    if (at > end) return unsupported('is cut off')
    if (name === 'link') return unsupported('is split over two files')
    if (name !== 'sdir' && !/^[A-Z]/.test(name)) return unsupported(`has the extension "${name}"`)
  }
  return undefined
}

function typeOf(mode: number): IndexEntry['type'] | 'folder' | undefined {
  switch (mode >>> 12) {
    case 0o10:
      return 'file'
    case 0o12:
      return 'link'
    case 0o16:
      return 'repository'
    case 0o04:
      return 'folder'
    default:
      return undefined
  }
}

/** A part of a path that is `.git`, in letters of either case. */
const gitFolder = /(?:^|\/)\.git(?:\/|$)/i

/** Git's variable-length number: seven bits a byte, the highest first, each continuation adding one. */
function readOffset(bytes: Buffer, start: number, end: number): { value: number; next: number } | undefined {
  let value = 0
  for (let at = start; at < end && at < start + 5; at++) {
    const byte = bytes[at] as number
    value = value * 128 + (byte & 0x7f)
    if ((byte & 0x80) === 0) return { value, next: at + 1 }
    value += 1
  }
  return undefined
}

const unsupported = (reason: string): Index => ({ kind: 'unsupported', reason })
