/** What is found in real code, and where, is compared with CPython's own parser. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Place } from '../../../compiler/index.ts'
import type { Extraction } from '../../../runtime/facts/extractor.ts'
import { pythonExtractor } from '../../../runtime/facts/python/index.ts'
import { extractFrom } from '../support.ts'

interface Reference extends Shown {
  readonly path: string
  readonly text: string
}

/** Each fact as one line of text that begins with its place, sorted. */
interface Shown {
  readonly calls: readonly string[]
  readonly functions: readonly string[]
  readonly imports: readonly string[]
  readonly strings: readonly string[]
}

const sampleSize = 150

const run = spawnSync('python3', [join(import.meta.dirname, 'cpython.py'), String(sampleSize)], {
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
})

test('calls, functions, imports and strings are those that CPython finds', { skip: reasonToSkip() }, async () => {
  const references = JSON.parse(run.stdout) as readonly Reference[]
  assert.ok(references.length > sampleSize / 2)
  for (const { path, text, ...expected } of references) {
    const shown = show(text, await extractFrom(pythonExtractor, 'library/module.py', text))
    for (const kind of ['calls', 'functions', 'imports', 'strings'] as const) {
      assert.deepEqual(differences(shown[kind], expected[kind]), { missing: [], extra: [] }, `${kind} of ${path}`)
    }
  }
})

function reasonToSkip(): string | false {
  if (run.error !== undefined) return `python3 does not run: ${run.error.message}`
  return run.status === 0 ? false : `python3 could not read its library: ${run.stderr.split('\n').at(-2)}`
}

function differences(actual: readonly string[], expected: readonly string[]) {
  const [had, wanted] = [new Set(actual.map(shortened)), new Set(expected.map(shortened))]
  return {
    missing: [...wanted].filter((line) => !had.has(line)).slice(0, 5),
    extra: [...had].filter((line) => !wanted.has(line)).slice(0, 5),
  }
}

/** Facts cut what is long; parentheses and white space are not part of what CPython calls an expression. */
const shortened = (line: string): string =>
  line
    .toWellFormed()
    .replaceAll(/[\s()\\]/g, '')
    .slice(0, 100)

type Placed = { readonly at: Place }

function show(text: string, { facts }: Extraction): Shown {
  const lines = text.split('\n')
  const startOf = ({ at }: Placed) => lines[at.line - 1]?.slice(at.column - 1) ?? ''
  const isInterpolated = (fact: Placed) => /^[rR]?[fF]/.test(startOf(fact))
  const interpolated = (facts.string ?? []).filter(isInterpolated)
  const isInside = ({ at }: Placed) => interpolated.some((string) => string.at !== at && isWithin(at, string.at))
  const outside = <T extends Placed>(list: readonly T[] | undefined) => (list ?? []).filter((fact) => !isInside(fact))
  const shown = (fact: Placed, written: string) => `${fact.at.line}:${fact.at.column} ${written}`
  const isStatement = (fact: Placed) => !startOf(fact).includes('(') || startOf(fact).startsWith('(')
  return {
    calls: outside(facts.call).map((call) => {
      const { text, name, receiver = '' } = call
      if (receiver === '' && /^\s*\(/.test(text.replace(name, ''))) return shown(call, name)
      const last = /^[\s.\\]*(\w+)\s*\(/.exec(text.slice(receiver.length))?.[1] ?? name
      return shown(call, receiver === '' ? last : `${receiver}.${last}`)
    }),
    functions: (facts.function ?? [])
      .slice(1)
      .map(({ at, name, parameters }) => `${at.line} ${name} ${parameters.join(' ')}`),
    imports: (facts.import ?? []).filter(isStatement).map((each) => {
      return shown(each, `${each.name ?? each.module} ${each.alias ?? ''}`)
    }),
    strings: outside(facts.string).map((string) => shown(string, isInterpolated(string) ? '{}' : string.value)),
  }
}

const isWithin = (inner: Place, outer: Place): boolean =>
  isBefore(outer.line, outer.column, inner.line, inner.column) &&
  isBefore(inner.endLine, inner.endColumn, outer.endLine, outer.endColumn)

const isBefore = (line: number, column: number, otherLine: number, otherColumn: number): boolean =>
  line < otherLine || (line === otherLine && column <= otherColumn)
