/**
 * Text of the scanned tree as it may be shown: a report is stored, uploaded and pasted, and must not hand on the credential
 * that it tells of. Rather a harmless value too many is hidden than a real one shown.
 *
 *     token = "9f8aX2…"     →     token = "•••••••"
 */
import { bits } from '../placeholder.ts'
import { commandOptionsIn } from './command-options.ts'
import { defaultPairsIn } from './defaults.ts'
import { isValue } from './judge.ts'
import { namedValuesIn } from './named-values.ts'
import { privateKeysIn } from './private-keys.ts'

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

/** The text without what private keys hold: a line from the middle of one does not tell by itself what it is. */
export const withoutKeys = (text: string): string =>
  privateKeysIn(text).reduce(
    (shown, { start, end }) => shown.slice(0, start) + shown.slice(start, end).replace(/\S/g, '•') + shown.slice(end),
    text,
  )

/** The lines of all private keys in a text, each once. */
export const keyLinesIn = (text: string): ReadonlySet<string> =>
  new Set(
    privateKeysIn(text)
      .flatMap((block) => linesWithin(text, block))
      .map(({ start, end }) => text.slice(start, end)),
  )

/** The values that are hidden in a text, each once. */
export const secretsIn = (text: string, code: boolean): ReadonlySet<string> =>
  new Set(hiddenIn(text, code).map(({ start, end }) => text.slice(start, end)))

function hiddenIn(text: string, code: boolean): readonly Span[] {
  return [
    ...defaultPairsIn(text),
    ...privateKeysIn(text).flatMap((block) => linesWithin(text, block)),
    ...[...namedValuesIn(text), ...commandOptionsIn(text)].filter((named) => isValue(named, code)),
    ...[...text.matchAll(longRun)]
      .map(({ 0: run, index }) => ({ run, start: index, end: index + run.length }))
      .filter(({ run }) => isDrawnByChance(run)),
  ]
}

/** The lines of a piece of text each by itself, so that a text of many lines keeps them. */
const linesWithin = (text: string, { start, end }: Span): readonly Span[] =>
  [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: line, index }) => ({
    start: start + index,
    end: start + index + line.length,
  }))

/** Letters and digits without a break; the digest of what is pinned is none. */
const longRun = /(?<![@A-Za-z\d]|sha\d{3}[-:])[A-Za-z\d]{20,}/g

const isDrawnByChance = (run: string): boolean => /\d/.test(run) && /[a-z]/i.test(run) && bits(run) >= 3.2

const codeFile = /\.(py|pyi|[cm]?[jt]sx?|go|rb|php|java|cs|rs|kt|scala|pl|lua)$/i

export const isCodePath = (path: string): boolean => codeFile.test(path)
