/**
 * Recall and precision beside ruff, bandit and Semgrep CE, on the code that ruff's flake8-bandit rules and Semgrep's rules
 * are tried on.
 *
 *     node bench/accuracy.ts --ruff CLONE --semgrep-rules CLONE
 *
 * The clones may be bare. What is told within two lines of an expected one is right; each expected line counts once. What
 * a tool tells of a file about another question than the file's own does not count.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Fixture, layOut } from './accuracy/fixtures.ts'
import { questions } from './accuracy/questions.ts'
import { type Told, tools } from './accuracy/tools.ts'

const { values } = parseArgs({
  options: { ruff: { type: 'string' }, 'semgrep-rules': { type: 'string' }, verbose: { type: 'boolean' } },
})
const clones = { ruff: values.ruff, semgrepRules: values['semgrep-rules'] }
const near = 2

const root = mkdtempSync(join(tmpdir(), 'proviso-accuracy-'))
const folder = join(root, 'code')
mkdirSync(folder)
try {
  const fixtures = layOut(clones, questions, folder)
  const results = tools.flatMap((tool) => {
    const told = tool.run(folder, questions, clones)
    if (told === undefined) process.stdout.write(`${tool.name} is not here, or gave nothing\n`)
    return told === undefined ? [] : [{ tool, told }]
  })
  const names = results.map(({ tool }) => tool.name)
  process.stdout.write(`| question | lines | ${names.join(' | ')} |\n|---|---|${names.map(() => '---|').join('')}\n`)
  const total = results.map(() => ({ hits: 0, told: 0 }))
  let all = 0
  for (const question of questions) {
    const own = fixtures.filter((fixture) => fixture.question === question)
    const expected = own.reduce((sum, { lines }) => sum + new Set(lines).size, 0)
    all += expected
    const cells = results.map(({ tool, told }, index) => {
      const counts = own.map((fixture) => compare(fixture, told, values.verbose === true ? tool.name : undefined))
      const hits = counts.reduce((sum, count) => sum + count.hits, 0)
      const said = counts.reduce((sum, count) => sum + count.told, 0)
      const sum = total[index]
      if (sum !== undefined) {
        sum.hits += hits
        sum.told += said
      }
      return share(hits, expected, said)
    })
    process.stdout.write(`| ${question.item} | ${expected} | ${cells.join(' | ')} |\n`)
  }
  process.stdout.write(`| all | ${all} | ${total.map(({ hits, told }) => share(hits, all, told)).join(' | ')} |\n`)
  process.stdout.write('Each cell: recall, precision.\n')
} finally {
  rmSync(root, { recursive: true, force: true })
}

function compare(fixture: Fixture, told: readonly Told[], shown: string | undefined): { hits: number; told: number } {
  const own = told.filter(({ path, item }) => path === fixture.path && item === fixture.question.item)
  const left = [...new Set(own.map(({ line }) => line))].sort((a, b) => a - b)
  const said = left.length
  const missed: number[] = []
  let hits = 0
  // An exact line first, so that a neighbour does not take it.
  const expected = [...new Set(fixture.lines)]
  for (const reach of Array.from({ length: near + 1 }, (_, distance) => distance)) {
    for (const line of [...expected]) {
      const index = left.findIndex((each) => Math.abs(each - line) === reach)
      if (index < 0) continue
      left.splice(index, 1)
      expected.splice(expected.indexOf(line), 1)
      hits++
    }
  }
  missed.push(...expected)
  if (shown !== undefined && missed.length + left.length > 0) {
    process.stdout.write(`  ${shown} ${fixture.path}: missed ${missed.join(' ')}; told besides ${left.join(' ')}\n`)
  }
  return { hits, told: said }
}

function share(hits: number, expected: number, told: number): string {
  const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`)
  return `${percent(hits, expected)}, ${percent(hits, told)}`
}
