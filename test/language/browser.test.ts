/** The compiler runs in a browser page as it runs here: no module of Node is in its bundle. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from 'esbuild'

test('the compiler bundles for a browser', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [new URL('../../compiler/pipeline.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    metafile: true,
    logLevel: 'silent',
  })
  assert.equal(outputFiles.length, 1)
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path))
  assert.deepEqual(
    imports.filter((path) => path.startsWith('node:')),
    [],
  )
})

test('the bundle reads a checklist without anything that only Node has', async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL('../../compiler/language/index.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'language',
    platform: 'browser',
    logLevel: 'silent',
  })
  const { createContext, runInContext } = await import('node:vm')
  const page = createContext({})
  const text = 'item A-1 \\"t\\"\\n  severity low\\n  no url where scheme == \\"http\\"\\n'
  runInContext(outputFiles[0]?.text ?? '', page)
  const codes = runInContext(
    `language.parse({ path: "x", text: "${text}" }).diagnostics.map(({ code }) => code).join()`,
    page,
  )
  assert.equal(codes, 'foreign-operator')
})
