/**
 * Whether a script stops at failures from before it does anything: errexit, nounset and pipefail, in any spelling.
 *
 * Comments, assignments, definitions of functions, and what only sets up the shell itself may come first; so may
 * questions about paths within an assignment. Any other command does something: what is set after it comes too late.
 */

import { words } from '../classify/words.ts'
import { asWritten, baseName } from '../commands/evaluate.ts'
import { leadingOptions } from '../commands/options.ts'
import { shells, shellValued } from '../commands/wrappers.ts'
import type { ScriptCommand } from './structure.ts'

export interface ShellOptions {
  readonly errexit: boolean
  readonly nounset: boolean
  readonly pipefail: boolean
}

export interface Shebang {
  /** The shell, without its folder. */
  readonly interpreter: string | undefined
  readonly options: readonly string[]
}

/** `#!/bin/bash -eu`, `#!/usr/bin/env -S bash -eu`. */
export function shebangOf(text: string): Shebang {
  const parts = /^#![ \t]*([^\r\n]{0,500})/.exec(text)?.[1]?.trim().split(/\s+/) ?? []
  const start = parts.findIndex((part) => baseName(part) !== 'env' && !/^-S?$|^--split-string$|=/.test(part))
  const program = start < 0 ? undefined : parts[start]?.replace(/^-S/, '')
  return { interpreter: program === undefined ? undefined : baseName(program), options: parts.slice(start + 1) }
}

const preparing =
  words(`: true false set shopt export readonly local declare typeset unset umask trap alias unalias hash
  ulimit test [ exit return`)
const asking = words('cd pwd dirname basename readlink realpath command which type date id uname hostname echo printf')

export function optionsOf(commands: readonly ScriptCommand[], shebang: Shebang): ShellOptions {
  let options = withOptions({ errexit: false, nounset: false, pipefail: false }, shebang.options)
  for (const { command, inFunction, unconditional, assigned } of commands) {
    const texts = command.words.map((word) => asWritten(word).text)
    const name = texts[0]
    if (inFunction || name === undefined) continue
    if (assigned && asking.has(name)) continue
    if (!preparing.has(name)) return withOwnShell(options, command.words.map(asWritten))
    if (!unconditional) continue
    if (name === 'set') options = withOptions(options, texts.slice(1))
    if (name === 'shopt') options = withShopt(options, texts.slice(1))
  }
  return options
}

const names = { e: 'errexit', u: 'nounset' } as const

/** After `set` and on the command line of a shell: `-euo pipefail`, `-o errexit`, `+e`. */
function withOptions(before: ShellOptions, given: readonly string[]): ShellOptions {
  const options = { ...before }
  for (let i = 0; i < given.length; i++) {
    const [, sign, letters = ''] = /^([-+])([A-Za-z]+)$/.exec(given[i]!) ?? []
    if (sign === undefined) break
    for (const letter of letters) {
      const name = letter === 'o' ? given[++i] : letter === 'e' || letter === 'u' ? names[letter] : undefined
      if (name === 'errexit' || name === 'nounset' || name === 'pipefail') options[name] = sign === '-'
    }
  }
  return options
}

/** `shopt -s -o errexit`, `shopt -so pipefail`. */
function withShopt(before: ShellOptions, given: readonly string[]): ShellOptions {
  const letters = given.filter((each) => each.startsWith('-')).join('')
  if (!letters.includes('o') || !/[su]/.test(letters)) return before
  const sign = letters.includes('s') ? '-o' : '+o'
  const named = given.filter((each) => !each.startsWith('-'))
  return withOptions(
    before,
    named.flatMap((name) => [sign, name]),
  )
}

/** A script that hands everything over to a shell of its own: `exec bash -euo pipefail -c '…'`. */
function withOwnShell(before: ShellOptions, command: readonly ReturnType<typeof asWritten>[]): ShellOptions {
  const own = command[0]?.text === 'exec' ? command.slice(1) : command
  if (!shells.has(baseName(own[0]?.text ?? ''))) return before
  const { options } = leadingOptions(own.slice(1), shellValued)
  if (!options.some(({ name }) => name === '-c')) return before
  return withOptions(
    before,
    own.slice(1).map(({ text }) => text),
  )
}
