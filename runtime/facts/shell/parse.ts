/** The syntax tree of a script, with what the grammar stumbles over taken out of its way. */
import { closingOf } from '../commands/brackets.ts'
import type { FileInput } from '../extractor.ts'
import type { Parsed } from '../syntax/parse.ts'

/** Offsets are those of `text`. */
export async function parseShell({ text, parse }: Pick<FileInput, 'text' | 'parse'>): Promise<Parsed> {
  const unix = withPlainEnds(text)
  const first = await parse('bash', unix)
  if (first.kind === 'cut' || first.tree.firstError === undefined) return first
  const plain = withPlainExpansions(unix)
  if (plain === unix) return first
  const second = await parse('bash', plain)
  if (second.kind === 'cut') return first
  const isBetter = (second.tree.firstError ?? Number.POSITIVE_INFINITY) > first.tree.firstError
  return isBetter ? { kind: 'tree', tree: { ...second.tree, text: unix } } : first
}

/**
 * The grammar takes a carriage return for a character, and wants a line behind the last one that goes on. Every offset
 * stays as it is.
 */
function withPlainEnds(text: string): string {
  const unix = text.replaceAll('\\\r\n', ' \\\n').replaceAll('\r\n', ' \n')
  const last = unix.trimEnd().length - 1
  return unix[last] === '\\' ? `${unix.slice(0, last)} ${unix.slice(last + 1)}` : unix
}

/** After so many expansions that stay open, the rest of a text has none: reading stays linear. */
const mostOpen = 16

/**
 * The grammar loses its way in `${X:+"$X"} \` and the like: what an expansion holds becomes a plain name of the same
 * length, quotes and all. Words are read from the text itself; only one that runs a command is left as it is.
 */
function withPlainExpansions(text: string): string {
  const parts: string[] = []
  let [taken, open] = [0, 0]
  for (let at = text.indexOf('${'); at >= 0 && open < mostOpen; at = text.indexOf('${', at)) {
    const end = isEscaped(text, at) ? undefined : closingOf(text, at + 1)
    if (end === undefined) {
      open++
      at += 2
      continue
    }
    const inside = text.slice(at + 2, end - 1)
    if (/["'\\]/.test(inside) && !/\$\(|`|\n/.test(inside)) {
      parts.push(text.slice(taken, at + 2), 'x'.repeat(inside.length))
      taken = end - 1
    }
    at = end
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(taken)
}

const isEscaped = (text: string, at: number): boolean => text[at - 1] === '\\' && text[at - 2] !== '\\'
