import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { libraryInstance } from '../support/instance.ts'
import { program, withoutOpa } from '../support/opa.ts'

/**
 * Calls and what they come to: `name(arguments) => value`. Where OPA's own evaluator gives something else, that follows
 * behind `# OPA:`; docs/decisions/numbers.md says why it may.
 */
interface Call {
  readonly name: string
  readonly given: string
  readonly want: string
  readonly ofOpa: string
}

const calls = readFileSync(join(import.meta.dirname, 'builtins.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Call => {
    const [, name, given, want, ofOpa] = /^([\w.]+)\((.*)\) => (.*?)(?: {2}# OPA: (.*))?$/.exec(line) ?? []
    assert(name !== undefined && given !== undefined && want !== undefined, line)
    return { name, given, want, ofOpa: ofOpa ?? want }
  })

const library = libraryInstance()
const parse = (text: string): number =>
  library.exports.opa_value_parse!(...library.place(new TextEncoder().encode(text)))
const textOf = (value: number): string =>
  value === 0 ? 'undefined' : library.textAt(library.exports.opa_value_dump!(value))

function called({ name, given }: Call): string {
  const list = parse(`[${given}]`)
  assert.notEqual(list, 0, `${given} are values`)
  const count = library.exports.value_length!(list)
  const values = Array.from({ length: count }, (_, index) => library.exports.scan_value!(list, index))
  return textOf(library.exports[`builtin_${name.replaceAll('.', '_')}`]!(...values))
}

for (const name of new Set(calls.map((call) => call.name))) {
  test(name, () => {
    const own = calls.filter((call) => call.name === name)
    assert.deepEqual(
      own.map((call) => `${name}(${call.given}) => ${called(call)}`),
      own.map(({ given, want }) => `${name}(${given}) => ${want}`),
    )
  })
}

/**
 * OPA refuses calls whose types are known to be wrong, so that arguments go through a function that hides theirs. In the
 * Rego of OPA's version 0, since `any` and `all` are gone from the next.
 */
function module(): string {
  const rules = calls.map(({ name, given }, index) => {
    const count = library.exports.value_length!(parse(`[${given}]`))
    const names = Array.from({ length: count }, (_, position) => `y[${position}]`).join(', ')
    const value = name === 'walk' ? `[pair | walk(${names}, pair)]` : `${name}(${names})`
    return `results[${index}] = [value] { y := hide([${given}]); value := ${value} }`
  })
  return ['package calls', 'hide(x) = x', ...rules, 'texts[index] = sprintf("%v", [results[index]])', ''].join('\n')
}

test("the same calls in OPA's own evaluator", { skip: withoutOpa }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-opa-'))
  try {
    const path = join(folder, 'calls.rego')
    writeFileSync(path, module())
    const flags = ['--v0-compatible', '--format', 'raw', '--data', path]
    const texts = JSON.parse(execFileSync(program, ['eval', ...flags, 'data.calls.texts']).toString())
    const shown = (index: number) => (texts[index] === undefined ? 'undefined' : texts[index].slice(1, -1))
    const same = (text: string) => (text === 'undefined' ? text : textOf(parse(text)))
    assert.deepEqual(
      calls.map(({ name, given }, index) => `${name}(${given}) => ${same(shown(index))}`),
      calls.map(({ name, given, ofOpa }) => `${name}(${given}) => ${same(ofOpa)}`),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
