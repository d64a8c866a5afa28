/** A listed file, with what was seen of it. */
import type { KindName } from '../../compiler/index.ts'
import type { ClassifiedFile } from './classify/classify.ts'
import type { Gap } from './extractor.ts'
import type { FileExtraction } from './link.ts'
import type { Seen } from './look.ts'

export interface GatheredFile extends ClassifiedFile {
  /** How many lines it has, where it was read as a whole. */
  readonly lines: number | undefined
  /** What could not be read in it. */
  readonly gaps: readonly Gap[]
}

export interface Looked {
  readonly file: GatheredFile
  readonly extractions: readonly FileExtraction[]
  readonly examined: readonly KindName[]
}

export function lookedAt(listed: ClassifiedFile, { nature, lines, gaps, extractions, examined }: Seen): Looked {
  const file: GatheredFile = { ...listed, ...nature, lines, gaps }
  return { file, extractions: extractions.map((each) => ({ file, ...each })), examined }
}
