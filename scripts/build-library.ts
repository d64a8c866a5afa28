/**
 * Compiles the runtime library: `compiler/library` to `build/library.wasm`, and the part of it that our own policies need
 * to `build/library-core.wasm`.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import asc from 'assemblyscript/asc'

const root = join(import.meta.dirname, '..')
const started = performance.now()

await build('compiler/library/core.ts', 'build/library-core.wasm')
await build('compiler/library/index.ts', 'build/library.wasm')
process.stderr.write(`The runtime library stands, after ${((performance.now() - started) / 1000).toFixed(1)} s.\n`)

/** For speed, but not for the last percent of it at half as many bytes again, which cost as much when they are loaded. */
async function build(entry: string, output: string): Promise<void> {
  const { error, stderr } = await asc.main(
    [
      entry,
      ...['--baseDir', root],
      ...['--outFile', output],
      ...['--optimizeLevel', '3', '--shrinkLevel', '1'],
      ...['--runtime', 'stub'],
      '--importMemory',
      '--noExportMemory',
      '--exportTable',
      ...['--use', 'abort=compiler/library/core/trap'],
    ],
    { writeFile: replaceFile },
  )
  if (!error) return
  process.stderr.write(`${stderr.toString()}\n`)
  process.exit(1)
}

/** In one step: whoever reads the library meanwhile finds the old one or the new one. */
function replaceFile(name: string, contents: string | Uint8Array, baseDir: string): void {
  const path = join(baseDir, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}
