/** A code frame: the lines around a place, with carets under it. */
import type { Place } from '../../compiler/index.ts'
import { concealed, isCodePath, withoutKeys } from '../../runtime/facts/secrets/concealed.ts'
import { type Style, visible } from './style.ts'

const linesAround = 1
const widest = 160

/** The lines of a file as they may be shown. */
export const linesToShow = (source: string): readonly string[] => withoutKeys(source).split(/\r\n|\r|\n/)

/**
 * Credentials are hidden.
 *
 *     41 | def fetch():
 *     42 |     return get("http://api.test")
 *        |                ^^^^^^^^^^^^^^^^^
 */
export function codeFrame(lines: readonly string[], at: Place, style: Style): readonly string[] {
  const first = Math.max(1, at.line - linesAround)
  const last = Math.min(lines.length, at.line + linesAround)
  const digits = String(last).length
  const gutter = (label: string) => style.faint(`${label.padStart(digits)} |`)
  const frame: string[] = []
  for (let number = first; number <= last; number++) {
    const line = concealed(lines[number - 1] ?? '', isCodePath(at.path))
    // A long line is shown from a little before the place on, so that the place is always in sight.
    const from = number === at.line && at.column > widest - 20 ? at.column - 41 : 0
    const shown = expand(line.slice(from, from + widest))
    if (number !== at.line && shown.trim() === '') continue
    frame.push(`${gutter(String(number))} ${shown}`.trimEnd())
    if (number !== at.line) continue
    const end = at.endLine === at.line ? at.endColumn : line.length + 1
    const before = expand(line.slice(from, at.column - 1))
    const marked = expand(line.slice(at.column - 1, Math.min(end - 1, from + widest)))
    frame.push(`${gutter('')} ${' '.repeat(before.length)}${style.bad('^'.repeat(Math.max(1, marked.length)))}`)
  }
  return frame
}

const expand = (text: string): string => visible(text).replaceAll('\t', '    ')
