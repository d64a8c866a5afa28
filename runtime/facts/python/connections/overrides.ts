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
  const { tree, uses } = source
  const owner = classOf(source, made)
  if (owner === undefined) return undefined
  for (const mention of uses.mentionsOf(option).concat(uses.mentionsOf('kwargs'))) {
    if (mention < owner || mention >= (tree.nexts[owner] ?? 0)) continue
    const method = source.scopes.functionOf(mention)
    const name = fieldOf(tree, method, 'name')
    if (name === undefined || !central.test(textOf(tree, name))) continue
    const given = givenBy(source, mention, option)
    if (given !== undefined) return given
  }
  return undefined
}

/** `super().send(request, timeout=…)`, `kwargs["timeout"] = …`, `kwargs.setdefault("timeout", …)`. */
function givenBy(source: PythonSource, mention: number, option: string): Given | undefined {
  const { tree } = source
  const around = tree.parents[mention] ?? 0
  if (typeOf(tree, around) === 'keyword_argument' && tree.fields[mention] === 'name') {
    const value = fieldOf(tree, around, 'value')
    return value === undefined ? undefined : { kind: 'given', node: value, certain: true }
  }
  if (textOf(tree, mention) !== 'kwargs') return undefined
  const given = inMapping(source, mention, [option])
  return given?.kind === 'given' ? given : undefined
}
