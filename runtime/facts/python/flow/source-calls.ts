/** Calls that read what comes from outside: a variable of the environment, a setting, a file, the answer of a server. */
import { purposeOf } from '../../flow/purpose.ts'
import { fieldOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { meaningOf } from '../names.ts'
import { type Source, sourceOf } from '../origin-sources.ts'
import type { PythonSource } from '../source.ts'
import { keyOf } from './changes.ts'
import { pathTextOf } from './file-paths.ts'
import { type Details, type Search, termsOf } from './search.ts'
import type { Way } from './way.ts'

/** A call, with its parts. */
export interface Call {
  readonly node: number
  readonly callee: number
  readonly dotted: string
  /** The name of a method, and the object that it is called on. */
  readonly method: string | undefined
  readonly object: number | undefined
  readonly given: readonly number[]
}

/** What a call reads from; undefined for any other call. */
export const sourceRead = ({ dotted, method }: Call): Source | undefined =>
  sourceOf(dotted) ?? (readsPath.has(method ?? '') ? { form: 'file' } : undefined)

/** Methods that only paths have. */
const readsPath = new Set(['read_text', 'read_bytes'])

/** `pathlib.Path(os.environ["TOKEN"])` makes a path of it, and `open(…)` opens it. */
const pathUsers: ReadonlySet<string> = new Set(['pathlib.Path', 'open', 'os.path.expanduser', 'os.path.isfile'])

/** Names that end in what they hold: the path of a file. */
const pathName = /(^|[._]|[a-z](?=[A-Z]))(path|file|file_?name|dir|directory|folder)$/i

const absolutePath = /^\/[^\s/]{1,100}\/\S{0,400}$/

export function addSource(search: Search, call: Call, known: Source, way: Way, depth: number): void {
  switch (known.form) {
    case 'environment':
    case 'setting':
      addNamed(search, call, known.form, way, depth)
      return
    case 'file':
      addFile(search, call, known, way)
      return
    default:
      search.add(call.node, known, way)
      return
  }
}

/** What is asked for by its name, and may have a default: a variable of the environment, a setting. */
function addNamed(search: Search, call: Call, form: 'environment' | 'setting', way: Way, depth: number): void {
  const { source } = search
  const [first, second] = call.given
  const asked = form === 'setting' ? (second ?? first) : first
  const name = asked === undefined ? undefined : keyOf(source, asked)
  const open = { kind: 'source', asked: asked === undefined ? [] : termsOf(source, asked), parsed: false } as const
  const isOpen = asked !== undefined && name === undefined
  const held = form === 'environment' ? pathIn(source, call, name, second) : undefined
  const path = held === undefined ? {} : { path: held }
  search.add(call.node, { form, name, ...path }, way, isOpen ? open : undefined)
  // What a source is asked with is no part of what it gives; the default of a variable is.
  const fallback = form === 'environment' ? second : call.given.find((child) => keywordOf(source, child) === 'fallback')
  if (fallback !== undefined) search.follow(fallback, way, depth + 1)
}

/** The path that a variable holds rather than a value: by its default, or by what it is used for. */
function pathIn(
  source: PythonSource,
  { node }: Call,
  name: string | undefined,
  standard: number | undefined,
): string | undefined {
  const { tree } = source
  const constant = standard === undefined ? undefined : constantOf(source, standard)?.value
  if (typeof constant === 'string' && absolutePath.test(constant)) return constant
  const list = parentOf(tree, node)
  const user = typeOf(tree, list) === 'argument_list' ? fieldOf(tree, parentOf(tree, list), 'function') : undefined
  const isPath = user !== undefined && pathUsers.has(meaningOf(source, user).dotted)
  const left = typeOf(tree, list) === 'assignment' ? fieldOf(tree, list, 'left') : undefined
  const words = [left, standard].map((one) => (one === undefined ? '' : textOf(tree, one)))
  return isPath || words.some((text) => pathName.test(text)) ? `$${name ?? ''}` : undefined
}

function addFile(search: Search, call: Call, { form, name }: Source, way: Way): void {
  const { source } = search
  const { tree, scopes } = source
  const path = call.object ?? call.given[0]
  if (path === undefined) {
    search.add(call.node, { form, name }, way)
    return
  }
  const written = textOf(tree, path)
  const known = pathTextOf(source, path)
  const purpose = purposeOf([known ?? '', written, scopes.qualifiedName(scopes.functionOf(call.node))])
  const details: Details = { purpose, ...(known === undefined ? {} : { path: known }) }
  const open = { kind: 'source', asked: termsOf(source, path), parsed: way.parsed } as const
  search.add(call.node, { form, name: known ?? written, ...details }, way, open)
}

/** The name of an argument that has one. */
function keywordOf({ tree }: PythonSource, child: number): string | undefined {
  const name = fieldOf(tree, child, 'name')
  return name === undefined ? undefined : textOf(tree, name)
}
