/** Addresses in literals, holes filled where constants do, what the code around uses them for; and hosts without a scheme. */
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { urlsInLiteral } from '../literal-urls.ts'
import { type FlatTree, fieldOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { type FoundUrl, isMentioned, urlsIn } from '../urls.ts'
import { calleeOf, callsOf } from './calls.ts'
import { constantOf } from './constants.ts'
import { memberNameOf } from './names.ts'
import { optionsNamed } from './options.ts'
import { type JavaScriptSource, placeOf } from './source.ts'
import { type LiteralText, literalText } from './string-literals.ts'
import { literalNodes, roleOf } from './strings.ts'
import { bare, calledOf, givenOf, operatorOf, wrapped } from './syntax.ts'

type Url = LocalFact<'url'>

export function urlFacts(source: JavaScriptSource): readonly Url[] {
  return [...literalUrls(source), ...hostUrls(source)]
}

function literalUrls(source: JavaScriptSource): readonly Url[] {
  const { tree, input } = source
  return literalNodes(tree).flatMap((node) => {
    if (!/:|\\|\$\{/.test(textOf(tree, node)) || roleOf(tree, node) === 'docstring') return []
    const literal = literalText(tree, node, (hole) => textOfConstant(source, hole))
    return urlsInLiteral(literal, tree.text).map(({ url, start, end, text }) => ({
      at: input.lines.placeOf(start, end),
      ...url.fields,
      text,
      role: roleInCode(source, node, literal, url),
    }))
  })
}

function textOfConstant(source: JavaScriptSource, hole: number): string | undefined {
  const value = constantOf(source, hole)?.value
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function roleInCode(source: JavaScriptSource, node: number, literal: LiteralText, url: FoundUrl): Url['role'] {
  const { tree } = source
  const whole = wrapped(tree, node)
  if (url.fields.role === 'identifier' || isNamespace(source, whole)) return 'identifier'
  if (isCompared(source, whole)) return 'adapter'
  if (isMentioned(literal.resolved, url.start, url.end)) return 'identifier'
  if (url.fields.host !== undefined) return url.fields.role
  // Without a host it is a prefix: of an address that is put together here, or that addresses are compared with.
  const isContinued = /[{[<$]/.test(literal.resolved[url.end] ?? '') || isJoined(tree, whole)
  return isContinued ? 'endpoint' : 'adapter'
}

/** Methods whose argument is compared with, or cut from, an address rather than fetched. */
const comparing =
  /^(startsWith|endsWith|includes|indexOf|replace|replaceAll|split|match|test|search|equal|strictEqual)$/

function isCompared(source: JavaScriptSource, node: number): boolean {
  const { tree } = source
  const outer = parentOf(tree, node)
  switch (typeOf(tree, outer)) {
    case 'binary_expression':
      return /^[!=]==?$/.test(operatorOf(tree, outer))
    case 'switch_case':
      return true
    case 'arguments': {
      const called = calledOf(tree, parentOf(tree, outer))
      return called !== undefined && comparing.test(memberNameOf(source, bare(tree, called)) ?? '')
    }
    default:
      return false
  }
}

/** The value of a key or an attribute that names what a document is made by. */
function isNamespace(source: JavaScriptSource, node: number): boolean {
  const { tree } = source
  const outer = parentOf(tree, node)
  const key = fieldOf(tree, outer, 'key')
  if (typeOf(tree, outer) === 'pair' && key !== undefined) {
    return /^['"]?(\$schema|\$id|@context|@type|xmlns(:\w+)?)['"]?$/.test(textOf(tree, key))
  }
  if (typeOf(tree, outer) === 'jsx_attribute') return /^(href|xmlns|src)/.test(textOf(tree, outer))
  const called = typeOf(tree, outer) === 'arguments' ? calledOf(tree, parentOf(tree, outer)) : undefined
  return called !== undefined && /NS$/.test(memberNameOf(source, bare(tree, called)) ?? '')
}

/** `"http://" + host`, `["http://", host].join("")`, `"http://".concat(host)`. */
function isJoined(tree: FlatTree, node: number): boolean {
  const type = typeOf(tree, parentOf(tree, node))
  return /^(binary_expression|array|ternary_expression|member_expression|template_substitution)$/.test(type)
}

/** `http.request({ hostname })` and `http.get(options)`: without TLS, whatever the host is. */
function hostUrls(source: JavaScriptSource): readonly Url[] {
  return callsOf(source).flatMap((call): readonly Url[] => {
    if (!/^http\.(get|request)$/.test(calleeOf(source, call) ?? '')) return []
    return givenOf(source.tree, call).flatMap((given) => {
      const [option] = ['hostname', 'host'].flatMap((name) =>
        optionsNamed(source, given, name).flatMap((one) => (one.kind === 'given' ? [one.node] : [])),
      )
      if (option === undefined) return []
      const value = constantOf(source, option)?.value
      const host = typeof value === 'string' && value !== '' ? value : '{}'
      const [url] = urlsIn(`http://${host}`, 'filled')
      const text = excerpt(textOf(source.tree, call))
      return url === undefined ? [] : [{ at: placeOf(source, call), ...url.fields, text, role: 'endpoint' as const }]
    })
  })
}
