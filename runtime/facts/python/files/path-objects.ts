/** Objects of `pathlib`: also those that come of dividing another, or are the folder of one. */
import { fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { calleeOf, classOf } from '../expressions.ts'
import type { PythonSource } from '../source.ts'
import { alternativesOf } from '../values/alternatives.ts'
import { rememberedByDepth } from '../values/memory.ts'

/** Those that files are opened, moved and changed by, and those that give other paths. */
const methods =
  /^(open|(read|write)_(text|bytes)|replace|rename|chmod|touch|resolve|absolute|expanduser|joinpath|with_name|with_suffix|with_stem|as_posix)$/
/** Nothing else has these, so that they tell a path of which nothing else is known. */
const onlyOfPaths = /^((read|write)_(text|bytes)|with_(name|suffix|stem))$/
const deepest = 8

/** What a call calls, methods of paths included; empty where it stands for nothing known. */
export function fileCallee(source: PythonSource, call: number): string {
  const known = calleeOf(source, call)
  if (known !== undefined) return known
  const { tree } = source
  const callee = fieldOf(tree, call, 'function')
  const [object, name] =
    callee === undefined ? [] : [fieldOf(tree, callee, 'object'), fieldOf(tree, callee, 'attribute')]
  if (object === undefined || name === undefined || !methods.test(textOf(tree, name))) return ''
  if (!onlyOfPaths.test(textOf(tree, name)) && isPathObject(source, object, 0) !== true) return ''
  return `pathlib.Path.${textOf(tree, name)}`
}

/** Undefined further down than paths are made of others. */
const isPathObject = rememberedByDepth(deepest, (source, node, depth): boolean => {
  if (/^pathlib\.(Posix)?Path$/.test(classOf(source, node) ?? '')) return true
  return alternativesOf(source, node).some(({ node: one }) => {
    const inner = madeFrom(source, one)
    const isSame = inner === node
    return inner !== undefined && !isSame && isPathObject(source, inner, depth + 1) === true
  })
})

/** The path that another is made from: divided, its folder, or what a method of it gives. */
function madeFrom({ tree }: PythonSource, node: number): number | undefined {
  switch (typeOf(tree, node)) {
    case 'binary_operator':
      return fieldOf(tree, node, 'left')
    case 'attribute': {
      const attribute = fieldOf(tree, node, 'attribute')
      return attribute !== undefined && textOf(tree, attribute) === 'parent' ? fieldOf(tree, node, 'object') : undefined
    }
    case 'call': {
      const callee = fieldOf(tree, node, 'function')
      const method = callee === undefined ? undefined : fieldOf(tree, callee, 'attribute')
      const keeps = method !== undefined && keeping.test(textOf(tree, method))
      return keeps && callee !== undefined ? fieldOf(tree, callee, 'object') : undefined
    }
    default:
      return undefined
  }
}

/** Methods of a path that give a path. */
const keeping = /^(resolve|absolute|expanduser|joinpath|with_name|with_suffix|with_stem|relative_to)$/
