/** How many threads are worth their start, and what is worth learning for them. `bench/README.md` has the figures. */
import { availableParallelism } from 'node:os'

/** From a million bytes on: below, a thread has hardly started when the work is done. */
const fewestBytes = 1_000_000
/** Each has its own copy of the parsers. */
const most = 3

/** Threads beside the main one, for so many bytes that are to be read for facts. */
export const helpersFor = (bytes: number): number =>
  bytes < fewestBytes ? 0 : Math.min(availableParallelism() - 1, most)

/**
 * Bytes of code that repay what it takes a second thread to have what follows values compiled, and compiled again once it
 * is hot: four seconds of the processor.
 */
export const worthLearning = 16_000_000
