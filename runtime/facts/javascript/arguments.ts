/**
 * What a call is given. Entries of an object that is written down are arguments with a name, those inside of it with a dotted
 * one; the object itself keeps its position.
 *
 *     axios.get(url, { timeout: 5000, headers: { Authorization: token } })
 *     position 1 url,  position 2 { … },  timeout 5000,  headers { … },  headers.Authorization token
 */
import type { RecordFact } from '../../../compiler/index.ts'
import { excerpt } from '../excerpt.ts'
import { firstChild, textOf, typeOf } from '../syntax/flat.ts'
import { constantOf } from './constants.ts'
import { originsOf } from './flow/search.ts'
import { entriesOf } from './objects.ts'
import { type JavaScriptSource, placeOf } from './source.ts'
import { bare, givenOf } from './syntax.ts'

export type Argument = RecordFact<'argument'>

/** An argument, and the expression that gives its value. */
export interface GivenArgument {
  readonly argument: Argument
  readonly node: number
}

/** Objects in objects. */
const deepest = 3
/** Entries of one call: objects with more are data. */
const mostEntries = 40

export const argumentsOf = (source: JavaScriptSource, call: number): readonly Argument[] => {
  const positional = positionalOf(source, call)
  const named = positional.flatMap(({ node, argument }) =>
    argument.spread === undefined ? namedIn(source, node, '', 1) : [],
  )
  return [...positional, ...named.slice(0, mostEntries)].map(({ argument }) => argument)
}

/** Without the entries of objects. */
export function positionalOf(source: JavaScriptSource, call: number): readonly GivenArgument[] {
  const { tree } = source
  let position: number | undefined = 0
  return givenOf(tree, call).map((node) => {
    const spread = typeOf(tree, node) === 'spread_element' ? firstChild(tree, node) : undefined
    if (spread !== undefined) {
      position = undefined
      return given(source, node, spread, { spread: '*' })
    }
    if (position !== undefined) position++
    return given(source, node, node, position === undefined ? {} : { position })
  })
}

function namedIn(source: JavaScriptSource, node: number, prefix: string, depth: number): readonly GivenArgument[] {
  const { entries } = entriesOf(source, node)
  if (entries.length > mostEntries) return []
  return entries.flatMap(({ name, node: pair, value }) => {
    const dotted = prefix + name
    const inner = depth < deepest ? namedIn(source, value, `${dotted}.`, depth + 1) : []
    return [given(source, pair, value, { name: dotted }), ...inner]
  })
}

function given(
  source: JavaScriptSource,
  node: number,
  value: number,
  how: Pick<Argument, 'name' | 'position' | 'spread'>,
): GivenArgument {
  const constant = how.spread === undefined ? constantOf(source, value) : undefined
  const argument = {
    at: placeOf(source, node),
    ...how,
    text: excerpt(textOf(source.tree, bare(source.tree, value))),
    ...(constant === undefined ? {} : { value: constant.value }),
    known: constant !== undefined,
    origins: originsOf(source, value),
  }
  return { argument, node: value }
}
