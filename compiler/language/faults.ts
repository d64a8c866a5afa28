/** Sentences for a piece of a file that starts with no known word, or in no place where it may stand. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { before, replace, write } from '../diagnostics/fix.ts'
import type { Span } from '../diagnostics/span.ts'
import { unreachable } from '../unreachable.ts'
import type { Fault, Piece } from './layout.ts'
import { type FileContext, spanOf } from './leaves.ts'
import { found } from './unexpected.ts'

export function faultOf(kind: Piece['kind'], fault: Fault, context: FileContext): Diagnostic {
  const span = spanOf(context, fault.token)
  switch (fault.kind) {
    case 'misplaced check': {
      const fixes = [
        replace(before(span), 'and ', 'write and'),
        replace(indentOf(span, context), ' '.repeat(fault.column - 1), `move it to column ${fault.column}`),
      ]
      return diagnose('wrong-column', span, { column: fault.column }, { fixes })
    }
    case 'untold check': {
      const words = fault.words.map((word) => `"${word}"`).join(' or ')
      const fixes = fault.words.map((word) => replace(before(span), `${word} `, `write ${word}`))
      return diagnose('missing-word', span, { words, found: found(fault.token) }, { fixes })
    }
    case 'outside item':
      return diagnose('clause-outside-item', span, { word: fault.token.image })
    case 'prose':
      return diagnose('prose', span, {})
    case 'unknown word': {
      const { meant } = fault
      const suggestion = meant === undefined ? adviceFor(kind, fault.token) : `Did you mean "${meant}"?`
      const fixes = meant === undefined ? [] : [write(span, meant)]
      return diagnose(`unknown-${kind}`, span, { word: found(fault.token), suggestion }, { fixes })
    }
    default:
      return unreachable(fault)
  }
}

/** What stands before the first word of a line. */
function indentOf(span: Span, { source }: FileContext): Span {
  let start = span.start
  while (/[ \t]/.test(source.text.charAt(start - 1))) start--
  return { ...span, start, end: span.start }
}

const adviceFor = (kind: Piece['kind'], { image }: IToken): string =>
  kind === 'clause' && ['if', 'when', 'unless'].includes(image.toLowerCase())
    ? 'An item says when it applies: applies when some …; what has to hold then stands on a line of its own.'
    : advice[kind]

const advice: Readonly<Record<Piece['kind'], string>> = {
  statement: 'A line without indentation starts with checklist, about, use, parameter, define, section or item.',
  clause:
    'A check starts with no, some, every, at least, at most or exactly; a line that starts with "and" or "or" goes on with the condition above.',
}
