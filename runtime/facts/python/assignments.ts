/** Values that code gives to names, attributes and elements. */
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { fieldOf, firstChild, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { constantOf, originsOf } from './expressions.ts'
import type { Functions } from './functions.ts'
import { type PythonSource, placeOf } from './source.ts'
import { remembered } from './values/memory.ts'

type Assignment = LocalFact<'assignment'>
type Form = Assignment['form']

export function assignmentFacts(source: PythonSource, functions: Functions): readonly Assignment[] {
  const { tree } = source
  const origins = remembered(originsOf)
  const plain = [...assignedValues(source)].flatMap(([node, value]) => {
    const left = fieldOf(tree, node, 'left')
    return left === undefined ? [] : given(left, value, undefined)
  })
  const augmented = [...nodesOf(tree, 'augmented_assignment')].flatMap((node) =>
    pair(node, 'left', 'right', 'augmented'),
  )
  const loops = ['for_statement', 'for_in_clause'].flatMap((type) =>
    [...nodesOf(tree, type)].flatMap((node) => pair(node, 'left', 'right', 'loop')),
  )
  const named = [...nodesOf(tree, 'named_expression')].flatMap((node) => pair(node, 'name', 'value', 'other'))
  const contexts = [...nodesOf(tree, 'with_item')].flatMap((node) => {
    const pattern = fieldOf(tree, node, 'value')
    const alias = pattern === undefined ? undefined : fieldOf(tree, pattern, 'alias')
    const [value, target] = [
      firstChild(tree, pattern ?? node),
      alias === undefined ? undefined : firstChild(tree, alias),
    ]
    return value === undefined || target === undefined ? [] : given(target, value, 'other')
  })
  const pairs = [...nodesOf(tree, 'pair')].flatMap((node) => pair(node, 'key', 'value', 'pair'))
  return [...plain, ...augmented, ...loops, ...named, ...contexts, ...pairs]

  function pair(node: number, target: string, value: string, form: Form): readonly Assignment[] {
    const [left, right] = [fieldOf(tree, node, target), fieldOf(tree, node, value)]
    return left === undefined || right === undefined ? [] : given(left, right, form)
  }

  /** A target that is a list of targets gets a part of the value each. */
  function given(target: number, value: number, form: Form | undefined): readonly Assignment[] {
    const targets = targetsIn(source, target)
    return targets.map((one) => {
      const constant = (form === undefined || form === 'pair') && one === target ? constantOf(source, value) : undefined
      return {
        get at() {
          return placeOf(source, one)
        },
        get target() {
          return excerpt(textOf(tree, one))
        },
        get text() {
          return excerpt(textOf(tree, value))
        },
        ...(constant === undefined ? {} : { value: constant.value }),
        form: form ?? formOf(typeOf(tree, one)),
        get origins() {
          return origins(source, value)
        },
        get function() {
          return functions.indexOf(parentOf(tree, one))
        },
      }
    })
  }
}

/** The names, attributes and elements in a target that may be a list of targets. */
function targetsIn({ tree }: PythonSource, target: number): readonly number[] {
  const targets: number[] = []
  for (let node = target; node < (tree.nexts[target] ?? 0); ) {
    const isList = /(_list|^tuple|^list|_pattern|^parenthesized_expression|_splat)$/.test(typeOf(tree, node))
    if (!isList) targets.push(node)
    node = isList ? node + 1 : (tree.nexts[node] ?? node + 1)
  }
  return targets
}

function formOf(type: string): Form {
  switch (type) {
    case 'identifier':
      return 'name'
    case 'attribute':
    case 'subscript':
      return type
    default:
      return 'other'
  }
}

/** By assignment the value that it gives: in `a = b = value` both get the value. Inner ones stand later in the text. */
function assignedValues({ tree }: PythonSource): ReadonlyMap<number, number> {
  const values = new Map<number, number>()
  for (const node of [...nodesOf(tree, 'assignment')].reverse()) {
    const right = fieldOf(tree, node, 'right')
    if (right !== undefined) values.set(node, values.get(right) ?? right)
  }
  return values
}
