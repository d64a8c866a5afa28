/** Files that code opens, writes and replaces. */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import { distinct } from '../../flow/distinct.ts'
import { OpenFiles } from '../../flow/open-files.ts'
import { nodesOf, textOf } from '../../syntax/flat.ts'
import { originsOf } from '../expressions.ts'
import type { Functions } from '../functions.ts'
import { type PythonSource, placeOf } from '../source.ts'
import { type Contents, contentsOf } from './contents.ts'
import { openingsWithCredentials } from './credentials.ts'
import { isDirectoryFixed } from './directories.ts'
import { creationOf } from './modes.ts'
import { type Opening, openingsIn } from './openings.ts'
import { isKnown, keyOf, nameOf, type PathValue, sourceFolder, textOfPath } from './path-value.ts'
import { Purposes } from './purposes.ts'
import { type Replacement, replacementsIn } from './replacements.ts'

export interface FileFacts {
  readonly file_access: readonly LocalFact<'file_access'>[]
  readonly file_write: readonly LocalFact<'file_write'>[]
  readonly file_replace: readonly LocalFact<'file_replace'>[]
}

export function fileFacts(source: PythonSource, functions: Functions): FileFacts {
  const [openings, replacements] = [openingsIn(source), replacementsIn(source)]
  const purposes = new Purposes(source, openings, replacements)
  const opened = openings.map((opening) => ({ opening, contents: contentsOf(source, opening) }))
  const files = openFiles(source, opened)
  const holders = openingsWithCredentials(source, openings)
  const turns = turnsOf(source, functions)
  // What is only made ready for a database is that database.
  const databases = new Set(openings.flatMap(({ sort, paths }) => (sort === 'database' ? paths.map(keyOf) : [])))
  return {
    file_access: [
      ...openings.map((opening) => ({
        ...accessAt(source, functions, opening, purposes),
        ...(holders.has(opening.call) ? { holds: 'credentials' as const } : {}),
      })),
      ...replacements.map((one) => targetAt(source, functions, one, purposes)),
    ],
    file_write: opened
      .filter(({ opening }) => opening.writes)
      .map(({ opening, contents }) => ({
        at: placeOf(source, opening.call),
        ...pathFields(source, opening.path, opening.paths, opening.call),
        fixed_directory: opening.path !== undefined && isDirectoryFixed(source, opening.path, opening.paths),
        purpose: purposes.ofOpening(opening),
        content_origins: originsOfAll(source, contents.values),
        ...modeFields(source, opening, contents, purposes.replacedBy(opening)?.targets ?? []),
        embedded_database: opening.paths.some((path) => databases.has(keyOf(path))) || opening.sort === 'database',
        order: turns.get(opening.call) ?? 1,
        function: functions.indexOf(opening.call),
        via: [],
      })),
    file_replace: replacements.map((one) => ({
      at: placeOf(source, one.call),
      source: textOfOneOf(source, one.source, one.sources),
      source_origins: originsOf(source, one.source),
      target: textOfOneOf(source, one.target, one.targets),
      same_directory: one.sameDirectory,
      after_close: isClosedBefore(source, one, files),
      // Within one file system each of these is a rename.
      atomic: true,
      order: turns.get(one.call) ?? 1,
      function: functions.indexOf(one.call),
    })),
  }
}

/** The turn of each call within its function, from 1. */
function turnsOf({ tree }: PythonSource, functions: Functions): ReadonlyMap<number, number> {
  const [turns, counts] = [new Map<number, number>(), new Map<number, number>()]
  for (const call of nodesOf(tree, 'call')) {
    const owner = functions.indexOf(call)
    const turn = (counts.get(owner) ?? 0) + 1
    counts.set(owner, turn)
    turns.set(call, turn)
  }
  return turns
}

function accessAt(source: PythonSource, functions: Functions, opening: Opening, purposes: Purposes) {
  return {
    at: placeOf(source, opening.call),
    ...pathFields(source, opening.path, opening.paths, opening.call),
    purpose: purposes.ofOpening(opening),
    write: opening.writes,
    ...repositoryFields(source, purposes.replacedBy(opening)?.targets ?? opening.paths),
    function: functions.indexOf(opening.call),
  }
}

/** What is replaced is written, without being opened. */
function targetAt(source: PythonSource, functions: Functions, replacement: Replacement, purposes: Purposes) {
  const { target, targets, call } = replacement
  return {
    at: placeOf(source, target),
    ...pathFields(source, target, targets, call),
    purpose: purposes.ofTarget(replacement),
    write: true,
    ...repositoryFields(source, targets),
    function: functions.indexOf(call),
  }
}

function pathFields(source: PythonSource, node: number | undefined, paths: readonly PathValue[], call: number) {
  const name = paths.map(nameOf).find(isKnown)
  return {
    ...(name === undefined ? {} : { file_name: name }),
    path_text: node === undefined ? excerpt(textOf(source.tree, call)) : textOfOneOf(source, node, paths),
    path_origins: node === undefined ? [] : originsOf(source, node),
  }
}

/** The path where all of it is known, else as written. */
function textOfOneOf({ tree }: PythonSource, node: number, paths: readonly PathValue[]): string {
  const [only, other] = paths
  const known = only === undefined || other !== undefined ? undefined : textOfPath(only)
  return excerpt(known ?? textOf(tree, node))
}

/**
 * Whether git ignores or has the path is put in when the repository is known.
 *
 * @param paths where the file stays: of what is moved afterwards, the place of the file that it replaces.
 */
function repositoryFields({ input }: PythonSource, paths: readonly PathValue[]) {
  const folder = input.file.path.slice(0, input.file.path.lastIndexOf('/') + 1)
  const inside = paths.find(({ root, parts }) => (root === sourceFolder || root === '.') && parts.length > 0)
  const isWhole = inside?.parts.every((part) => isKnown(part) && part !== '..')
  const path = inside !== undefined && isWhole ? { path: folder + inside.parts.join('/') } : {}
  return { ...path, inside_repository: inside !== undefined, ignored: false, tracked: false }
}

const originsOfAll = (source: PythonSource, nodes: readonly number[]): LocalFact<'file_write'>['content_origins'] =>
  distinct(nodes.flatMap((node) => originsOf(source, node)))

function modeFields(source: PythonSource, opening: Opening, contents: Contents, targets: readonly PathValue[]) {
  const { mode, restrictedAfter } = creationOf(source, opening, contents, targets)
  return { ...(mode === undefined ? {} : { mode }), restricted_after: restrictedAfter }
}

type Opened = { readonly opening: Opening; readonly contents: Contents }

/** What each function opens to write, by the function and the path. */
function openFiles({ scopes, tree }: PythonSource, opened: readonly Opened[]): OpenFiles {
  const files = new OpenFiles()
  for (const { opening, contents } of opened) {
    const home = scopes.functionOf(opening.call)
    for (const path of opening.writes ? opening.paths : []) {
      files.add(`${home} ${keyOf(path)}`, tree.starts[opening.call] ?? 0, contents.closed)
    }
  }
  return files
}

/** Nothing that the function opens by that path is open any more when it is moved. */
function isClosedBefore({ scopes, tree }: PythonSource, { call, sources }: Replacement, files: OpenFiles): boolean {
  const home = scopes.functionOf(call)
  return sources.every((path) => files.areClosedAt(`${home} ${keyOf(path)}`, tree.starts[call] ?? 0))
}
