/** Compiles the runtime library: `compiler/library` to `build/library.wasm`. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import asc from 'assemblyscript/asc'

const root = join(import.meta.dirname, '..')
const started = performance.now()

const { error, stderr } = await asc.main(
  [
    'compiler/library/index.ts',
    ...['--baseDir', root],
    ...['--outFile', 'build/library.wasm'],
    '-O3',
    ...['--runtime', 'stub'],
    '--importMemory',
    '--noExportMemory',
    '--exportTable',
    ...['--use', 'abort=compiler/library/index/trap'],
  ],
  { writeFile: replaceFile },
)

if (error) {
  process.stderr.write(`${stderr.toString()}\n`)
  process.exit(1)
}
process.stderr.write(`build/library.wasm stands, after ${((performance.now() - started) / 1000).toFixed(1)} s.\n`)

/** In one step: whoever reads the library meanwhile finds the old one or the new one. */
function replaceFile(name: string, contents: string | Uint8Array, baseDir: string): void {
  const path = join(baseDir, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}
