/**
 * TOML. Its parser says whether the text is right, but not where anything stands; so keys and values are found by a scan
 * of its own, which may trust that they are well-formed.
 */
import { parse, TomlError } from 'smol-toml'
import { deepestKey, type Literal, literalOf, SettingList, type Settings } from './setting.ts'

export function tomlSettings(text: string): Settings {
  const scanner = new Scanner(text)
  const trouble = troubleIn(text)
  scanner.run()
  if (trouble !== undefined) scanner.list.stop('does not parse as TOML', trouble)
  return scanner.list
}

/** The offset of the first mistake. */
function troubleIn(text: string): number | undefined {
  try {
    parse(text, { integersAsBigInt: true })
    return undefined
  } catch (error) {
    if (!(error instanceof TomlError)) return 0
    const before = text.split('\n', error.line - 1)
    return before.reduce((sum, line) => sum + line.length + 1, error.column - 1)
  }
}

/** An array or an inline table that is open; `path` is that of its members. */
interface Level {
  readonly closing: ']' | '}'
  readonly path: readonly string[]
}

const blank = /(?:[\s,]|#[^\n]*)+/y
const bareKey = /[\w-]+/y
const basic = /"""[\s\S]*?(?:"{3,5}|$)|"(?:[^"\\\n]|\\.)*"?/y
const literalText = /'''[\s\S]*?(?:'{3,5}|$)|'[^'\n]*'?/y
/** Numbers, dates with a blank in them, `true`. */
const plain = /[^\s,\]}#=]+(?: \d{2}:[\d:.]+)?/y

class Scanner {
  readonly list = new SettingList()
  readonly #text: string
  #at = 0
  #table: readonly string[] = []
  readonly #levels: Level[] = []

  constructor(text: string) {
    this.#text = text
  }

  run(): void {
    while (this.#at < this.#text.length && !this.list.full) {
      if (this.#match(blank) !== undefined) continue
      const level = this.#levels.at(-1)
      const character = this.#text[this.#at]
      if (level !== undefined && character === level.closing) {
        this.#levels.pop()
        this.#at++
      } else if (level?.closing === ']') this.#value(level.path, undefined)
      else if (level === undefined && character === '[') this.#header()
      else this.#pair(level?.path ?? this.#table)
    }
  }

  #header(): void {
    while (this.#text[this.#at] === '[') this.#at++
    this.#table = this.#key()
    while (this.#at < this.#text.length && this.#text[this.#at] !== '\n') this.#at++
  }

  #pair(table: readonly string[]): void {
    const start = this.#at
    const path = [...table, ...this.#key()]
    if (this.#text[this.#at] !== '=' || path.length > deepestKey) {
      // Not well-formed, which was said already: go on behind it.
      this.#at = Math.max(this.#at, start + 1)
      return
    }
    this.#at++
    while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at++
    this.#value(path, start)
  }

  /** Parts of a key, of which each may be quoted: `a."b.c".d`. */
  #key(): readonly string[] {
    const parts: string[] = []
    for (;;) {
      while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at++
      const part = this.#match(bareKey) ?? contentOf(this.#match(basic) ?? this.#match(literalText))
      if (part === undefined) return parts
      parts.push(part)
      while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at++
      if (this.#text[this.#at] !== '.') return parts
      this.#at++
    }
  }

  /** `start`: where the key stands, for a value that is no member of an array. */
  #value(path: readonly string[], start: number | undefined): void {
    const at = this.#at
    const character = this.#text[at]
    if (character === '[' || character === '{') {
      this.#levels.push({ closing: character === '[' ? ']' : '}', path })
      this.#at++
      return
    }
    const quoted = this.#match(basic) ?? this.#match(literalText)
    const written = quoted ?? this.#match(plain)
    if (written === undefined) {
      this.#at++
      return
    }
    const value: Literal | undefined = quoted === undefined ? literalOf(written.replaceAll('_', '')) : contentOf(quoted)
    if (start === undefined) this.list.addMember(path, value, at, this.#at)
    else this.list.add(path, value, start, this.#at)
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }
}

const escapes: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\x1b' }

function contentOf(quoted: string | undefined): string | undefined {
  if (quoted === undefined) return undefined
  const marks = /^("""|'''|"|')/.exec(quoted)?.[0] ?? ''
  const inner = quoted.slice(marks.length, quoted.endsWith(marks) ? -marks.length : undefined).replace(/^\r?\n/, '')
  if (marks.startsWith("'")) return inner
  return inner.replace(/\\(?:\r?\n\s*|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/g, (_, short, long, character) => {
    const code = Number.parseInt(short ?? long ?? 'x', 16)
    if (code <= 0x10ffff) return String.fromCodePoint(code)
    return character === undefined ? '' : (escapes[character] ?? character)
  })
}
