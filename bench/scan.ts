/**
 * A whole check, beside other tools on the same folder:
 *
 *     node bench/scan.ts FOLDER [--checklist PATH] [--semgrep-rules CLONE]
 *
 * Run `npm run bundle` before. What is not installed is left out. Files are in the page cache; nothing else is
 * kept between runs, but for the warm one. `CLONE` is a clone of semgrep-rules.
 */
import { copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { listFiles } from '../runtime/facts/files/list.ts'
import { generatedTree } from './scan/generated-tree.ts'
import { bestOf, type Cost, costOf } from './scan/measured.ts'
import { readOf } from './scan/opened.ts'
import { semgrep } from './scan/semgrep.ts'

const root = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    // By its name, so that the bundle takes what it has compiled already.
    checklist: { type: 'string', default: 'wazuh-integration' },
    'semgrep-rules': { type: 'string' },
  },
})
const { checklist } = values
const rules = values['semgrep-rules']
const folder = positionals[0] ?? join(root, 'examples/flawed-integration')
const small = join(root, 'examples/flawed-integration')

/** Cold: nothing is kept from one run to the next. */
const check = (main: string, what: string, ...cache: readonly string[]) => [
  ...[main, 'check', what, '--checklist', checklist, '--exit-zero'],
  ...(cache.length === 0 ? ['--no-cache'] : cache),
]
const bundle = join(root, 'dist/main.js')
const sources = join(root, 'cli/main.ts')

function show(what: string, cost: Cost | undefined): void {
  const { wall, user, memory } = cost ?? { wall: Number.NaN, user: Number.NaN, memory: Number.NaN }
  const figures = [`${wall.toFixed(2)} s`, `${user.toFixed(2)} s user`, `${memory.toFixed(0)} MB`]
  console.log(`${what.padEnd(34)} ${cost === undefined ? 'not here' : figures.join('  ')}`)
}

/** Every fifth file, so that the shape stays. */
async function fifthOf(whole: string): Promise<string> {
  const part = mkdtempSync(join(tmpdir(), 'proviso-fifth-'))
  const { entries } = await listFiles(whole)
  for (const { path } of entries.filter((_, index) => index % 5 === 0)) {
    if (!lstatSync(join(whole, path)).isFile()) continue
    mkdirSync(dirname(join(part, path)), { recursive: true })
    copyFileSync(join(whole, path), join(part, path))
  }
  return part
}

show('bare Node', bestOf(5, process.execPath, '-e', '0'))
show(
  'proviso check, small, bundle',
  existsSync(bundle) ? bestOf(3, process.execPath, ...check(bundle, small)) : undefined,
)
show('parse all Python, nothing else', costOf(process.execPath, join(root, 'bench/scan/parse.ts'), folder))
show('proviso check, bundle', existsSync(bundle) ? costOf(process.execPath, ...check(bundle, folder)) : undefined)
if (existsSync(bundle)) {
  const kept = ['--cache-dir', mkdtempSync(join(tmpdir(), 'proviso-cache-'))]
  show('the same, which leaves a cache', costOf(process.execPath, ...check(bundle, folder, ...kept)))
  show('the same, warm', bestOf(3, process.execPath, ...check(bundle, folder, ...kept)))
  for (const count of [5_000, 50_000])
    show(`${count} generated files`, costOf(process.execPath, ...check(bundle, generatedTree(count))))
}
show('proviso check, sources', costOf(process.execPath, ...check(sources, folder)))
show('proviso check, every fifth file', costOf(process.execPath, ...check(sources, await fifthOf(folder))))
show(
  'ruff, its security rules',
  costOf('ruff', 'check', '--isolated', '--no-cache', '--select', 'S', '--exit-zero', folder),
)
show('bandit', costOf('bandit', '--recursive', '--quiet', '--format', 'json', folder))
if (rules !== undefined) show('Semgrep, 19 rules, no ignores', semgrep(folder, rules))
const { files, opened, openedBytes, factsBytes, mainThread } = await readOf(folder, checklist)
console.log(`${opened} of ${files} files read, ${openedBytes} bytes; facts ${factsBytes} bytes`)
console.log(`main thread alone ${mainThread[0]?.toFixed(2)} s, with one more ${mainThread[1]?.toFixed(2)} s`)
