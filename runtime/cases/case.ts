/**
 * Cases: tiny repositories with the verdict and the places that an item has to come to. A case is a folder
 * `cases/<ITEM>/<verdict>-<what>` beside its checklist:
 *
 *     case.yaml     what the item has to come to, and what a plain folder cannot hold
 *     tree/         the files, none if it is not there; a name `dot-x` stands for `.x`
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Verdict } from '../results/model.ts'
import { CaseError } from './errors.ts'

export interface Case {
  /** `<ITEM>/<verdict>-<what>`. */
  readonly name: string
  readonly item: string
  readonly folder: string
  readonly expected: Expected
}

/** What `case.yaml` may hold. */
export interface Expected {
  readonly verdict: Verdict
  /** `path:line` of each finding, in their order; none for another verdict than fail. */
  readonly places?: readonly string[]
  /** Files that git does not have in its index, by path. */
  readonly untracked?: readonly string[]
  /** Permission bits in octal digits, by path. */
  readonly modes?: Readonly<Record<string, string>>
  /** What symbolic links point at, by path. */
  readonly links?: Readonly<Record<string, string>>
  /** JSON files beside `case.yaml` that are given as facts, by name. */
  readonly facts?: Readonly<Record<string, string>>
  /** The folder that is scanned; the top one without it. */
  readonly scan?: string
  /** Parts of messages that have to show. */
  readonly messages?: readonly string[]
}

export const caseFile = 'case.yaml'
export const casesFolder = 'cases'

export const verdicts = ['pass', 'fail', 'review', 'not applicable', 'undecided'] as const satisfies readonly Verdict[]

/** All cases below `root`, the folder `cases` of a checklist, by name. @throws CaseError at one that cannot be read. */
export function readCases(root: string): readonly Case[] {
  return foldersIn(root).flatMap((item) =>
    foldersIn(join(root, item)).map((name) => {
      const folder = join(root, item, name)
      return { name: `${item}/${name}`, item, folder, expected: readExpected(folder) }
    }),
  )
}

const foldersIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((found) => found.isDirectory())
        .map(({ name }) => name)
        .sort()
    : []

function readExpected(folder: string): Expected {
  const file = join(folder, caseFile)
  const wrong = (what: string) => new CaseError('case-unreadable', `${file} ${what}`)
  let held: unknown
  try {
    held = parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw wrong(`could not be read: ${(error as Error).message}`)
  }
  if (typeof held !== 'object' || held === null) throw wrong('has to say at least "verdict: pass" or another verdict')
  for (const [key, value] of Object.entries(held)) {
    const shape = shapes.get(key)
    if (shape === undefined) throw wrong(`has an unknown key "${key}"; there are: ${[...shapes.keys()].join(', ')}`)
    if (!shape.fits(value)) throw wrong(`has to give for "${key}" ${shape.what}`)
  }
  if (!('verdict' in held)) throw wrong('says no verdict')
  const { messages, ...rest } = held as Expected
  return messages === undefined ? rest : { ...rest, messages: messages.map(String) }
}

interface ValueShape {
  readonly what: string
  readonly fits: (value: unknown) => boolean
}

const isText = (value: unknown): boolean => typeof value === 'string'
const texts: ValueShape = {
  what: 'a list of texts',
  // YAML takes a part of a message that consists of digits for a number.
  fits: (value) => Array.isArray(value) && value.every((each) => isText(each) || typeof each === 'number'),
}
const textByPath: ValueShape = {
  what: 'a text for each name, in quotes where it looks like a number',
  fits: (value) => typeof value === 'object' && value !== null && Object.values(value).every(isText),
}

const shapes: ReadonlyMap<string, ValueShape> = new Map([
  [
    'verdict',
    { what: `one of ${verdicts.join(', ')}`, fits: (value) => verdicts.some((verdict) => verdict === value) },
  ],
  ['places', texts],
  ['untracked', texts],
  ['modes', textByPath],
  ['links', textByPath],
  ['facts', textByPath],
  ['scan', { what: 'a text', fits: isText }],
  ['messages', texts],
])
