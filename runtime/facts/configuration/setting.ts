/** What the readers of the formats give. */

export type Literal = string | number | boolean | null

/** A setting, with its offsets from the key to the end of the value. A member of a list has the key of the list. */
export interface FoundSetting {
  /** With the keys above it, joined by dots. */
  readonly key: string
  /** Missing where it is too long, or refers to something that is not there. */
  readonly value?: Literal
  readonly start: number
  readonly end: number
}

/** What keeps a text from being read to its end, and the offset where it begins. */
export interface Trouble {
  readonly what: string
  readonly start: number
}

export interface Settings {
  readonly settings: readonly FoundSetting[]
  readonly trouble?: Trouble | undefined
}

/** Keys within keys are followed so far; what lies deeper is left out, and said to be. */
export const deepestKey = 64

export const tooDeep = `settings are nested more than ${deepestKey} deep`

/** Settings of one file; the rest is left out, and said to be. */
const mostSettings = 50_000

/** A longer value is text that happens to stand in a setting: a script, a certificate. */
const longestValue = 2_000

/** Gathers settings within the budget. */
export class SettingList implements Settings {
  readonly settings: FoundSetting[] = []
  trouble: Trouble | undefined

  /** `path`: the keys above; an empty one is a list or an outermost value. */
  add(path: readonly string[], value: Literal | undefined, start: number, end: number): void {
    if (this.settings.length >= mostSettings) {
      this.stop(`there are more than ${mostSettings} settings`, start)
      return
    }
    const key = path.filter((part) => part !== '').join('.')
    const isKept = value !== undefined && !(typeof value === 'string' && value.length > longestValue)
    if (key !== '') this.settings.push({ key, ...(isKept ? { value } : {}), start, end })
  }

  /** A text in a list, such as `NAME=value` below `environment`, sets what it names. */
  addMember(path: readonly string[], value: Literal | undefined, start: number, end: number): void {
    const [, name, assigned] = (typeof value === 'string' && /^([A-Za-z_]\w{0,99})=(?!=)(.*)$/s.exec(value)) || []
    if (name === undefined) this.add(path, value, start, end)
    else this.add([...path, name], assigned, start, end)
  }

  /** The first trouble is the one that is told. */
  stop(what: string, start: number): void {
    this.trouble ??= { what, start }
  }

  get full(): boolean {
    return this.settings.length >= mostSettings
  }
}

/** What an unquoted value means where the format knows more than texts. */
export function literalOf(text: string): Literal {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  if (/^(?:null|~)$/i.test(text)) return null
  return /^[-+]?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text
}

/** One pair of quotes around the whole value is no part of it. */
export function unquoted(text: string): string | undefined {
  return /^(["'])([\s\S]*)\1$/.exec(text)?.[2]
}

/** What is written behind the sign, without a comment; a sign of a comment within quotes is none. */
export function withoutComment(written: string, signs: '#' | '#;'): string {
  const quoted = /^("[^"]*"|'[^']*')\s*(?:[#;].*)?$/.exec(written)?.[1]
  return quoted ?? written.replace(signs === '#' ? /(?:^|\s)#.*$/ : /(?:^|\s)[#;].*$/, '').trim()
}
