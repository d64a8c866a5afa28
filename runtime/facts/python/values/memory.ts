/** What was found out about a node of a file, so that it is found out once. */
import type { PythonSource } from '../source.ts'

/** `find` depends on the file and the node alone. */
export function remembered<T>(
  find: (source: PythonSource, node: number) => T,
): (source: PythonSource, node: number) => T {
  const files = new WeakMap<PythonSource, Map<number, { readonly value: T }>>()
  return (source, node) => {
    const known = files.get(source) ?? new Map<number, { readonly value: T }>()
    files.set(source, known)
    const found = known.get(node) ?? { value: find(source, node) }
    known.set(node, found)
    return found.value
  }
}

/** As `remembered`, for what also depends on how deep in another question it is asked, from 0 up to `deepest`. */
export function rememberedByDepth<T>(
  deepest: number,
  find: (source: PythonSource, node: number, depth: number) => T,
): (source: PythonSource, node: number, depth: number) => T | undefined {
  const depths = Array.from({ length: deepest + 1 }, (_, depth) =>
    remembered((source, node) => find(source, node, depth)),
  )
  return (source, node, depth) => depths[depth]?.(source, node)
}
