/** All extractors and linkers, in the order in which they run; facts at one place keep this order. */
import { configurationExtractor } from './configuration/index.ts'
import { documentationExtractor } from './documentation/index.ts'
import type { Extractor } from './extractor.ts'
import type { Linker } from './link.ts'
import { otherCodeExtractor } from './other-code/index.ts'
import { pythonExtractor } from './python/index.ts'
import { shellExtractor } from './shell/index.ts'
import { xmlExtractor } from './xml/index.ts'

export const extractors: readonly Extractor[] = [
  pythonExtractor,
  shellExtractor,
  documentationExtractor,
  xmlExtractor,
  configurationExtractor,
  otherCodeExtractor,
]

export const linkers: readonly Linker[] = []
