/** What a scan reads, and what it makes of it. */

import { loadWithParameters } from '../../cli/checklists.ts'
import { givenParameters } from '../../cli/parameters.ts'
import { classifyByPath } from '../../runtime/facts/classify/classify.ts'
import { demandOf } from '../../runtime/facts/demand/demand.ts'
import { extractors, linkers } from '../../runtime/facts/extractors.ts'
import { listFiles } from '../../runtime/facts/files/list.ts'
import { defaultMaxFileSize, extractFacts } from '../../runtime/facts/index.ts'
import { Looker } from '../../runtime/facts/look.ts'
import { Tree } from '../../runtime/facts/tree/tree.ts'

export interface Read {
  readonly files: number
  /** Those that are read for facts. */
  readonly opened: number
  readonly openedBytes: number
  readonly factsBytes: number
  /** By the number of threads beside the main one, what the main thread itself is busy for, in seconds. */
  readonly mainThread: readonly number[]
}

export async function readOf(folder: string, checklist: string): Promise<Read> {
  const { checklists } = await loadWithParameters([checklist], givenParameters([], []))
  const plans = checklists.map(({ extraction }) => extraction)
  const { gathered } = demandOf(plans, extractors, linkers)
  const listing = await listFiles(folder)
  const files = classifyByPath(listing.entries)
  const tree = new Tree(files.map(({ path }) => path))
  const { root } = listing
  const looker = new Looker({
    root,
    tree,
    keyed: false,
    wanted: gathered,
    extractors,
    maxFileSize: defaultMaxFileSize,
    deadline: undefined,
  })
  const sizes = files.map((file) => looker.bytesOf(file)).filter((size) => size > 0)
  const mainThread: number[] = []
  let factsBytes = 0
  for (const helpers of [0, 1]) {
    const before = process.threadCpuUsage().user
    factsBytes = (await extractFacts(folder, plans, { helpers: () => helpers })).bytes.length
    mainThread.push((process.threadCpuUsage().user - before) / 1e6)
  }
  return {
    files: files.length,
    opened: sizes.length,
    openedBytes: sizes.reduce((sum, size) => sum + size, 0),
    factsBytes,
    mainThread,
  }
}
