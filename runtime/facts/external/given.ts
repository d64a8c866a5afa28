/**
 * What somebody hands over beside the repository: JSON of another tool, such as the protection of branches, a bill of
 * materials or an inventory.
 *
 *     --facts protection=branch.json
 *             name       file
 */
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { FactsError } from '../errors.ts'

export interface GivenFacts {
  readonly name: string
  /** As it was named on the command line. */
  readonly file: string
  /** The absolute path, links followed: where the facts are placed. */
  readonly whereabouts: string
  readonly text: string
}

/** In bytes; what is larger is no list of facts that a checklist could say anything of. */
const largest = 64_000_000

/** @throws FactsError where there is no such file, or it is too large. */
export function readGiven(name: string, file: string): GivenFacts {
  const unreadable = (what: string, cause?: unknown) =>
    new FactsError('given-unreadable', `The facts ${name} cannot be read: ${file} ${what}.`, { cause })
  try {
    const status = statSync(file)
    if (!status.isFile()) throw unreadable('is no file')
    if (status.size > largest) throw unreadable(`has more than ${largest / 1_000_000} MB`)
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    return { name, file, whereabouts: realpathSync(file), text }
  } catch (error) {
    if (error instanceof FactsError) throw error
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw unreadable(missing ? 'does not exist' : 'cannot be opened', error)
  }
}
