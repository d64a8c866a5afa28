/** Opens one file if facts are asked of it, and runs the extractors on its text. */
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

/** What a file gave: plain data, so that it can come from another thread. */
export interface Looked {
  readonly file: GatheredFile
  /** In the order of the extractors. */
  readonly extractions: readonly FileExtraction[]
  /** The kinds that were looked for in it. */
  readonly examined: readonly KindName[]
}

export interface GatheredFile extends ClassifiedFile {
  /** How many lines it has, where it was read as a whole. */
  readonly lines: number | undefined
  /** What could not be read in it. */
  readonly gaps: readonly Gap[]
}

/** What looking at any file of a repository takes. */
export interface Surroundings {
  readonly root: Folder
  readonly tree: RepositoryTree
  readonly wanted: Wanted
  readonly extractors: readonly Extractor[]
  /** In bytes: a larger file is not read. */
  readonly maxFileSize: number
  /** By the clock of `performance.now()`: no file is opened after it. */
  readonly deadline: number | undefined
}

/** An extractor that reads a file, and the kinds that are wanted of it there. */
interface Reader {
  readonly extractor: Extractor
  readonly kinds: readonly KindName[]
}

export class Looker {
  readonly #surroundings: Surroundings

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  /** How many bytes of a file are read for facts; 0 for one that no fact is asked of. */
  bytesOf(file: ClassifiedFile): number {
    const { type, size } = file.entry
    if (type !== 'file' || size > this.#surroundings.maxFileSize) return 0
    return possibilities(file).some((possible) => this.#readersOf(possible).length > 0) ? size : 0
  }

  async look(file: ClassifiedFile): Promise<Looked> {
    const { root, wanted, maxFileSize, deadline } = this.#surroundings
    const expected = possibilities(file).flatMap((possible) => this.#readersOf(possible))
    const isLate = deadline !== undefined && performance.now() >= deadline
    const trouble = expected.length === 0 ? undefined : isLate ? late : troubleWith(root, file, maxFileSize)
    if (trouble !== undefined) return unread(file, trouble, expected)
    const isAskedOf = expected.length > 0 || wantedOf(file, wanted).has('file')
    if (file.entry.type !== 'file' || !isAskedOf) return without({ ...file, lines: undefined, gaps: [] })
    const whole = expected.length > 0 && file.entry.size <= maxFileSize
    const reading = readText(root, file.rootPath, whole ? maxFileSize : startSize)
    return this.#seen(file, reading, expected)
  }

  async #seen(file: ClassifiedFile, reading: Reading, expected: readonly Reader[]): Promise<Looked> {
    const { maxFileSize } = this.#surroundings
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
        const readers = this.#readersOf(classified)
        if (readers.length > 0 && !reading.whole) return unread(classified, tooLarge(maxFileSize), readers)
        const lines = new LineTable(file.rootPath, reading.text)
        const { extractions, gaps } = await this.#extractAll(classified, reading.text, lines, readers)
        const damage = reading.damaged ? gapOf('is not valid UTF-8', readers) : []
        return {
          file: { ...classified, lines: reading.whole ? lines.count : undefined, gaps: [...damage, ...gaps] },
          extractions,
          examined: [...new Set(readers.flatMap(({ kinds }) => kinds))],
        }
      }
    }
  }

  async #extractAll(file: ClassifiedFile, text: string, lines: LineTable, readers: readonly Reader[]) {
    const { tree, wanted } = this.#surroundings
    const gaps: Gap[] = []
    const extractions: FileExtraction[] = []
    const asked = wantedOf(file, wanted)
    for (const { extractor, kinds } of readers) {
      const input = { file, text, lines, tree, wanted: withReferred(asked) }
      const extraction = await attemptExtraction(extractor, kinds, input)
      extractions.push({ file, extractor: extractor.name, extraction })
      for (const gap of extraction.undecided) {
        const those = gap.kinds.filter((kind) => asked.has(kind))
        if (those.length > 0) gaps.push({ reason: gap.reason, kinds: those })
      }
    }
    return { extractions, gaps }
  }

  #readersOf(file: ClassifiedFile): readonly Reader[] {
    const { wanted, extractors } = this.#surroundings
    const asked = wantedOf(file, wanted)
    if (file.binary || asked.size === 0) return []
    return extractors.flatMap((extractor) => {
      const kinds = extractor.kinds.filter((kind) => asked.has(kind))
      return kinds.length > 0 && extractor.reads(file) ? [{ extractor, kinds }] : []
    })
  }
}

/** The document says of itself that it is not reproducible. */
const late = 'was not reached within the time that was given, so another run may come to something else'

const tooLarge = (most: number): string => `is larger than ${most} bytes`

/** A file in which nothing was found. */
const without = (file: GatheredFile): Looked => ({ file, extractions: [], examined: [] })

const unread = (file: ClassifiedFile, reason: string, readers: readonly Reader[]): Looked =>
  without({ ...file, lines: undefined, gaps: gapOf(reason, readers) })

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
