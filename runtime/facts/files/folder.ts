/**
 * The file system below one folder, as the scan sees it. Nothing leads out of the folder: no part of a path is followed
 * through a symbolic link, and only regular files are ever opened.
 */
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  type Stats,
} from 'node:fs'
import { join } from 'node:path'
import { attempt } from '../attempt.ts'
import type { Trace } from './trace.ts'

export type Content =
  /** `bytes` is the start of the file, `whole` whether it is all of it. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly whole: boolean }
  /** `reason` is said of the file: "may not be read". */
  | { readonly kind: 'failure'; readonly reason: string }

export class Folder {
  /** Absolute, links resolved. */
  readonly root: string
  readonly #base: string
  readonly #directories = new Map<string, boolean>([['', true]])

  /**
   * By path, the bytes of the last part of its name, where they are not UTF-8: in a path, as in every text, U+FFFD stands for
   * what is not.
   */
  readonly #spellings: Map<string, Uint8Array>
  /** Is told of everything that is looked at. */
  readonly #trace: Trace | undefined

  constructor(root: string, trace?: Trace, spellings: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.root = root
    this.#base = join(root, '/')
    this.#trace = trace
    this.#spellings = new Map(spellings)
  }

  get spellings(): ReadonlyMap<string, Uint8Array> {
    return this.#spellings
  }

  /** Remembers the bytes of a name. False where another name reads the same, so that the path means only that one. */
  spell(path: string, name: Uint8Array): boolean {
    if (this.#spellings.has(path)) return false
    this.#spellings.set(path, name)
    return true
  }

  /** As the file system takes it. */
  nativePath(path: string): string | Buffer {
    if (!path.includes('\ufffd')) return this.#base + path
    const above = parentOf(path)
    const name = this.#spellings.get(path) ?? Buffer.from(path.slice(above === '' ? 0 : above.length + 1))
    return Buffer.concat([Buffer.from(this.nativePath(above)), Buffer.from('/'), name])
  }

  /** What stands at a path from the root, not followed; nothing where a folder on the way is a link, missing or closed. */
  status(path: string): Stats | undefined {
    if (!isInside(path) || !this.isDirectory(parentOf(path))) return undefined
    const native = this.nativePath(path)
    const status = statusOf(native)
    this.#trace?.saw(native, status)
    return status
  }

  /** What a folder holds, by name; nothing where it cannot be listed. */
  list(path: string): readonly Dirent[] | undefined {
    const native = this.nativePath(path)
    // Before it is listed: what comes or goes meanwhile makes it another one.
    if (this.#trace !== undefined) this.#trace.listed(native, statusOf(native))
    return attempt(() => readdirSync(native, { withFileTypes: true }))
  }

  /** Whether a path leads to a folder over folders alone. Remembered: a scan asks once a file. */
  isDirectory(path: string): boolean {
    const known = this.#directories.get(path)
    if (known !== undefined) return known
    const found = this.status(path)?.isDirectory() ?? false
    this.#directories.set(path, found)
    return found
  }

  /** What a symbolic link says, as text. */
  target(path: string): string | undefined {
    return attempt(() => readlinkSync(this.nativePath(path), 'utf8'))
  }

  /** Reads at most `most` bytes from the start of a regular file. */
  read(path: string, most: number): Content {
    let handle: number | undefined
    try {
      const expected = this.status(path)
      if (expected === undefined) return { kind: 'failure', reason: 'cannot be found' }
      if (!expected.isFile()) return { kind: 'failure', reason: 'is not a regular file' }
      // What took its place since then is not waited for (a pipe) nor followed (a link), and shows by its identity.
      handle = openSync(this.nativePath(path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
      const opened = fstatSync(handle)
      if (opened.dev !== expected.dev || opened.ino !== expected.ino) return changed
      const bytes = readStart(handle, Math.min(opened.size, most))
      const after = fstatSync(handle)
      if (after.size !== opened.size || after.mtimeMs !== opened.mtimeMs) return changed
      return { kind: 'bytes', bytes, whole: bytes.length === opened.size }
    } catch (error) {
      return { kind: 'failure', reason: reasonOf(error) }
    } finally {
      if (handle !== undefined) closeSync(handle)
    }
  }
}

const statusOf = (native: string | Buffer): Stats | undefined =>
  attempt(() => lstatSync(native, { throwIfNoEntry: false }))

/** The folder of a path, empty at the top. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

/** A part of a path that is empty, `.` or `..`. */
const emptyOrDots = /(?:^|\/)\.{0,2}(?:\/|$)/

/** Whether a path stays below the folder that it starts from, whatever the file system holds. */
export function isInside(path: string): boolean {
  return !path.includes('\0') && !emptyOrDots.test(path)
}

const changedReason = 'changed while it was read'
const changed: Content = { kind: 'failure', reason: changedReason }

function readStart(handle: number, size: number): Buffer {
  const buffer = Buffer.allocUnsafe(size)
  let filled = 0
  while (filled < size) {
    const count = readSync(handle, buffer, filled, size - filled, filled)
    if (count === 0) break
    filled += count
  }
  return buffer.subarray(0, filled)
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read'
  if (code === 'ELOOP') return changedReason
  return `cannot be read (${code ?? error})`
}
