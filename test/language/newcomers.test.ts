/** What people are told who break a checklist as somebody does who is new to the language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Diagnostic, Fix } from '../../compiler/index.ts'
import { renderDiagnostics } from '../../compiler/index.ts'
import { golden } from '../support/golden.ts'
import { readNewcomers, toldOf } from '../support/newcomers.ts'

const files = readNewcomers()

for (const { path, cases } of files) {
  const file = path.split('/').slice(-2).join('/')
  test(`${file}: what is told`, () => {
    const shown = cases.map(({ name, mistakes, written, text }) => {
      const { diagnostics, sources } = toldOf(text)
      const heading = mistakes === 1 ? name : `${name} (${mistakes})`
      const fixes = diagnostics.flatMap((diagnostic) => diagnostic.fixes.map(({ title }) => `  fix: ${title}`))
      return [`=== ${heading}\n${written}\n==>`, renderDiagnostics(diagnostics, sources), ...fixes, ''].join('\n')
    })
    golden(path, shown.join('\n'))
  })

  for (const { name, mistakes, text } of cases) {
    test(`${file}: ${name}: one mistake is told once`, () => {
      const { diagnostics } = toldOf(text)
      assert.equal(diagnostics.length, mistakes, diagnostics.map(({ message }) => message).join('\n'))
    })
    test(`${file}: ${name}: each fix mends its mistake`, () => {
      const { diagnostics } = toldOf(text)
      for (const { code, message, fixes } of diagnostics) {
        const alike = (among: readonly Diagnostic[]) =>
          among.filter((each) => each.code === code && each.message === message).length
        for (const fix of fixes) {
          const mended = applied(text, fix)
          const left = toldOf(mended).diagnostics
          assert.ok(alike(left) < alike(diagnostics), `${fix.title}:\n${mended}`)
          assert.ok(
            left.length <= Math.max(mistakes, 1),
            `${fix.title}:\n${mended}\n${left.map(({ message }) => message)}`,
          )
        }
      }
    })
  }
}

test('there are cases enough to be a sample', () => {
  assert.ok(files.flatMap(({ cases }) => cases).length >= 200)
})

function applied(text: string, { edits }: Fix): string {
  return edits
    .toReversed()
    .reduce((done, { span, text: by }) => done.slice(0, span.start) + by + done.slice(span.end), text)
}

/** What an editor or another system leaves in a file, and nobody sees. */
const invisible: Readonly<Record<string, (text: string) => string>> = {
  'a byte order mark': (text) => `\ufeff${text}`,
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'line ends of old Macs': (text) => text.replaceAll('\n', '\r'),
  'tabs for indentation': (text) => text.replaceAll(/^ {2}/gm, '\t'),
  'spaces at the end of lines': (text) => text.replaceAll('\n', '  \n'),
  'no line end at the end': (text) => text.trimEnd(),
  'spaces that do not break': (text) => text.replaceAll('is "http"', 'is\u00a0"http"'),
}

const sound =
  'checklist sample 1.0.0 "Sample"\n\nitem A-1 "Title"\n  severity high\n  no url where scheme is "http"\n  message "m"\n'

for (const [name, change] of Object.entries(invisible))
  test(`${name}: no mistake`, () => {
    assert.deepEqual(toldOf(change(sound)).diagnostics, [])
  })
