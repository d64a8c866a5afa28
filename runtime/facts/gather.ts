/** Looks at all files, in this thread and in others beside it, and puts together what they gave in the order of the files. */
import type { KindName } from '../../compiler/index.ts'
import type { ClassifiedFile } from './classify/classify.ts'
import type { RepositoryTree } from './extractor.ts'
import type { FileExtraction } from './link.ts'
import { type GatheredFile, type Looked, Looker, type Surroundings } from './look.ts'
import { assignmentOf } from './threads/assignment.ts'
import { batchesOf } from './threads/batches.ts'
import { Helper } from './threads/helper.ts'

export interface Gathered {
  /** As they turned out to be, in the order given. */
  readonly files: readonly GatheredFile[]
  /** In the order of the files, then of the extractors. */
  readonly extractions: readonly FileExtraction[]
  readonly tree: RepositoryTree
  /** Of how many files each kind was looked for. */
  readonly examined: ReadonlyMap<KindName, number>
}

export interface GatherOptions extends Omit<Surroundings, 'tree'> {
  /** How many threads take part beside this one, from the bytes that are to be read for facts. */
  readonly helpers: (bytes: number) => number
  readonly onProgress: (progress: Progress) => void
  readonly signal: AbortSignal | undefined
}

export interface Progress {
  readonly done: number
  readonly total: number
  /** The file that is looked at next, from the scanned folder. */
  readonly path: string
}

export async function gather(files: readonly ClassifiedFile[], options: GatherOptions): Promise<Gathered> {
  const { signal, onProgress } = options
  const tree: RepositoryTree = { paths: new Set(files.map(({ path }) => path)) }
  const surroundings: Surroundings = { ...options, tree }
  const looker = new Looker(surroundings)
  const sizes = files.map((file) => looker.bytesOf(file))
  const count = options.helpers(sizes.reduce((sum, size) => sum + size, 0))
  const helpers = Array.from({ length: count }, () => new Helper(assignmentOf(surroundings)))
  const batches = batchesOf(sizes).values()
  const looked: Looked[] = []
  let done = 0
  try {
    // All take from one list, so that whoever is quicker does more.
    await Promise.all([here(), ...helpers.map(there)])
  } catch (error) {
    // What waits for a thread ends with an error of its own.
    signal?.throwIfAborted()
    throw error
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()))
  }
  return { ...inOrder(looked), tree }

  async function here(): Promise<void> {
    for (const { from, to } of batches) {
      for (let index = from; index < to; index++) {
        await turn()
        signal?.throwIfAborted()
        show(index)
        finish(index, [await looker.look(files[index] as ClassifiedFile)])
      }
    }
  }

  async function there(helper: Helper): Promise<void> {
    for (const { from, to } of batches) {
      show(from)
      finish(from, await helper.look(files.slice(from, to), signal))
    }
  }

  function show(index: number): void {
    onProgress({ done, total: files.length, path: files[index]?.path ?? '' })
  }

  function finish(from: number, found: readonly Looked[]): void {
    for (const [offset, each] of found.entries()) looked[from + offset] = each
    done += found.length
  }
}

/** The event loop gets its turn, for signals, the progress line and what other threads send. */
const turn = (): Promise<void> => new Promise(setImmediate)

function inOrder(looked: readonly Looked[]): Omit<Gathered, 'tree'> {
  const examined = new Map<KindName, number>()
  for (const kind of looked.flatMap((each) => each.examined)) examined.set(kind, (examined.get(kind) ?? 0) + 1)
  return {
    files: looked.map(({ file }) => file),
    extractions: looked.flatMap(({ extractions }) => extractions),
    examined,
  }
}
