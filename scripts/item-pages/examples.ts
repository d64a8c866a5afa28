/** Two of an item's cases as examples: the shortest that fails, and the passing one that is most like it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { code } from '../../cli/docs/markdown.ts'
import type { Case } from '../../runtime/cases/index.ts'
import type { Verdict } from '../../runtime/results/model.ts'

interface Example {
  readonly case: Case
  /** Texts by path, as they stand in the repository of the case. */
  readonly files: ReadonlyMap<string, string>
}

/** Blocks of Markdown. */
export function examplesOf(cases: readonly Case[]): readonly string[] {
  const examples = cases
    .map((each): Example => ({ case: each, files: filesOf(each) }))
    .filter(({ files }) => files.size > 0)
  const [failing] = examples.filter(({ case: { expected } }) => expected.verdict === 'fail').sort(byLength)
  const like = (a: Example, b: Example) => shared(b, failing) - shared(a, failing) || byLength(a, b)
  const of = (verdict: Verdict) => examples.filter(({ case: { expected } }) => expected.verdict === verdict).sort(like)
  // What only a person can see never passes by itself.
  const [passing] = of('pass')
  const [asking] = passing === undefined ? of('review') : []
  return [
    ...(failing === undefined ? [] : ['## An example that fails', ...blocksOf(failing)]),
    ...(passing === undefined ? [] : ['## An example that passes', ...blocksOf(passing)]),
    ...(asking === undefined ? [] : ['## An example that leaves nothing but a question', ...blocksOf(asking)]),
  ]
}

const length = ({ files }: Example): number =>
  [...files].reduce((sum, [path, text]) => sum + path.length + text.length, 0)

const byLength = (a: Example, b: Example): number => length(a) - length(b)

/** How many files they have in common, so that a reader sees the difference. */
const shared = ({ files }: Example, other: Example | undefined): number =>
  [...files.keys()].filter((path) => other?.files.has(path)).length

function filesOf({ folder }: Case): ReadonlyMap<string, string> {
  const tree = join(folder, 'tree')
  if (!existsSync(tree)) return new Map()
  const found = readdirSync(tree, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const paths = found.map(({ parentPath, name }) => relative(tree, join(parentPath, name))).sort()
  return new Map(paths.map((path) => [path.replace(/(^|\/)dot-/g, '$1.'), readFileSync(join(tree, path), 'utf8')]))
}

function blocksOf({ case: { expected }, files }: Example): readonly string[] {
  const { places = [], untracked = [], modes = {}, links = {} } = expected
  const notes = [
    ...Object.entries(modes).map(([path, mode]) => `${code(path)} has the mode ${mode}.`),
    ...Object.entries(links).map(([path, target]) => `${code(path)} is a link to ${code(target)}.`),
    ...untracked.map((path) => `Git does not have ${code(path)}.`),
    ...(places.length === 0 ? [] : [`Found at ${[...new Set(places)].map(code).join(', ')}.`]),
  ]
  const shown = [...files].flatMap(([path, text]) => [`${code(path)}:`, fenced(path, text)])
  return [...shown, ...(notes.length === 0 ? [] : [notes.join(' ')])]
}

const languages: Readonly<Record<string, string>> = {
  '.py': 'python',
  '.sh': 'bash',
  '.md': 'markdown',
  '.xml': 'xml',
  '.json': 'json',
  '.toml': 'toml',
  '.yml': 'yaml',
  '.yaml': 'yaml',
}

/** Between fences of more backticks than the text has in a row, with its end shown as it is. */
function fenced(path: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${languages[extname(path)] ?? 'text'}\n${text.replace(/\n*$/, '\n')}${fence}`
}
