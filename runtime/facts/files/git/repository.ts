/**
 * Finds the repository that a folder lies in, by reading alone: git itself is never started in a scanned tree, because
 * its configuration may name programs that git would run. What `.git` says is hostile until it is checked.
 *
 *     folder/.git/            an ordinary repository: git directory and common directory in one
 *     folder/.git             "gitdir: …/.git/worktrees/NAME"   whose file `gitdir` leads back here
 *     folder/.git             "gitdir: …/.git/modules/NAME"     whose core.worktree leads back here
 */
import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { attempt } from '../../attempt.ts'
import { Folder } from '../folder.ts'
import type { Trace } from '../trace.ts'
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
export function findRepository(folder: string, trace?: Trace): Found {
  for (let at = folder; ; at = dirname(at)) {
    const found = repositoryAt(at, trace)
    if (found !== undefined) return found
    if (dirname(at) === at) return { kind: 'none' }
  }
}

const longestPointer = 4096
const longestConfiguration = 1 << 20
const longestIndex = 1 << 28
const longestExclude = 1 << 18

function repositoryAt(root: string, trace: Trace | undefined): Found | undefined {
  const folder = new Folder(root, trace)
  const marker = join(root, '.git')
  const status = folder.status('.git')
  if (status === undefined) return undefined
  if (status.isDirectory()) {
    // Git, too, passes over a directory of this name that is no repository.
    return folder.status('.git/HEAD') === undefined ? undefined : opened(root, marker, trace)
  }
  if (!status.isFile()) return { kind: 'none', note: `${marker} is a link or a special file and was not followed.` }
  const pointer = firstLine(folder, '.git')
  const target = pointer?.startsWith('gitdir: ')
    ? real(resolve(root, pointer.slice('gitdir: '.length)), trace)
    : undefined
  if (target === undefined) return { kind: 'none', note: `${marker} does not lead to a git directory.` }
  if (!leadsBack(target, root, trace)) {
    return { kind: 'none', note: `${marker} leads to a git directory that does not know this working tree.` }
  }
  return opened(root, target, trace)
}

/** Without this, a planted pointer would bring the file names and commits of a stranger's repository into the facts. */
function leadsBack(gitDirectory: string, root: string, trace: Trace | undefined): boolean {
  const folder = new Folder(gitDirectory, trace)
  const worktree = firstLine(folder, 'gitdir')
  if (worktree !== undefined) return real(resolve(gitDirectory, worktree), trace) === join(root, '.git')
  const setting = configurationOf(folder).get('core.worktree')
  return setting !== undefined && real(resolve(gitDirectory, setting), trace) === root
}

function opened(root: string, directory: string, trace: Trace | undefined): Found {
  const gitDirectory = new Folder(directory, trace)
  const common = firstLine(gitDirectory, 'commondir')
  const commonDirectory = isWorktreeOf(directory, common, trace)
    ? new Folder(resolve(directory, common), trace)
    : gitDirectory
  const configuration = configurationOf(commonDirectory)
  return { kind: 'repository', repository: { root, gitDirectory, commonDirectory, configuration } }
}

/** Git writes `../..` there: the working tree's directory lies in `worktrees/` of the common one. */
function isWorktreeOf(directory: string, common: string | undefined, trace: Trace | undefined): common is string {
  return (
    common !== undefined &&
    basename(dirname(directory)) === 'worktrees' &&
    real(resolve(directory, common), trace) === dirname(dirname(directory))
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

function real(path: string, trace: Trace | undefined): string | undefined {
  const end = attempt(() => realpathSync(path))
  trace?.followed(path, end)
  return end
}
