import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { compileSearch } from '../../compiler/patterns/index.ts'
import { libraryInstance } from '../support/instance.ts'
import { program, withoutOpa } from '../support/opa.ts'

/** A pattern, a text, a replacement; what is found with its groups, the parts between, and the text with the replacement. */
type Row = readonly [
  source: string,
  text: string,
  replacement: string,
  found: readonly (readonly string[])[],
  parts: readonly string[],
  replaced: string,
]

const rows = readFileSync(join(import.meta.dirname, 'searches.txt'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)

const library = libraryInstance()
const { exports } = library

/** Static data and sites stand at multiples of four. */
function placed(bytes: Uint8Array): number {
  const [address] = library.place(new Uint8Array(bytes.length + 4))
  const aligned = (address + 3) & ~3
  new Uint8Array(library.memory.buffer).set(bytes, aligned)
  return aligned
}

const given = (value: unknown): number =>
  exports.opa_value_parse!(...library.place(new TextEncoder().encode(JSON.stringify(value))))
const textOf = (value: number): unknown => JSON.parse(library.textAt(exports.opa_value_dump!(value)))

function programOf(source: string): readonly [address: number, site: number] {
  const compiled = compileSearch(source)
  assert(compiled.kind === 'search')
  return [placed(compiled.bytes), placed(new Uint8Array(8))]
}

for (const [source, text, replacement, ...wanted] of rows) {
  test(`/${source}/ in ${JSON.stringify(text)}`, () => {
    const pattern = programOf(source)
    const value = given(text)
    const came = [
      exports.builtin_regex_find_all_string_submatch_n!(...pattern, value, given(-1)),
      exports.builtin_regex_split!(...pattern, value),
      exports.builtin_regex_replace!(value, ...pattern, given(replacement)),
    ]
    assert.deepEqual(came.map(textOf), wanted)
    const [found] = wanted
    for (const most of [-1, 0, 1, 2]) {
      const first = found.slice(0, most < 0 ? undefined : most).map(([whole]) => whole)
      assert.deepEqual(textOf(exports.builtin_regex_find_n!(...pattern, value, given(most))), first)
    }
  })
}

test("the same in OPA's own evaluator", { skip: withoutOpa }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-opa-'))
  try {
    const [policy, data] = [join(folder, 'searches.rego'), join(folder, 'data.json')]
    writeFileSync(data, JSON.stringify({ rows }))
    writeFileSync(
      policy,
      [
        'package searches',
        'results := [[row[0], row[1], row[2], found, parts, replaced] |',
        '\tsome row in data.rows',
        '\tfound := regex.find_all_string_submatch_n(row[0], row[1], -1)',
        '\tparts := regex.split(row[0], row[1])',
        '\treplaced := regex.replace(row[1], row[0], row[2])',
        ']',
        '',
      ].join('\n'),
    )
    const flags = ['--format', 'raw', '--data', policy, '--data', data]
    assert.deepEqual(JSON.parse(execFileSync(program, ['eval', ...flags, 'data.searches.results']).toString()), rows)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** In time linear in the text, whatever can be read in many ways. */
test('what can be read in many ways takes no longer', () => {
  const pattern = programOf('(a*)*(a|aa)*b')
  assert.deepEqual(textOf(exports.builtin_regex_find_n!(...pattern, given('a'.repeat(2_000)), given(1))), [])
})
