/** The mode that a file is created with, and whether it is restricted only after something was written. */

import { lastBefore } from '../../order.ts'
import { modeBits } from '../../permission-mode.ts'
import { typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { meaningOf } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { alternativesOf } from '../values/alternatives.ts'
import { givenFor, type Slot } from '../values/given.ts'
import { remembered } from '../values/memory.ts'
import type { Contents } from './contents.ts'
import { descriptorCall, type Opening } from './openings.ts'
import { fileCallee } from './path-objects.ts'
import { keyOf, type PathValue } from './path-value.ts'
import { objectOf, pathsOf } from './paths.ts'

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
  const meaning = meaningOf(source, node)
  return modeWithin(source, meaning.kind === 'function' ? meaning.node : node)
}

/** One opener is given to any number of calls. */
const modeWithin = remembered((source, body): number | undefined => {
  const { tree } = source
  for (let node = body; node < (tree.nexts[body] ?? 0); node++) {
    const opens = typeOf(tree, node) === 'call' && fileCallee(source, node) === 'os.open'
    if (opens) return numberGiven(source, node, { names: ['mode'], position: 3 })
  }
  return undefined
})

/** `os.umask(0o077)` in the same function before, or where the module is loaded. */
function maskBefore(source: PythonSource, call: number): number | undefined {
  const masks = masksIn(source, 0)
  const ofModule = masks.get(0)?.at(-1)
  const own = lastBefore(masks.get(source.scopes.functionOf(call)) ?? [], call)
  const last = Math.max(ofModule ?? none, own ?? none)
  return last === none ? undefined : numberGiven(source, last, { names: ['mask'], position: 1 })
}

const none = -1

/** The calls of `os.umask`, by the function that they stand in, in order. */
const masksIn = remembered((source): ReadonlyMap<number, readonly number[]> => {
  const masks = source.uses.callsOf('umask').filter((call) => fileCallee(source, call) === 'os.umask')
  return Map.groupBy(masks, (call) => source.scopes.functionOf(call))
})

interface Change {
  readonly call: number
  readonly mode: number
}

/** The calls that give the file a mode, by its path or through it while it is open. */
function changesOf(source: PythonSource, opening: Opening, targets: readonly PathValue[]): readonly Change[] {
  const home = source.scopes.functionOf(opening.call)
  const found = changesIn(source, 0)
  const paths = [...opening.paths, ...targets].map((path) => pathKey(home, keyOf(path)))
  const own = [fileKey(home, opening.call), ...paths].flatMap((key) => found.get(key) ?? [])
  // A path may be changed as often as it is opened.
  for (const _ of own) source.input.budget.step()
  return [...new Set(own)].sort((a, b) => a.call - b.call)
}

const pathKey = (home: number, path: string): string => `${home} path ${path}`
const fileKey = (home: number, opening: number): string => `${home} file ${opening}`

/** All calls that give a file a known mode, by the function that they stand in and the path, or what opens the file. */
const changesIn = remembered((source): ReadonlyMap<string, readonly Change[]> => {
  const { uses } = source
  const calls = [...uses.callsOf('chmod'), ...uses.callsOf('fchmod'), ...uses.callsOf('touch')]
  const changes = new Map<string, Change[]>()
  for (const call of calls) {
    const callee = fileCallee(source, call)
    const isMethod = callee.startsWith('pathlib.Path.')
    const mode = numberGiven(source, call, { names: ['mode'], position: isMethod ? 1 : 2 })
    const object = isMethod ? objectOf(source, call) : firstOf(source, call)
    if (mode === undefined || object === undefined) continue
    const home = source.scopes.functionOf(call)
    const keys =
      callee === 'os.fchmod'
        ? openingsOf(source, object).map((opening) => fileKey(home, opening))
        : pathsOf(source, object).map((path) => pathKey(home, keyOf(path)))
    for (const key of new Set(keys)) {
      const list = changes.get(key)
      if (list === undefined) changes.set(key, [{ call, mode }])
      else list.push({ call, mode })
    }
  }
  return changes
})

function firstOf(source: PythonSource, call: number): number | undefined {
  const given = givenFor(source, call, { names: ['path', 'fd'], position: 1 })
  return given?.kind === 'given' ? given.node : undefined
}

/** The calls that may have opened what is given by a descriptor, or by `file.fileno()`. */
function openingsOf(source: PythonSource, node: number): readonly number[] {
  const object = typeOf(source.tree, node) === 'call' ? objectOf(source, node) : undefined
  const opened = object === undefined ? [] : alternativesOf(source, object).map((one) => one.node)
  return [descriptorCall(source, node) ?? [], opened].flat()
}
