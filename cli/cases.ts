/** Which cases belong to which checklists, and what their items come to. */
import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { didYouMean, hasErrors } from '../compiler/index.ts'
import { type Case, casesFolder, type EvaluateItem, readCases } from '../runtime/cases/index.ts'
import { extractFacts, readGiven } from '../runtime/facts/index.ts'
import { builtInNames } from './assets.ts'
import { type Entry, findEntries, isPath } from './checklists/find.ts'
import { readSources } from './checklists/sources.ts'
import { type Loaded, loadEntries, type ReadyChecklist } from './checklists.ts'
import { evaluate } from './evaluate.ts'
import { Failure } from './failure.ts'

/** The cases of one folder, and the checklists beside it. */
export interface Suite extends Loaded<ReadyChecklist> {
  /** The folder `cases`, from here. */
  readonly root: string
  readonly cases: readonly Case[]
}

/** What somebody asked for: checklists, and which of their cases. */
export interface Asked {
  readonly checklists: readonly string[]
  /** Items and cases; none asks for all. */
  readonly cases: readonly string[]
}

/** A name is a checklist where there is one, and otherwise an item or a case. */
export function askedOf(names: readonly string[]): Asked {
  const isChecklist = (name: string) =>
    (!isPath(name) && builtInNames().includes(name)) || statSync(name, { throwIfNoEntry: false }) !== undefined
  const checklists = names.filter(isChecklist)
  return { checklists: checklists.length === 0 ? ['.'] : checklists, cases: names.filter((name) => !isChecklist(name)) }
}

/** The folders of cases that belong to checklists, with the checklists' files. */
export function suiteEntries(checklists: readonly string[]): ReadonlyMap<string, readonly Entry[]> {
  const byRoot = new Map<string, Entry[]>()
  for (const entry of findEntries(checklists)) {
    if (entry.kind !== 'checklist') continue
    const root = casesOf(entry)
    byRoot.set(root, [...(byRoot.get(root) ?? []), entry])
  }
  return byRoot
}

/** What a run depends on: folders with cases, with all that is in them, and folders that hold sources of checklists. */
export async function watchedFolders(checklists: readonly string[]) {
  const suites = [...suiteEntries(checklists)]
  const sources = await Promise.all(
    suites.flatMap(([, entries]) =>
      entries.map(async (entry) => (await readSources(entry)).map(({ path }) => dirname(join(entry.root, path)))),
    ),
  )
  return { cases: suites.map(([root]) => root).filter(existsSync), sources: [...new Set(sources.flat())] }
}

const casesOf = ({ root, path }: Entry): string => relative('.', join(dirname(join(root, path)), casesFolder))

/** The checklists compiled, and their cases as far as they are asked for. @throws Failure if there is none of a name. */
export async function loadSuites({ checklists, cases }: Asked, filter: string | undefined): Promise<readonly Suite[]> {
  const found = [...suiteEntries(checklists)].filter(([root]) => existsSync(root))
  if (found.length === 0) {
    throw new Failure(
      `there are no cases beside a checklist in ${checklists.join(', ')}`,
      'Cases lie in the folder cases/ITEM beside the checklist; proviso test --new ITEM/pass-something makes one.',
    )
  }
  const read = found.map(([root, entries]) => ({ root, entries, cases: readCases(root) }))
  for (const name of cases) {
    if (!read.some((suite) => suite.cases.some((each) => isNamed(each, name)))) {
      throw new Failure(`there is no checklist, item or case "${name}"`, 'proviso test --list shows all cases.')
    }
  }
  const isAsked = (each: Case) =>
    (cases.length === 0 || cases.some((name) => isNamed(each, name))) &&
    (filter === undefined || each.name.includes(filter))
  return Promise.all(
    read.map(async (suite) => ({
      root: suite.root,
      cases: suite.cases.filter(isAsked),
      ...(await loadEntries(suite.entries)),
    })),
  )
}

/** @throws Failure if none of the checklists has the item; where one has mistakes, nobody can tell. */
export async function assertItem(entries: readonly Entry[], item: string): Promise<void> {
  const { checklists, diagnostics } = await loadEntries(entries)
  if (hasErrors(diagnostics)) return
  const ids = checklists.flatMap(({ items }) => items.items.map(({ id }) => id))
  if (ids.includes(item)) return
  throw new Failure(`there is no item "${item}"`, didYouMean(item, ids) || `There are: ${ids.join(', ')}.`)
}

const isNamed = ({ name, item }: Case, asked: string): boolean => name === asked || item === asked

/** What an item of the checklists comes to on a folder. */
export function itemEvaluator(checklists: readonly ReadyChecklist[]): EvaluateItem {
  return async (folder, item, files) => {
    const having = checklists.filter(({ items }) => items.items.some(({ id }) => id === item))
    if (having.length === 0) return undefined
    const facts = await extractFacts(
      folder,
      having.map(({ extraction }) => extraction),
      { given: Object.entries(files).map(([name, file]) => readGiven(name, file)) },
    )
    const report = await evaluate({ name: 'Proviso', version: '' }, folder, facts, having)
    return report.checklists[0]?.items.find((each) => each.item.id === item)
  }
}
