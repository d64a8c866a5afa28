/** Finds checklist files by a built-in name, a file or a folder. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { didYouMean } from '../../compiler/index.ts'
import { builtInNames, policiesFolder } from '../assets.ts'
import { Failure } from '../failure.ts'

/** A file below a root that nothing may be used from above. */
export interface Entry {
  readonly root: string
  /** From the root, with `/`. */
  readonly path: string
  /** Whether it is run: a file of definitions is there for others to use. */
  readonly kind: 'checklist' | 'definitions'
}

export const extension = '.checklist'

/** Whether a name can only mean a file or a folder, also where a built-in checklist has the same name. */
export const isPath = (name: string): boolean => name.includes('/') || name.includes(sep) || name.endsWith(extension)

/** Each file once, however often it is named. */
export function findEntries(names: readonly string[]): readonly Entry[] {
  const byFile = new Map(names.flatMap(entriesOf).map((entry) => [realpathSync(join(entry.root, entry.path)), entry]))
  return [...byFile.values()]
}

/**
 * The files that somebody names to be edited: files as they are, and every checklist file of a folder.
 * @throws Failure if there is nothing of a name.
 */
export function filesToEdit(paths: readonly string[]): readonly Entry[] {
  const files = (paths.length === 0 ? ['.'] : paths).flatMap((path) => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) throw new Failure(`there is no file or folder ${path}`)
    const found = stats.isDirectory() ? checklistFiles(resolve(path)) : [resolve(path)]
    if (found.length > 0) return found
    throw new Failure(`there is no checklist in the folder ${path}`, `A checklist is a file NAME${extension}.`)
  })
  return [...new Set(files)].map((file) => entryOf(file, dirname(dirname(file)), kindOf(file)))
}

function entriesOf(name: string): readonly Entry[] {
  if (!isPath(name) && builtInNames().includes(name)) {
    return [{ root: policiesFolder, path: `${name}/${name}${extension}`, kind: 'checklist' }]
  }
  const stats = statSync(name, { throwIfNoEntry: false })
  // What is named is meant to be a checklist, whatever it holds.
  if (stats?.isFile() === true) return [entryOf(name, dirname(dirname(resolve(name))), 'checklist')]
  if (stats?.isDirectory() === true) return entriesIn(name)
  const names = builtInNames()
  const suggestion = didYouMean(name, names)
  throw new Failure(
    `there is no checklist "${name}"`,
    `${suggestion}${suggestion === '' ? '' : ' '}Give a file, a folder, or one of the built-in checklists: ${names.join(', ')}.`,
  )
}

function entriesIn(folder: string): readonly Entry[] {
  const root = dirname(resolve(folder))
  const files = checklistFiles(resolve(folder))
  const entries = files.map((file) => entryOf(file, root, kindOf(file)))
  if (entries.some(({ kind }) => kind === 'checklist')) return entries
  const instead = entries.length === 0 ? '' : ', only definitions for others to use'
  throw new Failure(
    `there is no checklist in the folder ${folder}${instead}`,
    `A checklist is a file NAME${extension} that starts with: checklist NAME 1.0.0 "Title"`,
  )
}

/** What a checklist may use lies in its own folder or beside it. */
function entryOf(file: string, root: string, kind: Entry['kind']): Entry {
  return { root, path: relative(root, resolve(file)).split(sep).join('/'), kind }
}

/** The line of a checklist, a section or an item. */
const runs = /^[\ufeff \t]*(?:checklist|section|item)[ \t]+[\w-]+[ \t]+(?:"|\d)/m

/** A file with items is meant to be run: that its first line is missing or misspelt is a mistake, and no reason to pass it over. */
function kindOf(file: string): Entry['kind'] {
  return runs.test(readFileSync(file, 'utf8')) ? 'checklist' : 'definitions'
}

/** Every checklist file below a folder, sorted; dependencies, hidden folders and links to folders are passed over. */
function checklistFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((found) => {
      const path = join(folder, found.name)
      const passed = found.name === 'node_modules' || found.name.startsWith('.')
      if (found.isDirectory()) return passed ? [] : checklistFiles(path)
      return found.name.endsWith(extension) && statSync(path, { throwIfNoEntry: false })?.isFile() === true
        ? [path]
        : []
    })
    .sort()
}
