/**
 * Text of the scanned tree as it may be shown: a report is stored, uploaded and pasted, and must not hand on the credential
 * that it tells of. Rather a harmless value too many is hidden than a real one shown.
 *
 *     token = "9f8aX2…"     →     token = "•••••••"
 */
import { bits } from '../placeholder.ts'
import { defaultPairsIn } from './defaults.ts'
import { isValue } from './judge.ts'
import { namedValuesIn } from './named-values.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/** @param code whether words without quotes are names of a program, not values. @returns text of the same length. */
export function concealed(text: string, code: boolean): string {
  let shown = text
  for (const { start, end } of hiddenIn(text, code)) {
    shown = shown.slice(0, start) + '•'.repeat(end - start) + shown.slice(end)
  }
  return shown
}

/** The values that are hidden in a text, each once. */
export const secretsIn = (text: string, code: boolean): ReadonlySet<string> =>
  new Set(hiddenIn(text, code).map(({ start, end }) => text.slice(start, end)))

function hiddenIn(text: string, code: boolean): readonly Span[] {
  return [
    ...defaultPairsIn(text),
    ...[...namedValuesIn(text)].filter((named) => isValue(named, code)),
    ...[...text.matchAll(longRun)]
      .map(({ 0: run, index }) => ({ run, start: index, end: index + run.length }))
      .filter(({ run }) => isDrawnByChance(run)),
  ]
}

/** Letters and digits without a break; the digest of what is pinned is none. */
const longRun = /(?<![@A-Za-z\d]|sha\d{3}[-:])[A-Za-z\d]{20,}/g

const isDrawnByChance = (run: string): boolean => /\d/.test(run) && /[a-z]/i.test(run) && bits(run) >= 3.2

const codeFile = /\.(py|pyi|[cm]?[jt]sx?|go|rb|php|java|cs|rs|kt|scala|pl|lua)$/i

export const isCodePath = (path: string): boolean => codeFile.test(path)
