/** Where a node of a tree stands in its file. */
import type { Place } from '../../../compiler/index.ts'
import type { FileInput } from '../extractor.ts'
import type { FlatTree } from './flat.ts'

export interface Located {
  readonly input: Pick<FileInput, 'lines'>
  readonly tree: FlatTree
}

export const placeOf = ({ input, tree }: Located, node: number): Place =>
  input.lines.placeOf(tree.starts[node] ?? 0, tree.ends[node] ?? 0)
