/** Kinds that the list of files gives, and what is given beside it. */
import { boolean, choice, literal, number, optional, type Shape, text, texts } from '../types.ts'
import { languages, roles } from '../values.ts'

export const fileKinds = {
  repository: {
    about: 'The repository, or the folder where there is none.',
    inFile: false,
    fields: {
      name: text('The name of its folder.'),
      revision: optional(text('The commit that is checked out.')),
      branch: optional(text('The branch that is checked out.')),
      remote: optional(text('The address that it was cloned from, without names and passwords.')),
      root_files: texts('The names in its top folder.', 'root_file', 'path'),
    },
  },
  file: {
    about: 'A file, or a symbolic link, of the repository.',
    inFile: false,
    fields: {
      path: text('Its path from the scanned folder.', 'path'),
      name: text('The last part of its path.', 'path'),
      extension: optional(text('What follows the last dot of its name.')),
      language: choice('What it is written in.', languages),
      role: choice('What it is for.', roles),
      size: number('Its size in bytes.'),
      mode: optional(text('Its permission bits in four octal digits, such as "0644".')),
      executable: boolean('Whether its owner may execute it.'),
      setuid: boolean('Whether the set-user-ID bit is on.'),
      setgid: boolean('Whether the set-group-ID bit is on.'),
      world_readable: boolean('Whether everybody may read it.'),
      world_writable: boolean('Whether everybody may write it.'),
      symlink: boolean('Whether it is a symbolic link.'),
      target: optional(text('What the link points at.', 'path')),
      tracked: boolean('Whether git has it in its index.'),
      ignored: boolean('Whether a .gitignore rule matches it.'),
      binary: boolean('Whether it holds something else than text.'),
      vendored: boolean('Whether it is a copy of third-party code.'),
      generated: boolean('Whether a program wrote it.'),
      lines: optional(number('How many lines it has, where it was read.')),
    },
  },
  path: {
    about: 'A path that a checklist asks about, whether it exists or not.',
    inFile: false,
    fields: {
      path: text(
        'The path that was looked at, from the scanned folder; of several that are told as one, the first.',
        'path',
      ),
      asked: text('The path as the checklist names it; a bare name is looked at beside the code.', 'path'),
      exists: boolean('Whether there is such a file.'),
      ignored: boolean('Whether git would ignore it.'),
      rule: optional(text('The .gitignore rule that decides it.')),
      tracked: boolean('Whether git has it in its index.'),
      governed: boolean('Whether a .gitignore lies beside it or above, whatever it says.'),
      folders: number('In how many folders of code a file of that name is missing, and git would do the same with it.'),
    },
  },
  external: {
    about: 'A value of a JSON file that is given beside the repository, by --facts NAME=FILE.',
    inFile: false,
    fields: {
      name: text('The name that the file was given.'),
      key: text(
        'Its key, with those above it joined by dots; what stands in a list has the key of the list.',
        'dotted',
      ),
      entry: optional(
        text('The member of a list that it stands in, such as "components.0"; the same for all of one member.'),
      ),
      value: literal('The value.'),
    },
  },
} as const satisfies { readonly [name: string]: Shape }
