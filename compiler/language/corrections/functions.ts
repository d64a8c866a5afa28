/**
 * Functions of other languages. A checklist calls none: what some of them ask has an operator here, which stands
 * between what they are given.
 *
 *     startswith(text, "http")     text starts with "http"
 *     exists(port)                 port is present
 *     len(text) > 100              told, and read as: text > 100
 */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { replace } from '../../diagnostics/fix.ts'
import { spanOf } from '../leaves.ts'
import { is, isName } from '../starts.ts'
import * as t from '../tokens.ts'
import { type Correction, type Corrector, made, sourceOf } from './correction.ts'
import { isValue } from './insertions.ts'

/** How the same is asked here: `1` and `2` stand for what the function is given. */
const meanings: Readonly<Record<string, string>> = {
  ...{ exists: '1 is present', defined: '1 is present', isset: '1 is present', is_set: '1 is present' },
  ...{ undefined: '1 is missing', empty: '1 is missing', is_empty: '1 is missing', isempty: '1 is missing' },
  ...{ is_null: '1 is missing', isnull: '1 is missing', missing: '1 is missing', has: '1 is present' },
  ...{ startswith: '1 starts with 2', starts_with: '1 starts with 2', hasprefix: '1 starts with 2' },
  ...{ endswith: '1 ends with 2', ends_with: '1 ends with 2', hassuffix: '1 ends with 2', contains: '1 contains 2' },
  ...{ includes: '1 contains 2', matches: '1 matches 2', match: '1 matches 2', like: '1 like 2', equals: '1 is 2' },
}

/** What is to be done instead of computing a value. */
const instead: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['len', 'length', 'count', 'size'].map((name) => [
      name,
      'Elements of a list are counted with "at least 3 …"; the length of a text is asked for with a pattern, such as /^.{100}/.',
    ]),
  ),
  ...Object.fromEntries(
    ['lower', 'upper', 'lowercase', 'uppercase', 'tolower', 'toupper', 'lcase', 'ucase'].map((name) => [
      name,
      'A pattern with the flag i takes letters of either case: matches /localhost/i.',
    ]),
  ),
  ...Object.fromEntries(
    ['trim', 'strip', 'replace', 'split', 'concat', 'str', 'int', 'string', 'number', 'basename', 'dirname'].map(
      (name) => [name, 'A field is compared as it is; a pattern takes parts of it: matches /…/.'],
    ),
  ),
}

export const functions: Corrector = ({ tokens, index, context }) => {
  const name = tokens[index - 1]
  if (name === undefined || !is(tokens[index], t.Open)) return []
  const word = name.image.toLowerCase()
  const given = argumentsAt(tokens, index + 1)
  if (given === undefined) return []
  const span = spanOf(context, name, tokens[given.end - 1])
  const place = { from: index - 1, length: given.end - index + 1 }
  const meaning = Object.hasOwn(meanings, word) ? meanings[word] : undefined
  if (meaning !== undefined && given.values.length === (meaning.includes('2') ? 2 : 1)) {
    const parts = meaning.split(' ')
    const argument = (part: string) => given.values[Number(part) - 1]
    const by = parts.flatMap((part) => argument(part) ?? made(part, name))
    const text = parts
      .map((part) => {
        const run = argument(part)
        return run === undefined ? part : sourceOf(spanOf(context, run[0] as IToken, run.at(-1)), context)
      })
      .join(' ')
    const fixes = [replace(span, text, `write ${text}`)]
    const told = () => diagnose('foreign-operator', span, { found: sourceOf(span, context), word: text }, { fixes })
    return [{ ...place, by, told } satisfies Correction]
  }
  const suggestion = Object.hasOwn(instead, word) ? instead[word] : undefined
  const [first] = given.values
  if (suggestion === undefined || first === undefined) return []
  const told = () => diagnose('foreign-function', span, { name: name.image, suggestion })
  return [{ ...place, by: first, told } satisfies Correction]
}

/** What stands between the parentheses: names with dots, and values; undefined where there is anything else. */
function argumentsAt(
  tokens: readonly IToken[],
  start: number,
): { readonly values: readonly (readonly IToken[])[]; readonly end: number } | undefined {
  const values: IToken[][] = []
  for (let at = start; ; at++) {
    const value: IToken[] = []
    while (isName(tokens[at]) || is(tokens[at], t.Dot) || (value.length === 0 && isValue(tokens[at])))
      value.push(tokens[at++] as IToken)
    if (value.length === 0) return undefined
    values.push(value)
    if (is(tokens[at], t.Close)) return { values, end: at + 1 }
    if (!is(tokens[at], t.Comma)) return undefined
  }
}
