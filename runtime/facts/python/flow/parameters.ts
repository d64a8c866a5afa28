/** Values that come from the caller of a function, and attributes of the method's own object. */
import { textOf, typeOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import { basesOf } from '../members.ts'
import { meaningOf } from '../names.ts'
import { sourceOf } from '../origin-sources.ts'
import type { Parameter } from '../parameters.ts'
import type { PythonSource } from '../source.ts'
import type { NameSearch } from './name-search.ts'
import type { Search } from './search.ts'
import type { Way } from './way.ts'

export function followParameter(
  search: Search,
  names: NameSearch,
  node: number,
  name: string,
  parameter: Parameter,
  way: Way,
  depth: number,
): void {
  const { source } = search
  const { definition, position } = parameter
  const isFunction = typeOf(source.tree, definition) === 'function_definition'
  const file = source.input.file.path
  const open = isFunction ? ({ kind: 'parameter', file, function: definition, name, path: [] } as const) : undefined
  const meaning = meaningOf(source, node)
  if (meaning.kind === 'instance' && number.test(meaning.dotted)) return
  const known = meaning.kind === 'instance' ? sourceOf(`${meaning.dotted}()`) : undefined
  // The method's own object is what holds its attributes; of itself it is no source.
  const isOwn = position === 1 && source.scopes.classOf(definition) !== undefined
  if (known !== undefined) search.add(node, known, way)
  else if (!isOwn) search.add(node, { form: 'parameter', name }, way, open)
  else if (way.path[0] !== undefined)
    search.add(node, { form: 'attribute', name: way.path[0].replace('.', '') }, way, open)
  if (meaning.kind === 'instance' && meaning.class !== undefined) names.followMember(meaning.class, way, depth)
  else if (meaning.kind === 'instance' && source.modules.isOwn(meaning.dotted)) {
    if (way.path.length > 0) search.addGlobal(node, meaning.dotted, true, way)
  }
}

/** No text and no credential, whatever its name is: `def until(token: int)` has the place in a list. */
const number = /^(builtins\.)?(int|float|bool)$/

/** Longer chains of base classes than people write. */
const deepest = 8

export interface Members {
  readonly bindings: readonly (readonly Binding[])[]
  /** Base classes that stand in other files. */
  readonly foreign: readonly string[]
}

/** What an attribute is bound to in a class of this file, or in the bases of those that do not have it. */
export function membersNamed(source: PythonSource, owner: number, name: string): Members {
  const bindings: (readonly Binding[])[] = []
  const foreign: string[] = []
  const classes = [owner]
  for (const definition of classes) {
    const found = source.bindings.member(definition, name)
    if (found.length > 0) bindings.push(found)
    if (found.length > 0 || classes.length > deepest) continue
    for (const base of basesOf(source, definition)) {
      const meaning = meaningOf(source, base)
      if (meaning.kind === 'class' && !classes.includes(meaning.node)) classes.push(meaning.node)
      else if (meaning.kind === 'thing' && textOf(source.tree, base) !== 'object') foreign.push(meaning.dotted)
    }
  }
  return { bindings, foreign }
}
