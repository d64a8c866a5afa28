/** Look-ups of one part of a value by its key, and whether anything catches that the part is not there. */
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { fieldOf, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { constantOf } from './constants.ts'
import { originsOf } from './flow/search.ts'
import type { Functions } from './functions.ts'
import { isGuarded } from './guards.ts'
import { meaningOf, memberNameOf } from './names.ts'
import { type JavaScriptSource, placeOf } from './source.ts'
import { bare } from './syntax.ts'

type Access = LocalFact<'access'>

/** A look-up: what is looked into, by which key. */
export interface LookUp {
  readonly node: number
  readonly base: number
  readonly form: Access['form']
}

/** Parts that every answer of a library has: what is looked into is what they hold. */
const answerParts = /^(data|body|headers|status|statusCode)$/

export function accessFacts(source: JavaScriptSource, functions: Functions): readonly Access[] {
  const { tree } = source
  const nodes = [...nodesOf(tree, 'subscript_expression'), ...nodesOf(tree, 'member_expression')]
  return nodes.flatMap((node): readonly Access[] => {
    const found = lookUpAt(source, node)
    if (found === undefined || isStored(source, node)) return []
    const key = keyOf(source, node)
    const inner = lookUpAt(source, bare(tree, found.base))
    return [
      {
        at: placeOf(source, node),
        base: excerpt(textOf(tree, found.base)),
        ...(key === undefined ? {} : { key }),
        form: found.form,
        chained: isChained(source, found),
        guarded: isGuarded(source, found),
        goes_on: inner !== undefined && isChained(source, inner) && !isGuarded(source, inner),
        base_origins: originsOf(source, found.base),
        function: functions.indexOf(node),
      },
    ]
  })
}

function isChained(source: JavaScriptSource, { base }: LookUp): boolean {
  const inner = lookUpAt(source, bare(source.tree, base))
  return inner !== undefined && !isAnswer(source, inner)
}

/** Of data: modules, classes, the method's own object and what is called as a method are none. */
export function lookUpAt(source: JavaScriptSource, node: number): LookUp | undefined {
  const { tree } = source
  const type = typeOf(tree, node)
  const base = fieldOf(tree, node, 'object')
  if (base === undefined || !/^(subscript|member)_expression$/.test(type)) return undefined
  const isCalled = tree.fields[node] === 'function' || tree.fields[node] === 'constructor'
  const { kind, dotted } = meaningOf(source, base)
  const isData = kind === 'unresolved' || kind === 'result' || dotted === 'process.env' || dotted === 'Array'
  if (isCalled || !isData || /^(this|super)$/.test(textOf(tree, base))) return undefined
  return { node, base, form: type === 'subscript_expression' ? 'subscript' : 'attribute' }
}

function keyOf(source: JavaScriptSource, node: number): Access['key'] {
  const index = fieldOf(source.tree, node, 'index')
  return index === undefined ? memberNameOf(source, node) : constantOf(source, index)?.value
}

/** The answer of a library with what it always has: `answer.data`, which is no part of what was sent. */
function isAnswer(source: JavaScriptSource, { node, base }: LookUp): boolean {
  const name = memberNameOf(source, node) ?? ''
  return answerParts.test(name) && lookUpAt(source, bare(source.tree, base)) === undefined
}

function isStored({ tree }: JavaScriptSource, node: number): boolean {
  const outer = typeOf(tree, parentOf(tree, node))
  const isLeft = tree.fields[node] === 'left' && outer === 'assignment_expression'
  return isLeft || (outer === 'unary_expression' && /^delete\b/.test(textOf(tree, parentOf(tree, node))))
}
