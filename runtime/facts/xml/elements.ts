/** The elements of a file, each with those that stand in it. */
import { excerpt } from '../excerpt.ts'
import type { FileInput, Gap, LocalFact } from '../extractor.ts'
import { type Token, xmlTokens } from './tokens.ts'

type Element = LocalFact<'element'>

export interface ElementFacts {
  readonly facts: readonly Element[]
  readonly gaps: readonly Gap[]
}

/** Beyond so many the rest is left out, and said to be. */
const mostElements = 50_000
/** So many names of those around are given; what lies deeper is left out. */
const deepest = 64

interface Open {
  readonly index: number
  readonly name: string
  readonly text: string[]
}

export function elementFacts({ text, lines }: FileInput): ElementFacts {
  const tree = new Tree()
  let last = 0
  for (const token of xmlTokens(text)) {
    last = token.start
    if (!tree.take(token)) break
  }
  const { line } = lines.placeOf(last, last)
  const reason = tree.trouble === undefined ? undefined : `${tree.trouble}, from line ${line} on`
  return {
    facts: tree.elements.map(({ token, titles, content, children }): Element => {
      const at = lines.placeOf(token.start, token.end)
      const attributes = token.attributes.map(({ name, value, start, end }) => ({
        at: lines.placeOf(start, end),
        name,
        value,
      }))
      return { at, name: token.name, titles, attributes, text: excerpt(content.join('').trim()), children }
    }),
    gaps: reason === undefined ? [] : [{ reason, kinds: ['element'] }],
  }
}

interface Node {
  readonly token: Token & { readonly kind: 'open' }
  readonly titles: readonly string[]
  readonly content: string[]
  readonly children: number[]
}

class Tree {
  readonly elements: Node[] = []
  readonly #open: Open[] = []
  readonly #counts = new Map<string, number>()
  trouble: string | undefined

  /** Whether more can be taken. */
  take(token: Token): boolean {
    switch (token.kind) {
      case 'open':
        return this.#start(token)
      case 'close':
        this.#close(token.name)
        break
      case 'text':
        this.#open.at(-1)?.text.push(token.text)
        break
      case 'comment':
        if (!token.closed) this.trouble = 'a comment is never closed'
        break
      case 'declaration':
        break
    }
    return true
  }

  #start(token: Token & { readonly kind: 'open' }): boolean {
    if (this.elements.length >= mostElements) this.trouble = `has more than ${mostElements} elements`
    else if (this.#open.length >= deepest) this.trouble = `is nested more than ${deepest} elements deep`
    if (this.trouble !== undefined) return false
    const around = this.#open.at(-1)
    const titles = [...(around === undefined ? [] : this.elements[around.index]!.titles), token.name]
    const content: string[] = []
    const index = this.elements.push({ token, titles, content, children: [] }) - 1
    if (around !== undefined) this.elements[around.index]!.children.push(index)
    if (token.empty) return true
    this.#open.push({ index, name: token.name, text: content })
    this.#counts.set(token.name, (this.#counts.get(token.name) ?? 0) + 1)
    return true
  }

  /** A closing tag without an opening one is passed over; one that closes an outer element closes those within. */
  #close(name: string): void {
    if ((this.#counts.get(name) ?? 0) === 0) return
    for (let element = this.#open.pop(); element !== undefined; element = this.#open.pop()) {
      this.#counts.set(element.name, (this.#counts.get(element.name) ?? 1) - 1)
      if (element.name === name) return
    }
  }
}
