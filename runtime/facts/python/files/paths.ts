/** What expressions say of paths: joined, put together as text, taken apart, made by `pathlib` or by `tempfile`. */
import { childrenOf, fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { meaningOf, thingNamed } from '../names.ts'
import { defaultOfOption } from '../options.ts'
import type { PythonSource } from '../source.ts'
import { literalText } from '../string-literals.ts'
import { type Alternative, alternativesOf } from '../values/alternatives.ts'
import { rememberedByDepth } from '../values/memory.ts'
import { fileCallee } from './path-objects.ts'
import {
  child,
  extended,
  joined,
  keyOf,
  named,
  nameOf,
  type PathValue,
  parentOf,
  pathOfText,
  sourceFolder,
  symbol,
  unknownPath,
} from './path-value.ts'
import { temporaryFolder } from './temporary.ts'

const deepest = 12
/** What is made of several that are made of several has no end. */
const mostPaths = 16

/** Each path that an expression may come to. */
export const pathsOf = (source: PythonSource, node: number): readonly PathValue[] => pathsAt(source, node, 0)

/** Found out once: alternatives that are made of alternatives would multiply. */
const known = rememberedByDepth(deepest, found)

const pathsAt = (source: PythonSource, node: number, depth: number): readonly PathValue[] =>
  known(source, node, depth) ?? [unknownPath(textOf(source.tree, node))]

function found(source: PythonSource, node: number, depth: number): readonly PathValue[] {
  const alternatives = alternativesOf(source, node)
  // A decorator may call what nobody here gives anything: it is some path all the same, and the same one everywhere.
  if (alternatives.length === 0) return [unknownPath(textOf(source.tree, node))]
  const paths = alternatives.flatMap((one): readonly PathValue[] => {
    // What a name holds before it has its value is no path.
    return typeOf(source.tree, one.node) === 'none' ? [] : ofAlternative(source, one, depth)
  })
  const isHere = ({ root, parts }: PathValue) => root === '.' && parts.length === 0
  // `os.path.dirname(path) or "."` is the folder of the path either way.
  const telling = paths.filter((path) => !isHere(path))
  return distinct(telling.length > 0 ? telling : paths).slice(0, mostPaths)
}

const distinct = (paths: readonly PathValue[]): readonly PathValue[] => [
  ...new Map(paths.map((path) => [keyOf(path), path])).values(),
]

/**
 * What is made of each path that an expression may come to: a parameter has as many as there are callers, and what lies
 * beside it lies beside each of them.
 */
const madeOf = (
  source: PythonSource,
  node: number,
  depth: number,
  make: (path: PathValue) => PathValue,
): readonly PathValue[] => pathsAt(source, node, depth + 1).map(make)

function ofAlternative(source: PythonSource, { kind, node }: Alternative, depth: number): readonly PathValue[] {
  const { tree, scopes } = source
  const unpacked = kind === 'unknown' ? unpackedFrom(source, node) : undefined
  if (unpacked !== undefined) return ofCall(source, unpacked, depth)
  // Parameters of different functions have nothing in common but their name.
  if (kind !== 'expression') return [unknownPath(`${textOf(tree, node)} in ${scopes.functionOf(node)}`)]
  const constant = constantOf(source, node)?.value
  if (typeof constant === 'string') return [pathOfText(constant)]
  switch (typeOf(tree, node)) {
    case 'string':
    case 'concatenated_string':
      return ofText(source, node, depth)
    case 'binary_operator':
      return ofOperator(source, node, depth)
    case 'call':
      return ofCall(source, node, depth)
    case 'attribute':
      return ofAttribute(source, node, depth)
    case 'identifier':
      if (textOf(tree, node) !== '__file__') return [unknownPath(textOf(tree, node))]
      return [{ root: sourceFolder, parts: [source.input.file.name] }]
    default:
      return [unknownPath(textOf(tree, node))]
  }
}

/** `handle, path = mkstemp()`: the call whose result a name is taken from. */
export function unpackedFrom({ tree, bindings }: PythonSource, node: number): number | undefined {
  if (typeOf(tree, node) !== 'identifier') return undefined
  const [only, other] = bindings.lookup(textOf(tree, node), node)
  const isCall = only?.kind === 'part' && other === undefined && typeOf(tree, only.node) === 'call'
  return isCall && only.kind === 'part' ? only.node : undefined
}

/** `f"{folder}/state.json"`: the holes are paths, or names in them. */
function ofText(source: PythonSource, node: number, depth: number): readonly PathValue[] {
  const { tree } = source
  const expressions: number[] = []
  const { pieces } = literalText(tree, node, (hole) => {
    expressions.push(hole)
    return undefined
  })
  let paths: readonly PathValue[] | undefined
  for (const piece of pieces) {
    const hole = piece.kind === 'hole' ? expressions.shift() : undefined
    const text = hole === undefined ? piece.value : holeText(source, hole)
    if (paths === undefined) paths = hole === undefined ? [pathOfText(text)] : pathsAt(source, hole, depth + 1)
    else paths = paths.map((path) => extended(path, text))
  }
  return paths ?? [unknownPath(textOf(tree, node))]
}

function holeText(source: PythonSource, hole: number): string {
  const value = constantOf(source, hole)?.value
  return typeof value === 'string' || typeof value === 'number' ? String(value) : symbol(textOf(source.tree, hole))
}

function ofOperator(source: PythonSource, node: number, depth: number): readonly PathValue[] {
  const { tree } = source
  const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
  if (left === undefined || right === undefined) return [unknownPath(textOf(tree, node))]
  switch (tree.text.slice(tree.ends[left], tree.starts[right]).trim()) {
    case '/':
      return madeOf(source, left, depth, (path) => joined(path, holeText(source, right)))
    case '+':
      return madeOf(source, left, depth, (path) => extended(path, holeText(source, right)))
    default:
      return [unknownPath(textOf(tree, node))]
  }
}

function ofAttribute(source: PythonSource, node: number, depth: number): readonly PathValue[] {
  const { tree } = source
  const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
  if (object === undefined || attribute === undefined) return [unknownPath(textOf(tree, node))]
  switch (textOf(tree, attribute)) {
    case 'parent':
      return madeOf(source, object, depth, parentOf)
    // An open file knows its path.
    case 'name': {
      const opened = alternativesOf(source, object).find((one) => isOpening(source, one.node))
      return opened === undefined ? [unknownPath(textOf(tree, node))] : ofCall(source, opened.node, depth)
    }
    case 'devnull':
      return [thingNamed(source, node) === 'os.devnull' ? pathOfText('/dev/null') : unknownPath(textOf(tree, node))]
    default: {
      const standard = ofOptions(source, object) ? defaultOfOption(source, textOf(tree, attribute)) : undefined
      return standard === undefined ? [unknownPath(textOf(tree, node))] : pathsAt(source, standard, depth + 1)
    }
  }
}

const ofOptions = (source: PythonSource, object: number): boolean =>
  [object, ...alternativesOf(source, object).map(({ node }) => node)].some(
    (node) => meaningOf(source, node).dotted === 'argparse.Namespace',
  )

const isOpening = (source: PythonSource, node: number): boolean =>
  typeOf(source.tree, node) === 'call' &&
  /^(open|io\.open|pathlib\.Path\.open|tempfile\.\w+)$/.test(fileCallee(source, node))

/** Functions that give the same path in another spelling. */
export const spellings =
  /^(os\.path\.(abspath|realpath|normpath|expanduser|expandvars)|os\.fspath|str|os\.fsencode|pathlib\.Path\.(resolve|absolute|expanduser|as_posix))$/
/** Functions that put parts together. */
export const makers = /^(os\.path\.join|posixpath\.join|pathlib\.(Pure)?(Posix)?Path|pathlib\.Path\.joinpath)$/
const lookUps = /(^|\.)(get|getenv|getattr|setdefault)$/

function ofCall(source: PythonSource, call: number, depth: number): readonly PathValue[] {
  const { tree } = source
  const callee = fileCallee(source, call)
  const [list, object] = [fieldOf(tree, call, 'arguments'), objectOf(source, call)]
  const given = list === undefined ? [] : [...childrenOf(tree, list)].filter((one) => typeOf(tree, one) !== 'comment')
  const [first, second] = given
  const isMethod = callee.startsWith('pathlib.Path.') && object !== undefined
  const base = isMethod ? object : first
  const unknown = [unknownPath(textOf(tree, call))]
  if (callee.startsWith('tempfile.')) return ofTemporary(source, call, callee, depth)
  if (spellings.test(callee)) return base === undefined ? unknown : pathsAt(source, base, depth + 1)
  if (makers.test(callee) && base !== undefined) {
    const rest = isMethod ? given : given.slice(1)
    const names = rest.map((part) => holeText(source, part))
    return madeOf(source, base, depth, (path) => names.reduce((whole, name) => joined(whole, name), path))
  }
  if (callee === 'os.path.dirname' && first !== undefined) return madeOf(source, first, depth, parentOf)
  if (callee === 'open' && first !== undefined) return pathsAt(source, first, depth + 1)
  if (isMethod && first !== undefined)
    return madeOf(source, object, depth, (path) => renamed(path, callee, holeText(source, first)))
  const fallback = fieldOf(tree, second ?? call, 'value') ?? second
  const isLookUp = lookUps.test(textOf(tree, fieldOf(tree, call, 'function') ?? call))
  const last = callee === 'getattr' ? given[2] : fallback
  const isTelling = isLookUp && last !== undefined && constantOf(source, last)?.value !== ''
  return isTelling ? pathsAt(source, last, depth + 1) : unknown
}

function renamed(path: PathValue, callee: string, text: string): PathValue {
  switch (callee) {
    case 'pathlib.Path.with_name':
      return named(path, text)
    case 'pathlib.Path.with_suffix':
      return named(path, nameOf(path).replace(/\.[^.]*$/, '') + text)
    case 'pathlib.Path.with_stem':
      return named(path, text + (/\.[^.]*$/.exec(nameOf(path))?.[0] ?? ''))
    default:
      return path
  }
}

/** A file that `tempfile` makes: its name is its own, its folder is given or that of the system. */
function ofTemporary(source: PythonSource, call: number, callee: string, depth: number): readonly PathValue[] {
  if (callee === 'tempfile.gettempdir') return [pathOfText('/tmp')]
  const folder = temporaryFolder(source, call, callee)
  const bases = folder === undefined ? [pathOfText('/tmp')] : pathsAt(source, folder, depth + 1)
  return bases.map((base) => child(base, symbol(`temporary ${call}`)))
}

/** What a method is called on. */
export function objectOf({ tree }: PythonSource, call: number): number | undefined {
  const callee = fieldOf(tree, call, 'function')
  return callee === undefined ? undefined : fieldOf(tree, callee, 'object')
}
