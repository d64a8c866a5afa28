/** Files and streams that results go to. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from './failure.ts'

/** Whole or not at all: what is interrupted leaves the old file as it was. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const partial = `${path}.${randomUUID()}.partial`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(partial, content)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw new Failure(`${path} could not be written: ${(error as Error).message}`, 'Give another place with --output.')
  }
}

/** Resolves when the stream has taken everything, so that a pipe is not cut short by the end of the process. */
export function writeOut(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => {
      // A reader that has seen enough, such as head, is no mistake.
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error)
      else resolve()
    })
  })
}
