/**
 * String literals: their value, prefixes and escapes undone, holes of interpolated ones shown as {}, and where each piece
 * of it stands.
 *
 *     source    f"caf\u00e9/{NAME}?x"          where NAME = "menu"
 *     pieces    caf   é        /   {}     ?x
 *     resolved  caf   é        /   menu   ?x
 */
import { childrenOf, type FlatTree, textOf, typeOf } from '../syntax/flat.ts'

export interface LiteralText {
  /** A hole reads {}. */
  readonly value: string
  /** Holes filled, where `fill` knew the text. */
  readonly resolved: string
  readonly interpolated: boolean
  /** Whether every hole could be filled. */
  readonly whole: boolean
  readonly pieces: readonly Piece[]
}

export interface Piece {
  /** A run of characters as they are written, an escape that stands for others, or a hole. */
  readonly kind: 'plain' | 'escape' | 'hole'
  readonly value: string
  readonly resolved: string
  /** Offsets in the file. */
  readonly start: number
  readonly end: number
}

type Fill = (expression: number) => string | undefined

const nothing: Fill = () => undefined

/** A literal, or several that Python joins. `fill` gives the text of a hole's expression, if it is known. */
export function literalText(tree: FlatTree, node: number, fill: Fill = nothing): LiteralText {
  const isJoined = typeOf(tree, node) === 'concatenated_string'
  const literals = isJoined ? [...childrenOf(tree, node)].filter((part) => typeOf(tree, part) === 'string') : [node]
  const pieces: Piece[] = []
  let [interpolated, whole] = [false, true]
  for (const literal of literals) {
    let prefix = ''
    for (const part of childrenOf(tree, literal)) {
      const type = typeOf(tree, part)
      if (type === 'string_start')
        prefix = textOf(tree, part)
          .replace(/['"]+$/, '')
          .toLowerCase()
      if (type === 'string_content') addContent(pieces, textOf(tree, part), tree.starts[part] ?? 0, prefix)
      if (type !== 'interpolation') continue
      const filled = holeText(tree, part, fill)
      interpolated = true
      whole &&= filled !== undefined
      const [start, end] = [tree.starts[part] ?? 0, tree.ends[part] ?? 0]
      pieces.push({ kind: 'hole', value: '{}', resolved: filled ?? '{}', start, end })
    }
  }
  const value = pieces.map((piece) => piece.value).join('')
  const resolved = pieces.map((piece) => piece.resolved).join('')
  return { value: value.toWellFormed(), resolved: resolved.toWellFormed(), interpolated, whole, pieces }
}

/** A hole that is formatted in some way holds another text than its expression. */
function holeText(tree: FlatTree, hole: number, fill: Fill): string | undefined {
  const [expression, formatted] = childrenOf(tree, hole)
  const isPlain = formatted === undefined && !/=\s*\}$/.test(textOf(tree, hole))
  return expression !== undefined && isPlain ? fill(expression) : undefined
}

const special = /\\(\r\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])|\{\{|\}\}|\r\n?/g

function addContent(pieces: Piece[], text: string, start: number, prefix: string): void {
  const [isRaw, isBytes, isFormatted] = [prefix.includes('r'), prefix.includes('b'), /[ft]/.test(prefix)]
  const add = (from: number, to: number, value: string, kind: Piece['kind']) => {
    if (to > from) pieces.push({ kind, value, resolved: value, start: start + from, end: start + to })
  }
  let done = 0
  for (const match of text.matchAll(special)) {
    const [written, escaped] = match
    const isBrace = written === '{{' || written === '}}'
    if (isBrace ? !isFormatted : escaped !== undefined && isRaw) continue
    // Python reads every line end as a line feed.
    const value = isBrace ? written.slice(1) : escaped === undefined ? '\n' : unescaped(escaped, isBytes)
    add(done, match.index, text.slice(done, match.index), 'plain')
    done = match.index + written.length
    add(match.index, done, value ?? written, 'escape')
  }
  add(done, text.length, text.slice(done), 'plain')
}

const simple: Readonly<Record<string, string>> = {
  '\n': '',
  '\r\n': '',
  '\r': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** What stands behind a backslash; undefined where Python leaves the backslash in. */
function unescaped(escaped: string, isBytes: boolean): string | undefined {
  if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8))
  if (escaped.length === 1 || escaped === '\r\n') return simple[escaped]
  if (isBytes && escaped[0] !== 'x') return undefined
  const codePoint = Number.parseInt(escaped.slice(1), 16)
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : undefined
}
