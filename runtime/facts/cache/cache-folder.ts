/**
 * The folder that packs lie in. It is the user's own and closed to others, for who can write there can say what facts a
 * repository has. Nothing that goes wrong in it concerns the scan: there is then no cache.
 */
import { lstatSync, readdirSync, realpathSync, rmSync, type Stats } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeFolder } from '../../make-folder.ts'
import { attempt } from '../attempt.ts'
import { CarefulWriter } from './careful-writer.ts'
import { isOwn } from './own.ts'
import { Pack, partialName } from './pack.ts'

/** All packs together, in bytes; what was not used for longest goes first. */
const mostBytes = 1 << 30
/** A single one: what is larger would drive out all others. */
const mostPackBytes = mostBytes / 2
/** In milliseconds: no run takes as long, so nobody writes a partial pack of that age any more. */
const abandonedAfter = 24 * 60 * 60 * 1000

export class CacheFolder {
  /** Absolute, links resolved. */
  readonly path: string

  private constructor(path: string) {
    this.path = path
  }

  /** Nothing where it cannot be made, or where others could write. */
  static open(path: string): CacheFolder | undefined {
    return attempt(() => {
      makeFolder(resolve(path), 0o700)
      const real = realpathSync(path)
      const status = lstatSync(real)
      return status.isDirectory() && isOwn(status) ? new CacheFolder(real) : undefined
    })
  }

  pack(name: string): Pack | undefined {
    return Pack.open(join(this.path, name))
  }

  writer(name: string): CarefulWriter {
    return new CarefulWriter(join(this.path, name), mostPackBytes)
  }

  /** Keeps the folder within its bounds; `now` in milliseconds since 1970. */
  sweep(most = mostBytes, now = Date.now()): void {
    const packs: { readonly path: string; readonly status: Stats }[] = []
    for (const name of attempt(() => readdirSync(this.path)) ?? []) {
      const path = join(this.path, name)
      const status = attempt(() => lstatSync(path))
      if (status?.isFile() !== true) continue
      if (packName.test(name)) packs.push({ path, status })
      else if (partialName.test(name) && now - status.mtimeMs > abandonedAfter) remove(path)
    }
    let left = most
    for (const { path, status } of packs.sort((a, b) => b.status.mtimeMs - a.status.mtimeMs)) {
      left -= status.size
      if (left < 0) remove(path)
    }
  }
}

const packName = /\.(files|document|trace|answers)$/

const remove = (path: string): void => void attempt(() => rmSync(path, { force: true }))
