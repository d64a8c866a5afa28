/** The compiler runs in a browser page as it runs here: no module of Node is in its bundle. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { libraryBytes } from '../../cli/assets.ts'
import { StatementParser } from '../../compiler/language/grammar/statements.ts'
import { document, fact } from '../support/documents.ts'

const root = join(import.meta.dirname, '../..')

const checklist = `checklist page 1.0.0 "A page"

item A-1 "Nothing is evaluated"
  severity high
  no call where callee matches /^(eval|exec)$/

item A-2 "Addresses are encrypted"
  severity high
  no url where scheme is "http"
`
const facts = document({ call: [fact(1, { callee: 'eval' })], url: [fact(2, { scheme: 'https' })] })

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

test('a page compiles a checklist and evaluates it, with nothing that only Node has', async () => {
  const page = createContext({ TextEncoder, TextDecoder, library: libraryBytes() })
  runInContext(await script("export { compile } from './compiler/pipeline.ts'", 'proviso'), page)
  runInContext(await script("export { default as sdk } from '@open-policy-agent/opa-wasm'", 'opa'), page)
  const items = runInContext(
    `(() => {
      const source = { path: 'x', text: ${JSON.stringify(checklist)} }
      const { value, diagnostics } = proviso.compile([source], 'x', library)
      if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join())
      const policy = opa.sdk.loadPolicySync(value.module)
      return policy.evaluate(${JSON.stringify(facts)})[0].result.items
    })()`,
    page,
  )
  assert.deepEqual([items['A-1'].verdict, items['A-2'].verdict], ['fail', 'pass'])
})

test('the grammar has no mistakes, which is looked at here and not at every start', () => {
  assert.deepEqual(new StatementParser(true).errors, [])
})

/** A script that puts what the source exports under a name. */
async function script(contents: string, globalName: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName,
    platform: 'browser',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
