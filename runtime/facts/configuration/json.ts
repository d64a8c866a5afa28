/** JSON with what people add to it: comments, commas at the end, several values in one file. */
import { createScanner } from 'jsonc-parser'
import { exactNumber } from '../exact-number.ts'
import { deepestKey, type Literal, SettingList, type Settings, tooDeep } from './setting.ts'

/** An object or a list that is open. */
interface Level {
  readonly closing: '}' | ']'
  /** What may come next; `next` is behind a value, `end` behind a comma, where only a new member or the end may. */
  state: 'start' | 'end' | 'colon' | 'value' | 'next'
  /** The member that is read, and where its key starts. */
  key: string
  start: number
}

/** The scanner's sign for the end; its names for the kinds of tokens are gone when it runs. */
const endOfFile = 17
const words: ReadonlyMap<string, Literal> = new Map<string, Literal>([
  ['true', true],
  ['false', false],
  ['null', null],
])
const number = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/

/** What is no text; nothing where it is no value of JSON. */
const scalarOf = (written: string): Literal | undefined =>
  number.test(written) ? exactNumber(written) : words.get(written)

export function jsonSettings(text: string): Settings {
  const reader = new Reader()
  const scanner = createScanner(text, true)
  while (scanner.scan() !== endOfFile && !reader.list.full) {
    const start = scanner.getTokenOffset()
    const token = { written: scanner.getTokenValue(), first: text[start] ?? '', start, end: scanner.getPosition() }
    const isBroken = Number(scanner.getTokenError()) !== 0
    if (!reader.take(token) || isBroken) reader.misplaced(start)
  }
  reader.finish()
  return reader.list
}

interface Token {
  /** Of a text its content. */
  readonly written: string
  readonly first: string
  readonly start: number
  readonly end: number
}

/** Goes over the tokens once, with a stack of its own: no depth is too much for it. */
class Reader {
  readonly list = new SettingList()
  readonly #levels: Level[] = []

  /** Whether the token may stand here. One that may not is passed over. */
  take(token: Token): boolean {
    const level = this.#levels.at(-1)
    switch (token.first) {
      case '{':
        return this.#open('}', token.start)
      case '[':
        return this.#open(']', token.start)
      case '}':
      case ']':
        if (level?.closing !== token.first || level.state === 'colon' || level.state === 'value') return false
        this.#levels.pop()
        return true
      case ',':
        if (level?.state !== 'next') return false
        level.state = 'end'
        return true
      case ':':
        if (level?.state !== 'colon') return false
        level.state = 'value'
        return true
      case '"':
        return this.#text(token)
      default: {
        const literal = scalarOf(token.written)
        return literal !== undefined && this.#scalar(literal, token)
      }
    }
  }

  misplaced(start: number): void {
    this.list.stop('does not parse as JSON', start)
  }

  finish(): void {
    const open = this.#levels[0]
    if (open !== undefined && !this.list.full) this.misplaced(open.start)
  }

  #open(closing: Level['closing'], start: number): boolean {
    if (!this.#takesValue()) return false
    this.#levels.push({ closing, state: 'start', key: '', start })
    if (this.#levels.length > deepestKey) this.list.stop(tooDeep, start)
    return true
  }

  #text(token: Token): boolean {
    const level = this.#levels.at(-1)
    const isKey = level?.closing === '}' && (level.state === 'start' || level.state === 'end')
    if (!isKey) return this.#scalar(token.written, token)
    level.state = 'colon'
    level.key = token.written
    level.start = token.start
    return true
  }

  #scalar(value: Literal, { start, end }: Token): boolean {
    const level = this.#levels.at(-1)
    if (!this.#takesValue()) return false
    if (level === undefined || this.#levels.length > deepestKey) return true
    const path = this.#levels.map(({ key }) => key)
    if (level.closing === '}') this.list.add(path, value, level.start, end)
    else this.list.addMember(path, value, start, end)
    return true
  }

  #takesValue(): boolean {
    const level = this.#levels.at(-1)
    if (level === undefined) return true
    const may = level.state === 'value' || (level.closing === ']' && level.state !== 'next')
    if (may) level.state = 'next'
    return may
  }
}
