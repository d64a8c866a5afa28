/** Single arguments of a call, as nodes. */
import { childrenOf, type FlatTree, fieldOf, textOf, typeOf } from '../../syntax/flat.ts'

/** The value of the argument with this keyword, or at this position, from 1. */
export function argumentNode(tree: FlatTree, call: number, keyword: string, position?: number): number | undefined {
  const list = fieldOf(tree, call, 'arguments')
  if (list === undefined) return undefined
  let turn = 0
  for (const child of childrenOf(tree, list)) {
    switch (typeOf(tree, child)) {
      case 'comment':
        continue
      case 'keyword_argument': {
        const name = fieldOf(tree, child, 'name')
        if (name !== undefined && textOf(tree, name) === keyword) return fieldOf(tree, child, 'value')
        continue
      }
      case 'list_splat':
      case 'dictionary_splat':
        continue
      default:
        if (++turn === position) return child
    }
  }
  return undefined
}
