/** The facts that a command gives: itself, and the permissions that it sets. */
import type { Fact, Place, RecordFact } from '../../../compiler/index.ts'
import { excerpt } from '../excerpt.ts'
import type { FileInput, LocalFact } from '../extractor.ts'
import { pathRoleOf } from '../path-role.ts'
import { baseName, type Evaluate } from './evaluate.ts'
import { installedEcosystem } from './installs.ts'
import { startedProgram } from './launches.ts'
import { permissionsGiven } from './permissions.ts'
import { Programs } from './programs.ts'
import { turnedOffProtection } from './protections.ts'
import { isRoot, type Run, runsOf } from './runs.ts'
import type { SimpleCommand } from './simple-command.ts'
import { streamAfter } from './streams.ts'
import type { Word } from './words.ts'

/** What is known of a command from where it stands. */
export interface Surroundings {
  readonly found_in: Fact<'command'>['found_in']
  readonly evaluate: Evaluate
  /** Who types it, or as whom the script around it runs, where that is known. */
  readonly user?: string
  readonly negated: boolean
  /** The index of the script or section that it stands in. */
  readonly script?: number
  readonly section?: number
}

export interface CommandFacts {
  readonly command: LocalFact<'command'>
  readonly permissions: readonly LocalFact<'permission'>[]
  readonly run: Run
  /** The path of the program of the repository that it starts. */
  readonly started: string | undefined
}

/** One for each program that the command runs. */
export function commandFacts(input: FileInput, command: SimpleCommand, around: Surroundings): readonly CommandFacts[] {
  const programs = Programs.of(input.tree)
  const folder = input.file.path.split('/').slice(0, -1).join('/')
  return runsOf(command, around.evaluate, around.user).map((run) => {
    const at = placeOf(input, run.command, run.command)
    const text = excerpt(run.command.source.text.slice(run.command.start, run.command.end))
    const started = startedProgram(run, programs, folder)
    const installed = installedEcosystem(run)
    const protection = turnedOffProtection(run)
    return {
      run,
      started,
      command: {
        at,
        name: baseName(run.program.text),
        arguments: argumentFacts(input, run),
        text,
        exec: run.exec,
        privileged: isRoot(run.user),
        ...(run.user === undefined ? {} : { user: run.user }),
        negated: around.negated,
        found_in: around.found_in,
        stream: streamAfter(run.command.redirects, run.command.into),
        starts_integration: started !== undefined,
        ...(installed === undefined ? {} : { installs_packages: installed }),
        ...(protection === undefined ? {} : { turns_off: protection }),
        ...(around.script === undefined ? {} : { script: around.script }),
        ...(around.section === undefined ? {} : { section: around.section }),
      },
      permissions: permissionFacts(run, at, text, around.negated),
    }
  })
}

function permissionFacts(run: Run, at: Place, text: string, negated: boolean): readonly LocalFact<'permission'>[] {
  return permissionsGiven(run).map(({ path, change, owner, group }) => ({
    at,
    ...(path === undefined ? {} : { file_name: baseName(path.meant), path_text: path.written }),
    path_role: pathRoleOf(path?.meant),
    directory: false,
    ...change,
    ...(owner === undefined ? {} : { owner }),
    ...(group === undefined ? {} : { group }),
    form: 'command',
    negated,
    text,
  }))
}

type Argument = RecordFact<'argument'>

function argumentFacts(input: FileInput, run: Run): readonly Argument[] {
  let position = 0
  return run.parameters.map(({ word, text, known, origins }): Argument => {
    const at = placeOf(input, run.command, word)
    const option = /^(--?[A-Za-z][\w-]*)(?:=([\s\S]*))?$/.exec(text)
    if (option === null) position++
    const value = option === null ? text : option[2]
    return {
      at,
      ...(option === null ? { position } : { name: option[1]! }),
      text: excerpt(word.text),
      ...(known && value !== undefined ? { value } : {}),
      known,
      origins: origins.map((origin) => ({ at, ...origin, query_keys: [], whole: true, encoded: false })),
    }
  })
}

function placeOf(input: FileInput, { source }: SimpleCommand, { start, end }: Pick<Word, 'start' | 'end'>): Place {
  const range = source.rangeOf(start, end)
  return input.lines.placeOf(range.start, range.end)
}
