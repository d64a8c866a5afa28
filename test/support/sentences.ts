/**
 * Cases by hand: a sentence, a few facts, and what somebody who reads the sentence expects of them. The sentences of a
 * file are the items of one checklist.
 *
 *     - why: A comparison with a missing field is false
 *       sentence: no url where host is "a"
 *       facts: { url: [{ at: "a.py:1", host: a }, { at: "a.py:2" }] }
 *       verdict: fail
 *       findings: [a.py:1]
 *
 * A fact has the fields that its case gives; what its kind always has besides is empty, false, 0 or the first choice.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { FindingAnswer, ItemAnswer, KindName, Place } from '../../compiler/index.ts'
import { kinds, type RecordName, recordShapes } from '../../compiler/index.ts'
import type { Field, Fields as Shapes } from '../../compiler/schema/types.ts'

type Fields = Readonly<Record<string, unknown>>

export interface SentenceCase {
  readonly why: string
  /** Clauses of its item, a line each. */
  readonly sentence: string
  /** By kind, in document order; `at` is PATH:LINE. */
  readonly facts: Readonly<Record<string, readonly Fields[]>>
  /** `path`, if any, and the kinds that could not be had from there. */
  readonly unread?: readonly { readonly path?: string; readonly kinds: readonly string[] }[]
  readonly parameters?: Fields
  readonly verdict: string
  /** PATH:LINE, with the message where the sentence has one: those of all checks, then the evidence of questions. */
  readonly findings?: readonly string[]
  /** PATH:LINE of what each of them names besides. */
  readonly related?: readonly (readonly string[])[]
  /** PATH:LINE of what the value of each passes on its way. */
  readonly via?: readonly (readonly string[])[]
}

export interface SentenceFile {
  /** The checklist that the sentences of the file are items of. */
  readonly id: string
  /** Statements before the items. */
  readonly definitions?: string
  readonly cases: readonly SentenceCase[]
}

export const readSentences = (folder: string): readonly SentenceFile[] =>
  readdirSync(folder)
    .toSorted()
    .map((file) => ({ id: basename(file, '.yaml'), ...parse(readFileSync(join(folder, file), 'utf8')) }))

export const itemId = (index: number): string => `C-${index + 1}`

/** The files that facts of cases stand in, sorted by path. */
const files: readonly Fields[] = [
  ['B.py', 'code', 'python'],
  ['README.md', 'documentation', 'markdown'],
  ['a.py', 'code', 'python'],
  ['app.template', 'template', 'other'],
  ['app.yaml', 'configuration', 'yaml'],
  ['generated.py', 'code', 'python', { generated: true }],
  ['install.sh', 'installer', 'shell'],
  ['run.sh', 'script', 'shell'],
  ['src/b.py', 'code', 'python'],
  ['src/lib/c.py', 'code', 'python'],
  ['tests/t.py', 'test', 'python'],
  ['vendor/v.py', 'code', 'python', { vendored: true }],
].map(([path, role, language, more]) => ({
  at: place(`${path}:1`),
  ...filled(kinds.file.fields, { path, role, language, ...(more as object | undefined) }),
}))

export function checklistText({ id, definitions = '', cases }: SentenceFile): string {
  const items = cases.map(({ sentence }, index) => {
    const clauses = sentence.trim().split('\n')
    return `item ${itemId(index)} "Title"\n  severity high\n${clauses.map((line) => `  ${line}\n`).join('')}`
  })
  return `checklist ${id} 1.0.0 "Cases"\n${definitions}\n${items.join('')}`
}

/** `checklist` is the one that the parameters are meant for. */
export function documentOf({ facts, unread = [], parameters = {} }: SentenceCase, checklist: string): Fields {
  const lists = Object.entries(facts).map(([kind, list]) => [kind, list.map((fact) => factOf(kind as KindName, fact))])
  return {
    schema: 1,
    extracted: Object.fromEntries(
      ['file', ...Object.keys(facts)].map((kind) => [kind, { found: 0, kept: 0, files: 0 }]),
    ),
    parameters: { [checklist]: parameters },
    anchors: { repository: place('README.md:1'), documentation: place('README.md:1'), code: place('a.py:1') },
    undecided: unread.map(({ path, kinds: of }) => ({
      ...(path === undefined ? {} : { path, file: indexOf(path) }),
      reason: 'it does not parse',
      kinds: of,
    })),
    file: files,
    ...Object.fromEntries(lists),
  }
}

/** What an item came to, in the form in which cases expect it. */
export function outcomeOf({
  verdict,
  checks,
  reviews,
}: ItemAnswer): Pick<SentenceCase, 'verdict' | 'findings' | 'related' | 'via'> {
  const all = [...checks.flatMap(({ findings }) => findings), ...reviews.flatMap(({ evidence }) => evidence)]
  return {
    verdict,
    findings: all.map(findingText),
    related: all.map(({ related }) => related.map(placeText)),
    via: all.map(({ via = [] }) => via.map(placeText)),
  }
}

const placeText = ({ path, line }: Place): string => `${path}:${line}`

const findingText = ({ at, message }: FindingAnswer): string =>
  message === 'Title' ? placeText(at) : `${placeText(at)} ${message}`

function factOf(kind: KindName, { at, ...given }: Fields): Fields {
  const [path = ''] = String(at).split(':')
  const { inFile, fields } = kinds[kind]
  return { at: place(String(at)), ...(inFile ? { file: indexOf(path) } : {}), ...filled(fields, given) }
}

function filled(fields: Shapes, given: Fields): Fields {
  for (const name of Object.keys(given)) assert(name in fields, `the schema has no field ${name} here`)
  const known = Object.entries(fields).flatMap(([name, field]) => {
    const value = given[name] === undefined ? emptyValue(field) : wholeValue(field, given[name])
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(known)
}

/** Records are filled like the facts that they stand in. */
function wholeValue({ type }: Field, value: unknown): unknown {
  if (type.kind !== 'list' || type.of.kind !== 'record') return value
  const { fields } = recordShapes[type.of.record as RecordName]
  return (value as readonly Fields[]).map(({ at = 'a.py:1', ...given }) => ({
    at: place(String(at)),
    ...filled(fields, given),
  }))
}

function emptyValue({ type, optional }: Field): unknown {
  if (optional) return undefined
  switch (type.kind) {
    case 'text':
      return ''
    case 'choice':
      return type.values[0]
    case 'number':
    case 'reference':
      return 0
    case 'boolean':
      return false
    case 'literal':
      return null
    case 'list':
      return []
  }
}

function indexOf(path: string): number {
  const index = files.findIndex((file) => file.path === path)
  assert(index >= 0, `there is a file ${path}`)
  return index
}

function place(text: string): Place {
  const [path = '', line = '1'] = text.split(':')
  return { path, line: Number(line), column: 1, endLine: Number(line), endColumn: 2 }
}
