/** A Python file as its extractor sees it: the flat tree, and what names are bound to in each scope. */
import type { FileInput } from '../extractor.ts'
import type { FlatTree } from '../syntax/flat.ts'
import type { Binding, Bindings } from './bindings.ts'
import type { Constant } from './constants.ts'
import type { Meaning } from './meaning.ts'
import type { Modules } from './modules.ts'
import type { Scopes } from './scopes.ts'
import type { Uses } from './uses.ts'

export { placeOf } from '../syntax/place.ts'

export interface PythonSource {
  readonly input: FileInput
  readonly tree: FlatTree
  readonly modules: Modules
  readonly scopes: Scopes
  readonly bindings: Bindings
  readonly uses: Uses
  /** What the bindings of a name come to, once it was asked for; undefined also while it is being found out. */
  readonly meanings: Map<readonly Binding[], Meaning | undefined>
  readonly constants: Map<readonly Binding[], Constant | undefined>
}
