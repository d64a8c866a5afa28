/**
 * The scanner of Python's grammar looks behind each comment for the statement that tells whether a block ends there, past
 * all further comments: work that grows with the square of their number. The parser is therefore shown many comments in
 * turn as one, in a text of the same length:
 *
 *     x = 1↵# a↵↵  # b↵y = 2↵        what is written
 *     x = 1↵# a    # b↵y = 2↵        what the parser sees
 *              └┴── ends of lines within, as spaces
 *
 * Offsets stay what they were, and texts are read from what is written. Only the comments' own nodes become one.
 */

/** Fewer lines in turn are as fast by themselves, and are left as they are. */
const fewestLines = 50

/** @param text Python as it is written */
export function withJoinedComments(text: string): string {
  const parts: string[] = []
  let copied = 0
  let run: Run | undefined
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const first = firstInLine(text, start, end)
    if (text[first] === '#') run = { start: run?.start ?? first, end, lines: (run?.lines ?? 0) + 1 }
    else if (first < end) {
      join(run)
      run = undefined
    }
    start = end + 1
  }
  join(run)
  return parts.length === 0 ? text : parts.join('') + text.slice(copied)

  function join(run: Run | undefined): void {
    if (run === undefined || run.lines < fewestLines) return
    parts.push(text.slice(copied, run.start), text.slice(run.start, run.end).replace(/[\r\n]/g, ' '))
    copied = run.end
  }
}

/** Comments in turn, with nothing but empty lines between them: from the first sign to the end of the last one's line. */
interface Run {
  readonly start: number
  readonly end: number
  readonly lines: number
}

/** The offset of what is written first in a line; its end where that is nothing. */
function firstInLine(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at
}

/** Space, tabulator, form feed, carriage return. */
const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0c || unit === 0x0d
