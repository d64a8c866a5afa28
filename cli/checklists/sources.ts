/** Reads a checklist file and all that it uses, by way of others too. */
import { readFileSync, realpathSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import type { Source } from '../../compiler/index.ts'
import { Failure } from '../failure.ts'
import type { Entry } from './find.ts'

/** What is missing is left for the compiler to say. `text` stands for what the file of the entry holds. */
export async function readSources({ root, path: first }: Entry, text?: string): Promise<readonly Source[]> {
  const { parse, usedPath } = await import('../../compiler/pipeline.ts')
  const sources = new Map<string, Source>()
  const waiting = [first]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const read = sources.has(path) ? undefined : path === first && text !== undefined ? text : readBelow(root, path)
    if (read === undefined) continue
    const source = { path, text: read }
    sources.set(path, source)
    for (const statement of parse(source).value.statements) {
      const used = statement.kind === 'use' ? usedPath(path, statement) : undefined
      if (used !== undefined) waiting.push(used)
    }
  }
  return [...sources.values()]
}

/** The text of a file below a root; links that lead out of it are not followed. */
function readBelow(root: string, path: string): string | undefined {
  try {
    const real = realpathSync(join(root, path))
    const [top] = relative(realpathSync(root), real).split(sep)
    if (top === '..' || top === '') return undefined
    return readFileSync(real, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw new Failure(`${basename(path)} could not be read: ${(error as Error).message}`)
  }
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
