/** Kinds for shell scripts, and for commands and modes wherever they stand. */
import { boolean, choice, number, optional, records, reference, type Shape, text, texts } from '../types.ts'
import { ecosystems, pathRoles, protections } from '../values.ts'

export const scriptKinds = {
  script: {
    about: 'A shell script.',
    inFile: true,
    fields: {
      name: text('The name of its file.', 'path'),
      interpreter: text('The shell that runs it, such as "bash".'),
      errexit: boolean('Whether it stops at the first failing command, from before it does anything.'),
      nounset: boolean('Whether an unset variable is an error, from before it does anything.'),
      pipefail: boolean('Whether a pipeline fails with any of its parts, from before it does anything.'),
      launches: texts('The programs of the integration that it starts.', 'launch', 'path'),
      launch_count: number('How many times it starts one.'),
      ends_in_exec: boolean('Whether every way to a program that it starts replaces the shell.'),
      role: choice('Whether it is the one that starts the integration.', ['wrapper', 'installer', 'other']),
    },
  },
  command: {
    about: 'A command of a shell script, or one that documentation tells the reader to run.',
    inFile: true,
    fields: {
      name: text('The program, without its folder.', 'path'),
      arguments: records('Its arguments, in the order written.', 'argument'),
      text: text('The command as written, cut to 200 characters.'),
      exec: boolean('Whether it replaces the shell.'),
      privileged: boolean('Whether it runs as root: through sudo or doas, or behind a root prompt.'),
      user: optional(text('The user that it runs as, where that is said.')),
      negated: boolean('Whether the text around it says not to run it.'),
      found_in: choice('Where it stands.', ['script', 'documentation', 'workflow', 'container', 'cron', 'unit']),
      stream: choice('Where what it prints goes.', ['stdout', 'stderr', 'file', 'none']),
      starts_integration: boolean('Whether it starts a program of this repository.'),
      installs_packages: optional(choice('The ecosystem that it installs packages of.', ecosystems)),
      turns_off: optional(choice('The protection that it turns off as a whole.', protections)),
      script: optional(reference('The script that it stands in.', 'script')),
      section: optional(reference('The section of the documentation that it stands in.', 'section')),
    },
  },
  permission: {
    about: 'A mode or an owner that a path is given, by a command, a call, a table, a sentence or a unit.',
    inFile: true,
    fields: {
      file_name: optional(text('The last part of the path.', 'path')),
      path_text: optional(text('The path as written.', 'path')),
      path_role: choice('What the path is for, by its name and by what lies there.', pathRoles),
      directory: boolean('Whether the path is a directory, as far as it shows.'),
      mode: optional(text('The mode in four octal digits, where it fixes all bits.')),
      owner: optional(text('The owner that it gets.')),
      group: optional(text('The group that it gets.')),
      world_readable: boolean('Whether everybody may read it afterwards.'),
      world_writable: boolean('Whether everybody may write it afterwards.'),
      world_executable: boolean('Whether everybody may execute it, or enter it, afterwards.'),
      setuid: boolean('Whether it sets the set-user-ID bit.'),
      setgid: boolean('Whether it sets the set-group-ID bit.'),
      form: choice('How it is given.', ['command', 'call', 'table', 'prose', 'unit']),
      negated: boolean('Whether the text around it says not to do so.'),
      text: text('What gives it, as written, cut to 200 characters.'),
      section: optional(reference('The section of the documentation that it stands in.', 'section')),
    },
  },
} as const satisfies { readonly [name: string]: Shape }
