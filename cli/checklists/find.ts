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
export async function findEntries(names: readonly string[]): Promise<readonly Entry[]> {
  const found = await Promise.all(names.map(entriesOf))
  const byFile = new Map(found.flat().map((entry) => [realpathSync(join(entry.root, entry.path)), entry]))
  return [...byFile.values()]
}

async function entriesOf(name: string): Promise<readonly Entry[]> {
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

async function entriesIn(folder: string): Promise<readonly Entry[]> {
  const root = dirname(resolve(folder))
  const files = checklistFiles(resolve(folder))
  const entries = await Promise.all(files.map(async (file) => entryOf(file, root, await kindOf(file))))
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

/** A file with items is meant to be run: that its first line is missing or misspelt is a mistake, and no reason to pass it over. */
async function kindOf(file: string): Promise<Entry['kind']> {
  const { parse } = await import('../../compiler/pipeline.ts')
  const { statements } = parse({ path: file, text: readFileSync(file, 'utf8') }).value
  const runs = statements.some(({ kind }) => kind === 'checklist' || kind === 'item' || kind === 'section')
  return runs ? 'checklist' : 'definitions'
}

/** Every checklist file below a folder, sorted; dependencies, hidden folders and links to folders are passed over. */
export function checklistFiles(folder: string): readonly string[] {
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
