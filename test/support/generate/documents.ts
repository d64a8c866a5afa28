/** Generated facts documents: of the schema, small, and with all that may be missing missing now and then. */
import type { TypedChecklist, Value } from '../../../compiler/check/typed.ts'
import {
  type FactsDocument,
  type Field,
  type KindName,
  kinds,
  languages,
  type Place,
  type RecordName,
  recordShapes,
  roleScopes,
  roles,
} from '../../../compiler/index.ts'
import type { ElementType, Fields as Shapes } from '../../../compiler/schema/types.ts'
import type { Random } from './random.ts'
import { probes, valueFor } from './vocabulary.ts'
import { partsOf, subjectsOf, valuesIn } from './walk.ts'

type Fields = Readonly<Record<string, unknown>>

/** The kinds that a checklist may look at, by way of references, too. */
export function kindsFor(checklist: TypedChecklist): readonly KindName[] {
  const found = new Set<KindName>(['file', ...checklist.items.flatMap(({ needs }) => needs)])
  for (const condition of partsOf(checklist)) for (const value of valuesIn(condition)) addSteps(found, value)
  for (const { is, domain } of subjectsOf(checklist)) {
    if (is.kind === 'fact') found.add(is.of)
    if (domain.kind === 'elements') for (const { to } of domain.path) if (to !== undefined) found.add(to)
  }
  // A fact that is referred to is always in the document.
  for (const of of found) for (const to of referredTo(of)) found.add(to)
  return [...found].toSorted()
}

function addSteps(found: Set<KindName>, value: Value): void {
  if (value.kind === 'field') for (const { to } of value.steps) if (to !== undefined) found.add(to)
}

/** The kinds that facts of a kind refer to, beside their files. */
export function referredTo(of: KindName): readonly KindName[] {
  return Object.values(kinds[of].fields as Shapes).flatMap(({ type }) => {
    if (type.kind === 'reference') return [type.to as KindName]
    return type.kind === 'list' && type.of.kind === 'reference' ? [type.of.to as KindName] : []
  })
}

export function generateDocument(
  random: Random,
  checklist: TypedChecklist,
  wanted: readonly KindName[],
): FactsDocument {
  const paths = filePaths.filter((_, index) => index === 1 || random.chance(0.7))
  const needed = new Set(wanted.flatMap((kind) => referredTo(kind)))
  const counts = new Map(
    wanted.map((kind) => [kind, kind === 'file' ? paths.length : countOf(random, kind, needed.has(kind))]),
  )
  const facts = (kind: KindName) => ({ random, counts, paths, kind })
  const lists = Object.fromEntries(wanted.map((kind) => [kind, listOf(facts(kind))]))
  const whole = {
    schema: random.chance(0.01) ? 2 : 1,
    extracted: Object.fromEntries(
      wanted.filter(() => !random.chance(0.004)).map((kind) => [kind, { found: 1, kept: 1, files: 1 }]),
    ),
    parameters: random.chance(0.3) ? { [checklist.id]: parameters(random) } : {},
    ...(random.chance(0.1) ? { limit: random.below(3) } : {}),
    anchors: Object.fromEntries(
      ['repository', ...Object.keys(roleScopes)]
        .filter(() => random.chance(0.8))
        .map((word) => [word, place(`${word}.txt`, 1, 1)]),
    ),
    undecided: random.chance(0.6)
      ? []
      : Array.from({ length: 1 + random.below(2) }, () => unread(facts('file'), wanted)),
    ...lists,
  }
  return whole as unknown as FactsDocument
}

const filePaths = ['README.md', 'a.py', 'src/a.py', 'src/lib/b.py', 'tests/a.py', 'z.template']

/** Of what others refer to there is at least one. */
const countOf = (random: Random, kind: KindName, isNeeded: boolean): number =>
  kind === 'repository' ? 1 : isNeeded ? 1 + random.below(5) : random.below(6)

interface Writing {
  readonly random: Random
  readonly counts: ReadonlyMap<KindName, number>
  readonly paths: readonly string[]
  readonly kind: KindName
}

function listOf(writing: Writing): readonly Fields[] {
  const { random, counts, paths, kind } = writing
  if (kind === 'file') return paths.map((path) => fileFact(writing, path))
  const { inFile } = kinds[kind]
  const places = Array.from({ length: counts.get(kind) ?? 0 }, () => [
    inFile ? random.below(paths.length) : 0,
    1 + random.below(9),
    1 + random.below(3),
  ]).toSorted(([a = 0, b = 0, c = 0], [d = 0, e = 0, f = 0]) => a - d || b - e || c - f)
  return places.map(([file = 0, line = 1, column = 1]) => ({
    at: place(inFile ? (paths[file] as string) : '.', line, column),
    ...(inFile ? { file } : {}),
    ...fieldsFor(writing, kinds[kind].fields, line),
    ...(kind === 'path' ? { asked: random.pick(probes) } : {}),
  }))
}

function fileFact(writing: Writing, path: string): Fields {
  const { random } = writing
  return {
    at: place(path, 1, 1),
    ...fieldsFor(writing, kinds.file.fields, 1),
    path,
    language: random.pick(languages.slice(0, 6)),
    role: random.chance(0.4) ? 'code' : random.pick(roles),
    vendored: random.chance(0.15),
    generated: random.chance(0.1),
  }
}

const place = (path: string, line: number, column: number): Place => ({
  path,
  line,
  column,
  endLine: line,
  endColumn: column + 4,
})

function fieldsFor(writing: Writing, fields: Shapes, line: number): Fields {
  const values = Object.entries(fields).map(([name, field]) => [name, fieldValue(writing, name, field, line)] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

/** Undefined where the field is missing. */
function fieldValue(writing: Writing, name: string, { type, optional }: Field, line: number): unknown {
  const { random, counts } = writing
  if (optional && random.chance(0.35)) return undefined
  switch (type.kind) {
    case 'reference':
      return random.below(counts.get(type.to as KindName) ?? 0)
    case 'list':
      return Array.from({ length: random.below(3) }, () => element(writing, type.of, line))
    default:
      return valueFor(random, name, type)
  }
}

function element(writing: Writing, of: ElementType, line: number): unknown {
  const { random, counts, paths } = writing
  switch (of.kind) {
    case 'text':
      return valueFor(random, '', of)
    case 'record':
      return {
        at: place(paths[0] as string, line, 5 + random.below(9)),
        ...fieldsFor(writing, recordShapes[of.record as RecordName].fields, line),
      }
    case 'reference':
      return random.below(counts.get(of.to as KindName) ?? 0)
  }
}

/** Values of the right types, and now and then of wrong ones. */
function parameters(random: Random): Fields {
  const given: Fields = {
    word: random.pick(['a', 'b', 3]),
    few: random.pick([1, 2, 'x']),
    yes: random.pick([true, false, null]),
    words: random.pick([['a', 'b'], [], ['a', 1], 'a']),
    few_numbers: random.pick([[1, 2.5], [], ['1']]),
  }
  return Object.fromEntries(Object.entries(given).filter(() => random.chance(0.6)))
}

function unread({ random, paths }: Writing, wanted: readonly KindName[]): Fields {
  const file = random.chance(0.75) ? random.below(paths.length) : undefined
  return {
    reason: random.pick(['it does not parse', 'it is too large']),
    kinds: random.some(wanted, 0.6),
    ...(file === undefined ? {} : { file, path: paths[file] }),
  }
}
