/** Files and streams that results go to. */
import { randomUUID } from 'node:crypto'
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { finished, started } from '../runtime/half-written.ts'
import { makeFolder } from '../runtime/make-folder.ts'
import { Failure } from './failure.ts'

/** Whole or not at all: what is interrupted leaves the old file as it was. Links are followed, permissions kept. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  try {
    const before = statSync(path, { throwIfNoEntry: false })
    // A pipe or a terminal is written to; another file in its place would be no pipe.
    if (before !== undefined && !before.isFile() && !before.isDirectory()) writeFileSync(path, content)
    else exchange(before === undefined ? path : realpathSync(path), content, before?.mode)
  } catch (error) {
    throw new Failure(`${path} could not be written: ${reasonOf(error)}`, 'Name a place that you may write to.')
  }
}

function exchange(path: string, content: string | Uint8Array, mode: number | undefined): void {
  const partial = `${path}.${randomUUID()}.partial`
  started(partial)
  try {
    makeFolder(dirname(resolve(path)))
    writeFileSync(partial, content)
    if (mode !== undefined) chmodSync(partial, mode & 0o7777)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  } finally {
    finished(partial)
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'that is not allowed',
  EPERM: 'that is not allowed',
  EROFS: 'the file system is read-only',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return reasons[code ?? ''] ?? message
}

/**
 * To standard output. Resolves when the stream has taken everything, so that a pipe is not cut short by the end of the
 * process.
 */
export function writeOut(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => {
      // A reader that has seen enough, such as head, is no mistake.
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve()
      else reject(new Failure(`standard output could not be written: ${reasonOf(error)}`))
    })
  })
}

/**
 * A stream that fails also tells its listeners, and Node ends with a stack trace where there is none. Who writes a result
 * is told by `writeOut`; what else goes to a stream that nobody reads is lost without harm.
 */
export function surviveClosedStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

/** To a file where one is named, else to standard output. */
export async function deliver(content: string | Uint8Array, output: string | undefined): Promise<void> {
  if (output === undefined) await writeOut(content)
  else writeWhole(output, content)
}
