/**
 * What makes two results of two runs the same alert. `primaryLocationLineHash` is what GitHub compares: the hash of the
 * line for what is wrong in a line, and a hash of the thing itself for what is missing, because the line where a reader
 * starts to look has nothing to do with it. `provisoFinding/v1` is ours: rule, path, the text of the line and the
 * message, whatever the line's number.
 */
import { createHash } from 'node:crypto'
import type { Place } from '../compiler/index.ts'
import { lineHashes } from './line-hashes.ts'

export interface Identified {
  readonly ruleId: string
  readonly at: Place
  readonly message: string
  /** Whether it is about something that is not there. */
  readonly missing: boolean
}

export type Fingerprint = (identified: Identified) => Readonly<Record<string, string>>

/** Equal results in one run are told apart by their turn, so the results are to be given in their order. */
export function fingerprinter(sources: ReadonlyMap<string, string>): Fingerprint {
  const hashesByPath = new Map<string, readonly string[]>()
  const linesByPath = new Map<string, readonly string[]>()
  const turns = new Map<string, number>()
  return ({ ruleId, at, message, missing }) => {
    const source = sources.get(at.path)
    const line =
      source === undefined || missing
        ? ''
        : (cached(linesByPath, at.path, () => source.split(/\r\n?|\n/))[at.line - 1] ?? '')
    const identity = digest([ruleId, at.path, line.trim(), message])
    const turn = (turns.get(identity) ?? 0) + 1
    turns.set(identity, turn)
    const hash =
      source === undefined || missing ? undefined : cached(hashesByPath, at.path, () => lineHashes(source))[at.line - 1]
    return {
      primaryLocationLineHash: hash ?? `${identity.slice(0, 16)}:${turn}`,
      'provisoFinding/v1': `${identity}:${turn}`,
    }
  }
}

function cached<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = make()
  map.set(key, value)
  return value
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
