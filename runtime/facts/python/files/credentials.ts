/**
 * Files of settings out of which code takes a credential, by the name that it asks for:
 *
 *     settings = json.load(open("/etc/acme.json"))          the file holds credentials
 *     key = settings["api_key"]
 *     parser.read("/etc/acme.ini")                          and so does this one
 *     secret = parser["acme"].get("client_secret")
 */
import { isCalledCredential } from '../../credential-names.ts'
import { fieldOf, nodesOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import type { PythonSource } from '../source.ts'
import { alternativesOf } from '../values/alternatives.ts'
import type { Opening } from './openings.ts'
import { objectOf } from './paths.ts'

/** More subscripts and calls of `get` than people write in a file that reads its settings. */
const mostAsked = 1000
/** `parser["section"]["key"]`, `config.get("a").get("b")`. */
const deepest = 4

/** The calls that open one of them. */
export function openingsWithCredentials(source: PythonSource, openings: readonly Opening[]): ReadonlySet<number> {
  if (openings.length === 0) return new Set()
  const parsers = new Map(openings.map((opening) => [opening, madeFrom(source, opening)] as const))
  const read = new Set(mappingsAskedForCredentials(source).flatMap((mapping) => rootsOf(source, mapping, 0)))
  const isRead = (opening: Opening): boolean =>
    (parsers.get(opening) ?? []).some((node) => read.has(node)) ||
    [...read].some((node) => opens(source, node, opening))
  return new Set(openings.filter(isRead).map(({ call }) => call))
}

/** The mappings that are asked for a credential. */
function mappingsAskedForCredentials(source: PythonSource): readonly number[] {
  const { tree, uses } = source
  const subscripts = [...nodesOf(tree, 'subscript')].map((node) => ({
    mapping: fieldOf(tree, node, 'value'),
    key: fieldOf(tree, node, 'subscript'),
  }))
  const calls = uses.callsOf('get').map((node) => {
    const list = fieldOf(tree, node, 'arguments')
    const first = list === undefined || tree.nexts[list] === list + 1 ? undefined : list + 1
    return { mapping: objectOf(source, node), key: first }
  })
  return [...subscripts, ...calls].slice(0, mostAsked).flatMap(({ mapping, key }) => {
    const name = key === undefined || typeOf(tree, key) !== 'string' ? undefined : constantOf(source, key)?.value
    return mapping !== undefined && typeof name === 'string' && isCalledCredential(name) ? [mapping] : []
  })
}

/** What a mapping, or the one that it is a part of, was made by. */
function rootsOf(source: PythonSource, mapping: number, depth: number): readonly number[] {
  const { tree } = source
  return alternativesOf(source, mapping).flatMap(({ node }): readonly number[] => {
    const outer = typeOf(tree, node) === 'subscript' ? fieldOf(tree, node, 'value') : undefined
    return outer === undefined || depth === deepest ? [node] : rootsOf(source, outer, depth + 1)
  })
}

/** `parser.read(path)` fills what the parser is. */
function madeFrom(source: PythonSource, { call, callee }: Opening): readonly number[] {
  const object = callee.endsWith('ConfigParser.read') ? objectOf(source, call) : undefined
  return object === undefined ? [] : alternativesOf(source, object).map(({ node }) => node)
}

/** `json.load(file)`, `json.loads(path.read_text())`: whether what is parsed comes out of the opening. */
function opens(source: PythonSource, parsed: number, { call }: Opening): boolean {
  const { tree } = source
  if (typeOf(tree, parsed) !== 'call') return false
  if (call >= parsed && call < (tree.nexts[parsed] ?? 0)) return true
  const list = fieldOf(tree, parsed, 'arguments')
  const given = list === undefined || typeOf(tree, list + 1) !== 'identifier' ? undefined : list + 1
  return given !== undefined && alternativesOf(source, given).some(({ node }) => node === call)
}
