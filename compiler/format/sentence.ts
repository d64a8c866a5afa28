/**
 * One statement or clause on as few lines as fit. A row of conditions that is too long is broken before every `and` or
 * `or` of its own; a `must`, and the `when` of a review, then begin a line; a list is filled.
 *
 *     every file_write as written where purpose is "state"
 *         and not embedded_database
 *       must have some file_replace where function is written.function
 *           and same_directory
 */
import type { IToken } from 'chevrotain'
import { closes, is, isStart } from '../language/starts.ts'
import * as t from '../language/tokens.ts'
import { edge, filled, group, indent, type Layout, space } from './layout.ts'
import { adjoins, isText, written } from './spacing.ts'

/** Columns that the rest of a row stands behind the line that it goes on. */
const rowIndent = 4
/** … and `must`, `when`, and the values of a list. */
const partIndent = 2

/** `tokens` are one piece without mistakes. */
export function sentenceLayout(tokens: readonly IToken[]): Layout {
  return new Sentence(tokens).row()
}

/** Reads the words from left to right once: each method takes what belongs to it and leaves the rest. */
class Sentence {
  readonly #tokens: readonly IToken[]
  #at = 0

  constructor(tokens: readonly IToken[]) {
    this.#tokens = tokens
  }

  /** Conditions joined by one word, up to what encloses them. */
  row(): Layout {
    const first = this.#operand()
    const others: Layout[] = []
    while (is(this.#next, t.And) || is(this.#next, t.Or)) others.push(this.#word(space), this.#operand())
    return group(first, indent(rowIndent, ...others))
  }

  #operand(): Layout {
    const parts: Layout[] = []
    let everies = 0
    for (let next = this.#next; next !== undefined; next = this.#next) {
      const must = is(next, t.Must)
      if (closes(next) || is(next, t.And) || is(next, t.Or) || (must && everies === 0)) break
      if (is(next, t.Every)) everies++
      if (must) {
        everies--
        parts.push(indent(partIndent, this.#word(space), this.row()))
      } else if (is(next, t.Where)) parts.push(this.#word(), this.row())
      else if (is(next, t.Open)) parts.push(this.#word(), this.row(), this.#word())
      else if (is(next, t.OpenList)) parts.push(this.#list())
      else if (is(next, t.When) && isText(this.#previous)) parts.push(indent(partIndent, this.#word(space), this.row()))
      else parts.push(this.#mayBreakBefore(next) ? indent(rowIndent, this.#word(this.#gap())) : this.#word())
    }
    return parts
  }

  #list(): Layout {
    const open = this.#word()
    const values: Layout[] = []
    while (!is(this.#next, t.CloseList)) {
      const value: Layout[] = [this.#word('')]
      while (!is(this.#previous, t.Comma) && !is(this.#next, t.CloseList)) value.push(this.#word())
      values.push(value)
    }
    const inside = values.length === 0 ? [] : [indent(partIndent, edge, filled(values)), edge]
    return group(open, ...inside, this.#word(''))
  }

  /** In a row of names or texts behind a comma, and before what a parameter is about. */
  #mayBreakBefore(next: IToken): boolean {
    const about = is(this.#tokens[0], t.ParameterWord) && next === this.#tokens.at(-1)
    return about || (is(this.#previous, t.Comma) && !isStart(next))
  }

  /** The next word, behind what parts it from the one before. */
  #word(before?: Layout): Layout {
    const [twoBefore, previous, token] = [this.#tokens[this.#at - 2], this.#previous, this.#next as IToken]
    this.#at++
    if (before !== undefined) return [before, written(token)]
    const adjacent = previous === undefined || adjoins(twoBefore, previous, token)
    return adjacent ? written(token) : [' ', written(token)]
  }

  #gap(): Layout {
    return { kind: 'gap', next: written(this.#next as IToken) }
  }

  get #next(): IToken | undefined {
    return this.#tokens[this.#at]
  }

  get #previous(): IToken | undefined {
    return this.#tokens[this.#at - 1]
  }
}
