/** Calls that open a file, or hand its path to something that does. */
import { fieldOf, nodesOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import type { PythonSource } from '../source.ts'
import { alternativesOf } from '../values/alternatives.ts'
import { givenFor, type Slot } from '../values/given.ts'
import { fileCallee } from './path-objects.ts'
import type { PathValue } from './path-value.ts'
import { objectOf, pathsOf, unpackedFrom } from './paths.ts'
import { temporaryFolder } from './temporary.ts'

/** What sort of call opens the file. */
type Sort = 'open' | 'descriptor' | 'content' | 'database' | 'log' | 'temporary' | 'copy'

export interface Opening {
  readonly call: number
  readonly callee: string
  readonly sort: Sort
  /** The expression that says the path; for a temporary file, its folder. */
  readonly path: number | undefined
  readonly paths: readonly PathValue[]
  readonly reads: boolean
  readonly writes: boolean
  readonly appends: boolean
}

interface Opener {
  readonly callee: RegExp
  readonly sort: Sort
  /** Missing where the path is the object of the method. */
  readonly path?: Slot
  /** Where the mode stands, and what it is where nobody says. */
  readonly mode?: Slot
  readonly standard: string
}

const file = (...names: readonly string[]): Slot => ({ names, position: 1 })
const modeAt = (position: number): Slot => ({ names: ['mode', 'flags', 'flag'], position })

/** What makes credentials from a file that it is given the path of. */
export const credentialsFile = /(^|\.)\w*(Credential|Identity)\w*\.(from|load)_(\w+_)?file(name)?$/

const openers: readonly Opener[] = [
  {
    callee: /^((io|codecs|gzip|bz2|lzma)\.)?open$|^file$/,
    sort: 'open',
    path: file('file', 'filename'),
    mode: modeAt(2),
    standard: 'r',
  },
  { callee: /^os\.open$/, sort: 'descriptor', path: file('path'), mode: modeAt(2), standard: 'r' },
  { callee: /^os\.fdopen$/, sort: 'open', path: file('fd'), mode: modeAt(2), standard: 'r' },
  { callee: /^pathlib\.Path\.open$/, sort: 'open', mode: modeAt(1), standard: 'r' },
  { callee: /^pathlib\.Path\.read_(text|bytes)$/, sort: 'content', standard: 'r' },
  { callee: /^pathlib\.Path\.write_(text|bytes)$/, sort: 'content', standard: 'w' },
  {
    callee: /^(sqlite3\.connect|dbm(\.\w+)?\.open|shelve\.(open|DbfilenameShelf))$/,
    sort: 'database',
    path: file('database', 'filename', 'file'),
    standard: 'r+',
  },
  {
    callee: /^logging\.(handlers\.\w*)?FileHandler$|^logging\.handlers\.\w*FileHandler$/,
    sort: 'log',
    path: file('filename'),
    standard: 'a',
  },
  { callee: /^logging\.basicConfig$/, sort: 'log', path: { names: ['filename'] }, standard: 'a' },
  { callee: /^configparser\.(Raw)?ConfigParser\.read$/, sort: 'content', path: file('filenames'), standard: 'r' },
  { callee: /^linecache\.getlines?$/, sort: 'content', path: file('filename'), standard: 'r' },
  // `Credentials.from_service_account_file(path)`, whatever the library.
  { callee: credentialsFile, sort: 'content', path: file('filename', 'path'), standard: 'r' },
  { callee: /^tempfile\.(NamedTemporaryFile|TemporaryFile|mkstemp)$/, sort: 'temporary', standard: 'w' },
  { callee: /^shutil\.copy(2|file)?$/, sort: 'copy', path: { names: ['dst'], position: 2 }, standard: 'w' },
  {
    callee: /^urllib\.request\.urlretrieve$/,
    sort: 'content',
    path: { names: ['filename'], position: 2 },
    standard: 'w',
  },
]

export function openingsIn(source: PythonSource): readonly Opening[] {
  return [...nodesOf(source.tree, 'call')].flatMap((call): readonly Opening[] => {
    const callee = fileCallee(source, call)
    const opener = openers.find((one) => one.callee.test(callee))
    return opener === undefined ? [] : openedBy(source, call, callee, opener)
  })
}

function openedBy(source: PythonSource, call: number, callee: string, opener: Opener): readonly Opening[] {
  const { sort } = opener
  const mode = modeOf(source, call, opener)
  const kinds = {
    call,
    callee,
    sort,
    reads: /[r+]/.test(mode),
    writes: /[wax+]/.test(mode),
    appends: mode.includes('a'),
  }
  if (sort === 'temporary')
    return [{ ...kinds, path: temporaryFolder(source, call, callee), paths: pathsOf(source, call) }]
  const path = opener.path === undefined ? objectOf(source, call) : givenNode(source, call, opener.path)
  if (path === undefined) return []
  // A descriptor is a file that was opened before, where it was made.
  if (callee === 'os.fdopen' || descriptorCall(source, path) !== undefined) return []
  const constant = constantOf(source, path)?.value
  if (constant === ':memory:' || typeof constant === 'number') return []
  return [{ ...kinds, path, paths: pathsOf(source, path) }]
}

function givenNode(source: PythonSource, call: number, slot: Slot): number | undefined {
  const given = givenFor(source, call, slot)
  return given?.kind === 'given' ? given.node : undefined
}

/** In the letters of `open`; those that cannot be told read. */
function modeOf(source: PythonSource, call: number, { mode, standard, sort }: Opener): string {
  const given = mode === undefined ? undefined : givenNode(source, call, mode)
  if (given === undefined) return standard
  if (sort === 'descriptor') return modeOfFlags(textOf(source.tree, given))
  const modes = alternativesOf(source, given).flatMap(({ node }) => constantOf(source, node)?.value ?? [])
  return modes.length === 0 ? standard : modes.join('')
}

function modeOfFlags(flags: string): string {
  if (/O_APPEND/.test(flags)) return 'a'
  if (/O_RDWR/.test(flags)) return 'r+'
  return /O_WRONLY|O_CREAT|O_TRUNC/.test(flags) ? 'w' : 'r'
}

/** What made a descriptor: `os.open(…)`, or the first of what `mkstemp` gives. */
export function descriptorCall(source: PythonSource, node: number): number | undefined {
  for (const one of alternativesOf(source, node)) {
    const call = typeOf(source.tree, one.node) === 'call' ? one.node : unpackedFrom(source, one.node)
    const callee = call === undefined ? undefined : fileCallee(source, call)
    if (callee === 'os.open') return call
    // The second of what it gives is the path.
    if (callee === 'tempfile.mkstemp' && call !== undefined && isFirstOfPair(source, one.node)) return call
  }
  return undefined
}

function isFirstOfPair({ tree, uses }: PythonSource, node: number): boolean {
  return uses.mentionsOf(textOf(tree, node)).some((mention) => {
    const pattern = tree.parents[mention] ?? 0
    return typeOf(tree, pattern) === 'pattern_list' && tree.nexts[pattern] !== undefined && pattern + 1 === mention
  })
}

/** The descriptor that a call wraps, as the call that made it. */
export function wrappedDescriptor(source: PythonSource, call: number): number | undefined {
  const list = fieldOf(source.tree, call, 'arguments')
  const callee = fileCallee(source, call)
  if (list === undefined || !/^(os\.fdopen|(io\.)?open)$/.test(callee)) return undefined
  return descriptorCall(source, list + 1)
}
