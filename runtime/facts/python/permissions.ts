/** Calls that give a path a mode or an owner. */

import type { LocalFact } from '../extractor.ts'
import { pathRoleOf } from '../path-role.ts'
import { type ModeBits, modeBits } from '../permission-mode.ts'
import { fieldOf, textOf, typeOf } from '../syntax/flat.ts'
import type { Argument } from './arguments.ts'
import type { Call } from './calls.ts'
import { constantOf } from './constants.ts'
import type { PythonSource } from './source.ts'

/** Where the arguments of a function stand: positions from 1; 0 where the path is the object of the method. */
interface Signature {
  readonly path: number
  readonly mode?: number
  readonly owner?: number
  readonly group?: number
}

const signatures: Readonly<Record<string, Signature>> = {
  'os.chmod': { path: 1, mode: 2 },
  'os.fchmod': { path: 1, mode: 2 },
  'os.lchmod': { path: 1, mode: 2 },
  'os.mkdir': { path: 1, mode: 2 },
  'os.makedirs': { path: 1, mode: 2 },
  'os.mkfifo': { path: 1, mode: 2 },
  'os.mknod': { path: 1, mode: 2 },
  'os.open': { path: 1, mode: 3 },
  'os.chown': { path: 1, owner: 2, group: 3 },
  'os.fchown': { path: 1, owner: 2, group: 3 },
  'os.lchown': { path: 1, owner: 2, group: 3 },
  'shutil.chown': { path: 1, owner: 2, group: 3 },
  'pathlib.Path.chmod': { path: 0, mode: 1 },
  'pathlib.Path.lchmod': { path: 0, mode: 1 },
  'pathlib.Path.mkdir': { path: 0, mode: 1 },
  'pathlib.Path.touch': { path: 0, mode: 1 },
}

/** What is called to give a permission. */
export const callees: readonly string[] = [...Object.keys(signatures), 'os.umask']

const keywords = {
  path: ['path', 'fd', 'name'],
  mode: ['mode'],
  owner: ['uid', 'user'],
  group: ['gid', 'group'],
} as const

type Permission = LocalFact<'permission'>

export function permissionFacts(source: PythonSource, calls: readonly Call[]): readonly Permission[] {
  return calls.flatMap((call): readonly Permission[] => {
    const { node, callee } = call
    if (callee === 'os.umask') return ofUmask(call)
    const signature = Object.hasOwn(signatures, callee) ? signatures[callee] : undefined
    if (signature === undefined) return []
    const given = (what: keyof Signature) => argumentAt(call, signature[what], keywords[what])
    const [mode, owner, group] = [given('mode'), given('owner'), given('group')]
    // Without a mode the call gives none of its own.
    if (mode === undefined && owner === undefined && group === undefined) return []
    return [
      {
        at: call.at,
        ...pathFields(source, call, given('path')),
        directory: /\.(mkdir|makedirs)$/.test(callee),
        ...modeOf(source, node, mode),
        ...ownerOf('owner', owner),
        ...ownerOf('group', group),
        form: 'call',
        negated: false,
        text: call.text,
      },
    ]
  })
}

function argumentAt({ given }: Call, position: number | undefined, names: readonly string[]) {
  if (position === undefined) return undefined
  return given.find((argument) => argument.position === position || names.includes(argument.name ?? ''))
}

/** A mask takes away what it names from files and folders to come. */
function ofUmask(call: Call): readonly Permission[] {
  const mask = argumentAt(call, 1, ['mask'])?.value
  if (typeof mask !== 'number') return []
  const { mode: _, ...bits } = modeBits(0o777 & ~mask)
  return [{ at: call.at, path_role: 'other', directory: false, ...bits, form: 'call', negated: false, text: call.text }]
}

function pathFields(source: PythonSource, call: Call, path: Argument | undefined) {
  const known = path === undefined ? pathOfObject(source, call.node) : path.value
  const text = typeof known === 'string' ? known : (path?.text ?? call.receiver)
  return {
    ...(typeof known === 'string' ? { file_name: known.replace(/\/+$/, '').split('/').at(-1) ?? known } : {}),
    ...(text === undefined ? {} : { path_text: text }),
    path_role: pathRoleOf(typeof known === 'string' ? known : undefined),
  }
}

/** `Path("x").chmod(…)`: the path that the object was made from. */
function pathOfObject(source: PythonSource, node: number): string | undefined {
  const { tree, bindings } = source
  const callee = fieldOf(tree, node, 'function')
  const object = callee === undefined ? undefined : fieldOf(tree, callee, 'object')
  if (object === undefined) return undefined
  const [only, other] = typeOf(tree, object) === 'identifier' ? bindings.lookup(textOf(tree, object), object) : []
  const made = only?.kind === 'value' && other === undefined ? only.node : object
  const list = fieldOf(tree, made, 'arguments')
  const value = list === undefined ? undefined : constantOf(source, list + 1)?.value
  return typeof value === 'string' ? value : undefined
}

function modeOf(source: PythonSource, call: number, mode: Argument | undefined): Omit<ModeBits, 'mode'> {
  if (typeof mode?.value === 'number' && mode.value >= 0) return modeBits(mode.value)
  const { mode: _, ...bits } = modeBits(mode === undefined ? 0 : addedBits(source, call))
  return bits
}

/** In `os.stat(path).st_mode | stat.S_ISUID` the mode is not known, but what is added to it is. */
function addedBits(source: PythonSource, call: number): number {
  const { tree } = source
  const list = fieldOf(tree, call, 'arguments')
  if (list === undefined) return 0
  let bits = 0
  for (let node = list + 1; node < (tree.nexts[list] ?? 0); ) {
    const isUnion = typeOf(tree, node) === 'binary_operator' && /\|/.test(textOf(tree, node))
    const value = isUnion ? undefined : constantOf(source, node)?.value
    if (typeof value === 'number' && value > 0 && isOperandOfUnion(source, node)) bits |= value
    node = isUnion || node === list ? node + 1 : (tree.nexts[node] ?? node + 1)
  }
  return bits
}

function isOperandOfUnion({ tree }: PythonSource, node: number): boolean {
  const around = tree.parents[node] ?? 0
  const [left, right] = [fieldOf(tree, around, 'left'), fieldOf(tree, around, 'right')]
  if (typeOf(tree, around) !== 'binary_operator' || left === undefined || right === undefined) return false
  return tree.text.slice(tree.ends[left], tree.starts[right]).trim() === '|'
}

/** -1 leaves as it is. */
function ownerOf<K extends 'owner' | 'group'>(key: K, argument: Argument | undefined): { readonly [P in K]?: string } {
  const value = argument?.value
  const isGiven = (typeof value === 'string' || typeof value === 'number') && value !== -1
  return (isGiven ? { [key]: String(value) } : {}) as { readonly [P in K]?: string }
}
