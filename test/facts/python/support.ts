/** Python files extracted and linked, as the frame does it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type KindName, kinds, type RecordFact } from '../../../compiler/index.ts'
import { budgetFor, unlimited } from '../../../runtime/facts/budget.ts'
import type { Extraction, ListedFile, LocalFact } from '../../../runtime/facts/extractor.ts'
import { valueLinker } from '../../../runtime/facts/flow/link/index.ts'
import { LineTable } from '../../../runtime/facts/line-table.ts'
import { pythonExtractor } from '../../../runtime/facts/python/index.ts'
import { parse } from '../../../runtime/facts/syntax/parse.ts'
import { Tree } from '../../../runtime/facts/tree/tree.ts'
import { extractFrom, factsIn, withinBudget } from '../support.ts'

const everything = new Set(Object.keys(kinds) as KindName[])

/** The files of a repository by path, with what was found in each; `others` are there without being read. */
export async function linkedFiles(
  files: Readonly<Record<string, string>>,
  others: readonly string[] = [],
): Promise<ReadonlyMap<string, Extraction>> {
  const tree = new Tree([...Object.keys(files), ...others])
  const extractions = []
  for (const [path, text] of Object.entries(files)) {
    const file = listedFile(path)
    const lines = new LineTable(path, text)
    const budget = budgetFor(text, undefined)
    const input = { file, text, lines, tree, wanted: everything, budget, parse }
    const extraction = await withinBudget(pythonExtractor, input)
    extractions.push({ file, extractor: pythonExtractor.name, extraction })
  }
  return new Map(
    valueLinker.link(extractions, tree, unlimited()).map(({ file, extraction }) => [file.path, extraction]),
  )
}

export async function linkedFacts(path: string, text: string, others: readonly string[] = []): Promise<Extraction> {
  return (await linkedFiles({ [path]: text }, others)).get(path) ?? { facts: {}, undecided: [] }
}

function listedFile(path: string): ListedFile {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const fixed = { extension: 'py', language: 'python', role: 'code', vendored: false, generated: false } as const
  return { path, rootPath: path, name, ...fixed }
}

type Origin = RecordFact<'origin'>

/** "environment TOKEN, response requests.get (part)". */
export const originsText = (origins: readonly Origin[]): string => origins.map(originText).join(', ')

function originText({ form, name, path, purpose, query_keys, whole, encoded }: Origin): string {
  const words = [
    form,
    name ?? [],
    path === undefined || path === name ? [] : `@${path}`,
    form === 'file' ? `<${purpose}>` : [],
    query_keys.length === 0 ? [] : `?${query_keys.join('&')}`,
    whole ? [] : '(part)',
    encoded ? '(encoded)' : [],
  ]
  return words.flat().join(' ')
}

/** Texts of one file each, by what is to be seen in them, with the facts of it as the test shows them. */
export type Cases = Readonly<Record<string, readonly [text: string, ...expected: readonly string[]]>>

/** A test for each case: the facts of a kind that its text gives, each in the words of `show`. */
export function check<K extends KindName>(
  about: string,
  kind: K,
  show: (fact: LocalFact<K>) => string,
  cases: Cases,
): void {
  for (const [name, [text, ...expected]] of Object.entries(cases)) {
    test(`${about}: ${name}`, async () => {
      const facts = factsIn(await extractFrom(pythonExtractor, 'wodle/main.py', text), kind)
      assert.deepEqual(facts.map(show), expected)
    })
  }
}
