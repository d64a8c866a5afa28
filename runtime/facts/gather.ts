/** Opens the files that facts are asked of, and runs the extractors on their texts. */
import type { KindName } from '../../compiler/index.ts'
import { type ClassifiedFile, classifyByStart, possibilities } from './classify/classify.ts'
import { type Wanted, wantedOf } from './demand/demand.ts'
import { withReferred } from './document/references.ts'
import type { Extraction, Extractor, Gap, RepositoryTree } from './extractor.ts'
import type { Folder } from './files/folder.ts'
import { type Reading, readText, startSize } from './files/read.ts'
import { leadsOut } from './files/symbolic-links.ts'
import { LineTable } from './line-table.ts'
import type { FileExtraction } from './link.ts'

export interface Gathered {
  /** As they turned out to be, in the order given. */
  readonly files: readonly GatheredFile[]
  /** In the order of the files, then of the extractors. */
  readonly extractions: readonly FileExtraction[]
  readonly tree: RepositoryTree
  /** Of how many files each kind was looked for. */
  readonly examined: ReadonlyMap<KindName, number>
}

export interface GatheredFile extends ClassifiedFile {
  /** How many lines it has, where it was read as a whole. */
  readonly lines: number | undefined
  /** What could not be read in it. */
  readonly gaps: readonly Gap[]
}

export interface GatherOptions {
  /** In bytes: a larger file is not read. */
  readonly maxFileSize: number
  /** By the clock of `performance.now()`: no file is opened after it. */
  readonly deadline?: number | undefined
  readonly onProgress: (progress: Progress) => void
  readonly signal: AbortSignal | undefined
}

export interface Progress {
  readonly done: number
  readonly total: number
  /** The file that is looked at next, from the scanned folder. */
  readonly path: string
}

/** The event loop gets its turn after so many files, for signals and the progress line. */
const breath = 32

export async function gather(
  root: Folder,
  files: readonly ClassifiedFile[],
  wanted: Wanted,
  extractors: readonly Extractor[],
  { maxFileSize, deadline, onProgress, signal }: GatherOptions,
): Promise<Gathered> {
  const tree: RepositoryTree = { paths: new Set(files.map(({ path }) => path)) }
  const gathered: GatheredFile[] = []
  const extractions: FileExtraction[] = []
  const examined = new Map<KindName, number>()

  for (const [done, file] of files.entries()) {
    if (done % breath === 0) await new Promise(setImmediate)
    signal?.throwIfAborted()
    onProgress({ done, total: files.length, path: file.path })
    gathered.push(await look(file))
  }
  return { files: gathered, extractions, tree, examined }

  async function look(file: ClassifiedFile): Promise<GatheredFile> {
    const expected = possibilities(file).flatMap((possible) => readersOf(possible))
    const isLate = deadline !== undefined && performance.now() >= deadline
    const trouble = expected.length === 0 ? undefined : isLate ? late : troubleWith(root, file, maxFileSize)
    if (trouble !== undefined) return unread(file, trouble, expected)
    if (file.entry.type !== 'file') return { ...file, lines: undefined, gaps: [] }
    if (expected.length === 0 && !wantedOf(file, wanted).has('file')) return { ...file, lines: undefined, gaps: [] }
    const whole = expected.length > 0 && file.entry.size <= maxFileSize
    const reading = readText(root, file.rootPath, whole ? maxFileSize : startSize)
    return seen(file, reading, expected)
  }

  async function seen(file: ClassifiedFile, reading: Reading, expected: readonly Reader[]): Promise<GatheredFile> {
    switch (reading.kind) {
      case 'failure':
        return unread(file, reading.reason, expected)
      case 'binary': {
        // A name that says nothing about the content promises no text.
        const promised = file.open ? [] : expected
        return unread(classifyByStart(file, undefined), 'holds something else than text', promised)
      }
      case 'text': {
        const classified = classifyByStart(file, reading.text)
        const readers = readersOf(classified)
        if (readers.length > 0 && !reading.whole) return unread(classified, tooLarge(maxFileSize), readers)
        const lines = new LineTable(file.rootPath, reading.text)
        const gaps = await extractAll(classified, reading.text, lines, readers)
        const damage = reading.damaged ? gapOf('is not valid UTF-8', readers) : []
        return { ...classified, lines: reading.whole ? lines.count : undefined, gaps: [...damage, ...gaps] }
      }
    }
  }

  async function extractAll(file: ClassifiedFile, text: string, lines: LineTable, readers: readonly Reader[]) {
    const gaps: Gap[] = []
    const asked = wantedOf(file, wanted)
    for (const kind of new Set(readers.flatMap((reader) => reader.kinds))) {
      examined.set(kind, (examined.get(kind) ?? 0) + 1)
    }
    for (const { extractor, kinds } of readers) {
      const extraction = await attemptExtraction(extractor, kinds, {
        file,
        text,
        lines,
        tree,
        wanted: withReferred(asked),
      })
      extractions.push({ file, extractor: extractor.name, extraction })
      for (const gap of extraction.undecided) {
        const those = gap.kinds.filter((kind) => asked.has(kind))
        if (those.length > 0) gaps.push({ reason: gap.reason, kinds: those })
      }
    }
    return gaps
  }

  function readersOf(file: ClassifiedFile): readonly Reader[] {
    const asked = wantedOf(file, wanted)
    if (file.binary || asked.size === 0) return []
    return extractors.flatMap((extractor) => {
      const kinds = extractor.kinds.filter((kind) => asked.has(kind))
      return kinds.length > 0 && extractor.reads(file) ? [{ extractor, kinds }] : []
    })
  }
}

/** An extractor that reads a file, and the kinds that are wanted of it there. */
interface Reader {
  readonly extractor: Extractor
  readonly kinds: readonly KindName[]
}

/** The document says of itself that it is not reproducible. */
const late = 'was not reached within the time that was given, so another run may come to something else'

const tooLarge = (most: number): string => `is larger than ${most} bytes`

function unread(file: ClassifiedFile, reason: string, readers: readonly Reader[]): GatheredFile {
  return { ...file, lines: undefined, gaps: gapOf(reason, readers) }
}

function gapOf(reason: string, readers: readonly Reader[]): readonly Gap[] {
  const kinds = [...new Set(readers.flatMap((reader) => reader.kinds))]
  return kinds.length === 0 ? [] : [{ reason, kinds }]
}

/** What shows before a file is opened that it will not be. */
function troubleWith(root: Folder, file: ClassifiedFile, maxFileSize: number): string | undefined {
  switch (file.entry.type) {
    case 'special':
      return 'is not a regular file'
    case 'link':
      return leadsOut(root, file.rootPath) ? 'is a link that leads out of the repository' : undefined
    case 'file':
      return !file.open && file.entry.size > maxFileSize ? tooLarge(maxFileSize) : undefined
  }
}

/** An extractor that fails is a bug; the run goes on without what it would have given, and says so. */
async function attemptExtraction(
  extractor: Extractor,
  kinds: readonly KindName[],
  input: Parameters<Extractor['extract']>[0],
): Promise<Extraction> {
  try {
    return await extractor.extract(input)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { facts: {}, undecided: [{ reason: `made the ${extractor.name} extractor fail: ${message}`, kinds }] }
  }
}
