/** The facts that a command gives: itself, and the permissions that it sets. */
import type { Fact, Place } from '../../../compiler/index.ts'
import { excerpt } from '../excerpt.ts'
import type { FileInput, LocalFact } from '../extractor.ts'
import { argumentFacts, placeWithin } from './arguments.ts'
import { baseName, type Evaluate } from './evaluate.ts'
import { InstalledPaths } from './installed-paths.ts'
import { installedEcosystem } from './installs.ts'
import { startedProgram } from './launches.ts'
import { type GivenPermission, permissionsGiven } from './permissions.ts'
import { Programs } from './programs.ts'
import { turnedOffProtection } from './protections.ts'
import { isRoot, type Run, runsOf } from './runs.ts'
import { isHeredoc, type Redirect, type SimpleCommand } from './simple-command.ts'
import { streamAfter } from './streams.ts'

/** What is known of a command from where it stands. */
export interface Surroundings {
  readonly found_in: Fact<'command'>['found_in']
  readonly evaluate: Evaluate
  /** Who types it, or as whom the script around it runs, where that is known. */
  readonly user?: string
  readonly negated: boolean
  /** Whether a here-document belongs to it, where that is known from more than its own words. */
  readonly heredoc?: boolean
  /** The index of the script or section that it stands in. */
  readonly script?: number
  readonly section?: number
}

export interface CommandFacts {
  readonly command: LocalFact<'command'>
  readonly permissions: readonly LocalFact<'permission'>[]
  /** What `permissions` are made from, one by one. */
  readonly given: readonly GivenPermission[]
  readonly run: Run
  /** The path of the program of the repository that it starts. */
  readonly started: string | undefined
}

/** One for each program that the command runs. */
export function commandFacts(input: FileInput, command: SimpleCommand, around: Surroundings): readonly CommandFacts[] {
  const programs = new Programs(input.tree)
  const folder = input.file.path.split('/').slice(0, -1).join('/')
  return runsOf(command, around.evaluate, around.user).map((run) => {
    const at = placeWithin(input, run.command, run.command)
    const text = excerpt(run.command.source.writtenAt(run.command.start, run.command.end))
    const started = startedProgram(run, programs, folder)
    const installed = installedEcosystem(run)
    const protection = turnedOffProtection(run)
    const given = permissionsGiven(run)
    return {
      run,
      given,
      started,
      command: {
        at,
        name: baseName(run.program.text),
        arguments: argumentFacts(input, run),
        text,
        exec: run.exec,
        wrappers: run.wrappers,
        privileged: isRoot(run.user),
        ...(run.user === undefined ? {} : { user: run.user }),
        negated: around.negated,
        found_in: around.found_in,
        stream: streamAfter(run.command.redirects, run.command.into),
        redirects: run.command.redirects.filter((each) => !isHeredoc(each)).map(asWritten),
        heredoc: around.heredoc ?? run.command.redirects.some(isHeredoc),
        starts_integration: started !== undefined,
        ...(installed === undefined ? {} : { installs_packages: installed }),
        ...(protection === undefined ? {} : { turns_off: protection }),
        ...(around.script === undefined ? {} : { script: around.script }),
        ...(around.section === undefined ? {} : { section: around.section }),
      },
      permissions: given.map((each) =>
        permissionFact(input, each, { at, text, negated: around.negated, section: around.section }),
      ),
    }
  })
}

const asWritten = ({ descriptor, operator, target }: Redirect): string =>
  excerpt(`${descriptor ?? ''}${operator}${target?.text ?? ''}`)

interface Giving {
  readonly at: Place
  readonly text: string
  readonly negated: boolean
  readonly section: number | undefined
}

function permissionFact(
  input: FileInput,
  { path, change, owner, group, directory }: GivenPermission,
  { at, text, negated, section }: Giving,
): LocalFact<'permission'> {
  const installed = InstalledPaths.of(input)
  const spellings = path === undefined ? [] : [path.meant, path.written]
  return {
    at,
    ...(path === undefined ? {} : { file_name: baseName(path.meant), path_text: path.written }),
    path_role: installed.roleOf(...spellings),
    directory: directory || installed.isDirectory(...spellings),
    ...change,
    ...(owner === undefined ? {} : { owner }),
    ...(group === undefined ? {} : { group }),
    form: 'command',
    negated,
    text,
    ...(section === undefined ? {} : { section }),
  }
}
