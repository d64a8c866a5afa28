/** What a parameter holds when nobody says otherwise. */
import { childrenOf, fieldOf, textOf, typeOf } from '../syntax/flat.ts'
import type { Parameter } from './parameters.ts'
import type { PythonSource } from './source.ts'

/**
 * The default of a parameter, as long as no call in the file gives it another value. Calls go by the name of the function;
 * of a constructor, by that of its class.
 */
export function defaultOf(source: PythonSource, parameter: Parameter): number | undefined {
  const { tree, scopes, uses } = source
  const { definition } = parameter
  const name = fieldOf(tree, definition, 'name')
  if (parameter.default === undefined || name === undefined) return undefined
  const owner = scopes.classOf(definition)
  const isConstructor = owner !== undefined && textOf(tree, name) === '__init__'
  const called = isConstructor ? fieldOf(tree, owner, 'name') : name
  const calls = called === undefined ? [] : uses.callsOf(textOf(tree, called))
  // More calls than this are not looked through.
  if (calls.length > 200 || calls.some((call) => gives(source, call, parameter, owner !== undefined))) return undefined
  return parameter.default
}

function gives({ tree }: PythonSource, call: number, { name, position }: Parameter, isMethod: boolean): boolean {
  const list = fieldOf(tree, call, 'arguments')
  if (list === undefined) return false
  // The object of a method takes the first position, without being written.
  const before = isMethod ? 1 : 0
  let given = before
  for (const child of childrenOf(tree, list)) {
    switch (typeOf(tree, child)) {
      case 'comment':
        continue
      case 'keyword_argument': {
        const keyword = fieldOf(tree, child, 'name')
        if (keyword !== undefined && textOf(tree, keyword) === name) return true
        continue
      }
      case 'list_splat':
      case 'dictionary_splat':
        return true
      default:
        given++
    }
  }
  return position !== undefined && given >= position
}
