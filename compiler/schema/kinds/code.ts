/** Kinds that code is made of. */
import {
  boolean,
  choice,
  liftedFields,
  literal,
  number,
  optional,
  records,
  reference,
  type Shape,
  text,
  texts,
} from '../types.ts'

export const codeKinds = {
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
  access: {
    about: 'A look-up of one part of a value by its key: `data["id"]`, `data.get("id")`.',
    inFile: true,
    fields: {
      base: text('What is looked into, as written, cut to 200 characters.'),
      key: optional(literal('The key, where it is known.')),
      form: choice('How it is looked up.', ['subscript', 'get', 'attribute']),
      chained: boolean('Whether the base is itself such a look-up.'),
      guarded: boolean('Whether a test, a default or a handler around it catches that the part is not there.'),
      base_origins: records('Where what is looked into comes from.', 'origin', 'base_origin'),
      function: reference('The function that it stands in.', 'function'),
    },
  },
  assignment: {
    about: 'A value that code gives to a name, or to a key of a dictionary or an object.',
    inFile: true,
    fields: {
      target: text('What gets the value, as written.', 'dotted'),
      text: text('The value as written, cut to 200 characters.'),
      value: optional(literal('The value, where it is a literal or constants resolve to one.')),
      form: choice('What sort of name gets it; "pair" for a key where the dictionary is written.', [
        'name',
        'attribute',
        'subscript',
        'pair',
        'augmented',
        'loop',
        'other',
      ]),
      origins: records('Where the value comes from.', 'origin'),
      function: reference('The function that it stands in.', 'function'),
    },
  },
  fallback: {
    about: 'A value that is taken from the first of several sources that has one.',
    inFile: true,
    fields: {
      target: text('What gets the value: a name, or the function that returns it.', 'dotted'),
      sources: records('The sources, with their position in the order of priority.', 'origin', 'source'),
      form: choice('How the next source is come to.', ['early return', 'or', 'merge', 'default']),
      function: reference('The function that it stands in.', 'function'),
    },
  },
  raise: {
    about: 'An exception that code raises.',
    inFile: true,
    lifted: true,
    fields: {
      exception: optional(text('The exception, resolved through imports.', 'dotted')),
      text: text('The statement as written, cut to 200 characters.'),
      origins: records('Where the values come from that it carries.', 'origin'),
      function: reference('The function that it stands in.', 'function'),
      ...liftedFields,
    },
  },
  handler: {
    about: 'A clause that catches exceptions.',
    inFile: true,
    fields: {
      exceptions: texts('What it catches, resolved through imports.', 'exception', 'dotted'),
      bare: boolean('Whether it names no exception.'),
      catches_all: boolean('Whether it catches every error.'),
      reraises: boolean('Whether a way through it ends in raising again.'),
      logs: boolean('Whether it reports the error.'),
      ends_program: boolean('Whether it ends the program.'),
      function: reference('The function that it stands in.', 'function'),
    },
  },
} as const satisfies { readonly [name: string]: Shape }
