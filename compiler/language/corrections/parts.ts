/** Parts that a line of fixed parts lacks: the version, the identifier, the text that says what a parameter is. */
import { diagnose } from '../../diagnostics/codes.ts'
import { before, behind, replace } from '../../diagnostics/fix.ts'
import { spanOf } from '../leaves.ts'
import { Text } from '../quoted.ts'
import { is } from '../starts.ts'
import * as t from '../tokens.ts'
import { found, shapeOf } from '../unexpected.ts'
import { type Corrector, made } from './correction.ts'

/** `checklist our-rules "title"` */
export const lostVersion: Corrector = ({ tokens, index, context }) => {
  const token = tokens[index]
  if (index !== 2 || token === undefined || !is(tokens[0], t.ChecklistWord) || !is(token, Text)) return []
  const span = spanOf(context, token)
  const fixes = [replace(before(span), '1.0.0 ', 'write 1.0.0')]
  const part = { part: 'a version such as 1.0.0', found: found(token), shape: shapeOf(tokens[0]) ?? '' }
  const told = () => diagnose('missing-part', span, part, { fixes })
  return [{ from: index, length: 0, by: [made('1.0.0', token)], told }]
}

/** `item "title"`: which identifier it is to have only its author knows; what stands below it is read nevertheless. */
export const lostIdentifier: Corrector = ({ tokens, index, context }) => {
  const [first, token] = tokens
  if (index !== 1 || first === undefined || token === undefined || !is(token, Text)) return []
  if (!is(first, t.ItemWord) && !is(first, t.SectionWord)) return []
  const told = () =>
    diagnose('missing-part', spanOf(context, token), {
      part: `an identifier such as ${is(first, t.ItemWord) ? 'CRED-02' : 'CRED'}`,
      found: found(token),
      shape: shapeOf(first) ?? '',
    })
  // By its place, so that no two are the same.
  return [{ from: index, length: 0, by: [t.retyped(token, t.Word, `LOST-${token.startOffset}`)], told }]
}

/** `parameter limit number = 5` */
export const lostDescription: Corrector = ({ tokens, index, context }) => {
  const last = tokens.at(-1)
  if (index !== tokens.length || last === undefined || !is(tokens[0], t.ParameterWord)) return []
  if (!tokens.some((token) => is(token, t.Equals)) || is(last, t.Equals)) return []
  const part = { part: 'a text that explains it', found: found(undefined), shape: shapeOf(tokens[0]) ?? '' }
  const told = () => diagnose('missing-part', behind(spanOf(context, last)), part)
  return [{ from: index, length: 0, by: [t.retyped(last, Text, '""')], told }]
}
