/** The text of string literals and templates, piece by piece, with the place of each piece in the file. */
import { childrenOf, type FlatTree, firstChild, typeOf } from '../syntax/flat.ts'

export interface Piece {
  readonly kind: 'plain' | 'escape' | 'hole'
  /** What it comes to; "{}" for a hole that nothing is known of. */
  readonly resolved: string
  /** Offsets in the file. */
  readonly start: number
  readonly end: number
}

export interface LiteralText {
  /** Its value; a hole reads {}. */
  readonly value: string
  /** The value, with holes filled where that is known. */
  readonly resolved: string
  readonly interpolated: boolean
  readonly pieces: readonly Piece[]
}

const simple: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' }

/** `fill` says what the expression in a hole comes to. */
export function literalText(
  tree: FlatTree,
  node: number,
  fill: (hole: number) => string | undefined = () => undefined,
): LiteralText {
  const pieces: Piece[] = []
  let value = ''
  let end = (tree.starts[node] ?? 0) + 1
  for (const child of childrenOf(tree, node)) {
    const [start, behind] = [tree.starts[child] ?? 0, tree.ends[child] ?? 0]
    plain(end, start)
    end = behind
    switch (typeOf(tree, child)) {
      case 'escape_sequence': {
        const text = unescaped(tree.text.slice(start, behind))
        value += text
        pieces.push({ kind: 'escape', resolved: text, start, end: behind })
        break
      }
      case 'template_substitution': {
        const hole = firstChild(tree, child)
        value += '{}'
        pieces.push({
          kind: 'hole',
          resolved: (hole === undefined ? undefined : fill(hole)) ?? '{}',
          start,
          end: behind,
        })
        break
      }
      default:
        plain(start, behind)
    }
  }
  plain(end, (tree.ends[node] ?? end) - 1)
  const interpolated = pieces.some(({ kind }) => kind === 'hole')
  return { value, resolved: pieces.map(({ resolved }) => resolved).join(''), interpolated, pieces }

  /** What the grammar has no node for is text as well. */
  function plain(from: number, to: number): void {
    if (from >= to) return
    const resolved = tree.text.slice(from, to).replaceAll('\r\n', '\n')
    value += resolved
    pieces.push({ kind: 'plain', resolved, start: from, end: to })
  }
}

function unescaped(written: string): string {
  const code = /^\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{0*([0-9a-f]{1,6})\})$/i.exec(written)
  const digits = code?.[1] ?? code?.[2] ?? code?.[3]
  const point = digits === undefined ? Number.NaN : Number.parseInt(digits, 16)
  if (point <= 0x10ffff) return String.fromCodePoint(point)
  const octal = /^\\([0-7]{2,3}|[1-7])$/.exec(written)?.[1]
  if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8))
  const letter = written.slice(1)
  // A line that goes on below.
  if (/^[\r\n\u2028\u2029]/.test(letter)) return ''
  return simple[letter] ?? letter
}
