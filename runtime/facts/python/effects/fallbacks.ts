/**
 * Values that are taken from the first of several sources that has one, in order of priority.
 *
 *     return from_systemd() or from_file() or os.environ["KEY"]        or
 *     key = from_file()                                                or
 *     if not key: key = os.environ["KEY"]
 *     if path: return read(path)                                       early return
 *     return os.environ["KEY"]
 *     {**defaults, **file, **environment}                              merge: the last one wins
 *     os.environ.get("KEY", from_file())                               default
 *     first_of(from_systemd, from_file, lambda: os.environ["KEY"])     or
 */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import { distinct } from '../../flow/distinct.ts'
import type { Term } from '../../flow/term.ts'
import { fieldOf, nodesOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { termsOf } from '../flow/search.ts'
import type { Functions } from '../functions.ts'
import { type PythonSource, placeOf } from '../source.ts'
import { chainedValues, mergedValues, reassignedValues, returnedValues } from './priorities.ts'
import { around } from './surroundings.ts'
import { handedToChooser, valuesTriedInTurn } from './tried-in-turn.ts'

type Form = LocalFact<'fallback'>['form']

export interface Chain {
  readonly form: Form
  /** Where the choice stands. */
  readonly node: number
  readonly target: string
  /** What each source gives, the first one first. */
  readonly sources: readonly (readonly Term[])[]
}

export function fallbackFacts(source: PythonSource, functions: Functions): readonly LocalFact<'fallback'>[] {
  return chainsIn(source).flatMap(({ form, node, target, sources }): readonly LocalFact<'fallback'>[] => {
    const telling = sources.filter((terms) => terms.some(isOutside))
    if (sources.length < 2 || telling.length === 0) return []
    const positioned = sources.flatMap((terms, index) => terms.map((term) => ({ ...term, position: index + 1 })))
    const at = placeOf(source, node)
    const chooser = functions.indexOf(form === 'early return' ? bodyOf(source, node) : node)
    return [{ at, target: excerpt(target), sources: positioned, form, function: chooser }]
  })
}

/** The name of a function stands outside of it. */
const bodyOf = ({ tree }: PythonSource, name: number): number => fieldOf(tree, parentOf(tree, name), 'body') ?? name

/** What comes from outside of the program, or may: from a function of the repository. */
const isOutside = ({ form, open }: Term): boolean =>
  open?.kind === 'result' || open?.kind === 'global' || /^(environment|file|setting|command_line|stdin)$/.test(form)

function chainsIn(source: PythonSource): readonly Chain[] {
  const { tree } = source
  return [
    ...[...nodesOf(tree, 'boolean_operator')].flatMap((node) => chainedValues(source, node, targetOf(source, node))),
    ...[...nodesOf(tree, 'call')].flatMap((node) => [
      ...defaultOf(source, node),
      ...handedToChooser(source, node, targetOf(source, node)),
    ]),
    ...mergedValues(source),
    ...reassignedValues(source),
    ...valuesTriedInTurn(source),
    ...[...nodesOf(tree, 'function_definition')].flatMap((node) => returnedValues(source, node)),
  ]
}

/** The name that gets the value of an expression, or the function that returns it. */
export function targetOf(source: PythonSource, node: number): string {
  const { tree, scopes } = source
  for (const outer of around(tree, node)) {
    switch (typeOf(tree, outer)) {
      case 'assignment': {
        const left = fieldOf(tree, outer, 'left')
        return left === undefined ? '' : textOf(tree, left)
      }
      case 'keyword_argument': {
        const name = fieldOf(tree, outer, 'name')
        return name === undefined ? '' : textOf(tree, name)
      }
      case 'return_statement':
        return scopes.qualifiedName(scopes.functionOf(node))
      default:
    }
  }
  return ''
}

/** `os.environ.get("KEY", otherwise)`: the look-up comes first, then what it is given for where there is none. */
function defaultOf(source: PythonSource, node: number): readonly Chain[] {
  const { tree } = source
  const callee = fieldOf(tree, node, 'function')
  const list = fieldOf(tree, node, 'arguments')
  if (callee === undefined || list === undefined || !/(^|\.)(get|getenv|pop)$/.test(textOf(tree, callee))) return []
  const key = list + 1
  const otherwise = tree.nexts[key] ?? 0
  if (otherwise >= (tree.nexts[list] ?? 0) || typeOf(tree, otherwise) === 'keyword_argument') return []
  const second = termsOf(source, otherwise)
  if (!second.some(isOutside)) return []
  const isSecond = (term: Term) => second.some(({ form, name }) => form === term.form && name === term.name)
  const first = distinct(termsOf(source, node).filter((term) => !isSecond(term)))
  return [{ form: 'default', node, target: targetOf(source, node), sources: [first, second] }]
}
