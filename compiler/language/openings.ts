/** Checks that begin with other words than theirs: `there is no url …`. */
import { diagnose } from '../diagnostics/codes.ts'
import { write } from '../diagnostics/fix.ts'
import { type FileContext, spanOf } from './leaves.ts'
import type { Line } from './starts.ts'
import { openings } from './synonyms.ts'
import { retyped, wordNamed } from './tokens.ts'

export function opened(line: Line, context: FileContext): Line {
  const opening = openings.find(({ written }) =>
    written.every((word, index) => line[index]?.image.toLowerCase() === word),
  )
  const [first] = line
  const type = opening && wordNamed(opening.meant)
  if (opening === undefined || type === undefined || first === undefined) return line
  const { written, meant } = opening
  const span = spanOf(context, first, line[written.length - 1])
  context.report(
    diagnose('foreign-operator', span, { found: written.join(' '), word: meant }, { fixes: [write(span, meant)] }),
  )
  return [retyped(first, type, meant), ...line.slice(written.length)]
}
