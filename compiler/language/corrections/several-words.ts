/** Several words where one name stands: the name in pieces, or words before it that say which are meant. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { write } from '../../diagnostics/fix.ts'
import { singularsOf } from '../../diagnostics/suggest.ts'
import { kindSynonyms } from '../../schema/synonyms.ts'
import { spanOf } from '../leaves.ts'
import { is, isName, isQuantifier } from '../starts.ts'
import * as t from '../tokens.ts'
import { type Corrector, type Failed, made, sourceOf } from './correction.ts'
import { isKind } from './kinds.ts'
import { phrasesAt } from './phrases/table.ts'

/** `no wazuh rule where …`: names of several words are one. */
export const twoWords: Corrector = (failed) => {
  const words = wordsOfKind(failed)
  const [first, second] = words
  if (words.length !== 2 || first === undefined || second === undefined) return []
  const name = joined(words)
  const span = spanOf(failed.context, first, second)
  const told = () => diagnose('two-words', span, { name }, { fixes: [write(span, name)] })
  return [{ from: failed.index - 1, length: 2, by: [{ ...made(name, first), endOffset: span.end - 1 }], told }]
}

/** `no hardcoded passwords`: the last word is the kind, and those before it are asked of its fields. */
export const describedKind: Corrector = (failed) => {
  const { index, context } = failed
  const words = wordsOfKind(failed)
  const last = words.at(-1)
  const kind = last && kindMeantBy(last.image)
  if (last === undefined || kind === undefined || isKind(joined(words))) return []
  // A name that is written in one word elsewhere is one that the checklist defines.
  if (context.source.text.includes(joined(words))) return []
  const span = spanOf(context, words[0] as IToken, last)
  const suggestion = `Did you mean "${kind}"? What else is asked of it stands behind "where".`
  const told = () => diagnose('unknown-kind', span, { name: sourceOf(span, context), suggestion })
  return [{ from: index - 1, length: words.length, by: [made(kind, last)], told }]
}

/** The words of which reading failed at the second, where a kind is asked for and nothing else is known of them. */
function wordsOfKind({ tokens, index }: Failed): readonly IToken[] {
  const quantifier = tokens[index - 2]
  const isAsked = quantifier !== undefined && (isQuantifier(quantifier) || is(quantifier, t.NumberToken))
  const start = index - 1
  let end = start
  while (isName(tokens[end])) end++
  const next = tokens[end]
  const goesOn = next === undefined || [t.Where, t.Must, t.In, t.As, t.Anywhere].some((type) => is(next, type))
  const words = tokens.slice(start, end)
  if (!isAsked || !goesOn || words.length < 2 || isKind(joined(words))) return isAsked && goesOn ? words : []
  // Behind a whole kind something else stands than the rest of its name; and what is another word for something is no
  // part of a name.
  return isKind(words[0]?.image) || phrasesAt(tokens, index).length > 0 ? [] : words
}

const joined = (words: readonly IToken[]): string => words.map(({ image }) => image).join('_')

const kindMeantBy = (word: string): string | undefined =>
  singularsOf(word.toLowerCase())
    .map((each) => (Object.hasOwn(kindSynonyms, each) ? kindSynonyms[each] : each))
    .find(isKind)
