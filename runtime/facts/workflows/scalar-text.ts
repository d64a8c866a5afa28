/**
 * The text of a YAML scalar, each character with its place.
 *
 *     run: |            the line ends of a literal block stay; its indentation is no part of it
 *       pip install x
 *     run: >-           a folded one joins its lines with blanks
 */
import type { Scalar } from 'yaml'
import { MappedText, MappedTextBuilder } from '../mapped-text.ts'

export function scalarText(source: string, { range, type, value }: Scalar): MappedText {
  const [start, end] = range ?? [0, 0]
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') return blockText(source, start, end, type === 'BLOCK_FOLDED')
  const quotes = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0
  const written = source.slice(start + quotes, end - quotes)
  const plain = typeof value === 'string' ? value : written
  // Where something was undone within, the places of what follows would be off: the whole stands at its beginning.
  if (plain === written) return MappedText.of(source, start + quotes, end - quotes)
  return new MappedText(plain, [0], [start + quotes])
}

function blockText(source: string, start: number, end: number, folded: boolean): MappedText {
  const builder = new MappedTextBuilder()
  let at = source.indexOf('\n', start) + 1
  let indentation: number | undefined
  while (at > 0 && at < end) {
    const stop = source.indexOf('\n', at)
    const next = stop < 0 || stop >= end ? end : stop + 1
    const line = source.slice(at, next)
    const indent = line.length - line.trimStart().length
    if (line.trim() !== '') indentation ??= indent
    const skipped = Math.min(indent, indentation ?? indent, line.replace(/\r?\n$/, '').length)
    const text = line.slice(skipped).replace(/\r?\n$/, '')
    builder.add(text, at + skipped)
    builder.add(folded && text !== '' ? ' ' : '\n', at + skipped + text.length)
    at = next
  }
  return builder.build()
}
