/** Changes of the examples, as data: `edits/*.yaml`, a file for each section of the checklist. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Verdict } from '../../runtime/results/model.ts'

export interface Mutation {
  /** The item that has to turn. */
  readonly item: string
  readonly what: string
  /** A folder of `examples/`; the repaired integration without it. */
  readonly of?: string
  /** What the item comes to; *fail* without it. */
  readonly verdict?: Verdict
  readonly edits: readonly Edit[]
  /** Items that turn along, each with the reason. */
  readonly along?: Readonly<Record<string, string>>
}

/** Exactly one of the ways to change a file beside its path. */
export interface Edit {
  readonly file: string
  /** Text that stands in the file once, and what takes its place. */
  readonly replace?: string
  readonly by?: string
  /** The whole text of a file, new or not. */
  readonly write?: string
  readonly append?: string
  /** Permission bits in octal digits. */
  readonly mode?: string
}

const folder = join(import.meta.dirname, 'edits')

export function readMutations(): readonly Mutation[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as readonly Mutation[])
}

/**
 * The text of a file after an edit; `text` is undefined for a file that is not there.
 * @throws Error if the edit does not fit the file, which has changed since.
 */
export function edited(text: string | undefined, { file, replace, by = '', write, append }: Edit): string {
  if (write !== undefined) return write
  if (text === undefined) throw new Error(`${file} is not there to be changed`)
  if (append !== undefined) return text + append
  if (replace === undefined) return text
  const [before = '', after, again] = text.split(replace)
  if (after === undefined || again !== undefined) throw new Error(`${file} has to hold once: ${replace}`)
  return before + by + after
}
