/** Modes and owners that a command gives to paths: chmod, chown, chgrp, install, mkdir -m, setfacl, umask. */
import { words } from '../classify/words.ts'
import { baseName, type EvaluatedWord } from './evaluate.ts'
import { type ModeChange, modeChange, umaskChange, untouched } from './modes.ts'
import { leadingOptions, type Option, operandsOf } from './options.ts'
import type { FoundPath, Run } from './runs.ts'
import { plainText } from './words.ts'

/** A path with variables put in, and as it is written but for its quotes. */
export interface Path {
  readonly meant: string
  readonly written: string
}

export interface GivenPermission {
  /** Nothing for a umask, which is about whatever is created afterwards. */
  readonly path: Path | undefined
  readonly change: ModeChange
  readonly owner: string | undefined
  readonly group: string | undefined
  /** Whether the command itself says that the path is a directory. */
  readonly directory: boolean
}

export function permissionsGiven({ program, parameters, fed, found }: Run): readonly GivenPermission[] {
  const given = givenBy(baseName(program.text), parameters)
  // `find` and `xargs` say elsewhere which files are meant.
  const placed = given.flatMap((each) => (each.path?.written === '{}' ? placedIn(each, found ?? []) : [each]))
  if (placed.length > 0 || !fed) return placed
  return givenBy(baseName(program.text), [...parameters, unnamed]).map((each) => ({ ...each, path: undefined }))
}

function placedIn(given: GivenPermission, found: readonly FoundPath[]): readonly GivenPermission[] {
  if (found.length === 0) return [{ ...given, path: undefined }]
  return found.map(({ directory, ...path }) => ({ ...given, path, directory }))
}

/** Stands for the files that a program is given from elsewhere. */
const unnamed: EvaluatedWord = {
  word: { start: 0, end: 0, text: '', pieces: [] },
  text: '',
  candidates: [''],
  known: false,
  origins: [],
}

function givenBy(name: string, parameters: readonly EvaluatedWord[]): readonly GivenPermission[] {
  switch (name) {
    case 'chmod':
      return byChmod(parameters)
    case 'chown':
      return byChown(parameters)
    case 'chgrp':
      return byChgrp(parameters)
    case 'install':
      return byInstall(parameters)
    case 'mkdir':
      return byMkdir(parameters)
    case 'setfacl':
      return bySetfacl(parameters)
    case 'umask':
      return byUmask(parameters)
    default:
      return []
  }
}

function byUmask([mask]: readonly EvaluatedWord[]): readonly GivenPermission[] {
  const change = umaskChange(mask?.text ?? '')
  return change === undefined ? [] : [{ path: undefined, change, owner: undefined, group: undefined, directory: false }]
}

/** `setfacl -m u:wazuh:r,o::r FILE`: what is given to all others; a named user or group is none of them. */
function bySetfacl(parameters: readonly EvaluatedWord[]): readonly GivenPermission[] {
  const valued = words('-m --modify -x --remove -M -X --set --restore')
  const entries = optionValue(allOptions(parameters, valued), ['-m', '--modify', '--set'])?.split(',') ?? []
  const others = entries.flatMap((entry) => /^\s*o(?:ther)?:(?::)?([rwxX-]{1,3})$/.exec(entry)?.[1] ?? [])
  const letters = others.join('').replaceAll('-', '')
  const change = letters === '' ? undefined : modeChange(`o+${letters}`)
  if (change === undefined) return []
  const files = pathsOf(operandsOf(parameters, valued))
  return files.map((path) => ({ path, change, owner: undefined, group: undefined, directory: false }))
}

/** `chmod -x FILE` takes a mode away: only these letters are options. */
/** `+R` is no mode, but what people write for `-R`. */
const isChmodOption = ({ text }: EvaluatedWord): boolean => /^(-[cfvRHLP]+|\+R|--[a-z-]*(=.*)?)$/.test(text)

function byChmod(parameters: readonly EvaluatedWord[]): readonly GivenPermission[] {
  const [mode, ...files] = parameters.filter((word) => !isChmodOption(word))
  if (mode === undefined) return []
  const change = modeChange(mode.text)
  // A mode that a variable holds is given all the same.
  if (change === undefined && mode.known) return []
  return pathsOf(files).map((path) => ({
    path,
    change: change ?? untouched,
    owner: undefined,
    group: undefined,
    directory: isRecursive(parameters),
  }))
}

function byChown(parameters: readonly EvaluatedWord[]): readonly GivenPermission[] {
  const [owner, ...files] = operandsOf(parameters, words('--from'))
  if (owner === undefined || parameters.some(({ text }) => text.startsWith('--reference'))) return []
  const named = ownerOf(owner.text)
  return pathsOf(files).map((path) => ({ path, change: untouched, ...named, directory: isRecursive(parameters) }))
}

/** `root:wazuh`, `:wazuh`, `root:`, and the old `root.wazuh`. */
function ownerOf(text: string): Pick<GivenPermission, 'owner' | 'group'> {
  const [, owner = '', group = ''] = /^([^:.]*)(?:[:.]([\s\S]*))?$/.exec(text) ?? [text, text]
  return { owner: owner === '' ? undefined : owner, group: group === '' ? undefined : group }
}

function byChgrp(parameters: readonly EvaluatedWord[]): readonly GivenPermission[] {
  const [group, ...files] = operandsOf(parameters, new Set())
  if (group === undefined || parameters.some(({ text }) => text.startsWith('--reference'))) return []
  const directory = isRecursive(parameters)
  return pathsOf(files).map((path) => ({ path, change: untouched, owner: undefined, group: group.text, directory }))
}

const installValued = words('-m --mode -o --owner -g --group -t --target-directory -S --suffix')

function byInstall(parameters: readonly EvaluatedWord[]): readonly GivenPermission[] {
  return installedPaths(parameters).flatMap(({ mode, owner, group, directory, ...path }) => {
    if (mode === undefined && owner === undefined && group === undefined) return []
    const change = (mode === undefined ? undefined : modeChange(mode)) ?? untouched
    return [{ path, change, owner, group, directory }]
  })
}

export interface InstalledPath extends Path {
  readonly mode: string | undefined
  readonly owner: string | undefined
  readonly group: string | undefined
  readonly directory: boolean
}

/** The paths that `install` or `cp` creates, with what their options say of all of them. */
export function installedPaths(parameters: readonly EvaluatedWord[]): readonly InstalledPath[] {
  const options = allOptions(parameters, installValued)
  const value = (...names: readonly string[]) => optionValue(options, names)
  const [mode, owner, group] = [value('-m', '--mode'), value('-o', '--owner'), value('-g', '--group')]
  const operands = pathsOf(operandsOf(parameters, installValued))
  const folder = value('-t', '--target-directory')
  const directory = options.some(({ name }) => name === '-d' || name === '--directory')
  const target = folder === undefined ? operands.at(-1) : { meant: folder, written: folder }
  const sources = folder === undefined ? operands.slice(0, -1) : operands
  const intoFolder = folder !== undefined || sources.length > 1
  const paths =
    directory || target === undefined ? operands : sources.map((source) => within(target, source, intoFolder))
  return paths.map((path) => ({ ...path, mode, owner, group, directory }))
}

/** Where a file goes that is put into a folder; a target without a slash at its end may be the new name. */
function within(target: Path, source: Path, isFolder: boolean): Path {
  const join = (folder: string, file: string) =>
    isFolder || folder.endsWith('/') ? `${folder.replace(/\/+$/, '')}/${baseName(file)}` : folder
  return { meant: join(target.meant, source.meant), written: join(target.written, source.written) }
}

const mkdirValued = words('-m --mode')

function byMkdir(parameters: readonly EvaluatedWord[]): readonly GivenPermission[] {
  const mode = optionValue(allOptions(parameters, mkdirValued), ['-m', '--mode'])
  const change = mode === undefined ? undefined : modeChange(mode)
  if (change === undefined) return []
  const paths = pathsOf(operandsOf(parameters, mkdirValued))
  return paths.map((path) => ({ path, change, owner: undefined, group: undefined, directory: true }))
}

const isRecursive = (parameters: readonly EvaluatedWord[]): boolean =>
  parameters.some(({ text }) => /^(-[a-zA-Z]*R[a-zA-Z]*|\+R|--recursive)$/.test(text))

/** The options wherever they stand among the operands. */
function allOptions(parameters: readonly EvaluatedWord[], valued: ReadonlySet<string>): readonly Option[] {
  const operands = new Set(operandsOf(parameters, valued))
  return leadingOptions(
    parameters.filter((word) => !operands.has(word)),
    valued,
  ).options
}

function optionValue(options: readonly Option[], names: readonly string[]): string | undefined {
  const option = options.find(({ name }) => names.includes(name))
  return option?.attached ?? option?.value?.text
}

function pathsOf(files: readonly EvaluatedWord[]): readonly Path[] {
  return files.flatMap(({ text, word }) => {
    const written = alternatives(plainText(word))
    return alternatives(text).map((meant, i) => ({ meant, written: written[i] ?? meant }))
  })
}

/** `etc/{a,b}.conf` is two paths; only one pair of braces is undone. */
function alternatives(text: string): readonly string[] {
  const braces = text.length <= 1000 ? /^([^{}]*)(?<!\$)\{([^{}]*,[^{}]*)\}([^{}]*)$/.exec(text) : null
  if (braces === null) return [text]
  const [, before = '', among = '', after = ''] = braces
  return among.split(',').map((each) => `${before}${each}${after}`)
}
