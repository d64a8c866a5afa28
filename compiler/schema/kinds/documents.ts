/** Kinds for what is written to be read, and for addresses wherever they stand. */
import { boolean, choice, number, optional, reference, type Shape, text, texts } from '../types.ts'
import { protections } from '../values.ts'

export const documentKinds = {
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
      credentials: boolean('Whether a user name or a password stands in it.'),
      role: choice('What it is used for: to connect to, to name something, or as the key of an adapter or a check.', [
        'endpoint',
        'identifier',
        'adapter',
      ]),
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
      turns_off: optional(choice('The protection that it tells the reader to turn off as a whole.', protections)),
      section: optional(reference('The section that it stands in.', 'section')),
    },
  },
  link: {
    about: 'A link of documentation.',
    inFile: true,
    fields: {
      target: text('What it points at, as written.', 'path'),
      text: text('Its text, without markup.'),
      section: optional(reference('The section that it stands in.', 'section')),
    },
  },
  code_block: {
    about: 'A block of code in documentation.',
    inFile: true,
    fields: {
      language: optional(text('The language that it says it is written in, in lower case.')),
      text: text('Its content, cut to 2,000 characters.'),
      section: optional(reference('The section that it stands in.', 'section')),
    },
  },
} as const satisfies { readonly [name: string]: Shape }
