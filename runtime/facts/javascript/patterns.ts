/**
 * What a target takes of a value: a name takes all of it, a pattern takes it apart.
 *
 *     const { token, user: { id }, ...rest } = settings      token <- token,  id <- user id,  rest <- anything
 *     const [first, , third = 1] = list                      first <- 0,      third <- 2
 */
import { childrenOf, type FlatTree, fieldOf, firstChild, typeOf } from '../syntax/flat.ts'
import { propertyName } from './syntax.ts'

export interface Target {
  /** A name, or the property of an object. */
  readonly node: number
  /** The keys that lead to what it gets; undefined stands for any. */
  readonly path: readonly (string | undefined)[]
  /** What it gets where there is nothing. */
  readonly otherwise: number | undefined
}

/** Deeper patterns than people write. */
const deepest = 12

export function targetsOf(tree: FlatTree, pattern: number): readonly Target[] {
  const targets: Target[] = []
  visit(pattern, [], undefined, 0)
  return targets

  function visit(node: number, path: Target['path'], otherwise: number | undefined, depth: number): void {
    if (depth > deepest) return
    switch (typeOf(tree, node)) {
      case 'assignment_pattern':
      case 'object_assignment_pattern': {
        const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
        if (left === undefined) return
        const isShort = typeOf(tree, node) === 'object_assignment_pattern'
        visit(left, isShort ? [...path, propertyName(tree, left)] : path, right, depth + 1)
        return
      }
      case 'object_pattern':
        for (const child of childrenOf(tree, node)) entry(child, path, depth + 1)
        return
      case 'array_pattern':
        elements(node, path, depth + 1)
        return
      case 'rest_pattern': {
        const inner = firstChild(tree, node)
        if (inner !== undefined) visit(inner, path, undefined, depth + 1)
        return
      }
      case 'comment':
        return
      default:
        targets.push({ node, path, otherwise })
    }
  }

  function entry(child: number, path: Target['path'], depth: number): void {
    const [key, value] = [fieldOf(tree, child, 'key'), fieldOf(tree, child, 'value')]
    if (typeOf(tree, child) === 'pair_pattern' && key !== undefined && value !== undefined) {
      visit(value, [...path, propertyName(tree, key)], undefined, depth)
    } else if (typeOf(tree, child) === 'shorthand_property_identifier_pattern') {
      visit(child, [...path, propertyName(tree, child)], undefined, depth)
    } else visit(child, path, undefined, depth)
  }

  /** Places that are left out are no nodes: commas are counted. */
  function elements(node: number, path: Target['path'], depth: number): void {
    let index = 0
    let end = (tree.starts[node] ?? 0) + 1
    for (const child of childrenOf(tree, node)) {
      index += commasIn(tree.text.slice(end, tree.starts[child]))
      end = tree.ends[child] ?? end
      const isRest = typeOf(tree, child) === 'rest_pattern'
      if (isRest) visit(firstChild(tree, child) ?? child, path, undefined, depth)
      else visit(child, [...path, String(index)], undefined, depth)
    }
  }
}

const commasIn = (text: string): number => text.split(',').length - 1
