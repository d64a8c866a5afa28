/** How many threads are worth their start. */
import { availableParallelism } from 'node:os'

/** From a million bytes on: below, a thread has hardly started when the work is done. `bench/README.md` has the figures. */
const fewestBytes = 1_000_000
/** Each has its own copy of the parsers. */
const most = 3

/** Threads beside the main one, for so many bytes that are to be read for facts. */
export const helpersFor = (bytes: number): number =>
  bytes < fewestBytes ? 0 : Math.min(availableParallelism() - 1, most)
