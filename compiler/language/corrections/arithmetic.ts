/** Arithmetic: `mode & 2`, `size * 2 > 100`. Nothing is computed in a checklist. */
import { diagnose } from '../../diagnostics/codes.ts'
import { is, isName } from '../starts.ts'
import * as t from '../tokens.ts'
import { type Corrector, spanFrom } from './correction.ts'

const bits =
  'Bits of a mode have fields of their own, such as world_writable and setuid; a pattern takes a digit: mode matches /[2367]$/.'

/** What is to be done instead, by the mark. */
const instead: Readonly<Record<string, string>> = {
  ...{ '&': bits, '|': bits, '*': 'A field is compared as it is: write the number that comes out.' },
}

/** Reading fails at the mark, or at the number where the mark stands for a word of the language. */
export const arithmetic: Corrector = ({ tokens, index, context }) => {
  for (const mark of [index, index - 1]) {
    const suggestion = instead[tokens[mark]?.image ?? '']
    if (suggestion === undefined || !isName(tokens[mark - 1]) || !is(tokens[mark + 1], t.NumberToken)) continue
    const span = spanFrom(tokens, mark - 1, 3, context)
    return [{ from: mark, length: 2, by: [], told: () => diagnose('arithmetic', span, { suggestion }) }]
  }
  return []
}
