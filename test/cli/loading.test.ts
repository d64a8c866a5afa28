/** What a command does not need is not loaded: half of a short run is loading. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')

/** Of the modules that importing these loads, those in folders by these names: of the sources, or of packages. */
function loadedBy(modules: readonly string[], folders: readonly string[]): readonly string[] {
  const script = `
    import { registerHooks } from 'node:module'
    registerHooks({ load(url, context, next) { console.log(url); return next(url, context) } })
    for (const module of ${JSON.stringify(modules)}) await import(module)`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  })
  assert.equal(status, 0, stderr)
  const urls = stdout.split('\n')
  assert.ok(urls.some((url) => url.endsWith(modules[0]?.slice(1) ?? '')))
  return urls.filter((url) => folders.some((folder) => url.includes(`/${folder}/`)))
}

test('who checks a repository loads no compiler', () => {
  const modules = ['./cli/commands/check.ts', './runtime/facts/index.ts', './runtime/facts/extractors.ts']
  assert.deepEqual(loadedBy(modules, ['compiler/language', 'compiler/rego', 'chevrotain']), [])
})

test('who finds everything as it was left loads nothing that reads files, and nothing that evaluates', () => {
  const folders = ['facts/python', 'facts/demand', 'runtime/evaluate', 'globby', 're2js', 'web-tree-sitter', 'opa-wasm']
  assert.deepEqual(loadedBy(['./cli/commands/check.ts', './runtime/facts/index.ts'], folders), [])
})
