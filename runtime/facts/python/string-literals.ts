/** String literals: their value, prefixes and escapes undone, holes of interpolated ones filled in or shown as {}. */
import { childrenOf, type FlatTree, textOf, typeOf } from '../syntax/flat.ts'

export interface LiteralText {
  readonly value: string
  readonly interpolated: boolean
  /** Whether every hole could be filled. */
  readonly whole: boolean
}

/** A literal, or several that Python joins. `fill` gives the text of a hole's expression, if it is known. */
export function literalText(
  tree: FlatTree,
  node: number,
  fill: (expression: number) => string | undefined = () => undefined,
): LiteralText {
  if (typeOf(tree, node) === 'concatenated_string') {
    const parts = [...childrenOf(tree, node)].filter((part) => typeOf(tree, part) === 'string')
    const texts = parts.map((part) => literalText(tree, part, fill))
    return {
      value: texts.map((text) => text.value).join(''),
      interpolated: texts.some((text) => text.interpolated),
      whole: texts.every((text) => text.whole),
    }
  }
  let [value, interpolated, whole, prefix] = ['', false, true, '']
  for (const part of childrenOf(tree, node)) {
    const type = typeOf(tree, part)
    if (type === 'string_start')
      prefix = textOf(tree, part)
        .replace(/['"]+$/, '')
        .toLowerCase()
    if (type === 'string_content') value += withoutEscapes(textOf(tree, part), prefix)
    if (type !== 'interpolation') continue
    interpolated = true
    const [expression] = childrenOf(tree, part)
    const filled = expression === undefined ? undefined : fill(expression)
    if (filled === undefined) whole = false
    value += filled ?? '{}'
  }
  return { value, interpolated, whole }
}

const simple: Readonly<Record<string, string>> = {
  '\n': '',
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

function withoutEscapes(text: string, prefix: string): string {
  const braced = prefix.includes('f') ? text.replaceAll('{{', '{').replaceAll('}}', '}') : text
  if (prefix.includes('r')) return braced
  return braced.replace(
    /\\(\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/gs,
    (whole, rest: string) => {
      if (/^[0-7]/.test(rest)) return String.fromCharCode(Number.parseInt(rest, 8))
      if (/^[xuU].+/.test(rest)) {
        const codePoint = Number.parseInt(rest.slice(1), 16)
        return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole
      }
      return simple[rest] ?? whole
    },
  )
}
