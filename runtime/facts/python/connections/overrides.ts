/**
 * What a class of the file adds to every request of the client that it derives from:
 *
 *     class Session(requests.Session):
 *         verify = False                                  an attribute, of the class or of the object
 *         def request(self, method, url, **kwargs):
 *             kwargs.setdefault("timeout", 10)            an option that the central method hands on
 *             return super().request(method, url, **kwargs)
 */
import { fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { meaningOf } from '../names.ts'
import { parametersOf } from '../parameters.ts'
import type { PythonSource } from '../source.ts'
import { type Given, inMapping } from '../values/given.ts'

/** Methods that every request of a client goes through. */
const central = /^(send|request|open|_request|_send)$/

/** The class of this file that a call makes an object of. */
function classOf(source: PythonSource, made: number): number | undefined {
  const meaning = meaningOf(source, made)
  return meaning.kind === 'instance' ? meaning.class : undefined
}

/** The values of an attribute that the class gives its objects. */
export function attributeValues(source: PythonSource, made: number, attribute: string): readonly number[] {
  const owner = classOf(source, made)
  const bound = owner === undefined ? undefined : source.bindings.member(owner, attribute)
  return bound?.flatMap((binding) => (binding.kind === 'value' ? [binding.node] : [])) ?? []
}

/** What the central method of the class hands on for an option. */
export function handedOnFor(source: PythonSource, made: number, option: string): Given | undefined {
  const owner = classOf(source, made)
  if (owner === undefined) return undefined
  for (const method of centralMethods(source, owner)) {
    const options = parametersOf(source.tree, method).find(({ spread }) => spread === '**')?.name
    for (const name of options === undefined ? [option] : [option, options]) {
      for (const mention of mentionsIn(source, method, name)) {
        const given = givenBy(source, mention, option, options)
        if (given !== undefined) return given
      }
    }
  }
  return undefined
}

const centralMethods = (source: PythonSource, owner: number): readonly number[] =>
  [...source.bindings.namesOf(owner)].flatMap(([name, bound]) =>
    central.test(name) ? bound.flatMap((binding) => (binding.kind === 'function' ? [binding.node] : [])) : [],
  )

const mentionsIn = ({ tree, uses, scopes }: PythonSource, method: number, name: string): readonly number[] =>
  uses
    .mentionsOf(name)
    .filter(
      (mention) => mention > method && mention < (tree.nexts[method] ?? 0) && scopes.functionOf(mention) === method,
    )

/**
 * `super().send(request, timeout=…)`, `kwargs["timeout"] = …`, `kwargs.setdefault("timeout", …)`.
 * @param options the name of the parameter that takes all options, `kwargs` for most people
 */
function givenBy(
  source: PythonSource,
  mention: number,
  option: string,
  options: string | undefined,
): Given | undefined {
  const { tree } = source
  const around = tree.parents[mention] ?? 0
  if (typeOf(tree, around) === 'keyword_argument' && tree.fields[mention] === 'name') {
    const value = fieldOf(tree, around, 'value')
    return value === undefined ? undefined : { kind: 'given', node: value, certain: true }
  }
  if (textOf(tree, mention) !== options) return undefined
  const given = inMapping(source, mention, [option])
  return given?.kind === 'given' ? given : undefined
}
