/** What an annotation says of an object. */
import { fieldOf, firstChild, textOf, typeOf } from '../syntax/flat.ts'
import { instance, type Meaning } from './meaning.ts'
import { meaningOf } from './names.ts'
import type { PythonSource } from './source.ts'

/** `Session`, `Optional[Session]` and `Session | None` all say that an object is a `Session`. */
export function ofAnnotation(source: PythonSource, node: number, depth: number): Meaning | undefined {
  const { tree } = source
  const inner = firstChild(tree, node)
  switch (typeOf(tree, node)) {
    case 'type':
      return inner === undefined ? undefined : ofAnnotation(source, inner, depth)
    case 'binary_operator': {
      const sides = ['left', 'right'].flatMap((side) => fieldOf(tree, node, side) ?? [])
      const [only, other] = sides.filter((side) => typeOf(tree, side) !== 'none')
      return only === undefined || other !== undefined ? undefined : ofAnnotation(source, only, depth)
    }
    case 'generic_type': {
      const isOptional = inner !== undefined && textOf(tree, inner) === 'Optional'
      const wrapped = isOptional ? firstChild(tree, tree.nexts[inner] ?? 0) : undefined
      return wrapped === undefined ? undefined : ofAnnotation(source, wrapped, depth)
    }
    case 'identifier':
    case 'attribute': {
      const meaning = meaningOf(source, node, depth + 1)
      if (meaning.kind === 'class') return instance(meaning.dotted, meaning.node)
      return meaning.kind === 'thing' && !uninformative.has(meaning.dotted) ? instance(meaning.dotted) : undefined
    }
    default:
      return undefined
  }
}

const uninformative = new Set(['typing.Any', 'Any', 'object', 'typing.Callable', 'collections.abc.Callable'])
