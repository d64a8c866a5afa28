/**
 * Whether a script stops at failures from before it does anything: errexit, nounset and pipefail, in any spelling.
 *
 * Comments, assignments, definitions of functions, and what only sets up the shell itself may come first; so may
 * questions about paths within an assignment. Any other command does something: what is set after it comes too late.
 */

import { words } from '../classify/words.ts'
import { asWritten, baseName, type EvaluatedWord } from '../commands/evaluate.ts'
import { leadingOptions } from '../commands/options.ts'
import { shells, shellValued } from '../commands/wrappers.ts'
import type { ScriptCommand, ScriptStructure, ShellFunction } from './structure.ts'

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
  words(`: true false set shopt setopt unsetopt emulate export readonly local declare typeset unset umask trap alias unalias hash
  ulimit test [ exit return`)
const asking = words('cd pwd dirname basename readlink realpath command which type date id uname hostname echo printf')

/** Whether a command does nothing yet: it sets up the shell, or only asks about paths. */
export const isPreparing = (name: string): boolean => preparing.has(name) || asking.has(name)

export function optionsOf({ commands, functions }: ScriptStructure, shebang: Shebang): ShellOptions {
  const walk = new OptionsWalk(commands, functions, withOptions(noOptions, shebang.options))
  walk.run(0)
  return walk.result
}

const noOptions: ShellOptions = { errexit: false, nounset: false, pipefail: false }
const optionNames = ['errexit', 'nounset', 'pipefail'] as const

/** Functions that call functions are followed so far. */
const deepestCall = 8

/** Follows a script in the order in which it runs, through the functions that it calls. */
class OptionsWalk {
  readonly #byFunction: ReadonlyMap<number, readonly ScriptCommand[]>
  readonly #functionIndexes: ReadonlyMap<string, number>
  readonly #running: number[] = []
  /** How many commands may still be looked at: functions that call each other twice would double at each level. */
  #budget: number
  /** What is on at the moment. */
  #now: ShellOptions
  /** What was on when the script first did something. */
  #first: ShellOptions | undefined
  /** What was off while the script did something after that, and has not been turned on again. */
  readonly #lost = new Set<keyof ShellOptions>()

  constructor(commands: readonly ScriptCommand[], functions: readonly ShellFunction[], before: ShellOptions) {
    this.#byFunction = Map.groupBy(commands, (each) => each.function)
    this.#functionIndexes = new Map(functions.map(({ name }, i) => [name, i]))
    this.#budget = commands.length * 2 + 1000
    this.#now = before
  }

  /** An option counts where it is on from the first thing that is done, and not turned off for the rest. */
  get result(): ShellOptions {
    const result = { ...(this.#first ?? this.#now) }
    for (const name of this.#lost) result[name] = false
    return result
  }

  run(index: number): void {
    if (this.#running.length > deepestCall || this.#running.includes(index)) return
    this.#running.push(index)
    for (const command of this.#byFunction.get(index) ?? []) {
      if (this.#budget-- > 0) this.#step(command)
    }
    this.#running.pop()
  }

  #step({ command, unconditional, assigned }: ScriptCommand): void {
    const words = withoutPrefix(command.words.map(asWritten))
    const name = words[0]?.text
    if (name === undefined || (assigned && asking.has(name))) return
    const called = this.#functionIndexes.get(name)
    if (called !== undefined && called > 0) this.run(called)
    else if (!preparing.has(name)) this.#do(words)
    else if (unconditional && !command.aside) this.#set(changedBy(this.#now, words))
  }

  #set(options: ShellOptions): void {
    for (const name of optionNames) if (options[name]) this.#lost.delete(name)
    this.#now = options
  }

  #do(words: readonly EvaluatedWord[]): void {
    if (this.#first === undefined) this.#now = withOwnShell(this.#now, words)
    this.#first ??= this.#now
    for (const name of optionNames) if (this.#first[name] && !this.#now[name]) this.#lost.add(name)
  }
}

/** `builtin set -e` and `command set -e` are `set -e`. */
function withoutPrefix(words: readonly EvaluatedWord[]): readonly EvaluatedWord[] {
  const isPrefix = /^(builtin|command)$/.test(words[0]?.text ?? '') && !words[1]?.text.startsWith('-')
  return isPrefix && words.length > 1 ? words.slice(1) : words
}

function changedBy(options: ShellOptions, words: readonly EvaluatedWord[]): ShellOptions {
  const [name, ...given] = words.map(({ text }) => text)
  switch (name) {
    case 'set':
      return withOptions(options, given)
    case 'shopt':
      return withShopt(options, given)
    case 'setopt':
    case 'unsetopt':
      return withSetopt(options, given, name === 'setopt')
    default:
      return options
  }
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

/** As zsh has it: case and underscores mean nothing, `no` in front turns it round; nounset is "no unset". */
function withSetopt(before: ShellOptions, given: readonly string[], on: boolean): ShellOptions {
  const options = { ...before }
  for (const each of given) {
    const name = each.toLowerCase().replaceAll('_', '')
    if (name === 'errexit' || name === 'pipefail') options[name] = on
    if (name === 'noerrexit' || name === 'nopipefail') options[name === 'noerrexit' ? 'errexit' : 'pipefail'] = !on
    if (name === 'unset' || name === 'nounset') options.nounset = name === 'nounset' ? on : !on
  }
  return options
}

/** A script that hands everything over to a shell of its own: `exec bash -euo pipefail -c '…'`. */
function withOwnShell(before: ShellOptions, command: readonly EvaluatedWord[]): ShellOptions {
  const own = command[0]?.text === 'exec' ? command.slice(1) : command
  if (!shells.has(baseName(own[0]?.text ?? ''))) return before
  const { options } = leadingOptions(own.slice(1), shellValued)
  if (!options.some(({ name }) => name === '-c')) return before
  return withOptions(
    before,
    own.slice(1).map(({ text }) => text),
  )
}
