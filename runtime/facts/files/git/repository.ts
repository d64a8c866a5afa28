/**
 * Finds the repository that a folder lies in, by reading alone: git itself is never started in a scanned tree, because
 * its configuration may name programs that git would run. What `.git` says is hostile until it is checked.
 *
 *     folder/.git/            an ordinary repository: git directory and common directory in one
 *     folder/.git             "gitdir: …/.git/worktrees/NAME"   whose file `gitdir` leads back here
 *     folder/.git             "gitdir: …/.git/modules/NAME"     whose core.worktree leads back here
 */
import { lstatSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { attempt } from '../../attempt.ts'
import { Folder } from '../folder.ts'
import { type Configuration, parseConfiguration } from './configuration.ts'
import { type Index, parseIndex } from './index-file.ts'

export interface Repository {
  /** The top of the working tree, absolute, links resolved. */
  readonly root: string
  /** What belongs to this working tree: `HEAD`, `index`. */
  readonly gitDirectory: Folder
  /** What all working trees of the repository share: branches, `config`, `info/exclude`. */
  readonly commonDirectory: Folder
  readonly configuration: Configuration
}

export type Found =
  | { readonly kind: 'repository'; readonly repository: Repository }
  /** There is none; `note` if there is something that passes for one. */
  | { readonly kind: 'none'; readonly note?: string }

/** Looks at `folder` (absolute, links resolved) and at every folder above it. */
export function findRepository(folder: string): Found {
  for (let at = folder; ; at = dirname(at)) {
    const found = repositoryAt(at)
    if (found !== undefined) return found
    if (dirname(at) === at) return { kind: 'none' }
  }
}

const longestPointer = 4096
const longestConfiguration = 1 << 20
const longestIndex = 1 << 28
const longestExclude = 1 << 18

function repositoryAt(root: string): Found | undefined {
  const marker = join(root, '.git')
  const status = lstat(marker)
  if (status === undefined) return undefined
  if (status.isDirectory()) {
    // Git, too, passes over a directory of this name that is no repository.
    return lstat(join(marker, 'HEAD')) === undefined ? undefined : opened(root, marker)
  }
  if (!status.isFile()) return { kind: 'none', note: `${marker} is a link or a special file and was not followed.` }
  const pointer = firstLine(new Folder(root), '.git')
  const target = pointer?.startsWith('gitdir: ') ? real(resolve(root, pointer.slice('gitdir: '.length))) : undefined
  if (target === undefined) return { kind: 'none', note: `${marker} does not lead to a git directory.` }
  if (!leadsBack(target, root)) {
    return { kind: 'none', note: `${marker} leads to a git directory that does not know this working tree.` }
  }
  return opened(root, target)
}

/** Without this, a planted pointer would bring the file names and commits of a stranger's repository into the facts. */
function leadsBack(gitDirectory: string, root: string): boolean {
  const worktree = firstLine(new Folder(gitDirectory), 'gitdir')
  if (worktree !== undefined) return real(resolve(gitDirectory, worktree)) === join(root, '.git')
  const setting = configurationOf(new Folder(gitDirectory)).get('core.worktree')
  return setting !== undefined && real(resolve(gitDirectory, setting)) === root
}

function opened(root: string, directory: string): Found {
  const gitDirectory = new Folder(directory)
  const common = firstLine(gitDirectory, 'commondir')
  const commonDirectory = isWorktreeOf(directory, common) ? new Folder(resolve(directory, common)) : gitDirectory
  const configuration = configurationOf(commonDirectory)
  return { kind: 'repository', repository: { root, gitDirectory, commonDirectory, configuration } }
}

/** Git writes `../..` there: the working tree's directory lies in `worktrees/` of the common one. */
function isWorktreeOf(directory: string, common: string | undefined): common is string {
  return (
    common !== undefined &&
    basename(dirname(directory)) === 'worktrees' &&
    real(resolve(directory, common)) === dirname(dirname(directory))
  )
}

function configurationOf(directory: Folder): Configuration {
  const content = directory.read('config', longestConfiguration)
  return parseConfiguration(content.kind === 'bytes' ? content.bytes.toString('utf8') : '')
}

/** What git tracks. */
export function readIndex({ gitDirectory, configuration }: Repository): Index {
  // A repository to which nothing was ever added has none.
  if (gitDirectory.status('index') === undefined) return { kind: 'entries', entries: [], sparse: false }
  const content = gitDirectory.read('index', longestIndex)
  if (content.kind === 'failure') return { kind: 'unsupported', reason: content.reason }
  if (!content.whole) return { kind: 'unsupported', reason: `is larger than ${longestIndex} bytes` }
  return parseIndex(content.bytes, configuration.get('extensions.objectformat') ?? 'sha1')
}

/** The ignore rules of this clone alone; empty where there are none. */
export function readExclude({ commonDirectory }: Repository): string {
  const content = commonDirectory.read('info/exclude', longestExclude)
  return content.kind === 'bytes' && content.whole ? content.bytes.toString('utf8') : ''
}

/** The one line of a small file of git's, without its end. */
export function firstLine(directory: Folder, path: string): string | undefined {
  const content = directory.read(path, longestPointer)
  if (content.kind !== 'bytes' || !content.whole) return undefined
  const line = content.bytes.toString('utf8').replace(/\r?\n$/, '')
  return /[\0\r\n]/.test(line) || line === '' ? undefined : line
}

const lstat = (path: string) => attempt(() => lstatSync(path, { throwIfNoEntry: false }))

const real = (path: string): string | undefined => attempt(() => realpathSync(path))
