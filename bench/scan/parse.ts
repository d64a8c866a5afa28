/** Only parses: node bench/scan/parse.ts FOLDER, with web-tree-sitter and nothing of ours, every Python file. */
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parserOf } from '../../runtime/facts/syntax/grammars.ts'

const folder = process.argv[2] ?? '.'
const parser = await parserOf('python')
for (const path of globSync('**/*.py', { cwd: folder })) {
  const file = join(folder, path)
  if (statSync(file).isFile()) parser.parse(readFileSync(file, 'utf8'))?.delete()
}
