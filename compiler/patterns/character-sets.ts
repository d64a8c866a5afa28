/** The sets of characters of a pattern: a character, what stands in brackets, `\d`, `\p{Greek}`. */
import { perlClasses, posixClasses, unicodeClass } from './classes.ts'
import { type CodePoints, complement, foldCase, only, range, union } from './code-points.ts'
import type { Cursor } from './cursor.ts'

/** What follows `[`, to the bracket that closes it. */
export function bracketed(cursor: Cursor, ignoreCase: boolean): CodePoints {
  const start = cursor.at - 1
  const negated = cursor.take('^')
  const parts: CodePoints[] = []
  while (parts.length === 0 || cursor.peek() !== ']') {
    if (cursor.peek() === '') cursor.fail('"[" is not closed', start)
    parts.push(part(cursor, ignoreCase))
  }
  cursor.at++
  return negated ? complement(union(...parts)) : union(...parts)
}

function part(cursor: Cursor, ignoreCase: boolean): CodePoints {
  const before = cursor.at
  const posix = cursor.peek() === '[' ? cursor.match(/\[:(\^?)(\w{1,16}):\]/y) : null
  if (posix !== null) {
    const set = posixClasses[posix[2] as string]
    if (set === undefined) cursor.fail(`there is no class [:${posix[2]}:]`, before)
    return folded(posix[1] === '^' ? complement(set) : set, ignoreCase)
  }
  if (cursor.take('\\')) {
    const named = namedClass(cursor, ignoreCase)
    if (named !== undefined) return named
    cursor.at = before
  }
  const low = character(cursor)
  if (cursor.peek() !== '-' || cursor.sees('-]')) return folded(only(low), ignoreCase)
  cursor.at++
  const high = character(cursor)
  if (low > high) cursor.fail('a range that runs backwards', before)
  return folded(range(low, high), ignoreCase)
}

function character(cursor: Cursor): number {
  const next = cursor.next()
  if (next === '') cursor.fail('"[" is not closed')
  return next === '\\' ? cursor.escape() : (next.codePointAt(0) as number)
}

/** `\d`, `\pL`, `\p{Greek}`, after the backslash; undefined where something else stands. */
export function namedClass(cursor: Cursor, ignoreCase: boolean): CodePoints | undefined {
  const letter = cursor.peek()
  const perl = perlClasses[letter.toLowerCase()]
  if (perl !== undefined) {
    cursor.at++
    const set = folded(perl, ignoreCase)
    return letter === letter.toLowerCase() ? set : complement(set)
  }
  if (letter !== 'p' && letter !== 'P') return undefined
  const before = cursor.at
  const unicode = cursor.match(/[pP](?:\{(\^?)(\w{1,36})\}|(\w))/y)
  if (unicode === null) return undefined
  const name = (unicode[2] ?? unicode[3]) as string
  const known = unicodeClass(name)
  if (known === undefined) cursor.fail(`Unicode has no class ${name}`, before)
  const set = folded(known, ignoreCase)
  return (letter === 'P') !== (unicode[1] === '^') ? complement(set) : set
}

export const folded = (set: CodePoints, ignoreCase: boolean): CodePoints => (ignoreCase ? foldCase(set) : set)
