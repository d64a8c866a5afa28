/** Runs each tool on the fixtures, and gives what it tells in one form. A tool that is not installed is left out. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { type Clones, show } from './fixtures.ts'
import type { Question } from './questions.ts'

export interface Told {
  readonly path: string
  readonly line: number
  readonly item: string
}

export interface Tool {
  readonly name: string
  /** What it tells of the folder; nothing where it cannot be run. */
  run(folder: string, questions: readonly Question[], clones: Clones): readonly Told[] | undefined
}

const repository = join(import.meta.dirname, '../..')

const proviso: Tool = {
  name: 'Proviso',
  run(folder) {
    const checklist = join(import.meta.dirname, 'shared.checklist')
    const main = join(repository, 'cli/main.ts')
    const output = json(process.execPath, [
      main,
      'check',
      folder,
      '--checklist',
      checklist,
      '--format',
      'sarif',
      '--exit-zero',
    ]) as { runs: { results: SarifResult[] }[] } | undefined
    return output?.runs.flatMap(({ results }) =>
      results.flatMap(({ ruleId, locations }) =>
        locations.map(({ physicalLocation: { artifactLocation, region } }) => ({
          path: artifactLocation.uri,
          line: region?.startLine ?? 1,
          item: ruleId.split('/').at(-1) ?? '',
        })),
      ),
    )
  },
}

interface SarifResult {
  readonly ruleId: string
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string }
      readonly region?: { readonly startLine: number }
    }
  }[]
}

const ruff: Tool = {
  name: 'ruff',
  run(folder, questions) {
    const codes = questions.flatMap((question) => question.ruff)
    const output = json('ruff', [
      'check',
      '--isolated',
      '--no-cache',
      '--output-format',
      'json',
      '--select',
      codes.join(','),
      folder,
    ]) as { filename: string; code: string; location: { row: number } }[] | undefined
    return output?.flatMap(({ filename, code, location }) => {
      const item = questions.find((question) => question.ruff.includes(code))?.item
      return item === undefined ? [] : [{ path: relative(folder, filename), line: location.row, item }]
    })
  },
}

const bandit: Tool = {
  name: 'bandit',
  run(folder, questions) {
    const output = json('bandit', ['-q', '-r', '-f', 'json', folder]) as
      | { results: { filename: string; test_id: string; line_number: number }[] }
      | undefined
    return output?.results.flatMap(({ filename, test_id, line_number }) => {
      const item = questions.find((question) => question.bandit.includes(test_id))?.item
      return item === undefined ? [] : [{ path: relative(folder, filename), line: line_number, item }]
    })
  },
}

const semgrep: Tool = {
  name: 'Semgrep',
  run(folder, questions, { semgrepRules }) {
    if (semgrepRules === undefined) return undefined
    const rules = join(folder, '../rules')
    const items = new Map<string, string>()
    for (const { item, semgrep } of questions) {
      for (const rule of semgrep) {
        const text = show(semgrepRules, `${rule}.yaml`)
        if (text === undefined) continue
        mkdirSync(dirname(join(rules, rule)), { recursive: true })
        writeFileSync(join(rules, `${rule}.yaml`), text)
        for (const match of text.matchAll(/^ *- id: *(\S+)/gm)) items.set(match[1] ?? '', item)
      }
    }
    const output = json('semgrep', [
      'scan',
      '--config',
      rules,
      '--json',
      '--quiet',
      '--metrics=off',
      '--disable-version-check',
      '--no-git-ignore',
      folder,
    ]) as { results: { path: string; check_id: string; start: { line: number } }[] } | undefined
    return output?.results.flatMap(({ path, check_id, start }) => {
      const item = items.get(check_id.split('.').at(-1) ?? '')
      return item === undefined ? [] : [{ path: relative(folder, path), line: start.line, item }]
    })
  },
}

export const tools: readonly Tool[] = [proviso, ruff, bandit, semgrep]

/** What a program prints, whatever its exit code: they end with 1 where they found something. */
function json(program: string, args: readonly string[]): unknown {
  const { stdout, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (error !== undefined) return undefined
  try {
    return JSON.parse(stdout)
  } catch {
    process.stderr.write(`${basename(program)} printed no JSON\n`)
    return undefined
  }
}
