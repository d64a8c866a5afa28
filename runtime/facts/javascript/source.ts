/** A JavaScript or TypeScript file as its extractor sees it: the flat tree, and what names are bound to in each scope. */
import type { FileInput } from '../extractor.ts'
import type { FlatTree } from '../syntax/flat.ts'
import type { Bindings } from './bindings.ts'
import type { Constant } from './constants.ts'
import type { Meaning } from './meaning.ts'
import type { Modules } from './modules.ts'
import type { Scopes } from './scopes.ts'

export { placeOf } from '../syntax/place.ts'

export interface JavaScriptSource {
  readonly input: FileInput
  readonly tree: FlatTree
  readonly modules: Modules
  readonly scopes: Scopes
  readonly bindings: Bindings
  /** What nodes stand for, once it was asked for; undefined also while it is being found out. */
  readonly meanings: Map<number, Meaning | undefined>
  readonly constants: Map<number, Constant | undefined>
}
