/** All extractors and linkers, in the order in which they run; facts at one place keep this order. */
import { ownersBelowLinker } from './commands/owners-below.ts'
import { configurationExtractor } from './configuration/index.ts'
import { containerExtractor } from './containers/index.ts'
import { documentationExtractor } from './documentation/index.ts'
import type { Extractor } from './extractor.ts'
import { filePurposeLinker } from './flow/link/file-purposes.ts'
import { filledTemplateLinker } from './flow/link/filled-templates.ts'
import { valueLinker } from './flow/link/index.ts'
import { javascriptExtractor } from './javascript/index.ts'
import type { Linker } from './link.ts'
import { manifestExtractor } from './manifests/index.ts'
import { otherCodeExtractor } from './other-code/index.ts'
import { connectionLinker } from './python/connections/link.ts'
import { pythonExtractor } from './python/index.ts'
import { secretExtractor } from './secrets/index.ts'
import { embeddedPythonExtractor } from './shell/embedded-python.ts'
import { shellExtractor } from './shell/index.ts'
import { shellLinker } from './shell/link.ts'
import { taskExtractor } from './tasks/index.ts'
import { workflowExtractor } from './workflows/index.ts'
import { failureRuleLinker } from './xml/failure-rules.ts'
import { xmlExtractor } from './xml/index.ts'

export const extractors: readonly Extractor[] = [
  pythonExtractor,
  javascriptExtractor,
  shellExtractor,
  embeddedPythonExtractor,
  documentationExtractor,
  xmlExtractor,
  configurationExtractor,
  containerExtractor,
  workflowExtractor,
  taskExtractor,
  manifestExtractor,
  secretExtractor,
  otherCodeExtractor,
]

export const linkers: readonly Linker[] = [
  connectionLinker,
  valueLinker,
  filePurposeLinker,
  filledTemplateLinker,
  shellLinker,
  ownersBelowLinker,
  failureRuleLinker,
]
