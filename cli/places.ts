/** Places that somebody names on the command line: PATH, PATH:LINE or PATH:LINE:COLUMN, as findings show them. */
import { relative, resolve, sep } from 'node:path'

export interface AskedPlace {
  readonly path: string
  /** From 1. */
  readonly line: number | undefined
}

export function askedPlace(text: string): AskedPlace {
  const [, path = text, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(text) ?? []
  return { path, line: line === undefined ? undefined : Number(line) }
}

interface Scanned {
  /** The git root, absolute. */
  readonly root: string
  /** The scanned folder below the root. */
  readonly prefix: string
  /** As it was given. */
  readonly folder: string
}

/** The path as the document has it, whether it was given from the root, from the scanned folder or from here. */
export function pathInDocument(known: readonly string[], scanned: Scanned, path: string): string | undefined {
  const slashed = path.split(sep).join('/')
  const fromHere = relative(scanned.root, resolve(path)).split(sep).join('/')
  const ways = [slashed, scanned.prefix === '' ? slashed : `${scanned.prefix}/${slashed}`, fromHere]
  return ways.find((way) => known.includes(way))
}
