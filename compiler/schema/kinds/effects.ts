/** Kinds for what code does to the world outside: it connects, writes, starts. */
import { boolean, choice, liftedFields, number, optional, records, reference, type Shape, text } from '../types.ts'
import { filePurposes } from '../values.ts'

export const effectKinds = {
  connection: {
    about: 'A request or a connection to another machine.',
    inFile: true,
    lifted: 'at the call',
    fields: {
      callee: text('What is called, resolved through imports.', 'dotted'),
      library: text('The library that connects.', 'dotted'),
      verification: choice('Whether the certificate of the other side is verified; "none" where there is no TLS.', [
        'on',
        'off',
        'optional',
        'none',
        'unknown',
      ]),
      verification_setting: optional(text('What switches it, as written.')),
      connect_timeout: optional(
        text('The limit for connecting, as written; "unknown" where it cannot be told; missing where there is none.'),
      ),
      read_timeout: optional(
        text(
          'The limit for waiting for data, as written; "unknown" where it cannot be told; missing where there is none.',
        ),
      ),
      connect_seconds: optional(number('The limit for connecting in seconds, where it is known.')),
      read_seconds: optional(number('The limit for waiting for data in seconds, where it is known.')),
      proxy: choice('Where the proxy comes from that it goes through.', ['none', 'fixed', 'environment', 'unknown']),
      status_checked: boolean('Whether the status of the answer is looked at.'),
      url_origins: records('Where the address comes from.', 'origin', 'url_origin'),
      function: reference('The function that it stands in.', 'function'),
      ...liftedFields,
    },
  },
  output: {
    about: 'Text that code writes to a stream or a log.',
    inFile: true,
    lifted: 'at the call',
    fields: {
      stream: choice('Where it really goes.', ['stdout', 'stderr', 'log', 'unknown']),
      callee: text('What is called, resolved through imports.', 'dotted'),
      through_logger: boolean('Whether a logger writes it.'),
      in_handler: boolean('Whether it stands where an exception is caught.'),
      about_error: boolean('Whether it tells of an error: by its level, its words or where it stands.'),
      arguments: records('What it is given, in the order written.', 'argument'),
      function: reference('The function that it stands in.', 'function'),
      ...liftedFields,
    },
  },
  log_handler: {
    about: 'Where a logger is told to write: a handler that code makes, or an entry of the table that sets loggers up.',
    inFile: true,
    fields: {
      stream: choice('Where it writes.', ['stdout', 'stderr', 'log', 'unknown']),
      stream_origins: records('Where the stream comes from that it is given.', 'origin', 'stream_origin'),
      text: text('What makes it, as written, cut to 200 characters.'),
      function: reference('The function that it stands in.', 'function'),
    },
  },
  process: {
    about: 'A program that code starts.',
    inFile: true,
    lifted: 'where it is done',
    fields: {
      program: optional(text('The program, where it is known.', 'path')),
      shell: boolean('Whether a shell reads the command.'),
      callee: text('What is called, resolved through imports.', 'dotted'),
      arguments: records('What it is given, in the order written.', 'argument'),
      function: reference('The function that it stands in.', 'function'),
      ...liftedFields,
    },
  },
  query: {
    about: 'A statement that code sends to a database.',
    inFile: true,
    lifted: 'where it is done',
    fields: {
      language: choice('The language of the statement.', ['sql']),
      text: text('The statement as written, cut to 200 characters.'),
      bound: boolean('Whether values are handed over beside the text.'),
      text_origins: records('Where the parts of its text come from.', 'origin', 'text_origin'),
      function: reference('The function that it stands in.', 'function'),
      ...liftedFields,
    },
  },
  file_access: {
    about: 'A file that code opens, or a path that it gives to something that does.',
    inFile: true,
    fields: {
      file_name: optional(text('The last part of the path, where it is known.', 'path')),
      path_text: text('The path where all of it is known, else as written, cut to 200 characters.', 'path'),
      path_origins: records('Where the path comes from.', 'origin', 'path_origin'),
      path: optional(
        text(
          'The path from the scanned folder, where it is known and lies in the repository; of what is moved to the place of another file, that place.',
          'path',
        ),
      ),
      purpose: choice('What the file is for.', filePurposes),
      holds: optional(
        choice('What code takes out of it under a name that says so, or a template of it asks for.', ['credentials']),
      ),
      write: boolean('Whether it is opened to be written.'),
      inside_repository: boolean('Whether the path lies in the repository.'),
      ignored: boolean(
        'Whether git would ignore the path, or a file of its name beside the code where it lies elsewhere.',
      ),
      tracked: boolean('Whether git has the path in its index.'),
      function: reference('The function that it stands in.', 'function'),
    },
  },
  file_write: {
    about: 'Data that code writes to a file.',
    inFile: true,
    lifted: 'at the call',
    fields: {
      file_name: optional(text('The last part of the path, where it is known.', 'path')),
      path_text: text('The path where all of it is known, else as written, cut to 200 characters.', 'path'),
      path_origins: records('Where the path comes from.', 'origin', 'path_origin'),
      fixed_directory: boolean('Whether code alone decides in which directory it lies, however its name is made up.'),
      purpose: choice('What the file is for.', filePurposes),
      content_origins: records('Where the data comes from.', 'origin', 'content_origin'),
      mode: optional(text('The mode that it is created with, in four octal digits, where it is known.')),
      restricted_after: boolean('Whether its mode is restricted only after it was written.'),
      embedded_database: boolean('Whether a database in a file does the writing.'),
      order: number('Its turn within its function, from 1.'),
      function: reference('The function that it stands in.', 'function'),
      ...liftedFields,
    },
  },
  file_replace: {
    about: 'A file that takes the place of another.',
    inFile: true,
    fields: {
      source: text('The file that is moved, as written.', 'path'),
      source_origins: records('Where the path of the file that is moved comes from.', 'origin', 'source_origin'),
      target: text('The path that it gets, as written.', 'path'),
      same_directory: boolean('Whether both lie in one directory for certain.'),
      after_close: boolean('Whether the file was closed before.'),
      atomic: boolean('Whether the exchange is atomic on one file system.'),
      order: number('Its turn within its function, from 1.'),
      function: reference('The function that it stands in.', 'function'),
    },
  },
} as const satisfies { readonly [name: string]: Shape }
