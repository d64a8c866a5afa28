/** The grammars of tree-sitter. Loaded once, when a file of the language is met. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Language, Parser } from 'web-tree-sitter'

export type GrammarName = 'python' | 'bash'

const parsers = new Map<GrammarName, Promise<Parser>>()

export function parserOf(grammar: GrammarName): Promise<Parser> {
  const known = parsers.get(grammar)
  if (known !== undefined) return known
  const loading = load(grammar)
  parsers.set(grammar, loading)
  return loading
}

async function load(grammar: GrammarName): Promise<Parser> {
  await Parser.init({ locateFile: () => find('web-tree-sitter.wasm', 'web-tree-sitter') })
  const file = `tree-sitter-${grammar}.wasm`
  const parser = new Parser()
  parser.setLanguage(await Language.load(find(file, '@vscode/tree-sitter-wasm')))
  return parser
}

const require = createRequire(import.meta.url)

/** Beside the bundle in the package, in its own package in the checkout. */
function find(file: string, from: string): string {
  const beside = join(import.meta.dirname, 'grammars', file)
  if (existsSync(beside)) return beside
  const folder = dirname(require.resolve(from))
  return [join(folder, file), join(folder, 'wasm', file)].find(existsSync) ?? beside
}
