/** Compiles the runtime library: `compiler/library` to `build/library.wasm`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import asc from 'assemblyscript/asc'

const root = join(import.meta.dirname, '..')
const started = performance.now()

const { error, stderr } = await asc.main(
  [
    'compiler/library/index.ts',
    ...['--baseDir', root],
    ...['--outFile', 'build/library.wasm'],
    ...['--textFile', 'build/library.wat'],
    '-O3',
    ...['--runtime', 'stub'],
    '--importMemory',
    '--noExportMemory',
    '--exportTable',
    ...['--use', 'abort=compiler/library/index/trap'],
  ],
  {
    writeFile(name, contents, baseDir) {
      mkdirSync(join(baseDir, 'build'), { recursive: true })
      writeFileSync(join(baseDir, name), contents)
    },
  },
)

if (error) {
  process.stderr.write(`${stderr.toString()}\n`)
  process.exit(1)
}
process.stderr.write(`build/library.wasm stands, after ${((performance.now() - started) / 1000).toFixed(1)} s.\n`)
