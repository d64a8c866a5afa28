/** Where reading a pattern stands, and the escapes, which read the same inside brackets and outside. */
import { PatternError } from './syntax.ts'

export class Cursor {
  readonly source: string
  at = 0

  constructor(source: string) {
    this.source = source
  }

  /** The next UTF-16 unit; empty at the end. */
  peek(): string {
    return this.source.charAt(this.at)
  }

  /** Whether the source goes on with a text here. */
  sees(text: string): boolean {
    return this.source.startsWith(text, this.at)
  }

  /** Reads a character; empty at the end. */
  next(): string {
    const codePoint = this.source.codePointAt(this.at)
    if (codePoint === undefined) return ''
    const character = String.fromCodePoint(codePoint)
    this.at += character.length
    return character
  }

  take(expected: string): boolean {
    if (this.peek() !== expected) return false
    this.at++
    return true
  }

  /** What a sticky expression finds here, which is then read. */
  match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at
    const found = expression.exec(this.source)
    if (found !== null) this.at += found[0].length
    return found
  }

  fail(message: string, offset: number = this.at): never {
    throw new PatternError(message, offset)
  }

  /** The code point of an escape, after its backslash. */
  escape(): number {
    const start = this.at - 1
    const octal = this.match(/0[0-7]{0,2}|[1-7][0-7]{1,2}/y)
    if (octal !== null) return Number.parseInt(octal[0], 8)
    const hexadecimal = this.peek() === 'x' ? this.match(/x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]+)\})/y) : null
    if (hexadecimal !== null) {
      const codePoint = Number.parseInt((hexadecimal[1] ?? hexadecimal[2]) as string, 16)
      if (codePoint > 0x10ffff) this.fail('a code point beyond Unicode', start)
      return codePoint
    }
    const character = this.next()
    const control = controls[character]
    if (control !== undefined) return control
    if (character === '') this.fail('a backslash at the end', start)
    if (/[A-Za-z0-9]|[^\0-\x7f]/.test(character)) this.fail(`RE2 has no escape \\${character}`, start)
    return character.codePointAt(0) as number
  }
}

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 }
