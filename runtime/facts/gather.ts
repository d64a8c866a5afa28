/** Looks at all files, in this thread and in others beside it, and puts together what they gave in the order of the files. */
import type { KindName } from '../../compiler/index.ts'
import type { Key } from './cache/keys.ts'
import type { ScanCache } from './cache/scan-cache.ts'
import type { ClassifiedFile } from './classify/classify.ts'
import { type GatheredFile, type Looked, lookedAt } from './gathered-file.ts'
import type { FileExtraction } from './link.ts'
import type { Looker, Seen, Surroundings } from './look.ts'
import type { Parse } from './syntax/parse.ts'
import { assignmentOf } from './threads/assignment.ts'
import { worthLearning } from './threads/count.ts'
import { Helper } from './threads/helper.ts'
import { packed, unpacked } from './threads/packed.ts'
import { type Portion, Work } from './threads/work.ts'
import { answersTheSame } from './tree/asked.ts'
import type { Tree } from './tree/tree.ts'

export interface Gathered {
  /** As they turned out to be, in the order given. */
  readonly files: readonly GatheredFile[]
  /** In the order of the files, then of the extractors. */
  readonly extractions: readonly FileExtraction[]
  readonly tree: Tree
  /** Of how many files each kind was looked for. */
  readonly examined: ReadonlyMap<KindName, number>
  /** Of what was seen of the files, in their order; absent where nobody asks for keys, or another run may see more. */
  readonly keys: readonly Key[] | undefined
}

export interface GatherOptions extends Surroundings {
  /** How many threads take part beside this one, from the bytes that are to be read for facts. */
  readonly helpers: (bytes: number) => number
  readonly onProgress: (progress: Progress) => void
  readonly signal: AbortSignal | undefined
  readonly cache: ScanCache | undefined
  /** What the files look like by now, in their order, where that is known; the cache is asked for these. */
  readonly expected: readonly (Key | undefined)[] | undefined
}

export interface Progress {
  readonly done: number
  readonly total: number
  /** The file that is looked at next, from the scanned folder. */
  readonly path: string
}

export async function gather(
  files: readonly ClassifiedFile[],
  looker: Looker,
  options: GatherOptions,
): Promise<Gathered> {
  const { signal, onProgress, cache, expected } = options
  const looked: Looked[] = []
  const keys: (Key | undefined)[] = []
  let done = 0
  await recall()
  const missing = files.flatMap((_, index) => (looked[index] === undefined ? [index] : []))
  const work = new Work(
    missing.map((index) => {
      const file = files[index] as ClassifiedFile
      return { index, bytes: looker.bytesOf(file), isFollowed: looker.isFollowed(file) }
    }),
  )
  const count = options.helpers(work.bytes)
  const helpers = Array.from({ length: count }, () => new Helper(assignmentOf(options), signal))
  /** Parses for this thread, until it follows values itself. */
  let [parser] = helpers
  const parse: Parse = (grammar, text) => (parser ?? looker).parse(grammar, text)
  try {
    // All take from one list, so that whoever is quicker does more.
    const own = mine()
    const lanes = Array.from({ length: parser === undefined ? 1 : lanesAhead }, () => here(own))
    await Promise.all([...lanes, ...helpers.flatMap((helper) => [there(helper), there(helper)])])
  } catch (error) {
    // What waits for a thread ends with an error of its own.
    signal?.throwIfAborted()
    throw error
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()))
  }
  const known = keys.filter((key) => key !== undefined)
  return { ...inOrder(looked), tree: options.tree, keys: known.length === files.length ? known : undefined }

  function holds({ asked }: Seen): boolean {
    return answersTheSame(options.tree, asked)
  }

  async function recall(): Promise<void> {
    for (const [index, key] of (cache === undefined ? [] : (expected ?? [])).entries()) {
      const seen = key === undefined ? undefined : cache?.recall<Seen>(key, holds)
      if (seen === undefined) continue
      await turn()
      signal?.throwIfAborted()
      show(index)
      finish(index, key, seen)
    }
  }

  /** What this thread looks at, file by file. */
  function* mine(): Generator<number, undefined> {
    for (let portion = work.takeFollowed(); portion !== undefined; portion = work.takeFollowed()) yield* portion
    for (let portion = work.takeOther(); portion !== undefined; portion = work.takeOther()) yield* portion
  }

  async function here(own: Iterator<number, undefined>): Promise<void> {
    for (let next = own.next(); next.done !== true; next = own.next()) {
      const index = next.value
      await turn()
      signal?.throwIfAborted()
      show(index)
      const { key, seen } = await looker.look(files[index] as ClassifiedFile, parse)
      parser?.throwIfEnded()
      if (isWorthKeeping(key, seen)) cache?.keep(key, packed(seen))
      finish(index, key, seen)
    }
  }

  /** Two of these a helper, so that it has something to do while this thread is busy. */
  async function there(helper: Helper): Promise<void> {
    for (let portion = work.takeOther(); portion !== undefined; portion = work.takeOther()) await hand(helper, portion)
    if (helper === parser) {
      if (work.followedBytes < worthLearning) return
      parser = undefined
    }
    for (let portion = work.takeFollowed(); portion !== undefined; portion = work.takeFollowed())
      await hand(helper, portion)
  }

  async function hand(helper: Helper, portion: Portion): Promise<void> {
    show(portion[0] ?? 0)
    const found = await helper.look(portion.map((index) => files[index] as ClassifiedFile))
    for (const [offset, { key, seen: clone }] of found.entries()) {
      const seen = unpacked(clone)
      if (isWorthKeeping(key, seen)) cache?.keep(key, clone)
      finish(portion[offset] as number, key, seen)
    }
  }

  function show(index: number): void {
    onProgress({ done, total: files.length, path: files[index]?.path ?? '' })
  }

  function finish(index: number, key: Key | undefined, seen: Seen): void {
    looked[index] = lookedAt(files[index] as ClassifiedFile, seen)
    keys[index] = seen.final ? key : undefined
    done++
  }
}

/** Files that this thread has parsed elsewhere while it looks at others. */
const lanesAhead = 8

/** What no extractor read is found out again as quickly as it is recalled. */
const isWorthKeeping = (key: Key | undefined, { final, extractions }: Seen): key is Key =>
  key !== undefined && final && extractions.length > 0

/** The event loop gets its turn, for signals, the progress line and what other threads send. */
export const turn = (): Promise<void> => new Promise(setImmediate)

function inOrder(looked: readonly Looked[]): Pick<Gathered, 'files' | 'extractions' | 'examined'> {
  const examined = new Map<KindName, number>()
  for (const { examined: kinds } of looked) for (const kind of kinds) examined.set(kind, (examined.get(kind) ?? 0) + 1)
  return {
    files: looked.map(({ file }) => file),
    extractions: looked.flatMap(({ extractions }) => extractions),
    examined,
  }
}
