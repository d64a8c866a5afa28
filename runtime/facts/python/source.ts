/** A Python file as its extractor sees it: the flat tree, the functions, and what names are bound to in each scope. */
import type { FileInput } from '../extractor.ts'
import type { FlatTree } from '../syntax/flat.ts'
import type { Scopes } from './scopes.ts'

export interface PythonSource {
  readonly input: FileInput
  readonly tree: FlatTree
  readonly scopes: Scopes
  /** The dotted name by which other files import this one. */
  readonly module: string
}
