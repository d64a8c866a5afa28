/**
 * The code that ruff's flake8-bandit rules and Semgrep's rules are tried on, with the lines that each expects to be told:
 * ruff in the snapshots of its tests, Semgrep in a comment above the line. Read from bare clones, never kept.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Question } from './questions.ts'

export interface Fixture {
  readonly question: Question
  readonly origin: 'ruff' | 'Semgrep'
  /** From the folder that all fixtures are laid out in. */
  readonly path: string
  /** Lines that are to be told. */
  readonly lines: readonly number[]
}

export interface Clones {
  readonly ruff: string | undefined
  readonly semgrepRules: string | undefined
}

/** Lays the fixtures out below `folder`, none of them where it would pass for a test. */
export function layOut({ ruff, semgrepRules }: Clones, questions: readonly Question[], folder: string): Fixture[] {
  const found: Fixture[] = []
  for (const question of questions) {
    for (const rule of ruff === undefined ? [] : question.ruff) {
      const crate = 'crates/ruff_linter'
      const family = rule.startsWith('T') ? 'flake8_print' : 'flake8_bandit'
      const code = show(ruff ?? '', `${crate}/resources/test/fixtures/${family}/${rule}.py`)
      const snapshot = show(
        ruff ?? '',
        `${crate}/src/rules/${family}/snapshots/ruff_linter__rules__${family}__tests__${rule}_${rule}.py.snap`,
      )
      if (code === undefined || snapshot === undefined) continue
      const lines = [...snapshot.matchAll(/^ *--> \w+\.py:(\d+):/gm)].map((match) => Number(match[1]))
      found.push(keep({ question, origin: 'ruff', path: `ruff/${rule.toLowerCase()}.py`, lines }, code))
    }
    for (const rule of semgrepRules === undefined ? [] : question.semgrep) {
      const code = show(semgrepRules ?? '', `${rule}.py`)
      if (code === undefined) continue
      const rows = code.split('\n')
      const lines = rows.flatMap((row, index) => (/#\s*ruleid:/.test(row) ? [index + 2] : []))
      found.push(keep({ question, origin: 'Semgrep', path: `semgrep/${basename(rule)}.py`, lines }, code))
    }
  }
  return found

  function keep(fixture: Fixture, code: string): Fixture {
    const path = join(folder, fixture.path)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, code)
    return fixture
  }
}

/** The newest text of a file in a clone; nothing where it has none. */
export function show(clone: string, path: string): string | undefined {
  try {
    return execFileSync('git', ['-C', clone, 'show', `HEAD:${path}`], { encoding: 'utf8', stdio: 'pipe' })
  } catch {
    return undefined
  }
}
