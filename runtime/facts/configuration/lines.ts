/**
 * Formats of lines: a key and its value on each, sections in brackets. There are dialects, and no grammar that all tools
 * agree on; what cannot be told apart is taken as most of them do.
 */
import { SettingList, type Settings, unquoted, withoutComment } from './setting.ts'

export interface Dialect {
  /** Signs that begin a comment at the start of a line. */
  readonly comment: RegExp
  /** Those that begin one behind a value, after a blank. */
  readonly inline: '#' | '#;' | undefined
  readonly pair: RegExp
  /** What counts as well as long as no section began. */
  readonly loose?: RegExp
  /** How a value goes on over further lines. */
  readonly continues: 'indented' | 'backslash' | 'quoted'
}

const keyed = /^(\s*)("[^"\n]{1,200}"|'[^'\n]{1,200}'|[A-Za-z_@$][\w.\-/ $@]{0,200}?)(\s*[=:]\s*)(.*)$/
/** `Port 22`, `proxy_pass http://…;`, as servers have it. */
const spaced = /^(\s*)([A-Za-z_][\w.-]{0,99})([^\S\n]+)([^={}\s].*?);?$/

export const dialects = {
  ini: { comment: /^\s*[#;]/, inline: '#;', pair: keyed, loose: spaced, continues: 'indented' },
  unit: {
    comment: /^\s*[#;]/,
    inline: undefined,
    pair: /^(\s*)([A-Za-z][\w-]{0,99})(\s*=\s*)(.*)$/,
    continues: 'backslash',
  },
  properties: {
    comment: /^\s*[#!]/,
    inline: undefined,
    pair: /^(\s*)((?:[^\s=:\\]|\\.){1,300})(\s*[=:]\s*|[^\S\n]+|$)(.*)$/,
    continues: 'backslash',
  },
  assignment: {
    comment: /^\s*#/,
    inline: '#',
    // A file that a shell reads may set the elements of a list: `PATHS[0]="/var"`.
    pair: /^(\s*(?:export\s+)?)([A-Za-z_][\w.-]{0,199})((?:\[[^\]\n]{0,100}\])?\s*\+?=\s*)(.*)$/,
    continues: 'quoted',
  },
} as const satisfies { readonly [name: string]: Dialect }

const header = /^\s*\[{1,2}\s*([^\][\n]{1,200}?)\s*\]{1,2}\s*(?:[#;].*)?$/

/** A line, with those that it goes on over. */
interface Line {
  readonly text: string
  readonly start: number
}

type IsPair = (line: string) => boolean

export function lineSettings(text: string, dialect: Dialect): Settings {
  const list = new SettingList()
  let section: readonly string[] = []
  const pairOf = (line: string) =>
    pairIn(line, dialect.pair, dialect) ?? (section.length === 0 ? pairIn(line, dialect.loose, dialect) : undefined)
  for (const { text: written, start } of logicalLines(text, dialect, (line) => pairOf(line) !== undefined)) {
    if (list.full) break
    const line = withoutLineEnd(written)
    if (line.trim() === '' || dialect.comment.test(line)) continue
    const title = header.exec(line)?.[1]
    if (title !== undefined) {
      section = [title]
      continue
    }
    const found = pairOf(line)
    if (found === undefined) {
      if (!isBare(line)) list.stop('holds a line that is no setting', start)
      continue
    }
    const { key, value, from, to } = found
    list.add([...section, key], value, start + from, start + to)
  }
  return list
}

const withoutLineEnd = (text: string): string => text.replace(/[\r\n]+$/, '')

/** A key alone, which is on or handed on; a brace of a block; a rule of a list, as `.gitattributes` has them. */
const isBare = (line: string): boolean =>
  /^\s*(?:(?:export\s+)?[\w.\-/*"'@:<>!+]+\s*;?|[{}]|[\w.\- /~^*$"'():|\\?+]*\{|\}.*)\s*$/.test(line)

function pairIn(written: string, pattern: RegExp | undefined, dialect: Dialect) {
  const line = written.trimEnd()
  const found = pattern?.exec(line.replaceAll('\n', ' '))
  if (found == null) return undefined
  const [, indent = '', name = '', sign = '', rest = ''] = found
  // A colon may as well stand in an address.
  if (sign.trim() === ':' && rest.startsWith('//')) return undefined
  const valueStart = indent.length + name.length + sign.length
  const raw = line.slice(valueStart, valueStart + rest.length)
  const value = dialect.inline === undefined ? raw : withoutComment(raw, dialect.inline)
  return {
    key: unquoted(name) ?? name,
    value: textOf(value, dialect),
    from: indent.length,
    to: valueStart + value.length - (value === '' ? sign.length - sign.trimEnd().length : 0),
  }
}

function textOf(value: string, { continues }: Dialect): string {
  const plain = (unquoted(value) ?? value).replace(/\r/g, '')
  switch (continues) {
    case 'backslash':
      return plain.replace(/\\\n\s*/g, ' ')
    case 'indented':
      return plain
        .replace(/\n[^\S\n]*[#;][^\n]*/g, '')
        .replace(/\n\s+/g, '\n')
        .trim()
    case 'quoted':
      return plain
  }
}

/** Lines together with those that carry on their value. */
function* logicalLines(text: string, dialect: Dialect, isPair: IsPair): Generator<Line> {
  let start = 0
  while (start < text.length) {
    let end = lineEnd(text, start)
    if (!dialect.comment.test(text.slice(start, end))) end = endOfValue(text, start, end, dialect, isPair)
    yield { text: text.slice(start, end), start }
    start = end
  }
}

function endOfValue(text: string, start: number, first: number, dialect: Dialect, isPair: IsPair): number {
  let end = first
  switch (dialect.continues) {
    case 'backslash':
      while (end < text.length && /(?:^|[^\\])(?:\\\\)*\\\r?\n$/.test(text.slice(Math.max(start, end - 40), end))) {
        end = lineEnd(text, end)
      }
      return end
    case 'indented':
      if (!isPair(withoutLineEnd(text.slice(start, first)))) return first
      // What is indented and no setting itself belongs to the setting above.
      while (end < text.length && /^[^\S\n]+[^\s[]/.test(text.slice(end, end + 200)) && !isHeader(text, start, end)) {
        const next = lineEnd(text, end)
        const below = withoutLineEnd(text.slice(end, next))
        if (isPair(below) || (isBrace(below) && !endsInBrace(text.slice(start, first)))) return end
        end = next
      }
      return end
    case 'quoted': {
      const quote = /^\s*(?:export\s+)?[\w.-]+\s*=\s*(["'])/.exec(text.slice(start, first))
      if (quote === null || closes(text.slice(start + quote[0].length, first), quote[1]!)) return first
      const closing = text.indexOf(quote[1]!, first)
      return closing < 0 || closing - start > longestQuoted ? first : lineEnd(text, closing)
    }
  }
}

/** `{` opens what the next `}` closes; any other value goes on neither to a block beside it nor out of its own. */
const endsInBrace = (line: string): boolean => line.trimEnd().endsWith('{')
const isBrace = (line: string): boolean => /^\s*(\}|[\w.-]+\s*\{)\s*$/.test(line)

/** A quote that stays open longer is none, but an apostrophe. */
const longestQuoted = 10_000

const closes = (text: string, quote: string): boolean => text.replace(/\\./g, '').includes(quote)

const isHeader = (text: string, start: number, end: number): boolean =>
  header.test(withoutLineEnd(text.slice(start, end)))

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end + 1
}
