/**
 * What is found in real code, and where, is compared with the parser that Node has for itself. `PROVISO_JAVASCRIPT` names
 * another folder to read than a part of the installed packages.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Place } from '../../../compiler/index.ts'
import type { Extraction } from '../../../runtime/facts/extractor.ts'
import { javascriptExtractor } from '../../../runtime/facts/javascript/index.ts'
import { extractFrom } from '../support.ts'

const kinds = ['calls', 'imports', 'strings', 'functions'] as const
type Shown = Readonly<Record<(typeof kinds)[number], readonly string[]>>
interface Reference extends Shown {
  readonly path: string
}

const packages = join(import.meta.dirname, '../../../node_modules')
const folder = process.env.PROVISO_JAVASCRIPT
const paths = (
  folder === undefined
    ? globSync('{ajv,ignore,commander,sprintf-js,fast-uri}/**/*.js', { cwd: packages })
    : globSync('**/*.{js,mjs,cjs}', { cwd: folder })
)
  .filter((path) => !/\.min\.|(^|\/)(dist\/bundle|umd)\b/.test(path))
  .map((path) => join(folder ?? packages, path))

const run = spawnSync(process.execPath, ['--expose-internals', join(import.meta.dirname, 'acorn.cjs'), ...paths], {
  encoding: 'utf8',
  maxBuffer: 2 ** 30,
})

test('calls, imports, strings and functions are those that Node finds', { skip: reasonToSkip() }, async () => {
  const references = JSON.parse(run.stdout) as readonly Reference[]
  assert.ok(references.length > paths.length / 2)
  const counts = { expected: 0, wrong: 0, undecided: 0 }
  const wrong: string[] = []
  for (const { path, ...expected } of references) {
    const text = readFileSync(path, 'utf8')
    const extraction = await extractFrom(javascriptExtractor, path, text)
    // What the extractor says itself that it could not read is not compared.
    if (extraction.undecided.some(({ kinds: missing }) => missing.includes('call'))) {
      counts.undecided++
      continue
    }
    for (const kind of kinds) {
      const lines = differences(shownOf(extraction, kind, text), expected[kind], kind)
      counts.expected += expected[kind].length
      counts.wrong += lines.length
      wrong.push(...lines.slice(0, 3).map((line) => `${path} ${kind} ${line}`))
    }
  }
  const share = 1 - counts.wrong / counts.expected
  if (folder !== undefined) console.log(references.length, 'files', counts, share, wrong.join('\n'))
  assert.ok(counts.undecided <= references.length / 20)
  assert.ok(share >= 0.999, wrong.slice(0, 20).join('\n'))
})

function reasonToSkip(): string | false {
  return run.status === 0 ? false : `the parser of Node does not run: ${run.stderr.slice(0, 200)}`
}

type Kind = (typeof kinds)[number]

/** Functions have names by more than declarations, and modules are imported by more than statements. */
const mayBeMore: ReadonlySet<Kind> = new Set(['functions', 'imports'])

function differences(actual: readonly string[], expected: readonly string[], kind: Kind): readonly string[] {
  const [had, wanted] = [new Set(actual.map(shortened)), new Set(expected.map(shortened))]
  const extra = mayBeMore.has(kind) ? [] : [...had].filter((line) => !wanted.has(line))
  return [
    ...[...wanted].filter((line) => !had.has(line)).map((line) => `- ${line}`),
    ...extra.map((line) => `+ ${line}`),
  ]
}

/** Facts cut what is long; white space and parentheses are no part of what the parser calls an expression. */
const shortened = (line: string): string =>
  line
    .toWellFormed()
    .replaceAll(/[\s()\\]|\/\*.*?\*\//g, '')
    .slice(0, 60)

type Placed = { readonly at: Place }

function shownOf({ facts }: Extraction, kind: Kind, text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
  const isQuoted = ({ at }: Placed) => /['"`]/.test(lines[at.line - 1]?.[at.column - 1] ?? '')
  const shown = ({ at }: Placed, written: string) => `${at.line}:${at.column} ${written}`
  switch (kind) {
    case 'calls':
      return (facts.call ?? []).map((call) => shown(call, call.text))
    case 'imports':
      return (facts.import ?? []).map((one) => shown(one, ''))
    case 'strings':
      return (facts.string ?? []).filter(isQuoted).map((one) => shown(one, one.value))
    case 'functions':
      return (facts.function ?? []).slice(1).map((one) => shown(one, one.name))
  }
}
