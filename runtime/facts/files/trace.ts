/**
 * What a run looked at in the file system. Where all of it is as it was, another run would come to the same, and need not
 * look for itself:
 *
 *     a file, a link        device, inode, mode, size, time of change of content and of status
 *     a folder, listed      the same: its times change when something comes or goes in it
 *     a folder on the way   that it is one
 *     nothing               that there is nothing
 *
 * What was changed at about the time of the run may have been changed once more with the same times to show for it. So a
 * run that saw something as young as that keeps no trace: `docs/decisions/what-a-run-leaves-for-the-next.md`.
 */
import { lstatSync, realpathSync, type Stats } from 'node:fs'
import { attempt } from '../attempt.ts'

/** Plain data, to be kept. */
export interface KeptTrace {
  /** Absolute, as the file system takes them. */
  readonly paths: readonly string[]
  /** `stampLength` numbers for each path. */
  readonly stamps: Float64Array
  /** Where paths led to, links followed. */
  readonly ends: readonly (readonly [path: string, end: string | undefined])[]
}

const sorts = { nothing: 0, folder: 1, exact: 2 } as const
const stampLength = 7

type Stamp = readonly number[]

/** In milliseconds: more than any file system's clock is coarse, FAT's two seconds included. */
const youngest = 3000

export class Trace {
  /** In milliseconds since 1970, before anything was looked at. */
  readonly #since: number
  readonly #stamps = new Map<string, Stamp>()
  readonly #ends = new Map<string, string | undefined>()
  /** Whether all that was looked at can be told. */
  #isWhole = true
  #latest = Number.NEGATIVE_INFINITY

  constructor(since = Date.now()) {
    this.#since = since
  }

  /** What stands at a path; a folder only as one on the way. Of several looks the first counts. */
  saw(path: string | Buffer, status: Stats | undefined): void {
    if (typeof path !== 'string') this.#isWhole = false
    else if (!this.#stamps.has(path)) this.#note(path, status, status?.isDirectory() === true)
  }

  /** What a folder holds; `status` was asked for before. */
  listed(path: string | Buffer, status: Stats | undefined): void {
    if (typeof path === 'string') this.#note(path, status, false)
    else this.#isWhole = false
  }

  /** Where a path leads to. */
  followed(path: string, end: string | undefined): void {
    this.#ends.set(path, end)
  }

  #note(path: string, status: Stats | undefined, onTheWay: boolean): void {
    const stamp = stampOf(status, onTheWay)
    this.#stamps.set(path, stamp)
    if (stamp[0] === sorts.exact) this.#latest = Math.max(this.#latest, stamp[5] ?? 0, stamp[6] ?? 0)
  }

  /** Nothing where it would prove nothing. */
  kept(): KeptTrace | undefined {
    if (!this.#isWhole || this.#latest >= this.#since - youngest) return undefined
    const stamps = new Float64Array(this.#stamps.size * stampLength)
    let at = 0
    for (const stamp of this.#stamps.values()) {
      stamps.set(stamp, at)
      at += stampLength
    }
    return { paths: [...this.#stamps.keys()], stamps, ends: [...this.#ends] }
  }
}

function stampOf(status: Stats | undefined, onTheWay: boolean): Stamp {
  if (status === undefined) return [sorts.nothing]
  if (onTheWay) return [sorts.folder]
  const { dev, ino, mode, size, mtimeMs, ctimeMs } = status
  return [sorts.exact, dev, ino, mode, size, mtimeMs, ctimeMs]
}

/** Whether everything is as it was; it is looked at no further than to the first thing that is not. */
export function isUnchanged({ paths, stamps, ends }: KeptTrace): boolean {
  for (const [path, end] of ends) if (attempt(() => realpathSync(path)) !== end) return false
  return paths.every((path, index) => {
    const from = index * stampLength
    const status = attempt(() => lstatSync(path, { throwIfNoEntry: false }))
    if (stamps[from] === sorts.folder) return status?.isDirectory() === true
    const stamp = stampOf(status, false)
    return stamp.every((part, offset) => part === stamps[from + offset])
  })
}
