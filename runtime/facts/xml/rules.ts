/** Rules of a Wazuh rule set, with the groups around them; those in comments are none. */
import type { RuleChild } from './conditions.ts'
import { type Token, xmlTokens } from './tokens.ts'

/** As written: variables may be set further down. */
export interface Rule {
  readonly id: string
  readonly level: string
  readonly overwrites: boolean
  readonly description: string | undefined
  readonly groups: readonly string[]
  readonly children: readonly RuleChild[]
  /** The tag that opens it. */
  readonly start: number
  readonly end: number
}

export interface Rules {
  readonly rules: readonly Rule[]
  /** By name: `<var name="X">value</var>`. */
  readonly variables: ReadonlyMap<string, string>
  readonly trouble: Trouble | undefined
}

/** What keeps the text from being read to its end, and the offset where it begins. */
export interface Trouble {
  readonly what: string
  readonly start: number
}

interface OpenElement {
  readonly name: string
  readonly token: Token & { readonly kind: 'open' }
  text: string
}

interface OpenRule {
  readonly token: Token & { readonly kind: 'open' }
  readonly groups: string[]
  readonly children: RuleChild[]
  description: string | undefined
}

export function rulesIn(text: string): Rules {
  const reader = new Reader()
  for (const token of xmlTokens(text)) reader.take(token)
  return reader.finish()
}

class Reader {
  readonly #rules: Rule[] = []
  readonly #variables = new Map<string, string>()
  readonly #open: OpenElement[] = []
  /** How many elements of a name are open: a closing tag without one is passed over. */
  readonly #counts = new Map<string, number>()
  #rule: OpenRule | undefined
  #elements = 0
  #trouble: Trouble | undefined

  take(token: Token): void {
    switch (token.kind) {
      case 'open':
        this.#start(token)
        if (token.empty) this.#close(token.name)
        break
      case 'close':
        this.#close(token.name)
        break
      case 'text': {
        const element = this.#open.at(-1)
        if (element !== undefined) element.text += token.text
        break
      }
      case 'comment':
        if (!token.closed) this.#trouble ??= { what: 'a comment is never closed', start: token.start }
        break
      case 'declaration':
        break
    }
  }

  finish(): Rules {
    const left = this.#open.find(({ name }) => name === 'rule' || name === 'group')
    if (left !== undefined) this.#trouble ??= { what: `<${left.name}> is never closed`, start: left.token.start }
    this.#finishRule()
    if (this.#elements === 0) this.#trouble ??= { what: 'there is no element of XML', start: 0 }
    return { rules: this.#rules, variables: this.#variables, trouble: this.#trouble }
  }

  #start(token: Token & { readonly kind: 'open' }): void {
    this.#elements++
    if (token.name === 'rule') {
      if (this.#rule !== undefined) {
        this.#trouble ??= { what: '<rule> is never closed', start: this.#rule.token.start }
        this.#close('rule')
      }
      const groups = this.#open.flatMap(({ name, token: around }) =>
        name === 'group' ? namesIn(attributeOf(around, 'name') ?? '') : [],
      )
      this.#rule = { token, groups, children: [], description: undefined }
    }
    this.#open.push({ name: token.name, token, text: '' })
    this.#counts.set(token.name, (this.#counts.get(token.name) ?? 0) + 1)
  }

  /** Closes the innermost element of that name, and what was left open within it. */
  #close(name: string): void {
    if ((this.#counts.get(name) ?? 0) === 0) return
    for (let element = this.#open.pop(); element !== undefined; element = this.#open.pop()) {
      this.#counts.set(element.name, (this.#counts.get(element.name) ?? 1) - 1)
      this.#closed(element)
      if (element.name === name) return
    }
  }

  #closed({ name, token, text }: OpenElement): void {
    const rule = this.#rule
    if (name === 'rule') this.#finishRule()
    else if (name === 'var') this.#variables.set(attributeOf(token, 'name') ?? '', text.trim())
    else if (rule !== undefined && name === 'description') {
      rule.description = [rule.description, text.replace(/\s+/g, ' ').trim()].filter(Boolean).join(' ')
    } else if (rule !== undefined && name === 'group') rule.groups.push(...namesIn(text))
    else if (rule !== undefined && this.#open.at(-1)?.token === rule.token) {
      const { attributes, start, end } = token
      rule.children.push({ name, attributes, text: text.trim(), start, end })
    }
  }

  #finishRule(): void {
    const rule = this.#rule
    this.#rule = undefined
    if (rule === undefined) return
    const { token, groups, children, description } = rule
    const [id, level] = [attributeOf(token, 'id'), attributeOf(token, 'level')]
    // Rules of something else than Wazuh have other attributes.
    if (id === undefined || level === undefined) return
    this.#rules.push({
      id,
      level,
      overwrites: attributeOf(token, 'overwrite') === 'yes',
      description,
      groups: [...new Set(groups)],
      children,
      start: token.start,
      end: token.end,
    })
  }
}

const attributeOf = ({ attributes }: Token & { readonly kind: 'open' }, name: string): string | undefined =>
  attributes.find((each) => each.name === name)?.value.trim()

/** Groups are separated by commas, and often followed by one. */
const namesIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
