/** Records: what stands only inside a list field of a fact. */
import { boolean, choice, literal, number, optional, records, type Shape, text, texts } from '../types.ts'
import { filePurposes, originForms } from '../values.ts'

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
      path: optional(
        text('The path of a file as far as it is known, or the one that a variable holds by default.', 'path'),
      ),
      purpose: optional(choice('What a file is for.', filePurposes)),
      query_keys: texts('The keys in the query of a URL.', 'query_key'),
      whole: boolean('Whether it is the source itself, or an element of it, and not what it holds under some key.'),
      encoded: boolean('Whether it was encoded on the way, so that it cannot change what it is put into.'),
      position: optional(number('Its place among the sources of a fallback, from 1.')),
    },
  },
  step: {
    about: 'A place that a value passes on its way to where it is used.',
    inFile: false,
    fields: {
      text: text('The call as written, cut to 200 characters.'),
      callee: text('What is called, resolved through imports.', 'dotted'),
    },
  },
  attribute: {
    about: 'An attribute of an XML element.',
    inFile: false,
    fields: {
      name: text('Its name.'),
      value: text('Its value.'),
    },
  },
  condition: {
    about: 'What a rule asks of an event.',
    inFile: false,
    fields: {
      field: text('The field of the event; "full_log" for the event as a whole.', 'dotted'),
      pattern: text('What it has to match, variables expanded.'),
      negated: boolean('Whether it must not match.'),
    },
  },
} as const satisfies { readonly [name: string]: Shape }
