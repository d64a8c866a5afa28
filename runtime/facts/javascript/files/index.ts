/** Files that code opens, writes and replaces. */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import type { FilePurpose } from '../../path-role.ts'
import { modeBits } from '../../permission-mode.ts'
import { type FlatTree, textOf } from '../../syntax/flat.ts'
import { calleeOf, callsOf } from '../calls.ts'
import { modeGiven } from '../effects/permissions.ts'
import { originsOf } from '../flow/search.ts'
import type { Functions } from '../functions.ts'
import { type JavaScriptSource, placeOf } from '../source.ts'
import { givenOf } from '../syntax.ts'
import { type Contents, contentsOf } from './contents.ts'
import { type Opening, openingsIn } from './openings.ts'
import { pathOf, pathTextOf, sourceFolder } from './paths.ts'
import { Purposes } from './purposes.ts'
import { isClosedBefore, isOneFolder, keyOf, openFiles, type Replacement, replacementsIn } from './replacements.ts'

export interface FileFacts {
  readonly file_access: readonly LocalFact<'file_access'>[]
  readonly file_write: readonly LocalFact<'file_write'>[]
  readonly file_replace: readonly LocalFact<'file_replace'>[]
}

export function fileFacts(source: JavaScriptSource, functions: Functions): FileFacts {
  const openings = openingsIn(source)
  const replacements = replacementsIn(source)
  const opened = openings.map((opening) => ({ opening, contents: contentsOf(source, opening) }))
  const moves = Map.groupBy(replacements, (one) => keyOf(source, one.source))
  const files = openFiles(source, opened)
  const purposes = new Purposes(source, openings, replacements)
  const turns = turnsOf(source, functions)
  return {
    file_access: [
      ...openings.map(({ call, path, writes }) => ({
        ...accessAt(source, functions, call, path, writes, purposes.of(path)),
        ...repositoryFields(source, (writes ? moves.get(keyOf(source, path))?.[0]?.target : undefined) ?? path),
      })),
      ...replacements.map(({ call, target }) => ({
        ...accessAt(source, functions, call, target, true, purposes.of(target)),
        at: placeOf(source, target),
      })),
    ],
    file_write: opened
      .filter(({ opening }) => opening.writes)
      .map(({ opening, contents }) => ({
        at: placeOf(source, opening.call),
        ...pathFields(source, opening.path),
        // What a name holds by default is taken for what it holds: only what is written as a whole is certain.
        fixed_directory: originsOf(source, opening.path).every(({ form }) => form === 'literal'),
        purpose: purposes.of(opening.path),
        content_origins: contents.values.flatMap((value) => originsOf(source, value)),
        ...modeFields(source, opening, contents, moves),
        embedded_database: opening.sort === 'database',
        order: turns.get(opening.call) ?? 1,
        function: functions.indexOf(opening.call),
        via: [],
      })),
    file_replace: [
      ...replacements.map((one) => ({
        at: placeOf(source, one.call),
        source: writtenPath(source, one.source),
        source_origins: originsOf(source, one.source),
        target: writtenPath(source, one.target),
        same_directory: isOneFolder(source, one),
        after_close: isClosedBefore(source, one, files),
        atomic: true,
        order: turns.get(one.call) ?? 1,
        function: functions.indexOf(one.call),
      })),
      ...openings
        .filter(({ sort }) => sort === 'atomic')
        .map(({ call, path }) => {
          const target = writtenPath(source, path)
          const order = turns.get(call) ?? 1
          const how = {
            same_directory: true,
            after_close: true,
            atomic: true,
            order,
            function: functions.indexOf(call),
          }
          return { at: placeOf(source, call), source: target, source_origins: [], target, ...how }
        }),
    ],
  }
}

function accessAt(
  source: JavaScriptSource,
  functions: Functions,
  call: number,
  path: number,
  write: boolean,
  purpose: FilePurpose,
): LocalFact<'file_access'> {
  return {
    at: placeOf(source, call),
    ...pathFields(source, path),
    purpose,
    write,
    ...repositoryFields(source, path),
    function: functions.indexOf(call),
  }
}

function pathFields(source: JavaScriptSource, path: number) {
  const known = pathTextOf(source, path)
  const name = known?.replace(/\/+$/, '').split('/').at(-1)
  return {
    ...(name === undefined || /[{}$]/.test(name) ? {} : { file_name: name }),
    path_text: writtenPath(source, path),
    path_origins: originsOf(source, path),
  }
}

/** The path where all of it is known, else as written. */
function writtenPath(source: JavaScriptSource, path: number): string {
  const known = pathTextOf(source, path)
  return excerpt(known === undefined || known.includes('{}') ? textOf(source.tree, path) : known)
}

/**
 * Whether git ignores or has the path is put in when the repository is known.
 *
 * @param path where the file stays: of what is moved afterwards, the place of the file that it replaces.
 */
function repositoryFields(source: JavaScriptSource, path: number) {
  const { input } = source
  const known = pathOf(source, path)
  const inside = known !== undefined && (known.startsWith(`${sourceFolder}/`) || /^[^/$~{]/.test(known))
  const rest = known?.replace(`${sourceFolder}/`, '').replace(/^\.\//, '')
  const isWhole = inside && rest !== undefined && !/[{}$]|(^|\/)\.\.(\/|$)/.test(rest)
  const folder = input.file.path.slice(0, input.file.path.lastIndexOf('/') + 1)
  return { ...(isWhole ? { path: folder + rest } : {}), inside_repository: inside, ignored: false, tracked: false }
}

/** What the call is told; where it is told nothing, a mode that the file gets before or afterwards. */
function modeFields(
  source: JavaScriptSource,
  opening: Opening,
  { first = opening.call }: Contents,
  moves: ReadonlyMap<string, readonly Replacement[]>,
) {
  const created = modeGiven(source, opening.mode)
  const keys = new Set([keyOf(source, opening.path)])
  for (const key of keys) {
    if (keys.size > mostPlaces) break
    for (const one of moves.get(key) ?? []) keys.add(keyOf(source, one.target))
  }
  const changes = [...keys].flatMap((key) => changesOf(source).get(key) ?? [])
  for (const _ of changes) source.input.budget.step()
  const before = changes.filter(({ call }) => call < first).reduce(later, undefined)?.mode
  const mode = typeof created === 'number' ? created : before
  const isRestricted = mode !== undefined && (mode & 0o007) === 0
  const restricted_after = !isRestricted && changes.some((one) => one.call > first && (one.mode & 0o007) === 0)
  return { ...(mode === undefined ? {} : { mode: modeBits(mode).mode }), restricted_after }
}

/** Places that one file is moved to, one after the other; more than people write. */
const mostPlaces = 16

interface Change {
  readonly call: number
  readonly key: string
  readonly mode: number
}

const later = (one: Change | undefined, other: Change): Change =>
  one === undefined || other.call > one.call ? other : one

/** By what stands for the path. */
type Changes = ReadonlyMap<string, readonly Change[]>

const known = new WeakMap<FlatTree, Changes>()

/** The calls that give a file a mode. */
function changesOf(source: JavaScriptSource): Changes {
  const answer = known.get(source.tree)
  if (answer !== undefined) return answer
  const changes = callsOf(source).flatMap((call): readonly Change[] => {
    const [path, mode] = givenOf(source.tree, call)
    const isChange = /^(?:fs|fs-extra)(?:\.promises)?\.l?chmod(?:Sync)?$/.test(calleeOf(source, call) ?? '')
    const value = isChange ? modeGiven(source, mode) : undefined
    return path === undefined || typeof value !== 'number' ? [] : [{ call, key: keyOf(source, path), mode: value }]
  })
  const byPath = Map.groupBy(changes, ({ key }) => key)
  known.set(source.tree, byPath)
  return byPath
}

/** The turn of each call within its function, from 1. */
function turnsOf(source: JavaScriptSource, functions: Functions): ReadonlyMap<number, number> {
  const [turns, counts] = [new Map<number, number>(), new Map<number, number>()]
  for (const call of callsOf(source)) {
    const owner = functions.indexOf(call)
    const turn = (counts.get(owner) ?? 0) + 1
    counts.set(owner, turn)
    turns.set(call, turn)
  }
  return turns
}
