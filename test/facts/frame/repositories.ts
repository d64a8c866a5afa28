/** Real repositories in temporary folders, deleted when the test file ends. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after } from 'node:test'

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'proviso-frame-')))
  folders.push(folder)
  return folder
}

export type Files = Readonly<Record<string, string | Uint8Array>>

export function write(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

/** A folder without git. */
export function folder(files: Files): string {
  const root = temporaryFolder()
  write(root, files)
  return root
}

/** A repository with these files in its index. */
export function repository(files: Files, ...initialise: readonly string[]): string {
  const root = folder(files)
  git(root, 'init', '--quiet', '--initial-branch=main', ...initialise)
  if (Object.keys(files).length > 0) git(root, 'add', '--all', '--force')
  return root
}

/** Runs git with nothing of the machine's own configuration. */
export function git(root: string, ...parameters: readonly string[]): string {
  return gitFed(root, '', ...parameters)
}

export function gitFed(root: string, input: string, ...parameters: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid', '-c', 'protocol.file.allow=always']
  return execFileSync('git', ['-C', root, ...identity, ...parameters], {
    input,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  })
}
