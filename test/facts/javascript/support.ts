/** JavaScript and TypeScript files extracted and linked, as the frame does it. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type KindName, kinds, type RecordFact } from '../../../compiler/index.ts'
import { unlimited } from '../../../runtime/facts/budget.ts'
import type { Extraction, LocalFact } from '../../../runtime/facts/extractor.ts'
import { filePurposeLinker } from '../../../runtime/facts/flow/link/file-purposes.ts'
import { valueLinker } from '../../../runtime/facts/flow/link/index.ts'
import { javascriptExtractor } from '../../../runtime/facts/javascript/index.ts'
import { Tree } from '../../../runtime/facts/tree/tree.ts'
import { extractFrom, listedFile } from '../support.ts'

export type Files = Readonly<Record<string, string>>

/** The files of a repository by path, with what was found in each. */
export async function linkedFiles(files: Files): Promise<ReadonlyMap<string, Extraction>> {
  const paths = Object.keys(files)
  const tree = new Tree(paths)
  const extractions = []
  for (const [path, text] of Object.entries(files)) {
    const extraction = await extractFrom(javascriptExtractor, path, text, paths)
    extractions.push({ file: listedFile(path, text), extractor: javascriptExtractor.name, extraction })
  }
  const linked = filePurposeLinker.link(valueLinker.link(extractions, tree, unlimited()), tree, unlimited())
  return new Map(linked.map(({ file, extraction }) => [file.path, extraction]))
}

/** A folder of `fixtures` by path; what would be compiled with the project ends in `.txt`. */
export function fixture(name: string): Files {
  const folder = join(import.meta.dirname, 'fixtures', name)
  const paths = globSync('**/*.{js,mjs,cjs,ts.txt}', { cwd: folder }).sort()
  return Object.fromEntries(paths.map((path) => [path.replace(/\.txt$/, ''), readFileSync(join(folder, path), 'utf8')]))
}

type Shown = Readonly<Record<string, unknown>>

/** A fact in one line: its place, and its fields but those that are empty; origins by form and name. */
export function lineOf(fact: LocalFact<KindName>): string {
  const { at, ...fields } = fact
  return `${at.line}:${at.column}-${at.endLine}:${at.endColumn} ${shown(fields as unknown as Shown)}`
}

function shown(fields: Shown): string {
  return Object.entries(fields)
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0) && value !== false)
    .map(([name, value]) => `${name}=${valueText(name, value)}`)
    .join(' ')
}

function valueText(name: string, value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value)
  if (/(origins|sources)$/.test(name)) return `[${originsText(value)}]`
  return `[${value.map((each) => (typeof each === 'object' ? `(${shown(withoutPlace(each))})` : JSON.stringify(each))).join(' ')}]`
}

const withoutPlace = ({ at: _, ...fields }: Shown): Shown => fields

/** "environment TOKEN, response axios.get (part)". */
export const originsText = (origins: readonly RecordFact<'origin'>[]): string => origins.map(originText).join(', ')

function originText({ form, name, purpose, query_keys, whole, encoded, position }: RecordFact<'origin'>): string {
  const words = [
    position ?? [],
    form,
    name ?? [],
    form === 'file' ? `<${purpose}>` : [],
    query_keys.length === 0 ? [] : `?${query_keys.join('&')}`,
    whole ? [] : '(part)',
    encoded ? '(encoded)' : [],
  ]
  return words.flat().join(' ')
}

export const allKinds = Object.keys(kinds) as KindName[]
