/** Where the values come from that are put into a here-document. */
import type { Evaluate, WordOrigin } from '../commands/evaluate.ts'
import type { Heredoc } from './structure.ts'

const expansion = /(?<!\\)\$(?:\{[^{}\n]{1,200}\}|[A-Za-z_]\w{0,99}|\d)/g
const most = 64

export function heredocOrigins(
  text: string,
  { start, end, quoted }: Heredoc,
  evaluate: Evaluate,
): readonly WordOrigin[] {
  if (quoted) return []
  const origins: WordOrigin[] = []
  for (const { 0: written, index } of text.slice(start, end).matchAll(expansion)) {
    const at = start + index
    const pieces = [{ kind: 'expansion', text: written, start: at, quoted: true }] as const
    origins.push(...evaluate({ start: at, end: at + written.length, text: written, pieces }).origins)
    if (origins.length >= most) break
  }
  return origins
}
