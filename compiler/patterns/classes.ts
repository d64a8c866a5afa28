/** The classes of RE2's syntax that have names: Perl's, POSIX's and Unicode's. */
import { type CodePoints, range, union } from './code-points.ts'

const points = (...pairs: readonly string[]): CodePoints =>
  union(...pairs.map((pair) => range(pair.charCodeAt(0), pair.charCodeAt(pair.length - 1))))

const digit = points('09')
const lower = points('az')
const upper = points('AZ')
const alpha = union(lower, upper)
const alnum = union(alpha, digit)

/** After a backslash; the capital letter is the complement. Perl's white space has no vertical tab in RE2. */
export const perlClasses: Readonly<Record<string, CodePoints>> = {
  d: digit,
  w: union(alnum, points('_')),
  s: union(points('\t\n'), points('\f\r'), points(' ')),
}

/** Inside brackets: `[:alpha:]`. */
export const posixClasses: Readonly<Record<string, CodePoints>> = {
  alnum,
  alpha,
  ascii: range(0, 0x7f),
  blank: points('\t', ' '),
  cntrl: union(range(0, 0x1f), range(0x7f, 0x7f)),
  digit,
  graph: range(0x21, 0x7e),
  lower,
  print: range(0x20, 0x7e),
  punct: points('!/', ':@', '[`', '{~'),
  space: union(range(9, 13), points(' ')),
  upper,
  word: union(alnum, points('_')),
  xdigit: union(digit, points('AF'), points('af')),
}

const known = new Map<string, CodePoints | undefined>()

/** A general category (`L`, `Lu`) or a script (`Greek`) as this machine's Unicode tables have it; undefined if unknown. */
export function unicodeClass(name: string): CodePoints | undefined {
  if (!known.has(name)) known.set(name, findUnicodeClass(name))
  return known.get(name)
}

function findUnicodeClass(name: string): CodePoints | undefined {
  if (name === 'Any') return range(0, 0x10ffff)
  if (!/^\p{Lu}\w*$/u.test(name)) return undefined
  const expression = ['General_Category', 'Script'].flatMap((property) => {
    try {
      return [new RegExp(`^\\p{${property}=${name}}$`, 'u')]
    } catch {
      return []
    }
  })[0]
  if (expression === undefined) return undefined
  const ranges: [number, number][] = []
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    if (!expression.test(String.fromCodePoint(codePoint))) continue
    const previous = ranges.at(-1)
    if (previous !== undefined && previous[1] === codePoint - 1) previous[1] = codePoint
    else ranges.push([codePoint, codePoint])
  }
  return union(ranges.filter(([low]) => low < 0xd800 || low > 0xdfff))
}
