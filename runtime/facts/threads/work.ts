/**
 * The files that are to be looked at, in portions that all threads take from. Where values are followed, files are apart:
 * what does that is most of the code there is, and each thread has to have it compiled, and compiled again once it is hot.
 *
 *     main thread    followed ────────────────────────────▶ others, if any are left
 *                       │ texts  ▲ trees
 *     first helper   others, and parsing in between ───────▶ followed, where enough is left to repay the learning
 *     further ones   others ▶ followed
 */
import { type Batch, batchesOf, large, small } from './batches.ts'

/** Indexes of files. */
export type Portion = readonly number[]

/** A file by its index, with what is read of it for facts. */
export interface Task {
  readonly index: number
  readonly bytes: number
  readonly isFollowed: boolean
}

export class Work {
  /** Of all files. */
  readonly bytes: number
  readonly #followed: Portion[]
  readonly #others: Portion[]
  readonly #sizes: ReadonlyMap<number, number>
  #followedBytes: number

  constructor(tasks: readonly Task[]) {
    const { followed = [], others = [] } = Object.groupBy(tasks, ({ isFollowed }) =>
      isFollowed ? 'followed' : 'others',
    )
    this.#sizes = new Map(tasks.map(({ index, bytes }) => [index, bytes]))
    this.bytes = sum(tasks)
    this.#followedBytes = sum(followed)
    this.#followed = portionsOf(
      followed,
      batchesOf(
        followed.map(({ bytes }) => bytes),
        large,
      ),
    )
    this.#others = portionsOf(
      others,
      batchesOf(
        others.map(({ bytes }) => bytes),
        small,
      ),
    )
  }

  /** Bytes of files with values to follow that nobody has taken yet. */
  get followedBytes(): number {
    return this.#followedBytes
  }

  takeFollowed(): Portion | undefined {
    const portion = this.#followed.pop()
    for (const index of portion ?? []) this.#followedBytes -= this.#sizes.get(index) ?? 0
    return portion
  }

  takeOther(): Portion | undefined {
    return this.#others.pop()
  }
}

const sum = (tasks: readonly Task[]): number => tasks.reduce((bytes, task) => bytes + task.bytes, 0)

/** The last one first, as they are taken from the end. */
const portionsOf = (tasks: readonly Task[], batches: readonly Batch[]): Portion[] =>
  batches.map(({ from, to }) => tasks.slice(from, to).map(({ index }) => index)).reverse()
