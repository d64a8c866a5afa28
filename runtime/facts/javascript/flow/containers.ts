/** Objects and arrays that are written down: a part whose key is known is only that; spreads may hold any. */
import { childrenOf, fieldOf, firstChild, typeOf } from '../../syntax/flat.ts'
import { propertyName } from '../syntax.ts'
import type { Search } from './search.ts'
import type { Way } from './way.ts'

export function followObject(search: Search, node: number, way: Way, depth: number): void {
  const { tree } = search.source
  const [asked, ...deeper] = way.path
  const inner = { ...way, path: deeper }
  for (const child of childrenOf(tree, node)) {
    switch (typeOf(tree, child)) {
      case 'spread_element': {
        const spread = firstChild(tree, child)
        if (spread !== undefined) search.follow(spread, way, depth + 1)
        break
      }
      case 'shorthand_property_identifier':
        if (asked === undefined || asked === propertyName(tree, child)) search.follow(child, inner, depth + 1)
        break
      case 'pair': {
        const [key, value] = [fieldOf(tree, child, 'key'), fieldOf(tree, child, 'value')]
        const name = key === undefined ? undefined : propertyName(tree, key)
        if (value !== undefined && (asked === undefined || name === undefined || asked === name)) {
          search.follow(value, inner, depth + 1)
        }
        break
      }
      default:
    }
  }
}

/** An element by its number, as long as nothing is spread in. */
export function followSequence(search: Search, node: number, way: Way, depth: number): void {
  const { tree } = search.source
  const [asked, ...deeper] = way.path
  const elements = [...childrenOf(tree, node)].filter((child) => typeOf(tree, child) !== 'comment')
  const isSpread = (child: number) => typeOf(tree, child) === 'spread_element'
  const only = asked !== undefined && /^\d+$/.test(asked) && !elements.some(isSpread) ? Number(asked) : undefined
  for (const [index, element] of elements.entries()) {
    if (only !== undefined && index !== only) continue
    const inner = isSpread(element) ? firstChild(tree, element) : element
    if (inner !== undefined) search.follow(inner, isSpread(element) ? way : { ...way, path: deeper }, depth + 1)
  }
}
