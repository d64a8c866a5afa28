/** A slip of the fingers in a word of the language. */
import { nearest } from '../../diagnostics/suggest.ts'
import { isName } from '../starts.ts'
import { retyped, sentenceWords, wordNamed } from '../tokens.ts'
import { misspelt } from '../unexpected.ts'
import type { Correction, Corrector } from './correction.ts'

/** The word that failed, or the one before it. */
export const spelling: Corrector = ({ tokens, index, context }) =>
  [index, index - 1].flatMap((from): readonly Correction[] => {
    const token = tokens[from]
    if (token === undefined || !isName(token)) return []
    return nearest(token.image, sentenceWords).flatMap((meant) => {
      const word = wordNamed(meant)
      if (word === undefined || word === token.tokenType) return []
      return [{ from, length: 1, by: [retyped(token, word)], told: () => misspelt(token, meant, context) }]
    })
  })
