/** A word as the value of a field, without `is` and without quotes: `must have verification on`. */
import { diagnose } from '../../diagnostics/codes.ts'
import { replace } from '../../diagnostics/fix.ts'
import { spanOf } from '../leaves.ts'
import { Text } from '../quoted.ts'
import { isName } from '../starts.ts'
import * as t from '../tokens.ts'
import { found } from '../unexpected.ts'
import { type Corrector, made } from './correction.ts'

const states = ['on', 'off', 'enabled', 'disabled', 'required', 'optional', 'unknown']

/** What has a word of the language is told by another correction. */
const present: Readonly<Record<string, string>> = {
  set: 'present',
  given: 'present',
  unset: 'missing',
  absent: 'missing',
}

export const stateAlone: Corrector = ({ tokens, index, context }) => {
  // Where more was expected behind the word, it has been read as a name.
  for (const at of [index, index - 1]) {
    const [previous, token] = [tokens[at - 1], tokens[at]]
    if (token === undefined || !isName(previous) || !isName(token)) continue
    const word = present[token.image]
    if (word === undefined && !states.includes(token.image)) continue
    const by = word === undefined ? [t.retyped(token, Text, `"${token.image}"`)] : [made(word, token)]
    const written = word ?? `"${token.image}"`
    const span = spanOf(context, token)
    const fixes = [replace(span, `is ${written}`, `write is ${written}`)]
    const told = () => diagnose('missing-word', span, { words: '"is"', found: found(token) }, { fixes })
    return [{ from: at, length: 1, by: [made('is', token), ...by], told }]
  }
  return []
}
