/** The mode that a file is created with, and whether it is restricted only after something was written. */

import { modeBits } from '../../permission-mode.ts'
import { type FlatTree, nodesOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { meaningOf } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { alternativesOf } from '../values/alternatives.ts'
import { givenFor, type Slot } from '../values/given.ts'
import type { Contents } from './contents.ts'
import { descriptorCall, type Opening } from './openings.ts'
import { fileCallee } from './path-objects.ts'
import type { PathValue } from './path-value.ts'
import { objectOf, pathsOf } from './paths.ts'
import { share } from './replacements.ts'

export interface Creation {
  /** In four octal digits, where it is known. */
  readonly mode?: string
  readonly restrictedAfter: boolean
}

/** `targets` are the paths that the file has later, where it replaces another. */
export function creationOf(
  source: PythonSource,
  opening: Opening,
  contents: Contents,
  targets: readonly PathValue[],
): Creation {
  const created = createdMode(source, opening)
  const written = contents.first ?? opening.call
  const changes = changesOf(source, opening, targets)
  const before = changes.findLast(({ call }) => call < written)?.mode
  const mode = created ?? before
  const isRestricted = mode !== undefined && (mode & 0o007) === 0
  const restrictedAfter = !isRestricted && changes.some((one) => one.call > written && (one.mode & 0o007) === 0)
  return mode === undefined ? { restrictedAfter } : { mode: modeBits(mode).mode, restrictedAfter }
}

/** What the system gives a new file before the mask takes something away. */
const newFile = 0o666

function createdMode(source: PythonSource, opening: Opening): number | undefined {
  const { sort, call } = opening
  // Only the owner may read what `tempfile` makes.
  if (sort === 'temporary') return 0o600
  if (sort === 'descriptor') return numberGiven(source, call, { names: ['mode'], position: 3 })
  const opener = givenFor(source, call, { names: ['opener'] })
  const ofOpener = opener?.kind === 'given' ? openerMode(source, opener.node) : undefined
  const mask = maskBefore(source, call)
  return ofOpener ?? (mask === undefined || sort === 'copy' ? undefined : newFile & ~mask)
}

function numberGiven(source: PythonSource, call: number, slot: Slot): number | undefined {
  const given = givenFor(source, call, slot)
  const values =
    given?.kind === 'given' ? alternativesOf(source, given.node).map(({ node }) => constantOf(source, node)?.value) : []
  const [value] = values
  return typeof value === 'number' && values.every((one) => one === value) ? value : undefined
}

/** `open(path, "w", opener=lambda path, flags: os.open(path, flags, 0o600))`, or a function that does the same. */
function openerMode(source: PythonSource, node: number): number | undefined {
  const { tree } = source
  const meaning = meaningOf(source, node)
  const body = meaning.kind === 'function' ? meaning.node : node
  const opens = [...nodesOf(tree, 'call')].find(
    (call) => call >= body && call < (tree.nexts[body] ?? 0) && fileCallee(source, call) === 'os.open',
  )
  return opens === undefined ? undefined : numberGiven(source, opens, { names: ['mode'], position: 3 })
}

/** `os.umask(0o077)` in the same function before, or where the module is loaded. */
function maskBefore(source: PythonSource, call: number): number | undefined {
  const { scopes, uses } = source
  const masks = uses.callsOf('umask').filter((one) => {
    if (fileCallee(source, one) !== 'os.umask') return false
    const home = scopes.functionOf(one)
    return home === 0 || (home === scopes.functionOf(call) && one < call)
  })
  const last = masks.at(-1)
  return last === undefined ? undefined : numberGiven(source, last, { names: ['mask'], position: 1 })
}

interface Change {
  readonly call: number
  readonly mode: number
}

/** The calls that give the file a mode, by its path or through it while it is open. */
function changesOf(source: PythonSource, opening: Opening, targets: readonly PathValue[]): readonly Change[] {
  const home = source.scopes.functionOf(opening.call)
  return modeCallsIn(source).filter((one) => {
    if (one.home !== home) return false
    return one.byDescriptor ? isSameFile(source, one.object, opening) : share(one.paths, [...opening.paths, ...targets])
  })
}

interface ModeCall extends Change {
  /** The function that it stands in. */
  readonly home: number
  readonly byDescriptor: boolean
  /** What it changes: a path, a descriptor. */
  readonly object: number
  readonly paths: readonly PathValue[]
}

const known = new WeakMap<FlatTree, readonly ModeCall[]>()

/** All calls that give a file a known mode, in order; each is compared with all files that its function opens. */
function modeCallsIn(source: PythonSource): readonly ModeCall[] {
  const found = known.get(source.tree) ?? findModeCalls(source)
  known.set(source.tree, found)
  return found
}

function findModeCalls(source: PythonSource): readonly ModeCall[] {
  const { uses, scopes } = source
  const calls = [...uses.callsOf('chmod'), ...uses.callsOf('fchmod'), ...uses.callsOf('touch')].sort((a, b) => a - b)
  return calls.flatMap((call): readonly ModeCall[] => {
    const callee = fileCallee(source, call)
    const isMethod = callee.startsWith('pathlib.Path.')
    const byDescriptor = callee === 'os.fchmod'
    const mode = numberGiven(source, call, { names: ['mode'], position: isMethod ? 1 : 2 })
    const object = isMethod ? objectOf(source, call) : firstOf(source, call)
    if (mode === undefined || object === undefined) return []
    const paths = byDescriptor ? [] : pathsOf(source, object)
    return [{ call, mode, home: scopes.functionOf(call), byDescriptor, object, paths }]
  })
}

function firstOf(source: PythonSource, call: number): number | undefined {
  const given = givenFor(source, call, { names: ['path', 'fd'], position: 1 })
  return given?.kind === 'given' ? given.node : undefined
}

/** A descriptor, or `file.fileno()`. */
function isSameFile(source: PythonSource, node: number, opening: Opening): boolean {
  const { tree } = source
  if (descriptorCall(source, node) === opening.call) return true
  const object = typeOf(tree, node) === 'call' ? objectOf(source, node) : undefined
  return object !== undefined && alternativesOf(source, object).some((one) => one.node === opening.call)
}
