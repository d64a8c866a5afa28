/** `docs/facts.md` and `docs/facts.schema.json` are the schema in the form in which people and programs read it. */
import { test } from 'node:test'
import { factsJsonSchema } from '../../compiler/index.ts'
import { kinds, recordShapes, schemaVersion } from '../../compiler/schema/kinds.ts'
import type { Field, FieldType, Shape } from '../../compiler/schema/types.ts'
import { golden } from '../support/golden.ts'

const docs = (name: string) => new URL(`../../docs/${name}`, import.meta.url).pathname

test('the page of facts', () => {
  golden(docs('facts.md'), page())
})

test('the JSON Schema of facts', () => {
  golden(docs('facts.schema.json'), `${JSON.stringify(factsJsonSchema(), undefined, 2)}\n`)
})

function page(): string {
  const head = `# Facts

What a checklist can speak of: the kinds of facts, and the fields of each. \`npx proviso facts FOLDER\` prints the facts of a
repository as one JSON document (version ${schemaVersion}; its JSON Schema is \`facts.schema.json\` beside this page), with
\`--kind NAME\` those of one kind.

Every fact has its place, \`at\`: path, line, column, endLine, endColumn; lines and columns count from 1, columns in UTF-16
units, the end is exclusive. Every fact but \`repository\`, \`file\` and \`path\` has a \`file\`. A field that refers to another
fact is followed with a dot: \`function.name\`, \`file.role\`. An element of a list is named in the singular:
\`some argument where …\`. A field that is true or false is a condition by itself: \`where tracked\`, \`where not tracked\`.
A field is always there unless the table says *may be missing*; a comparison with a missing field is false.

This page is written from \`compiler/schema/kinds/\` by a test.`
  const shapes = (all: Readonly<Record<string, Shape>>) =>
    Object.entries(all).map(([name, shape]) => section(name, shape))
  return [
    head,
    '## Kinds',
    ...shapes(kinds),
    '## Records',
    'What stands only within lists of other facts. A record has its place as well.',
    ...shapes(recordShapes),
    '',
  ].join('\n\n')
}

function section(name: string, { about, lifted, fields }: Shape): string {
  const note = lifted
    ? '\n\n*Lifted*: also told where a value is handed to a function of the repository that does this with it, for sentences that follow origins; `through` and `via` say how.'
    : ''
  const rows = Object.entries(fields).map(([field, { type, optional, about: what }]: [string, Field]) =>
    [`\`${field}\``, typeText(type), `${what}${optional ? ' *May be missing.*' : ''}`]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  )
  const table = ['field | holds | meaning', '---|---|---', ...rows].map((row) => `| ${row} |`).join('\n')
  return `### ${name}\n\n${about}${note}\n\n${table.replaceAll('| ---|---|--- |', '|---|---|---|')}`
}

function typeText(type: FieldType): string {
  switch (type.kind) {
    case 'text':
      return { path: 'a path', dotted: 'a dotted name', text: 'text' }[type.like]
    case 'choice':
      return type.values.map((value) => `\`${value}\``).join(' ')
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    case 'literal':
      return 'text, a number, true, false or none'
    case 'reference':
      return `the ${type.to}`
    case 'list': {
      const element =
        type.of.kind === 'text' ? 'texts' : type.of.kind === 'record' ? `${type.of.record}s` : `${type.of.to}s`
      return `a list of ${element}, each \`${type.singular}\``
    }
  }
}
