/**
 * Files that hold no fact of a kind, as their words alone show: they need not be parsed. The last part of a callee stands
 * in the file that calls it, and its module where it is imported, unless a name is put together while the program runs.
 */
import type { KindName } from '../../../compiler/index.ts'
import { callees } from './permissions.ts'

/** By kind, the dotted names of which a file calls at least one. */
const needed: ReadonlyMap<KindName, readonly string[]> = new Map([['permission', callees]])

const makesNames = /\b(getattr|import_module|__import__)\b/

/** Whether a text may hold a fact of one of the kinds. */
export function mayHold(text: string, kinds: readonly KindName[]): boolean {
  const words = new Words(text)
  return kinds.some((kind) => {
    const names = needed.get(kind)
    return names === undefined || names.some((name) => words.mayCall(name)) || makesNames.test(text)
  })
}

class Words {
  readonly #text: string
  readonly #known = new Map<string, boolean>()

  constructor(text: string) {
    this.#text = text
  }

  /** The first part is a module, or what a function of it gives. */
  mayCall(dotted: string): boolean {
    return this.#has(dotted.slice(dotted.lastIndexOf('.') + 1)) && this.#has(dotted.slice(0, dotted.indexOf('.')))
  }

  #has(word: string): boolean {
    const known = this.#known.get(word) ?? this.#find(word)
    this.#known.set(word, known)
    return known
  }

  #find(word: string): boolean {
    for (let at = this.#text.indexOf(word); at >= 0; at = this.#text.indexOf(word, at + 1)) {
      if (!isWord.test(this.#text[at - 1] ?? ' ') && !isWord.test(this.#text[at + word.length] ?? ' ')) return true
    }
    return false
  }
}

const isWord = /\w/
