/** How the words of a piece enclose one another, told without parsing it. */
import type { IToken } from 'chevrotain'
import { closes, is, opens } from './starts.ts'
import * as t from './tokens.ts'

/** Deeper than any sentence that a person can read; keeps a hostile file from exhausting the stack. */
export const deepest = 200

/** How many conditions lie inside one another: `where` and `must` take everything up to the closing parenthesis. */
export function nesting(tokens: readonly IToken[]): number {
  const outside: { readonly depth: number; readonly nots: number }[] = []
  let [depth, nots, most] = [0, 0, 0]
  for (const token of tokens) {
    if (is(token, t.Open)) {
      outside.push({ depth, nots })
      depth++
      nots = 0
    } else if (is(token, t.Close)) {
      ;({ depth, nots } = outside.pop() ?? { depth, nots })
    } else if (is(token, t.Where) || is(token, t.Must)) {
      depth++
      nots = 0
    } else if (is(token, t.Not)) {
      depth++
      nots++
    } else if (is(token, t.And) || is(token, t.Or)) {
      depth -= nots
      nots = 0
    }
    most = Math.max(most, depth)
  }
  return most
}

/** The innermost bracket that is open before the token at `index`. */
export function openBefore(tokens: readonly IToken[], index: number): IToken | undefined {
  let closed = 0
  for (const token of tokens.slice(0, index).toReversed()) {
    if (closes(token)) closed++
    else if (opens(token) && closed-- === 0) return token
  }
  return undefined
}

/** The innermost `every` before the token at `index` that has met no `must`. */
export function everyBefore(tokens: readonly IToken[], index: number): IToken | undefined {
  let musts = 0
  for (const token of tokens.slice(0, index).toReversed()) {
    if (is(token, t.Must)) musts++
    else if (is(token, t.Every) && musts-- === 0) return token
  }
  return undefined
}

/**
 * The conditions behind a mistake at `index`, each as far as it stands by itself: from the next `and`, `or`, `where` or
 * `must` to the bracket or `must` that belongs to something before the mistake, and again from there.
 */
export function conditionsFrom(tokens: readonly IToken[], index: number): readonly (readonly IToken[])[] {
  const found: IToken[][] = []
  let current: IToken[] | undefined
  let [depth, everies] = [0, 0]
  let from = index
  const open = openBefore(tokens, index)
  if (open !== undefined && is(open, t.OpenList)) while (from < tokens.length && !is(tokens[from], t.CloseList)) from++
  for (const token of tokens.slice(from)) {
    const joins = is(token, t.And) || is(token, t.Or)
    const must = is(token, t.Must) && everies === 0
    if (closes(token) && depth === 0) {
      current = undefined
    } else if (must || (current === undefined && (joins || is(token, t.Where)))) {
      found.push((current = []))
      ;[depth, everies] = [0, 0]
    } else if (current !== undefined && !startsWithNothing(current, token)) {
      current.push(token)
      depth += opens(token) ? 1 : closes(token) ? -1 : 0
      everies += is(token, t.Every) ? 1 : is(token, t.Must) ? -1 : 0
    }
  }
  return found.filter((condition) => condition.length > 0)
}

/** `have` and `be` behind a `must` that was cut off. */
const startsWithNothing = (current: readonly IToken[], token: IToken): boolean =>
  current.length === 0 && (is(token, t.Have) || is(token, t.Be))
