/** Facts documents by hand. Facts are sparse: a test gives the fields that its checklist reads. */
import type { Place } from '../../compiler/index.ts'

type Fields = Readonly<Record<string, unknown>>

/** The files that facts stand in, by their index. */
export const ours = 0
export const testFile = 1
export const vendoredFile = 2
export const generatedFile = 3
export const readme = 4
export const templateFile = 5

export const files: readonly Fields[] = [
  file('ours.py', 'code', 'python'),
  file('test_ours.py', 'test', 'python'),
  file('vendor/theirs.py', 'code', 'python', { vendored: true }),
  file('generated.py', 'code', 'python', { generated: true }),
  file('README.md', 'documentation', 'markdown'),
  file('settings.template', 'template', 'other'),
]

export function at(path: string, line: number): Place {
  return { path, line, column: 1, endLine: line, endColumn: 9 }
}

function file(path: string, role: string, language: string, more: Fields = {}): Fields {
  return { at: at(path, 1), path, role, language, vendored: false, generated: false, ...more }
}

/** A fact at a line of one of the files. */
export const fact = (line: number, fields: Fields, file = ours): Fields => ({
  at: at(files[file]?.path as string, line),
  file,
  ...fields,
})

/** The kinds that are given are those that were extracted; `files` stand in it whatever is given. */
export const document = (kinds: Readonly<Record<string, readonly Fields[]>>, more: Fields = {}): Fields => ({
  schema: 1,
  extracted: Object.fromEntries(
    Object.entries(kinds).map(([kind, facts]) => [kind, { found: facts.length, kept: facts.length, files: 1 }]),
  ),
  parameters: {},
  anchors: { repository: at('.', 1), code: at('ours.py', 1), documentation: at('README.md', 1) },
  undecided: [],
  file: files,
  ...kinds,
  ...more,
})
