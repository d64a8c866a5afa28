/** A Python file as its extractor sees it: the flat tree, and what names are bound to in each scope. */
import type { Place } from '../../../compiler/index.ts'
import type { FileInput } from '../extractor.ts'
import type { FlatTree } from '../syntax/flat.ts'
import type { Bindings } from './bindings.ts'
import type { Modules } from './modules.ts'
import type { Scopes } from './scopes.ts'
import type { Uses } from './uses.ts'

export interface PythonSource {
  readonly input: FileInput
  readonly tree: FlatTree
  readonly modules: Modules
  readonly scopes: Scopes
  readonly bindings: Bindings
  readonly uses: Uses
}

export function placeOf({ input, tree }: PythonSource, node: number): Place {
  return input.lines.placeOf(tree.starts[node] ?? 0, tree.ends[node] ?? 0)
}
