import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { Folder } from '../../../runtime/facts/files/folder.ts'
import { ignoreRules } from '../../../runtime/facts/files/ignore.ts'
import { repository } from './repositories.ts'

interface Answer {
  readonly path: string
  readonly rule: string
  readonly ignored: boolean
}

/** What git says of each path: `file:line:rule`, or nothing where no rule matches. */
function gitAnswers(root: string, paths: readonly string[]): Answer[] {
  // Its exit code says only whether any path is ignored.
  const { stdout } = spawnSync('git', ['-C', root, 'check-ignore', '--no-index', '-v', '-n', '-z', '--stdin'], {
    input: paths.join('\0'),
    encoding: 'utf8',
  })
  const fields = stdout.split('\0')
  return paths.map((path, index) => {
    const [file, line, rule] = fields.slice(index * 4, index * 4 + 3)
    return { path, rule: file === '' ? '' : `${file}:${line}:${rule}`, ignored: file !== '' && !rule?.startsWith('!') }
  })
}

function ourAnswers(root: string, paths: readonly string[]): Answer[] {
  const rules = ignoreRules(new Folder(root))
  return paths.map((path) => {
    const { ignored, rule } = rules.decide(isFolder(join(root, path)) ? `${path}/` : path)
    return { path, rule: rule === undefined ? '' : `${rule.at.path}:${rule.at.line}:${rule.text}`, ignored }
  })
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const part = fc.constantFrom('a', 'b', 'c', 'a.key', 'b.key', 'x y', '#c', 'd[1]', '!e')
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
const glob = fc.constantFrom('a', 'b', 'c', '*', '**', '*.key', '?', '[ab]', 'a*', 'x\\ y', '\\#c', '\\!e', 'd\\[1\\]')
const rule = fc
  .record({
    sign: fc.constantFrom('', '', '', '!'),
    start: fc.constantFrom('', '', '/'),
    parts: fc.array(glob, { minLength: 1, maxLength: 3 }),
    end: fc.constantFrom('', '', '/', ' ', '/ ', '\r'),
  })
  .map(({ sign, start, parts, end }) => `${sign}${start}${parts.join('/')}${end}`)
const ignoreFile = fc.array(rule, { minLength: 1, maxLength: 5 })
const tree = fc.record({
  files: fc.dictionary(fc.constantFrom('', 'a/', 'b/', 'a/b/', 'd[1]/', 'x y/'), ignoreFile, {
    minKeys: 1,
    maxKeys: 4,
  }),
  paths: fc.uniqueArray(path, { minLength: 10, maxLength: 20 }),
})

test('decides as git check-ignore does, by the same rule', () => {
  fc.assert(
    fc.property(tree, ({ files, paths }) => {
      const root = repository({})
      for (const [folder, rules] of Object.entries(files)) {
        mkdirSync(join(root, folder), { recursive: true })
        writeFileSync(join(root, folder, '.gitignore'), rules.map((line) => `${line}\n`).join(''))
      }
      for (const path of paths) mkdirSync(join(root, dirname(path)), { recursive: true })
      assert.deepEqual(ourAnswers(root, paths), gitAnswers(root, paths))
    }),
    { numRuns: 60, seed: 4 },
  )
})

test('reads a file with a byte order mark, CR LF and without a last line end', () => {
  const root = repository({ '.gitignore': '\ufeff*.key\r\n# comment\r\n!server.key\r\n/build' })
  const paths = ['a.key', 'server.key', 'build', 'sub/build']
  assert.deepEqual(ourAnswers(root, paths), gitAnswers(root, paths))
  assert.equal(ourAnswers(root, paths)[1]?.rule, '.gitignore:3:!server.key')
})

test('info/exclude counts only where it is given, and comes before every .gitignore', () => {
  const root = repository({ '.gitignore': '!kept.tmp\n' })
  const exclude = '*.tmp\n'
  assert.equal(ignoreRules(new Folder(root)).decide('a.tmp').ignored, false)
  assert.equal(ignoreRules(new Folder(root), exclude).decide('a.tmp').ignored, true)
  assert.equal(ignoreRules(new Folder(root), exclude).decide('kept.tmp').ignored, false)
})

test('a .gitignore that is a link, and one beyond the budgets, are unread and said to be', () => {
  const root = repository({ 'elsewhere/rules': '*\n', 'big/.gitignore': `${'#'.repeat(80)}\n`.repeat(4000) })
  symlinkSync('rules', join(root, 'elsewhere/.gitignore'))
  const rules = ignoreRules(new Folder(root))
  assert.equal(rules.decide('elsewhere/a').ignored, false)
  assert.equal(rules.decide('big/a').ignored, false)
  assert.deepEqual([...rules.unread.keys()].sort(), ['big/.gitignore', 'elsewhere/.gitignore'])
})
