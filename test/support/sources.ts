/** Checklists as tests write them: files of a folder with those that they use, or a few lines that stand for one. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TypedChecklist, TypedItem } from '../../compiler/check/typed.ts'
import type { Diagnostic, Source } from '../../compiler/index.ts'
import { analyse, parse, usedPath } from '../../compiler/pipeline.ts'

/** The file at `path` below `root`, and every file that it uses, by way of others too. */
export function readSources(root: string, path: string): readonly Source[] {
  const found = new Map<string, Source>()
  const waiting = [path]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next) || !existsSync(join(root, next))) continue
    const source = { path: next, text: readFileSync(join(root, next), 'utf8') }
    found.set(next, source)
    for (const statement of parse(source).value.statements) {
      const used = statement.kind === 'use' ? usedPath(next, statement) : undefined
      if (used !== undefined) waiting.push(used)
    }
  }
  return [...found.values()]
}

const path = 'sample.checklist'

interface Analysed {
  readonly value: TypedChecklist | undefined
  readonly diagnostics: readonly Diagnostic[]
  readonly source: Source
}

/** Clauses of one item, with what is defined above it. */
export function analyseClauses(clauses: string, definitions = ''): Analysed {
  const text = `checklist sample 1.0.0 "Sample"\n${definitions}\nitem A-1 "Title"\n  severity high\n  ${clauses.trim()}\n`
  const source = { path, text }
  return { ...analyse([source], path), source }
}

/** The same, which must not have mistakes; warnings are looked at elsewhere. */
export function itemOf(clauses: string, definitions = ''): TypedItem {
  return checklistOf(clauses, definitions).items[0] as TypedItem
}

export function checklistOf(clauses: string, definitions = ''): TypedChecklist {
  const { value, diagnostics } = analyseClauses(clauses, definitions)
  const mistakes = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  assert.deepEqual(mistakes, [], clauses)
  return value as TypedChecklist
}
