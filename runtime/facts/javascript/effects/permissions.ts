/** Calls that give a path a mode or an owner. */
import type { LocalFact } from '../../extractor.ts'
import { pathRoleOf } from '../../path-role.ts'
import { modeBits } from '../../permission-mode.ts'
import { textOf } from '../../syntax/flat.ts'
import type { Call } from '../calls.ts'
import { constantOf } from '../constants.ts'
import { pathTextOf } from '../files/paths.ts'
import { optionsNamed } from '../options.ts'
import type { JavaScriptSource } from '../source.ts'
import { givenOf } from '../syntax.ts'

/** Positions of arguments, from 0; an option is looked for in the object at the position of the mode. */
interface Signature {
  readonly mode?: number
  readonly owner?: number
  readonly group?: number
}

const changers: Readonly<Record<string, Signature>> = {
  chmod: { mode: 1 },
  fchmod: { mode: 1 },
  lchmod: { mode: 1 },
  mkdir: { mode: 1 },
  ensureDir: { mode: 1 },
  mkdirp: { mode: 1 },
  open: { mode: 2 },
  writeFile: { mode: 2 },
  appendFile: { mode: 2 },
  createWriteStream: { mode: 1 },
  chown: { owner: 1, group: 2 },
  fchown: { owner: 1, group: 2 },
  lchown: { owner: 1, group: 2 },
}
const fileCall = /^(?:fs|fs-extra|graceful-fs)(?:\.promises)?\.(\w+?)(?:Sync)?$/

type Permission = LocalFact<'permission'>

export function permissionFacts(source: JavaScriptSource, calls: readonly Call[]): readonly Permission[] {
  return calls.flatMap(({ fact, node }): readonly Permission[] => {
    if (fact.callee === 'process.umask') return ofUmask(source, fact, node)
    const name = fileCall.exec(fact.callee)?.[1] ?? ''
    const signature = Object.hasOwn(changers, name) ? changers[name] : undefined
    const given = givenOf(source.tree, node)
    const [path] = given
    if (signature === undefined || path === undefined) return []
    const mode = signature.mode === undefined ? undefined : modeGiven(source, given[signature.mode])
    const [owner, group] = [signature.owner, signature.group].map((at) => (at === undefined ? undefined : given[at]))
    // Without a mode the call gives none of its own.
    if (mode === undefined && owner === undefined && group === undefined) return []
    return [
      {
        at: fact.at,
        ...pathFields(source, path),
        directory: /^(mkdir|ensureDir|mkdirp)$/.test(name),
        ...bitsOf(mode),
        ...ownerOf(source, 'owner', owner),
        ...ownerOf(source, 'group', group),
        form: 'call',
        negated: false,
        text: fact.text,
      },
    ]
  })
}

/** "unknown" where a mode is given that nobody knows. */
export function modeGiven(source: JavaScriptSource, node: number | undefined): number | 'unknown' | undefined {
  if (node === undefined) return undefined
  const direct = modeOf(source, node)
  if (direct !== undefined) return direct
  const [option] = optionsNamed(source, node, 'mode')
  if (option?.kind !== 'given') return undefined
  return modeOf(source, option.node) ?? 'unknown'
}

/** `0o640`, `"640"`, `"0640"`. */
function modeOf(source: JavaScriptSource, node: number): number | undefined {
  const value = constantOf(source, node)?.value
  if (typeof value === 'number' && value >= 0) return value
  return typeof value === 'string' && /^[0-7]{3,5}$/.test(value) ? Number.parseInt(value, 8) : undefined
}

function bitsOf(mode: number | 'unknown' | undefined) {
  const { mode: digits, ...bits } = modeBits(typeof mode === 'number' ? mode : 0)
  return typeof mode === 'number' ? { mode: digits, ...bits } : bits
}

function pathFields(source: JavaScriptSource, path: number) {
  const known = pathTextOf(source, path)
  return {
    ...(known === undefined ? {} : { file_name: known.replace(/\/+$/, '').split('/').at(-1) ?? known }),
    path_text: known ?? textOf(source.tree, path).slice(0, 200),
    path_role: pathRoleOf(known),
  }
}

/** A mask takes away what it names from files and folders to come. */
function ofUmask(source: JavaScriptSource, fact: LocalFact<'call'>, node: number): readonly Permission[] {
  const [mask] = givenOf(source.tree, node)
  const value = mask === undefined ? undefined : modeOf(source, mask)
  if (value === undefined) return []
  const { mode: _, ...bits } = modeBits(0o777 & ~value)
  return [{ at: fact.at, path_role: 'other', directory: false, ...bits, form: 'call', negated: false, text: fact.text }]
}

/** -1 leaves as it is. */
function ownerOf<K extends 'owner' | 'group'>(source: JavaScriptSource, key: K, node: number | undefined) {
  const value = node === undefined ? undefined : constantOf(source, node)?.value
  const isGiven = (typeof value === 'string' || typeof value === 'number') && value !== -1
  return (isGiven ? { [key]: String(value) } : {}) as { readonly [P in K]?: string }
}
