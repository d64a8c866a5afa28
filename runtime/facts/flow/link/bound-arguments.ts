/** What a parameter gets in a call. */

import type { CallSite, Definition, Given, ParameterSummary } from '../summary.ts'
import type { Path, Term } from '../term.ts'
import { selected } from '../value.ts'

/** An argument that a parameter gets, and what of it a path takes. */
export interface BoundArgument {
  readonly given: Given
  readonly terms: readonly Term[]
}

/** Several where a parameter collects them; none where the default is used. `path` is what is taken out of the parameter. */
export function boundArguments(
  definition: Definition,
  { given, receiver }: CallSite,
  name: string,
  path: Path,
): readonly BoundArgument[] {
  const parameter = definition.parameters.find((each) => each.name === name)
  if (parameter === undefined) return []
  const { position, spread } = parameter
  const taking = (each: Given, within: Path): BoundArgument => ({ given: each, terms: selected(each.value, within) })
  if (definition.isMethod && position === 1) {
    return receiver === undefined || definition.kind === 'class' ? [] : [taking(receiver, path)]
  }
  const before = definition.isMethod ? 1 : 0
  const [key, ...deeper] = path
  switch (spread) {
    case '*':
      return given
        .filter(({ argument }) => isAtOrBehind(argument.position, before, position))
        .map((each) => taking(each, deeper))
    case '**': {
      const others = new Set(definition.parameters.map((each) => each.name))
      return given.flatMap((each) => {
        if (each.argument.spread === '**') return [taking(each, path)]
        const keyword = each.argument.name
        const isMeant = keyword !== undefined && !others.has(keyword) && (key === undefined || key === keyword)
        return isMeant ? [taking(each, deeper)] : []
      })
    }
    default:
      return plainArguments(parameter, given, before).map((each) => {
        const within = each.argument.spread === '**' ? [name, ...path] : [undefined, ...path]
        return taking(each, each.argument.spread === undefined ? path : within)
      })
  }
}

function plainArguments({ name, position }: ParameterSummary, given: readonly Given[], before: number) {
  const exact = given.filter(({ argument }) => {
    const isNamed = argument.name === name
    return (
      isNamed || (argument.position !== undefined && position !== undefined && argument.position + before === position)
    )
  })
  return exact.length > 0 ? exact : given.filter(({ argument }) => argument.spread !== undefined)
}

const isAtOrBehind = (given: number | undefined, before: number, position: number | undefined): boolean =>
  given === undefined ? false : given + before >= (position ?? 0)
