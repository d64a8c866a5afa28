/** Checklists with the mistakes of people who are new to the language, from `test/language/newcomers`. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Diagnostic, Source } from '../../compiler/index.ts'
import { analyse } from '../../compiler/pipeline.ts'

const root = new URL('../language/newcomers/', import.meta.url)

export interface Newcomer {
  readonly name: string
  /** How many mistakes there are, of which each is told once. */
  readonly mistakes: number
  /** As it stands in the file: whole, or the clauses of an item. */
  readonly written: string
  readonly text: string
}

export interface NewcomerFile {
  /** Where it lies. */
  readonly path: string
  /** The cases, each a name with the number of its mistakes if they are several, a source, and what is told of it. */
  readonly cases: readonly Newcomer[]
}

/** Files that the cases use. */
const shared: readonly Source[] = readdirSync(root)
  .filter((name) => name.endsWith('.checklist'))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }))

/** The files below `files` hold whole checklists, those below `clauses` what stands in an item. */
export function readNewcomers(): readonly NewcomerFile[] {
  return ['clauses', 'files'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root)).map((name) => {
      const path = new URL(`${folder}/${name}`, root).pathname
      const cases = readFileSync(path, 'utf8')
        .split(/^=== /m)
        .slice(1)
        .map((part) => newcomerOf(part, folder === 'clauses'))
      return { path, cases }
    }),
  )
}

function newcomerOf(part: string, isInItem: boolean): Newcomer {
  const [heading = '', ...rest] = (part.split(/^==>$/m)[0] ?? '').split('\n')
  const [, name = heading, count = '1'] = /^(.*?)(?: \((\d+)\))?$/.exec(heading) ?? []
  const written = `${rest.join('\n').trimEnd()}\n`
  return { name, mistakes: Number(count), written, text: isInItem ? inItem(written) : written }
}

/** The message that a check wants stands where the case is not about messages itself. */
function inItem(clauses: string): string {
  const isComplete = /message|mesage|msg|description|review/.test(clauses)
  return `checklist sample 1.0.0 "Sample"\n${defined(clauses)}item A-1 "Title"\n  severity high\n${clauses}${isComplete ? '' : '  message "m"\n'}`
}

/** Names that clauses may use. */
const definitions: Readonly<Record<string, string>> = {
  words: 'define words as ["a", "b"]\n',
  word: 'define word as "a"\n',
  form: 'define form as /^e/\n',
  loud: 'define loud(wazuh_rule) as level > 12\n',
}

const defined = (clauses: string): string =>
  Object.keys(definitions)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(clauses))
    .map((name) => definitions[name])
    .join('')

export interface Told {
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: readonly Source[]
}

export function toldOf(text: string): Told {
  const sources = [{ path: 'sample.checklist', text }, ...shared]
  return { diagnostics: analyse(sources, 'sample.checklist').diagnostics, sources }
}
