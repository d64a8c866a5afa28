import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const main = join(import.meta.dirname, '../../cli/main.ts')

/** Runs the command as a user does, without a terminal. */
export function proviso(args: readonly string[], folder = '.'): Run {
  const { FORCE_COLOR: _, ...rest } = process.env
  const env = { ...rest, NO_COLOR: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}
