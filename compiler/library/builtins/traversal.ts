/** Ways through documents and graphs. */
import { arrayAppend, arrayCount, arrayItem, isArray, newArray } from '../arrays'
import { scan_count, scan_key, scan_value, value_get } from '../collections'
import { findEntry, newSet, setAdd } from '../tables'
import { isKind, SET, TYPE_OBJECT, typeOf, UNDEFINED, Value } from '../values'

/** All [path, value] pairs of a value, itself first. */
export function builtin_walk(value: Value): Value {
  const pairs = newArray(0)
  walkInto(pairs, newArray(0), value)
  return pairs
}

function walkInto(pairs: Value, path: Value, value: Value): void {
  const pair = newArray(2)
  arrayAppend(pair, path)
  arrayAppend(pair, value)
  arrayAppend(pairs, pair)
  for (let i: u32 = 0; i < scan_count(value); i++) {
    const inner = newArray(arrayCount(path) + 1)
    for (let j: u32 = 0; j < arrayCount(path); j++) arrayAppend(inner, arrayItem(path, j))
    arrayAppend(inner, scan_key(value, i))
    walkInto(pairs, inner, scan_value(value, i))
  }
}

/** The vertices that edges lead to from the given ones, those included. A graph has the neighbours of each vertex. */
export function builtin_graph_reachable(graph: Value, from: Value): Value {
  if (typeOf(graph) != TYPE_OBJECT || (!isArray(from) && !isKind(from, SET))) return UNDEFINED
  const reached = newSet()
  const queue = newArray(0)
  enqueue(queue, from)
  for (let next: u32 = 0; next < arrayCount(queue); next++) {
    const vertex = arrayItem(queue, next)
    const neighbours = value_get(graph, vertex)
    if (neighbours == UNDEFINED || findEntry(reached, vertex) >= 0) continue
    setAdd(reached, vertex)
    enqueue(queue, neighbours)
  }
  return reached
}

function enqueue(queue: Value, vertices: Value): void {
  for (let i: u32 = 0; i < scan_count(vertices); i++) arrayAppend(queue, scan_value(vertices, i))
}
