import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { format, lineWidth } from '../../compiler/format/index.ts'
import { parse } from '../../compiler/pipeline.ts'
import { golden } from '../support/golden.ts'
import { treeText } from '../support/tree-text.ts'

const root = join(import.meta.dirname, '../..')
const files = globSync('{policies,test,examples}/**/*.checklist', { cwd: root }).map((path) => join(root, path))
const sources = files.map((file) => ({ path: relative(root, file), text: readFileSync(file, 'utf8') }))

const tree = (text: string): string => treeText(parse({ path: 'x', text }).value).replaceAll('\\r\\n', '\\n')
const formatted = (text: string): string => format({ path: 'x.checklist', text }).value

/** What holds of every text, whatever it is. */
function holds(text: string): void {
  const { value, diagnostics } = format({ path: 'x.checklist', text })
  if (diagnostics.length > 0) {
    assert.equal(value, text, 'a file with mistakes stays as it is')
    return
  }
  assert.equal(tree(value), tree(text), 'it says the same')
  assert.equal(formatted(value), value, 'formatting again changes nothing')
  const comments = (of: string) => (of.replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"/g, '').match(/#.*/g) ?? []).length
  assert.equal(comments(value), comments(text), 'every comment is kept')
}

test('an untidy checklist in its canonical form', () => {
  const path = join(import.meta.dirname, 'fixtures/untidy.checklist')
  golden(join(import.meta.dirname, 'golden/tidy.checklist'), formatted(readFileSync(path, 'utf8')))
})

test('every checklist of this repository says the same when it is formatted', () => {
  assert.ok(sources.length > 5)
  for (const { text } of sources) holds(text)
})

test('checklists that are cut, moved about and spaced anew', () => {
  const line = fc.record({ source: fc.nat(), from: fc.nat(), to: fc.nat(), change: fc.nat(6), space: fc.nat(3) })
  fc.assert(
    fc.property(line, ({ source, from, to, change, space }) => {
      holds(changed(sources[source % sources.length]?.text ?? '', from, to, change, space))
    }),
    { numRuns: 400 },
  )
})

const spaces = [' ', '  ', '\t', ' # aside\n        ']

/** A text with one of the changes that people and editors make. */
function changed(text: string, from: number, to: number, change: number, space: number): string {
  const lines = text.split('\n')
  const [a, b] = [from % lines.length, to % lines.length]
  switch (change) {
    case 0:
      return lines.toSpliced(a, 1).join('\n')
    case 1:
      return lines.with(a, lines[b] ?? '').join('\n')
    case 2:
      return text.replaceAll('\n', '\r\n')
    case 3:
      return lines.toSpliced(a, 0, '', '', '  # between').join('\n')
    case 4:
      return text.replace(/ (?=and |or |where |must )/g, spaces[space] ?? ' ')
    case 5:
      return text.replace(/\n +(?=and |or )/g, ' ')
    default:
      return `\ufeff${text.trimEnd()}`
  }
}

test('sentences are broken where their parts end', () => {
  const row = (count: number) => Array.from({ length: count }, (_, i) => `name is "name-${i}"`)
  const item = (clause: string) => `checklist a 1.0.0 "A"\n\nitem A-1 "T"\n  severity low\n  ${clause}\n`
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['no call where name is "x"', ['  no call where name is "x"']],
    [
      `no call where ${row(8).join(' or ')}`,
      [
        '  no call where name is "name-0"',
        ...row(8)
          .slice(1)
          .map((condition) => `      or ${condition}`),
      ],
    ],
    [
      `every call where ${row(4).join(' and ')} must have some argument where name is "limit" and value is present`,
      [
        `  every call where ${row(4).join(' and ')}`,
        '    must have some argument where name is "limit" and value is present',
      ],
    ],
    [
      `no call where name is among [${row(12)
        .map((_, i) => `"value number ${i}"`)
        .join(', ')}]`,
      [
        '  no call where name is among [',
        `    ${row(6)
          .map((_, i) => `"value number ${i}"`)
          .join(', ')},`,
        `    ${row(6)
          .map((_, i) => `"value number ${i + 6}"`)
          .join(', ')}`,
        '  ]',
      ],
    ],
  ]
  for (const [clause, lines] of table) {
    const text = formatted(item(clause))
    assert.deepEqual(text.split('\n').slice(4, -1), lines)
    assert.ok(text.split('\n').every((line) => line.length <= lineWidth))
  }
})

test('a file with mistakes is left as it is, with what is wrong', () => {
  const text = 'checklist a 1.0.0 "A"\nitem   A-1 "T"\n  severity low\n  no call where name is "x\n'
  const { value, diagnostics } = format({ path: 'a.checklist', text })
  assert.equal(value, text)
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['unclosed-text'],
  )
})

test('a megabyte of one item is formatted in a moment', () => {
  const clauses = '  no call where name is "x" and callee is "y" # why\n  message "m"\n'.repeat(15_000)
  const text = `checklist a 1.0.0 "A"\nitem A-1 "T"\n  severity low\n${clauses}`
  const started = performance.now()
  formatted(text)
  assert.ok(performance.now() - started < 15_000)
})
