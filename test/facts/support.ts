/** Runs one extractor on one text, as the frame does with a file. */
import { type KindName, kinds } from '../../compiler/index.ts'
import { budgetFor, Spent } from '../../runtime/facts/budget.ts'
import { extensionOf, languageByFirstLine, languageByName } from '../../runtime/facts/classify/languages.ts'
import { roleOf } from '../../runtime/facts/classify/roles.ts'
import type { Extraction, Extractor, FileInput, ListedFile, LocalFact } from '../../runtime/facts/extractor.ts'
import { LineTable } from '../../runtime/facts/line-table.ts'
import { parse } from '../../runtime/facts/syntax/parse.ts'
import { Tree } from '../../runtime/facts/tree/tree.ts'

/** `others` are the paths of further files of the repository. */
export async function extractFrom(
  extractor: Extractor,
  path: string,
  text: string,
  others: readonly string[] = [],
): Promise<Extraction> {
  const file = listedFile(path, text)
  return withinBudget(extractor, {
    file,
    text,
    lines: new LineTable(path, text),
    tree: new Tree([path, ...others]),
    wanted: new Set(Object.keys(kinds) as KindName[]),
    budget: budgetFor(text, undefined),
    parse,
  })
}

/** What an extractor gives, or a gap where it takes more than is spent on the text. */
export async function withinBudget(extractor: Extractor, input: FileInput): Promise<Extraction> {
  try {
    return await extractor.extract(input)
  } catch (error) {
    if (!(error instanceof Spent)) throw error
    return { facts: {}, undecided: [{ reason: error.reason, kinds: extractor.kinds }] }
  }
}

/** A file as the frame classifies it, by its path and how it begins. */
export function listedFile(path: string, text: string): ListedFile {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const extension = extensionOf(name)
  const language = languageByName(name) ?? languageByFirstLine(text) ?? 'text'
  const role = roleOf({ path, name, extension, language })
  return { path, rootPath: path, name, extension, language, role, vendored: false, generated: false }
}

/** The facts of a kind in the order in which they stand. */
export function factsIn<K extends KindName>({ facts }: Extraction, kind: K): readonly LocalFact<K>[] {
  return [...(facts[kind] ?? [])].sort(
    (a, b) => a.at.line - b.at.line || a.at.column - b.at.column,
  ) as readonly LocalFact<K>[]
}
