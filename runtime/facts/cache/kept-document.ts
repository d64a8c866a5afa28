/**
 * What a document rests on beside its key: ignore files and probed paths are asked for on the way, and may lie where no file
 * is listed. What was asked is kept with the document, and asked again before the document is used.
 */
import { createHash } from 'node:crypto'
import type { Fact } from '../../../compiler/index.ts'
import { ignoreFilesOf } from '../document/listed-facts.ts'
import type { Listing } from '../files/list.ts'
import type { LeftOut } from '../scan.ts'

export interface About {
  /** Of the document's bytes. */
  readonly headLength: number
  readonly leftOut: LeftOut
  /** By path from the git root, the digest of the text of each ignore file that was asked for; a missing one is empty. */
  readonly ignoreFiles: readonly (readonly [path: string, digest: string])[]
  /** By path from the git root, what stood at each path that a checklist names, and at those of ignore files above it. */
  readonly probes: readonly (readonly [path: string, standing: Standing])[]
}

type Standing = 'nothing' | 'folder' | 'file'

export function aboutOf(
  headLength: number,
  leftOut: LeftOut,
  listing: Listing,
  probed: readonly Fact<'path'>[],
): About {
  const paths = probed.map(({ path }) => (listing.prefix === '' ? path : `${listing.prefix}/${path}`))
  // An ignore file that says nothing is nevertheless the nearest one.
  const asked = new Set(paths.flatMap((path) => [path, ...ignoreFilesOf(path)]))
  return {
    headLength,
    leftOut,
    ignoreFiles: [...listing.rules.texts].map(([path, text]) => [path, digestOf(text)]),
    probes: [...asked].map((path) => [path, standingAt(path, listing)]),
  }
}

export function stillHolds({ ignoreFiles, probes }: About, listing: Listing): boolean {
  return (
    probes.every(([path, standing]) => standingAt(path, listing) === standing) &&
    ignoreFiles.every(([path, digest]) => digestOf(listing.rules.textOf(path)) === digest)
  )
}

function standingAt(path: string, { root }: Listing): Standing {
  const status = root.status(path.replace(/\/+$/, ''))
  if (status === undefined) return 'nothing'
  return status.isDirectory() ? 'folder' : 'file'
}

const digestOf = (text: string): string => (text === '' ? '' : createHash('sha256').update(text).digest('base64url'))
