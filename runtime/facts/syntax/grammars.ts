/** The grammars of tree-sitter. Loaded once, when a file of the language is met. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Language, Parser } from 'web-tree-sitter'

export const grammarNames = ['python', 'bash', 'javascript', 'typescript', 'tsx'] as const
export type GrammarName = (typeof grammarNames)[number]

const parsers = new Map<GrammarName, Promise<Parser>>()

export function parserOf(grammar: GrammarName): Promise<Parser> {
  const known = parsers.get(grammar)
  if (known !== undefined) return known
  const loading = load(grammar)
  parsers.set(grammar, loading)
  return loading
}

async function load(grammar: GrammarName): Promise<Parser> {
  await initialised()
  const file = `tree-sitter-${grammar}.wasm`
  const parser = new Parser()
  setFlagsFromString(`--wasm-tiering-budget=${patience[grammar] ?? usual}`)
  try {
    parser.setLanguage(await Language.load(find(file, '@vscode/tree-sitter-wasm')))
  } finally {
    setFlagsFromString(`--wasm-tiering-budget=${usual}`)
  }
  return parser
}

let initialising: Promise<void> | undefined

/** Once: a parser that stands would be left with the memory of an older start of the library. */
function initialised(): Promise<void> {
  initialising ??= Parser.init({
    locateFile: () => find('web-tree-sitter.wasm', 'web-tree-sitter'),
    wasmMemory: parserMemory(),
    // What it says when it runs out of memory; `parse.ts` says so in our words.
    printErr() {},
  })
  return initialising
}

let memory: WebAssembly.Memory | undefined

/** That of the library, in which trees lie: from 32 MiB to 1 GiB; the densest text of 2,000,000 characters takes half of that. */
export function parserMemory(): WebAssembly.Memory {
  memory ??= new WebAssembly.Memory({ initial: 512, maximum: 16_384 })
  return memory
}

/** What V8 has a function of a module execute before it optimises it, in bytes; a module keeps what it was loaded with. */
const usual = 13_000_000
/**
 * The scanner of Bash is one function so large that optimising it takes half a gigabyte, and longer than reading the
 * scripts of most repositories without.
 */
const patience: Readonly<Partial<Record<GrammarName, number>>> = { bash: 1_000_000_000 }

const require = createRequire(import.meta.url)

/** Beside the bundle in the package, in its own package in the checkout. */
function find(file: string, from: string): string {
  const beside = join(import.meta.dirname, 'grammars', file)
  if (existsSync(beside)) return beside
  const folder = dirname(require.resolve(from))
  return [join(folder, file), join(folder, 'wasm', file)].find(existsSync) ?? beside
}
