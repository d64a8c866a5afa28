/** Look-ups of one part of a value by its key, and whether anything catches that the part is not there. */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import { childrenOf, fieldOf, nodesOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf, originsOf } from '../expressions.ts'
import type { Functions } from '../functions.ts'
import { meaningOf } from '../names.ts'
import { type PythonSource, placeOf } from '../source.ts'
import { isGuarded } from './guards.ts'

type Access = LocalFact<'access'>

/** A look-up: what is looked into, by which key. */
export interface LookUp {
  readonly node: number
  readonly base: number
  readonly key: number | undefined
  readonly form: Access['form']
  /** What is given where the part is missing. */
  readonly fallback: number | undefined
}

export function accessFacts(source: PythonSource, functions: Functions): readonly Access[] {
  const { tree } = source
  const nodes = [...nodesOf(tree, 'subscript'), ...nodesOf(tree, 'call'), ...nodesOf(tree, 'attribute')]
  return nodes.flatMap((node): readonly Access[] => {
    const found = lookUpAt(source, node)
    if (found === undefined || !isOfData(source, found)) return []
    const inner = lookUpAt(source, withoutParentheses(source, found.base))
    const constant = found.key === undefined ? undefined : constantOf(source, found.key)
    return [
      {
        at: placeOf(source, node),
        base: excerpt(textOf(tree, found.base)),
        ...(constant === undefined ? {} : { key: constant.value }),
        form: found.form,
        chained: inner !== undefined,
        guarded: isGuarded(source, found, inner),
        goes_on: inner !== undefined && breaks(source, inner),
        base_origins: originsOf(source, found.base),
        function: functions.indexOf(node),
      },
    ]
  })
}

/** Whether a look-up is chained, and nothing catches that its part is not there. */
function breaks(source: PythonSource, found: LookUp): boolean {
  const inner = lookUpAt(source, withoutParentheses(source, found.base))
  return inner !== undefined && isOfData(source, found) && !isGuarded(source, found, inner)
}

export function lookUpAt({ tree }: PythonSource, node: number): LookUp | undefined {
  switch (typeOf(tree, node)) {
    case 'subscript': {
      const [base, key] = [fieldOf(tree, node, 'value'), fieldOf(tree, node, 'subscript')]
      if (base === undefined || key === undefined || typeOf(tree, key) === 'slice') return undefined
      return { node, base, key, form: 'subscript', fallback: undefined }
    }
    case 'call': {
      const [callee, list] = [fieldOf(tree, node, 'function'), fieldOf(tree, node, 'arguments')]
      const method = callee === undefined ? undefined : fieldOf(tree, callee, 'attribute')
      const base = callee === undefined ? undefined : fieldOf(tree, callee, 'object')
      if (method === undefined || base === undefined || list === undefined) return undefined
      const [key, fallback] = [...childrenOf(tree, list)]
      return textOf(tree, method) === 'get' && key !== undefined
        ? { node, base, key, form: 'get', fallback }
        : undefined
    }
    case 'attribute': {
      // An attribute of a part; a method of it is part of a call.
      const base = fieldOf(tree, node, 'object')
      const isMethod = tree.fields[node] === 'function'
      const isPart = base !== undefined && (typeOf(tree, base) === 'subscript' || typeOf(tree, base) === 'attribute')
      return isPart && !isMethod && typeOf(tree, base) === 'subscript'
        ? { node, base, key: undefined, form: 'attribute', fallback: undefined }
        : undefined
    }
    default:
      return undefined
  }
}

/** What is stored or deleted is not looked up, and `List[int]` is a type. */
function isOfData(source: PythonSource, { node, base, form }: LookUp): boolean {
  const { tree } = source
  const around = typeOf(tree, parentOf(tree, node))
  const isStored = tree.fields[node] === 'left' && (around === 'assignment' || around === 'augmented_assignment')
  if (isStored || around === 'delete_statement' || /^(type|generic_type|type_parameter)$/.test(around)) return false
  const { kind, dotted } = meaningOf(source, base)
  if (kind === 'class' || kind === 'function') return false
  // `get` of anything else is a method of its own: of a client, of a queue.
  if (kind === 'instance' && form === 'get' && !mappings.has(dotted)) return false
  return kind !== 'thing' || (form === 'subscript' && dataOfModules.has(dotted))
}

/** What modules hold of the process, to be looked into: all else of a module that bears a subscript is taken for a type. */
const dataOfModules = new Set(['os.environ', 'sys.argv'])

const mappings = new Set(['dict', 'collections.OrderedDict', 'collections.defaultdict', 'collections.ChainMap'])

export function withoutParentheses({ tree }: PythonSource, node: number): number {
  let inner = node
  while (/^(parenthesized_expression|await)$/.test(typeOf(tree, inner)) && inner + 1 < (tree.nexts[inner] ?? 0)) inner++
  return inner
}
