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
