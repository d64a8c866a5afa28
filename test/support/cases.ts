/**
 * Cases: tiny repositories with the verdict and the places that an item has to come to. A case is a folder
 * `<ITEM>/<verdict>-<what>` with its files under `tree/`, in which a name that starts with `dot-` gets its dot, and a
 * `case.yaml`.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parse } from 'yaml'

export interface Case {
  readonly name: string
  readonly item: string
  readonly folder: string
  readonly expected: Expected
}

/** What `case.yaml` may hold. */
export interface Expected {
  readonly verdict: string
  /** `path:line` of each finding, in their order; none for another verdict than fail. */
  readonly places?: readonly string[]
  /** Files that git does not have in its index, by path. */
  readonly untracked?: readonly string[]
  /** Permission bits in octal digits, by path. */
  readonly modes?: Readonly<Record<string, string>>
  /** What symbolic links point at, by path. */
  readonly links?: Readonly<Record<string, string>>
  /** The folder that is scanned; the top one without it. */
  readonly scan?: string
  /** Parts of messages that have to show. */
  readonly messages?: readonly string[]
}

const known = new Set(['verdict', 'places', 'untracked', 'modes', 'links', 'scan', 'messages'])

export function readCases(root: string): readonly Case[] {
  return readdirSync(root)
    .sort()
    .flatMap((item) =>
      readdirSync(join(root, item))
        .sort()
        .map((name) => {
          const folder = join(root, item, name)
          const expected = parse(readFileSync(join(folder, 'case.yaml'), 'utf8')) as Expected
          const strange = Object.keys(expected).find((key) => !known.has(key))
          if (strange !== undefined) throw new Error(`${folder}/case.yaml has an unknown key "${strange}".`)
          return { name: `${item}/${name}`, item, folder, expected }
        }),
    )
}

/** Makes the repository in a temporary folder, lets `use` have the folder to scan, and takes it away. */
export async function withRepository<T>({ folder, expected }: Case, use: (scanned: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'proviso-case-'))
  try {
    cpSync(join(folder, 'tree'), root, { recursive: true })
    giveDots(root)
    for (const [path, target] of Object.entries(expected.links ?? {})) symlinkSync(target, join(root, path))
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'init.defaultBranch=main', ...args], { cwd: root })
    git('init', '--quiet')
    git('add', '--force', '--all')
    for (const path of expected.untracked ?? []) git('rm', '--cached', '--quiet', '-r', '--', path)
    for (const [path, mode] of Object.entries(expected.modes ?? {}))
      chmodSync(join(root, path), Number.parseInt(mode, 8))
    return await use(join(root, expected.scan ?? '.'))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** `dot-gitignore` cannot be called `.gitignore` where it is kept, or it would be one there as well. */
function giveDots(folder: string): void {
  for (const found of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, found.name)
    if (found.isDirectory()) giveDots(path)
    if (basename(path).startsWith('dot-')) renameSync(path, join(folder, `.${found.name.slice('dot-'.length)}`))
  }
}
