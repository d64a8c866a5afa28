/**
 * Addresses that no literal holds as a whole: the scheme comes from elsewhere, or the library adds it.
 *
 *     f"{scheme}://{host}/api"            where `scheme` is "http", or may be
 *     "http" + "://" + host
 *     urlunparse(("http", host, path, "", "", ""))
 *     http.client.HTTPConnection(host)
 */
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { childrenOf, fieldOf, firstChild, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { urlsIn } from '../urls.ts'
import { calleeOf, constantOf } from './expressions.ts'
import { type PythonSource, placeOf } from './source.ts'
import { literalText } from './string-literals.ts'
import { alternativesOf } from './values/alternatives.ts'
import { givenFor } from './values/given.ts'

type Url = LocalFact<'url'>

export function putTogetherUrls(source: PythonSource): readonly Url[] {
  const { tree } = source
  const texts = [...nodesOf(tree, 'string'), ...nodesOf(tree, 'binary_operator')].flatMap((node) =>
    ofText(source, node),
  )
  return [...texts, ...[...nodesOf(tree, 'call')].flatMap((call) => ofCall(source, call))]
}

/** A text whose scheme is not written in it. */
function ofText(source: PythonSource, node: number): readonly Url[] {
  const { tree } = source
  const scheme = schemeBefore(source, node)
  if (scheme === undefined) return []
  const rest = typeOf(tree, node) === 'string' ? restOf(source, node) : '{}'
  return schemesOf(source, scheme).flatMap((one) => addressAt(source, node, `${one}://${rest}`))
}

/** The expression in front of the `://` that a text begins with. */
function schemeBefore(source: PythonSource, node: number): number | undefined {
  const { tree } = source
  if (typeOf(tree, node) === 'binary_operator') {
    const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
    if (left === undefined || right === undefined || !/^[rfb]*['"]:\/\//i.test(textOf(tree, right))) return undefined
    const operator = tree.text.slice(tree.ends[left], tree.starts[right]).trim()
    return operator === '+' ? left : undefined
  }
  const hole = [...childrenOf(tree, node)].find((child) => typeOf(tree, child) !== 'string_start')
  if (hole === undefined || typeOf(tree, hole) !== 'interpolation') return undefined
  return tree.text.startsWith('://', tree.ends[hole]) ? firstChild(tree, hole) : undefined
}

function restOf(source: PythonSource, node: number): string {
  const { resolved } = literalText(source.tree, node, (hole) => {
    const value = constantOf(source, hole)?.value
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  })
  return resolved.slice(resolved.indexOf('://') + '://'.length)
}

/** What a scheme may come to, where that is not one constant: literals find those themselves. */
function schemesOf(source: PythonSource, node: number): readonly string[] {
  const isLiteral = typeOf(source.tree, parentOf(source.tree, node)) === 'interpolation'
  if (isLiteral && constantOf(source, node) !== undefined) return []
  const schemes = alternativesOf(source, node).flatMap(({ node: one }) => constantOf(source, one)?.value ?? [])
  return [...new Set(schemes.filter((one) => one === 'http' || one === 'https' || one === 'ftp'))] as readonly string[]
}

function ofCall(source: PythonSource, call: number): readonly Url[] {
  const { tree } = source
  const callee = calleeOf(source, call) ?? ''
  if (/^(http\.client|httplib)\.HTTPConnection$/.test(callee)) {
    const host = givenFor(source, call, { names: ['host'], position: 1 })
    return host?.kind === 'given' ? ofHost(source, call, host.node) : []
  }
  if (!/^(urllib\.parse|urlparse)\.(urlunparse|urlunsplit)$/.test(callee)) return []
  const given = givenFor(source, call, { names: ['components'], position: 1 })
  const parts = given?.kind === 'given' ? alternativesOf(source, given.node) : []
  return parts.flatMap(({ node }) => {
    const [scheme, host] =
      typeOf(tree, node) === 'tuple' || typeOf(tree, node) === 'list' ? [...childrenOf(tree, node)] : []
    if (scheme === undefined || host === undefined) return []
    return schemesOf(source, scheme).flatMap((one) => addressAt(source, call, `${one}://${hostText(source, host)}`))
  })
}

/** Without TLS whatever the host is; one that is not known is a hole. */
const ofHost = (source: PythonSource, call: number, host: number): readonly Url[] =>
  addressAt(source, call, `http://${hostText(source, host)}`)

function hostText(source: PythonSource, node: number): string {
  const [value] = alternativesOf(source, node).map(({ node: one }) => constantOf(source, one)?.value)
  return typeof value === 'string' && value !== '' ? value : '{}'
}

function addressAt(source: PythonSource, node: number, address: string): readonly Url[] {
  const [url] = urlsIn(address, 'filled')
  if (url === undefined) return []
  return [{ at: placeOf(source, node), ...url.fields, text: excerpt(textOf(source.tree, node)), role: 'endpoint' }]
}
