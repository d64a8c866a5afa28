/** Makes the repository of a case in a temporary folder, with a git index of its own. */
import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Case } from './case.ts'
import { CaseError } from './errors.ts'

const run = promisify(execFile)

/** Lets `use` have the folder that is scanned, and takes the repository away afterwards, whatever happens. */
export async function withRepository<T>(each: Case, use: (scanned: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(workshop(), 'case-'))
  try {
    await build(root, each)
    return await use(join(root, each.expected.scan ?? '.'))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

let made: string | undefined

/** Where the repositories of this process stand, with the objects of all of them. A run that is broken off leaves nothing behind. */
function workshop(): string {
  if (made !== undefined) return made
  const folder = mkdtempSync(join(tmpdir(), 'proviso-cases-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  made = folder
  return folder
}

async function build(root: string, { name, folder, expected }: Case): Promise<void> {
  try {
    const tree = join(folder, 'tree')
    if (existsSync(tree)) cpSync(tree, root, { recursive: true })
    giveDots(root)
    for (const [path, target] of Object.entries(expected.links ?? {})) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      symlinkSync(target, join(root, path))
    }
    await makeIndex(root, expected.untracked ?? [])
    for (const [path, mode] of Object.entries(expected.modes ?? {})) {
      await chmod(join(root, path), Number.parseInt(mode, 8))
    }
  } catch (error) {
    throw new CaseError('repository-not-made', `the repository of ${name} could not be made: ${told(error)}`, {
      cause: error,
    })
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

/** The skeleton that git takes for a repository, and an index that git itself makes: one process instead of many. */
async function makeIndex(root: string, untracked: readonly string[]): Promise<void> {
  const git = join(root, '.git')
  const objects = join(workshop(), 'objects')
  for (const folder of [join(git, 'objects'), join(git, 'refs/heads'), objects]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(git, 'HEAD'), 'ref: refs/heads/main\n')
  writeFileSync(join(git, 'config'), '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n')
  const excluded = untracked.map((path) => `:(exclude,literal)${path}`)
  const env = {
    ...process.env,
    // What a developer has set for git must not change what a case means.
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_DIR: git,
    GIT_WORK_TREE: root,
    // Nobody reads the objects, and a folder for all of them is quicker made and removed.
    GIT_OBJECT_DIRECTORY: objects,
  }
  await run('git', ['add', '--force', '--all', '--', '.', ...excluded], { cwd: root, env })
}

function told(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'ENOENT' && message.includes('git') ? 'git is not installed' : message
}
