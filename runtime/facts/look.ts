/** Looks at one file: opens it if facts are asked of it, and runs the extractors on its text. */
import type { KindName } from '../../compiler/index.ts'
import { budgetFor, Spent } from './budget.ts'
import { fileKey, type Key } from './cache/keys.ts'
import { type ClassifiedFile, classifyByStart, possibilities } from './classify/classify.ts'
import { type Wanted, wantedOf } from './demand/demand.ts'
import { possibleIn } from './demand/possible.ts'
import { withReferred } from './document/references.ts'
import type { Extraction, Extractor, FileInput, Gap } from './extractor.ts'
import { type Reading, textOf } from './files/read.ts'
import { LineTable } from './line-table.ts'
import { type Eyes, type Sight, see, tooLarge } from './sight.ts'
import { type Parse, parse } from './syntax/parse.ts'
import { type Asked, AskedTree } from './tree/asked.ts'
import type { Tree } from './tree/tree.ts'

/** What a file gave: plain data that can come from another thread, or from another run that saw the same of it. */
export interface Seen {
  /** What its content says that it is. */
  readonly nature: Pick<ClassifiedFile, 'language' | 'role' | 'generated' | 'binary' | 'open'>
  /** How many lines it has, where it was read as a whole. */
  readonly lines: number | undefined
  /** What could not be read in it. */
  readonly gaps: readonly Gap[]
  /** In the order of the extractors. */
  readonly extractions: readonly { readonly extractor: string; readonly extraction: Extraction }[]
  /** The kinds that were looked for in it. */
  readonly examined: readonly KindName[]
  /** What the extractors asked of the other files' names: in a tree that answers otherwise they may come to something else. */
  readonly asked: readonly Asked[]
  /** Whether another run that sees the same comes to the same: not where time, or a mistake of ours, had a part in it. */
  readonly final: boolean
}

/** What looking at any file of a repository takes. */
export interface Surroundings extends Eyes {
  readonly tree: Tree
  /** Whether somebody asks for the keys of what is seen. */
  readonly keyed: boolean
  readonly wanted: Wanted
  readonly extractors: readonly Extractor[]
}

type TextRead = Extract<Reading, { readonly kind: 'text' }>

/** An extractor that reads a file, and the kinds that are wanted of it there. */
interface Reader {
  readonly extractor: Extractor
  readonly kinds: readonly KindName[]
}

export class Looker {
  readonly #surroundings: Surroundings
  /** What may read a file, whatever it turns out to be: asked for several times, and a question to each selection. */
  readonly #expected = new WeakMap<ClassifiedFile, readonly Reader[]>()

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  /** How many bytes of a file are read for facts; 0 for one that no fact is asked of. */
  bytesOf(file: ClassifiedFile): number {
    const { type, size } = file.entry
    if (type !== 'file' || size > this.#surroundings.maxFileSize) return 0
    return this.#expectedOf(file).length > 0 ? size : 0
  }

  /** Whether values are followed in it. */
  isFollowed(file: ClassifiedFile): boolean {
    return this.#expectedOf(file).some(({ extractor }) => extractor.followsValues === true)
  }

  /** `parse` where its text is to be parsed elsewhere. */
  async look(
    file: ClassifiedFile,
    parse: Parse = this.parse,
  ): Promise<{ readonly key: Key | undefined; readonly seen: Seen }> {
    const sight = this.#see(file)
    const seen = await this.#seen(file, sight, parse)
    return { key: this.#keyOf(file, sight), seen }
  }

  /** In this thread, within the time that is given. */
  readonly parse: Parse = (grammar, text) => parse(grammar, text, this.#surroundings.deadline)

  /** The key of what looking at the file would give. */
  keyOf(file: ClassifiedFile): Key | undefined {
    return this.#keyOf(file, this.#see(file))
  }

  #keyOf(file: ClassifiedFile, sight: Sight): Key | undefined {
    return this.#surroundings.keyed ? fileKey(file, sight) : undefined
  }

  #see(file: ClassifiedFile): Sight {
    const kind = wantedOf(file, this.#surroundings.wanted).has('file')
    return see(file, { text: this.#expectedOf(file).length > 0, kind }, this.#surroundings)
  }

  async #seen(file: ClassifiedFile, sight: Sight, parse: Parse): Promise<Seen> {
    switch (sight.kind) {
      case 'closed':
        return without(file, [])
      case 'trouble':
        return without(file, gapOf(sight.reason, this.#expectedOf(file)), sight.final)
      case 'content': {
        const reading = textOf(sight.bytes, sight.whole)
        if (reading.kind === 'text') return this.#read(file, reading, parse)
        // A name that says nothing about the content promises no text.
        const promised = file.open ? [] : this.#expectedOf(file)
        return without(classifyByStart(file, undefined), gapOf('holds something else than text', promised))
      }
    }
  }

  async #read(file: ClassifiedFile, { text, whole, damaged }: TextRead, parse: Parse): Promise<Seen> {
    const classified = classifyByStart(file, text)
    const readers = this.#readersOf(classified)
    if (readers.length > 0 && !whole)
      return without(classified, gapOf(tooLarge(this.#surroundings.maxFileSize), readers))
    const lines = new LineTable(file.rootPath, text)
    const { extractions, gaps, asked, final } = await this.#extractAll(classified, text, lines, readers, parse)
    const damage = damaged ? gapOf('is not valid UTF-8', readers) : []
    return {
      nature: natureOf(classified),
      lines: whole ? lines.count : undefined,
      gaps: [...damage, ...gaps],
      extractions,
      examined: [...new Set(readers.flatMap(({ kinds }) => kinds))],
      asked,
      final,
    }
  }

  async #extractAll(file: ClassifiedFile, text: string, lines: LineTable, readers: readonly Reader[], parse: Parse) {
    const { wanted, deadline } = this.#surroundings
    const tree = new AskedTree(this.#surroundings.tree)
    const gaps: Gap[] = []
    const extractions: Seen['extractions'][number][] = []
    const asked = wantedOf(file, wanted)
    const fixed = { file, text, lines, tree, wanted: withReferred(asked), mayWant: possibleIn(file, wanted), parse }
    let final = true
    for (const { extractor, kinds } of readers) {
      // Each has its own: whether one comes to an end does not depend on what else is asked of the file.
      const input = { ...fixed, budget: budgetFor(text, deadline) }
      const attempted = await attemptExtraction(extractor, kinds, input)
      const { extraction } = attempted
      final &&= attempted.final
      extractions.push({ extractor: extractor.name, extraction })
      for (const gap of extraction.undecided) {
        const those = gap.kinds.filter((kind) => asked.has(kind))
        if (those.length > 0) gaps.push({ reason: gap.reason, kinds: those })
      }
    }
    return { extractions, gaps, asked: tree.asked, final }
  }

  #expectedOf(file: ClassifiedFile): readonly Reader[] {
    const known = this.#expected.get(file)
    if (known !== undefined) return known
    const expected = possibilities(file).flatMap((possible) => this.#readersOf(possible))
    this.#expected.set(file, expected)
    return expected
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

const natureOf = ({ language, role, generated, binary, open }: ClassifiedFile): Seen['nature'] => ({
  language,
  role,
  generated,
  binary,
  open,
})

/** A file in which nothing was found. */
const without = (file: ClassifiedFile, gaps: readonly Gap[], final = true): Seen => ({
  nature: natureOf(file),
  lines: undefined,
  gaps,
  extractions: [],
  examined: [],
  asked: [],
  final,
})

function gapOf(reason: string, readers: readonly Reader[]): readonly Gap[] {
  const kinds = [...new Set(readers.flatMap((reader) => reader.kinds))]
  return kinds.length === 0 ? [] : [{ reason, kinds }]
}

/**
 * A text can take more than is spent on it. An extractor that fails otherwise is a bug; the run goes on without what it
 * would have given, and says so.
 */
async function attemptExtraction(
  extractor: Extractor,
  kinds: readonly KindName[],
  input: FileInput,
): Promise<{ readonly extraction: Extraction; readonly final: boolean }> {
  try {
    input.budget.keepTime()
    return { extraction: await extractor.extract(input), final: true }
  } catch (error) {
    if (error instanceof Spent) {
      return { extraction: { facts: {}, undecided: [{ reason: error.reason, kinds }] }, final: error.final }
    }
    const message = error instanceof Error ? error.message : String(error)
    const reason = `made the ${extractor.name} extractor fail: ${message}`
    return { extraction: { facts: {}, undecided: [{ reason, kinds }] }, final: false }
  }
}
