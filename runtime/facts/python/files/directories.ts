/**
 * Whether code alone decides in which directory a file lies, however its name is made up: the path begins with what is
 * written down, and has no hole before its last part.
 *
 *     f"{PREFIX}_{tenant}.json"                 PREFIX = "/var/lib/x/state"      fixed
 *     STATE / f"{tenant}.json"                  STATE = Path("state")            fixed, below the working directory
 *     os.path.join(options.folder, "a.json")                                     not
 *     f"/var/lib/{tenant}/state.json"                                            not
 */
import { childrenOf, fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import type { PythonSource } from '../source.ts'
import { literalText } from '../string-literals.ts'
import { alternativesOf } from '../values/alternatives.ts'
import { fileCallee } from './path-objects.ts'
import { isKnown, type PathValue } from './path-value.ts'
import { makers, objectOf, spellings } from './paths.ts'

const deepest = 8

export function isDirectoryFixed(source: PythonSource, path: number, values: readonly PathValue[]): boolean {
  const isKnownFolder = ({ root, parts }: PathValue) => isKnown(root) && parts.slice(0, -1).every(isKnown)
  return values.length > 0 && values.every(isKnownFolder) && beginsWritten(source, path, deepest)
}

/** Whether each value of an expression begins with what is written in the code, or with where the code lies. */
function beginsWritten(source: PythonSource, node: number, left: number): boolean {
  const alternatives = left === 0 ? [] : alternativesOf(source, node)
  return (
    alternatives.length > 0 &&
    alternatives.every(
      ({ kind, node: value, names }) =>
        kind === 'expression' &&
        !names.some((name) => isParameter(source, name)) &&
        startsWritten(source, value, left - 1),
    )
  )
}

/** Callers in other files may give another value than those that are seen, or than the default. */
const isParameter = ({ tree, bindings }: PythonSource, name: number): boolean =>
  typeOf(tree, name) === 'identifier' &&
  bindings.lookup(textOf(tree, name), name).some(({ kind }) => kind === 'parameter')

function startsWritten(source: PythonSource, node: number, left: number): boolean {
  const { tree } = source
  if (typeof constantOf(source, node)?.value === 'string') return true
  switch (typeOf(tree, node)) {
    case 'string': {
      const hole = firstHole(source, node)
      return hole === undefined || beginsWritten(source, hole, left)
    }
    case 'binary_operator': {
      const first = fieldOf(tree, node, 'left')
      return first !== undefined && beginsWritten(source, first, left)
    }
    case 'attribute': {
      const object = fieldOf(tree, node, 'object')
      return object !== undefined && beginsWritten(source, object, left)
    }
    case 'identifier':
      return textOf(tree, node) === '__file__'
    case 'call':
      return callBegins(source, node, left)
    default:
      return false
  }
}

/** What a text begins with, where that is a hole. */
function firstHole({ tree }: PythonSource, node: number): number | undefined {
  const holes: number[] = []
  const { pieces } = literalText(tree, node, (hole) => {
    holes.push(hole)
    return undefined
  })
  const first = pieces.find(({ kind, value }) => kind === 'hole' || value !== '')
  return first?.kind === 'hole' ? holes[0] : undefined
}

/** Calls that join paths, or spell one in another way. */
function callBegins(source: PythonSource, call: number, left: number): boolean {
  const { tree } = source
  const callee = fileCallee(source, call)
  if (!makers.test(callee) && !spellings.test(callee) && callee !== 'os.path.dirname') return false
  const list = fieldOf(tree, call, 'arguments')
  const object = callee.startsWith('pathlib.Path.') ? objectOf(source, call) : undefined
  const first = object ?? (list === undefined ? undefined : [...childrenOf(tree, list)][0])
  return first !== undefined && typeOf(tree, first) !== 'keyword_argument' && beginsWritten(source, first, left)
}
