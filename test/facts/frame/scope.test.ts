import assert from 'node:assert/strict'
import { test } from 'node:test'
import { globPattern } from '../../../compiler/check/values/globs.ts'
import type { Scope } from '../../../compiler/index.ts'
import { inScope, type Scoped } from '../../../runtime/facts/demand/scope.ts'

const files: Readonly<Record<string, Omit<Scoped, 'path'>>> = {
  'main.py': { language: 'python', role: 'code', vendored: false, generated: false },
  'run.sh': { language: 'shell', role: 'script', vendored: false, generated: false },
  'src/made.py': { language: 'python', role: 'code', vendored: false, generated: true },
  'tests/t.py': { language: 'python', role: 'test', vendored: false, generated: false },
  'vendor/v.py': { language: 'python', role: 'code', vendored: true, generated: false },
  'vendor/tests/t.py': { language: 'python', role: 'test', vendored: true, generated: false },
  'c.yaml.j2': { language: 'yaml', role: 'template', vendored: false, generated: false },
  'README.md': { language: 'markdown', role: 'documentation', vendored: false, generated: false },
}

const glob = (written: string) => ({ written, pattern: globPattern(written, 'path') })
const unreadable = { written: '?', pattern: { source: '(?U)x', ignoreCase: false, written: '?' } }

const table: readonly (readonly [what: string, scope: Partial<Scope>, expected: readonly string[]])[] = [
  ['nothing', {}, ['main.py', 'run.sh', 'c.yaml.j2', 'README.md']],
  ['anywhere', { anywhere: true }, Object.keys(files)],
  ['in code', { roles: ['code'] }, ['main.py', 'run.sh']],
  ['in scripts, documentation', { roles: ['scripts', 'documentation'] }, ['run.sh', 'README.md']],
  ['in configuration', { roles: ['configuration'] }, ['c.yaml.j2']],
  ['in tests', { roles: ['tests'] }, ['tests/t.py']],
  ['in vendored', { vendored: true }, ['vendor/v.py']],
  ['in tests, vendored', { roles: ['tests'], vendored: true }, ['tests/t.py', 'vendor/v.py', 'vendor/tests/t.py']],
  ['in code, vendored', { roles: ['code'], vendored: true }, ['main.py', 'run.sh', 'vendor/v.py']],
  ['in python', { languages: ['python'] }, ['main.py']],
  [
    'in python, code anywhere',
    { languages: ['python'], roles: ['code'], anywhere: true },
    ['main.py', 'src/made.py', 'vendor/v.py'],
  ],
  ['in globs', { globs: [glob('*.py'), glob('**/*.j2')] }, ['main.py', 'c.yaml.j2']],
  ['in a glob of tests', { globs: [glob('tests/*.py')] }, []],
  ['in a glob anywhere', { globs: [glob('t*.py')], anywhere: true }, ['tests/t.py', 'vendor/tests/t.py']],
  ['in a pattern that only RE2 reads', { globs: [unreadable] }, ['main.py', 'run.sh', 'c.yaml.j2', 'README.md']],
]

for (const [what, more, expected] of table) {
  test(`scope: ${what}`, () => {
    const scope = { anywhere: false, globs: [], languages: [], roles: [], vendored: false, templates: false, ...more }
    const found = Object.entries(files).filter(([path, file]) => inScope({ path, ...file }, scope))
    assert.deepEqual(
      found.map(([path]) => path),
      expected,
    )
  })
}
