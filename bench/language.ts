/**
 * How reading and checking grow: node bench/language.ts [PART-OF-A-NAME]
 *
 * Shows 10,000 items against 1,000, and hostile files of one megabyte against a well-formed checklist of one megabyte.
 */
import { analyse } from '../compiler/pipeline.ts'

const heading = 'checklist sample 1.0.0 "Sample"\n'

/** Well-formed items, each with a definition of its own and two checks. */
function items(count: number): string {
  return Array.from({ length: count }, (_, number) => {
    const name = `local_${number}`
    return `
define ${name}(url) as local or host is "host${number}.test"
item A-${number} "Item ${number}"
  severity high
  tags "CWE-319"
  no url in code where scheme is "http" and not ${name} and text contains "${number}"
  message "{text} is fetched without TLS"
  every file where name is "file${number}.py" must be tracked and not executable
  message "{path} is not as it has to be"
`
  }).join('')
}

const megabyte = 1_000_000
const filled = (part: string, before = '', behind = ''): string =>
  before + part.repeat(Math.ceil(megabyte / part.length)) + behind

const inItem = `${heading}item A-1 "t"\n  severity high\n  no url where `

/** Each about a megabyte. */
const hostile: Readonly<Record<string, string>> = {
  'deep parentheses': filled('(', inItem),
  'nested conditions': filled('some url where ', inItem),
  'not after not': filled('not ', inItem),
  'one line of conditions': filled('local and ', inItem, 'local'),
  'one line of words': filled('word ', inItem),
  'one long word': filled('a', inItem),
  'one unclosed text': filled('a text that goes on ', `${inItem}text is "`),
  'one unclosed block': filled('a line of a text\n', `${heading}about """`),
  'unclosed texts': filled('item A-1 "t\n', heading),
  'items without clauses': filled('item A-1 "t"\n', heading),
  'unknown fields': filled('  no url where shceme is "x"\n', `${heading}item A-1 "t"\n  severity high\n`),
  'unknown words': filled('nonsense and more\n', heading),
  'marks of other languages': filled('severity: high;\n', `${heading}item A-1 "t"\n`),
  'words of other languages': filled('  no url with text equals "x"\n', `${heading}item A-1 "t"\n  severity high\n`),
  prose: filled('This is a sentence.\n', heading),
  'definitions in a row': Array.from({ length: 20_000 }, (_, n) => `define d${n}(url) as d${n + 1} or local\n`).join(
    '',
  ),
  'one list': filled('"a", ', `${inItem}text is among [`, '"b"]\n'),
  'open lists': filled('[', `${inItem}text is among `),
  placeholders: filled('{text}', `${inItem}local\n  message "`, '"\n'),
  'open placeholders': filled('{', `${inItem}local\n  message "`, '"\n'),
  'and mixed with or': filled('local and placeholder or ', inItem, 'local'),
  'one pattern': filled('a|', `${inItem}text matches /`, 'b/\n'),
  'one glob': filled('*', `${inItem}text like "`, '"\n'),
  comments: filled('# a comment\n', heading),
  slashes: filled('/', inItem),
  dashes: filled('-', inItem),
}

function milliseconds(text: string): number {
  const start = performance.now()
  analyse([{ path: 'sample.checklist', text }], 'sample.checklist')
  return performance.now() - start
}

function best(text: string, runs: number): number {
  return Math.min(...Array.from({ length: runs }, () => milliseconds(text)))
}

function row(name: string, time: number, base: number, limit: number): void {
  const ratio = time / base
  console.log(
    `${name.padEnd(28)} ${time.toFixed(0).padStart(7)} ms  ${ratio.toFixed(1).padStart(6)} ×${ratio > limit ? `  above ${limit}` : ''}`,
  )
}

best(heading + items(300), 2)
const thousand = best(heading + items(1000), 3)
row('1,000 items', thousand, thousand, 15)
row('10,000 items', best(heading + items(10_000), 1), thousand, 15)
const wellFormed = heading + items(2650)
const base = best(wellFormed, 3)
row(`well-formed, ${(wellFormed.length / 1e6).toFixed(2)} MB`, base, base, 10)
const wanted = process.argv[2] ?? ''
for (const [name, text] of Object.entries(hostile)) if (name.includes(wanted)) row(name, milliseconds(text), base, 10)
