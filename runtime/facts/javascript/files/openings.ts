/** Calls that open a file, or hand its path to something that does. */
import { textOf } from '../../syntax/flat.ts'
import { calleeOf, callsOf } from '../calls.ts'
import { constantOf } from '../constants.ts'
import { optionsNamed } from '../options.ts'
import type { JavaScriptSource } from '../source.ts'
import { givenOf } from '../syntax.ts'
import { pathOf } from './paths.ts'

/** `content`: read or written as a whole by the call; `open`: by what is done with what it gives. */
export type Sort = 'content' | 'open' | 'database' | 'copy' | 'atomic'

export interface Opening {
  readonly call: number
  readonly callee: string
  readonly sort: Sort
  readonly path: number
  /** As far as it is known, with the folder of the file as `sourceFolder`. */
  readonly known: string | undefined
  readonly reads: boolean
  readonly writes: boolean
  readonly appends: boolean
  /** The data that the call itself is given. */
  readonly content: number | undefined
  /** Where its mode stands among the arguments: alone, or in an object. */
  readonly mode: number | undefined
}

interface Opener {
  readonly callee: RegExp
  readonly sort: Sort
  readonly path: number
  /** What it does, where no flags say: r, w, a. */
  readonly standard: string
  readonly flags?: number
  readonly content?: number
  readonly mode?: number
}

const file = (names: string): RegExp =>
  new RegExp(`^(?:fs|fs-extra|graceful-fs|memfs)(?:\\.promises)?\\.(?:${names})(?:Sync)?$`)

const openers: readonly Opener[] = [
  { callee: file('readFile|readJson|readJSON|readLines'), sort: 'content', path: 0, standard: 'r' },
  { callee: file('createReadStream'), sort: 'open', path: 0, standard: 'r' },
  {
    callee: file('writeFile|outputFile|writeJson|writeJSON|outputJson|outputJSON'),
    sort: 'content',
    path: 0,
    standard: 'w',
    flags: 2,
    content: 1,
    mode: 2,
  },
  { callee: file('appendFile'), sort: 'content', path: 0, standard: 'a', flags: 2, content: 1, mode: 2 },
  { callee: file('createWriteStream'), sort: 'open', path: 0, standard: 'w', flags: 1, mode: 1 },
  { callee: file('open'), sort: 'open', path: 0, standard: 'r', flags: 1, mode: 2 },
  { callee: file('copyFile|copy'), sort: 'copy', path: 1, standard: 'w' },
  {
    callee: /^(write-file-atomic(\.sync)?|atomically\.writeFile(Sync)?)$/,
    sort: 'atomic',
    path: 0,
    standard: 'w',
    content: 1,
    mode: 2,
  },
  {
    callee: /^(better-sqlite3|sqlite3\.Database|sqlite\.DatabaseSync|node:sqlite\.DatabaseSync|bun:sqlite\.Database)$/,
    sort: 'database',
    path: 0,
    standard: 'r+',
  },
  {
    callee: /^(level|classic-level\.ClassicLevel|nedb|lowdb\.JSONFilePreset)$/,
    sort: 'database',
    path: 0,
    standard: 'r+',
  },
  { callee: /^(Bun\.file|Deno\.read(Text)?File(Sync)?)$/, sort: 'content', path: 0, standard: 'r' },
  {
    callee: /^(Bun\.write|Deno\.write(Text)?File(Sync)?)$/,
    sort: 'content',
    path: 0,
    standard: 'w',
    content: 1,
    mode: 2,
  },
  { callee: /^jsonfile\.readFile(Sync)?$/, sort: 'content', path: 0, standard: 'r' },
  { callee: /^jsonfile\.writeFile(Sync)?$/, sort: 'content', path: 0, standard: 'w', content: 1, mode: 2 },
]

export function openingsIn(source: JavaScriptSource): readonly Opening[] {
  return callsOf(source).flatMap((call): readonly Opening[] => {
    const callee = calleeOf(source, call) ?? ''
    const opener = openers.find((one) => one.callee.test(callee))
    const given = givenOf(source.tree, call)
    const path = opener === undefined ? undefined : given[opener.path]
    if (opener === undefined || path === undefined) return []
    const constant = constantOf(source, path)?.value
    const isNoFile = typeof constant === 'number' || constant === ':memory:' || /\.fd$/.test(textOf(source.tree, path))
    if (isNoFile || /^\/dev\/std/.test(String(constant))) return []
    const mode = modeOf(source, given, opener)
    return [
      {
        call,
        callee,
        sort: opener.sort,
        path,
        known: pathOf(source, path),
        reads: /[r+]/.test(mode),
        writes: /[wax+]/.test(mode),
        appends: mode.includes('a'),
        content: opener.content === undefined ? undefined : given[opener.content],
        mode: opener.mode === undefined ? undefined : given[opener.mode],
      },
    ]
  })
}

/** In the letters of flags; those that cannot be told are as where nobody says. */
function modeOf(source: JavaScriptSource, given: readonly number[], { flags, standard }: Opener): string {
  const node = flags === undefined ? undefined : given[flags]
  if (node === undefined) return standard
  const direct = constantOf(source, node)?.value
  if (typeof direct === 'string') return /^[rwax+s]+$/.test(direct) ? direct : standard
  if (/\bO_(WRONLY|CREAT|RDWR|APPEND)\b/.test(textOf(source.tree, node))) return modeOfFlags(textOf(source.tree, node))
  for (const name of ['flags', 'flag']) {
    const [option] = optionsNamed(source, node, name)
    const value = option?.kind === 'given' ? constantOf(source, option.node)?.value : undefined
    if (typeof value === 'string') return value
  }
  return standard
}

function modeOfFlags(flags: string): string {
  if (/O_APPEND/.test(flags)) return 'a'
  return /O_RDWR/.test(flags) ? 'r+' : 'w'
}
