/** Shells by what they can read: those of the POSIX family share a grammar that is read here. */
import { words } from '../classify/words.ts'
import { baseName } from '../commands/evaluate.ts'

const posix = words('sh bash zsh dash ash ksh mksh busybox')

/** Of "/bin/bash", "bash -e {0}" and `bash.exe` alike. */
export function isPosixShell(commandLine: string): boolean {
  const program = commandLine.trim().split(/\s+/)[0] ?? ''
  return posix.has(
    baseName(program)
      .replace(/\.exe$/i, '')
      .toLowerCase(),
  )
}
