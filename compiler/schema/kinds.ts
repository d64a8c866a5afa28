/**
 * The facts schema: every kind of fact and every record, with their fields. One source for the extractors, the type
 * checker, the JSON Schema and the documentation. Names are singular and are the words of the language.
 */
import {
  boolean,
  choice,
  type FactFields,
  literal,
  number,
  optional,
  type Place,
  records,
  reference,
  type Shape,
  text,
  texts,
} from './types.ts'
import { ecosystems, languages, originForms, roles } from './values.ts'

/** The version of the facts document, in its `schema` field; a module refuses any other. */
export const schemaVersion = 1

export const kinds = {
  repository: {
    about: 'The repository, or the folder where there is none.',
    inFile: false,
    fields: {
      name: text('The name of its folder.'),
      revision: optional(text('The commit that is checked out.')),
      branch: optional(text('The branch that is checked out.')),
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
      path: text('The path that was looked at, from the scanned folder.', 'path'),
      asked: text('The path as the checklist names it; a bare name is looked at beside the code.', 'path'),
      exists: boolean('Whether there is such a file.'),
      ignored: boolean('Whether git would ignore it.'),
      rule: optional(text('The .gitignore rule that decides it.')),
      tracked: boolean('Whether git has it in its index.'),
    },
  },
  function: {
    about: 'A function; code outside of any belongs to the pseudo-function of its file, named "<module>".',
    inFile: true,
    fields: {
      name: text('Its name.'),
      qualified_name: text('Its name with the classes and functions around it.', 'dotted'),
      parameters: texts('The names of its parameters.', 'parameter'),
      entry_point: boolean('Whether the program starts here.'),
    },
  },
  import: {
    about: 'A module that code imports.',
    inFile: true,
    fields: {
      module: text('The module, as Python or JavaScript resolves it.', 'dotted'),
      name: optional(text('The name that is taken from it.')),
      alias: optional(text('What the code calls it.')),
      provenance: choice('Where the module comes from.', ['stdlib', 'local', 'external']),
    },
  },
  call: {
    about: 'A call in code.',
    inFile: true,
    fields: {
      callee: text(
        'What is called, resolved through imports and aliases, such as "json.loads"; "(x).get" where x stands for nothing known.',
        'dotted',
      ),
      name: text('The last part of the callee.'),
      receiver: optional(text('What a method is called on, as written.')),
      text: text('The call as written, cut to 200 characters.'),
      arguments: records('What it is given, in the order written.', 'argument'),
      function: reference('The function that it stands in.', 'function'),
      order: number('Its turn within its function, from 1.'),
    },
  },
  string: {
    about: 'A string literal in code.',
    inFile: true,
    fields: {
      value: text('Its value; a hole of an interpolated string reads {}.'),
      interpolated: boolean('Whether values are put into it.'),
      role: choice('What it is for.', ['docstring', 'key', 'argument', 'value']),
      function: reference('The function that it stands in.', 'function'),
    },
  },
  url: {
    about: 'An address, in code, documentation, scripts or configuration.',
    inFile: true,
    fields: {
      text: text('The address as written.'),
      scheme: text('Its scheme in lower case, such as "https".'),
      host: optional(text('Its host.')),
      port: optional(number('Its port, where one is written.')),
      url_path: optional(text('Its path.', 'path')),
      query_keys: texts('The names in its query.', 'query_key'),
      local: boolean('Whether it names this machine itself.'),
      placeholder: boolean('Whether it is an example that has to be replaced.'),
      role: choice('What it is used for: to connect to, to name something, or as the key of an adapter or a check.', [
        'endpoint',
        'identifier',
        'adapter',
      ]),
    },
  },
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
      negated: boolean('Whether the text around it says not to run it.'),
      found_in: choice('Where it stands.', ['script', 'documentation', 'workflow', 'container', 'cron', 'unit']),
      stream: choice('Where what it prints goes.', ['stdout', 'stderr', 'file', 'none']),
      starts_integration: boolean('Whether it starts a program of this repository.'),
      installs_packages: optional(choice('The ecosystem that it installs packages of.', ecosystems)),
      turns_off: optional(choice('The protection that it turns off as a whole.', ['selinux', 'firewall'])),
      script: optional(reference('The script that it stands in.', 'script')),
      section: optional(reference('The section of the documentation that it stands in.', 'section')),
    },
  },
  permission: {
    about: 'A mode or an owner that is given to a path, by a command or a call.',
    inFile: true,
    fields: {
      file_name: optional(text('The last part of the path.', 'path')),
      path_text: optional(text('The path as written.', 'path')),
      mode: optional(text('The mode in four octal digits, where it fixes all bits.')),
      owner: optional(text('The owner that it gets.')),
      group: optional(text('The group that it gets.')),
      world_readable: boolean('Whether everybody may read it afterwards.'),
      world_writable: boolean('Whether everybody may write it afterwards.'),
      setuid: boolean('Whether it sets the set-user-ID bit.'),
      setgid: boolean('Whether it sets the set-group-ID bit.'),
      form: choice('How it is given.', ['command', 'call']),
      negated: boolean('Whether the text around it says not to do so.'),
      text: text('The command or call as written, cut to 200 characters.'),
    },
  },
  section: {
    about: 'A section of documentation, from its heading to the next.',
    inFile: true,
    fields: {
      title: text('Its heading.'),
      level: number('The depth of its heading, from 1.'),
      titles: texts('Its heading and those above it, from the top.', 'title'),
    },
  },
  sentence: {
    about: 'A sentence of documentation.',
    inFile: true,
    fields: {
      text: text('The sentence, without markup.'),
      negated: boolean('Whether it says not to do something.'),
      section: optional(reference('The section that it stands in.', 'section')),
    },
  },
  setting: {
    about: 'A key and its value in a configuration file, or in one that documentation shows.',
    inFile: true,
    fields: {
      key: text('The key, with those above it joined by dots.', 'dotted'),
      value: optional(literal('Its value.')),
      format: choice('How it is written.', ['assignment', 'json', 'yaml', 'toml', 'ini']),
    },
  },
  wazuh_rule: {
    about: 'A rule of a Wazuh rule set.',
    inFile: true,
    fields: {
      id: number('Its number.'),
      level: number('Its level.'),
      description: optional(text('Its description, variables expanded.')),
      description_fields: texts('The fields that its description shows.', 'description_field'),
      groups: texts('Its groups, with those around it.', 'group'),
      found_in: choice('Where it stands.', ['file', 'documentation']),
    },
  },
} as const satisfies { readonly [name: string]: Shape }

export const recordShapes = {
  argument: {
    about: 'What a call or a command is given.',
    inFile: false,
    fields: {
      name: optional(text('Its keyword, or the option of a command.')),
      position: optional(number('Its position, from 1, keywords left out.')),
      text: text('The argument as written, cut to 200 characters.'),
      value: optional(literal('Its value, where it is a literal or constants resolve to one.')),
      known: boolean('Whether the value is known.'),
      spread: optional(choice('How a sequence or a mapping is spread.', ['*', '**'])),
      origins: records('Where the value comes from.', 'origin'),
    },
  },
  origin: {
    about: 'Where a value comes from.',
    inFile: false,
    fields: {
      form: choice('The sort of source.', originForms),
      name: optional(text('Its name: a variable, a function, an attribute.', 'dotted')),
      text: text('The source as written, cut to 200 characters.'),
    },
  },
} as const satisfies { readonly [name: string]: Shape }

export type KindName = keyof typeof kinds
export type RecordName = keyof typeof recordShapes

/** A fact as it stands in the document, `file` being an index into the list of files. */
export type Fact<K extends KindName> = { readonly at: Place } & ((typeof kinds)[K] extends { readonly inFile: true }
  ? { readonly file: number }
  : unknown) &
  FactFields<(typeof kinds)[K]['fields']>

export type RecordFact<R extends RecordName> = { readonly at: Place } & FactFields<(typeof recordShapes)[R]['fields']>
