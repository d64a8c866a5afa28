/**
 * Makes what the package ships in `dist`: the command as a bundle, because Node does not strip types below
 * `node_modules`; the library and the grammars; the built-in checklists, compiled.
 */
import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { builtInNames, compiledFiles, policiesFolder } from '../cli/assets.ts'
import { loadCompiled } from '../cli/checklists.ts'
import { bundleDigest, bundleDigestName } from '../runtime/facts/cache/build.ts'
import { grammarNames } from '../runtime/facts/syntax/grammars.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const require = createRequire(import.meta.url)

rmSync(dist, { recursive: true, force: true })

/** What commands have in common is loaded once, and what a command does not need not at all. */
await bundle({ main: 'cli/main.ts' }, true)
// Each by itself: what a thread and a command have in common would be cut into small files, each of which costs its loading.
await bundle({ 'evaluation-worker': 'runtime/evaluate/worker.ts' }, false)
await bundle({ 'extraction-worker': 'runtime/facts/threads/worker.ts' }, false)

for (const name of ['library.wasm', 'library-core.wasm']) copyFileSync(join(root, 'build', name), join(dist, name))
copyGrammars()
for (const name of builtInNames()) await compileInto(name)
copyDefinitions()
writeFileSync(join(dist, bundleDigestName), bundleDigest(dist))
process.stderr.write('dist stands.\n')

function bundle(entryPoints: Readonly<Record<string, string>>, splitting: boolean): Promise<unknown> {
  return build({
    entryPoints: { ...entryPoints },
    absWorkingDir: root,
    outdir: dist,
    bundle: true,
    splitting,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.18',
    // Packages that have both are bundled as modules: what asks for its parts in CommonJS may not be found in a bundle.
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    // Bundled CommonJS asks for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
}

function copyGrammars(): void {
  const folder = join(dist, 'grammars')
  mkdirSync(folder)
  const from = (module: string, file: string) =>
    copyFileSync(join(dirname(require.resolve(module)), file), join(folder, file.split('/').at(-1) as string))
  from('web-tree-sitter', 'web-tree-sitter.wasm')
  for (const name of grammarNames) from('@vscode/tree-sitter-wasm', `tree-sitter-${name}.wasm`)
}

/** What the built-in checklists use: they are compiled again where parameters are set or a verdict is explained. */
function copyDefinitions(): void {
  const shared = readdirSync(policiesFolder, { withFileTypes: true }).filter(
    (found) => found.isDirectory() && !builtInNames().includes(found.name),
  )
  for (const { name } of shared) cpSync(join(policiesFolder, name), join(dist, 'policies', name), { recursive: true })
}

async function compileInto(name: string): Promise<void> {
  const { checklists } = await loadCompiled([name])
  const [compiled] = checklists
  if (compiled === undefined)
    throw new Error(
      `The checklist ${name} does not compile; "node cli/main.ts compile ${name} --output build" says why.`,
    )
  const folder = join(dist, 'policies', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, compiledFiles.module), compiled.module)
  writeFileSync(join(folder, compiledFiles.extraction), JSON.stringify(compiled.extraction))
  writeFileSync(join(folder, compiledFiles.items), JSON.stringify(compiled.items))
  // The sources go along, to be read and to be compiled again with other definitions.
  cpSync(join(policiesFolder, name, `${name}.checklist`), join(folder, `${name}.checklist`))
}
