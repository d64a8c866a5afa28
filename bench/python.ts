/**
 * How fast Python is read: node bench/python.ts [FOLDER]
 *
 * FOLDER is walked for .py files; without it the standard library of the python3 on the path. Shows megabytes for each
 * second of this thread's processor time, and how many times as long as parsing alone the flat tree and facts take.
 */
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type KindName, kinds } from '../compiler/index.ts'
import { unlimited } from '../runtime/facts/budget.ts'
import { LineTable } from '../runtime/facts/line-table.ts'
import { pythonExtractor } from '../runtime/facts/python/index.ts'
import { parserOf } from '../runtime/facts/syntax/grammars.ts'
import { parse } from '../runtime/facts/syntax/parse.ts'
import { Tree } from '../runtime/facts/tree/tree.ts'

/** Sources up to this size in all, in UTF-16 units, so that a run takes seconds. */
const most = 5_000_000

function library(): string {
  const code = 'import sysconfig; print(sysconfig.get_paths()["stdlib"])'
  return execFileSync('python3', ['-c', code], { encoding: 'utf8' }).trim()
}

function sourcesBelow(folder: string): readonly string[] {
  const sources: string[] = []
  let size = 0
  for (const path of globSync('**/*.py', { cwd: folder, exclude: ['**/site-packages/**'] }).sort()) {
    if (size > most) break
    const text = readFileSync(join(folder, path), 'utf8')
    size += text.length
    sources.push(text)
  }
  return sources
}

/** In seconds, what parsing alone took last. */
let parsing = 0

async function measure(name: string, sources: readonly string[], read: (text: string) => unknown): Promise<void> {
  const before = process.threadCpuUsage()
  for (const text of sources) await read(text)
  const { user, system } = process.threadCpuUsage(before)
  const seconds = (user + system) / 1e6
  if (name === 'parse') parsing = seconds
  const megabytes = sources.reduce((sum, text) => sum + text.length, 0) / 1e6
  console.log(
    `${name.padEnd(16)} ${(megabytes / seconds).toFixed(2)} MB/s  ${(seconds / parsing).toFixed(1)} times  (${megabytes.toFixed(1)} MB)`,
  )
}

const file = {
  path: 'library/module.py',
  rootPath: 'library/module.py',
  name: 'module.py',
  extension: 'py',
  language: 'python',
  role: 'code',
  vendored: false,
  generated: false,
} as const
const tree = new Tree([file.path])

const extractFor = (wanted: ReadonlySet<KindName>) => (text: string) =>
  pythonExtractor.extract({
    file,
    text,
    lines: new LineTable(file.rootPath, text),
    tree,
    wanted,
    budget: unlimited(),
    parse,
  })

const sources = sourcesBelow(process.argv[2] ?? library())
const parser = await parserOf('python')
for (const round of ['cold', 'warm']) {
  console.log(`${round}:`)
  await measure('parse', sources, (text) => parser.parse(text)?.delete())
  await measure('flat tree', sources, (text) => parse('python', text))
  await measure('imports', sources, extractFor(new Set(['import'])))
  await measure('calls', sources, extractFor(new Set(['call', 'function'])))
  await measure('all facts', sources, extractFor(new Set(Object.keys(kinds) as KindName[])))
}
