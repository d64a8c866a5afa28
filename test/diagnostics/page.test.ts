/** The page of all diagnostics, made from the registry and from the checklists that newcomers break. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lintsCodes } from '../../compiler/diagnostics/codes/lints.ts'
import { namesCodes } from '../../compiler/diagnostics/codes/names.ts'
import { syntaxCodes } from '../../compiler/diagnostics/codes/syntax.ts'
import { typesCodes } from '../../compiler/diagnostics/codes/types.ts'
import { type Diagnostic, renderDiagnostics } from '../../compiler/index.ts'
import { golden } from '../support/golden.ts'
import { readNewcomers, type Told, toldOf } from '../support/newcomers.ts'

interface Entry {
  readonly severity: string
  readonly message: string
  readonly hint?: string
}

const families: readonly (readonly [string, Readonly<Record<string, Entry>>])[] = [
  ['What cannot be read', syntaxCodes],
  ['Names', namesCodes],
  ['Things that do not fit together', typesCodes],
  ['What is legal and probably not meant', lintsCodes],
]

interface Example {
  readonly told: Told
  readonly diagnostic: Diagnostic
}

/** Of each code its first example, in which nothing else is told if there is such a one. */
const examples = new Map<string, Example>()
for (const { cases } of readNewcomers()) {
  for (const { text } of cases) {
    const told = toldOf(text)
    for (const diagnostic of told.diagnostics) {
      const known = examples.get(diagnostic.code)
      const isBetter = known !== undefined && told.diagnostics.length < known.told.diagnostics.length
      if (known === undefined || isBetter) examples.set(diagnostic.code, { told, diagnostic })
    }
  }
}

test('every code has a checklist that it is told of', () => {
  const codes = families.flatMap(([, family]) => Object.keys(family))
  assert.deepEqual(
    codes.filter((code) => !examples.has(code)),
    [],
  )
})

test('the page of all diagnostics', () => {
  const page = [
    '# Diagnostics',
    'Every mistake in a checklist that Proviso tells of, with its sentence and an example. An error stands in the way of a result, a warning does not. A fix is a change of the text that `proviso fix` and an editor can make; where there are several, a person has to choose.',
    ...families.flatMap(([title, family]) => [
      `## ${title}`,
      ...Object.entries(family).flatMap(([code, entry]) => sectionOf(code, entry)),
    ]),
  ]
  golden(new URL('../../docs/diagnostics.md', import.meta.url).pathname, page.join('\n\n'))
})

function sectionOf(code: string, { severity, message, hint }: Entry): readonly string[] {
  const { told, diagnostic } = examples.get(code) as Example
  const shown = renderDiagnostics([diagnostic], told.sources)
    .split('\n')
    .filter((line) => !line.startsWith('  -->'))
    .map((line) => (line.length > 110 ? `${line.slice(0, 109)}…` : line))
  const fixes = diagnostic.fixes.map(({ title }) => `  fix: ${title}`)
  const advice = hint === undefined || /^\{\w+\}$/.test(hint) ? '' : ` ${sentence(hint.split('\n')[0] as string)}`
  return [
    `### ${code}`,
    `${severity === 'error' ? 'Error' : 'Warning'}: ${sentence(message)}.${advice}`,
    ['```text', ...shown, ...fixes, '```'].join('\n'),
  ]
}

/** Placeholders of a sentence stand for what was written. */
const sentence = (text: string): string => text.replace(/"?\{\w+\}"?/g, '*…*')
