/**
 * Functions that must not be used, as prose has them. What is used is a call, told by its callee:
 *
 *     no use of eval             no call where callee is "eval"
 *     no calls to os.system      no call where callee is "os.system"
 *     no eval() calls            no call where callee is "eval"
 *     no import of pickle        no import where module is "pickle"
 */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { write } from '../../diagnostics/fix.ts'
import { Text } from '../quoted.ts'
import { is, isName, isQuantifier } from '../starts.ts'
import * as t from '../tokens.ts'
import { type Corrector, made, sourceOf, spanFrom } from './correction.ts'
import { scopesEnd } from './scopes.ts'

/** What each noun is, and the field of it that the name is in. */
const asked: Readonly<Record<string, readonly [string, string]>> = {
  import: ['import', 'module'],
  imports: ['import', 'module'],
}
const calls = ['call', 'callee'] as const

const nouns: readonly string[] = [
  ...Object.keys(asked),
  'use',
  'uses',
  'usage',
  'usages',
  'call',
  'calls',
  'invocation',
  'invocations',
]
const joints: readonly string[] = ['of', 'to']

/** Tokens between the quantifier and what follows the phrase. */
interface Use {
  /** The first and the number of the tokens that name the function. */
  readonly name: number
  readonly length: number
  readonly end: number
}

export const use: Corrector = ({ tokens, index, context }) => {
  const quantifier = tokens.slice(0, index).findLastIndex((token) => isQuantifier(token) || is(token, t.NumberToken))
  const from = quantifier + 1
  const found = quantifier === -1 ? undefined : (nounFirst(tokens, from) ?? nameFirst(tokens, from))
  const first = tokens[from]
  if (found === undefined || first === undefined) return []
  const scopes = is(tokens[found.end], t.In) ? scopesEnd(tokens, found.end + 1) : found.end
  const isAsked = is(tokens[scopes], t.Where)
  if (scopes < index || (tokens[scopes] !== undefined && !isAsked)) return []
  const source = (start: number, end: number) => sourceOf(spanFrom(tokens, start, end - start, context), context)
  const callee = source(found.name, found.name + found.length).replace(/^"|"$/g, '')
  const within = tokens.slice(found.end, scopes)
  const end = isAsked ? scopes + 1 : scopes
  const scope = within.length === 0 ? '' : ` ${source(found.end, scopes)}`
  const [kind, field] = asked[first.image] ?? calls
  const word = `${kind}${scope} where ${field} is "${callee}"${isAsked ? ' and' : ''}`
  const by = [
    t.retyped(first, t.Word, kind),
    ...within,
    ...[made('where', first), t.retyped(first, t.Word, field), made('is', first)],
    t.retyped(first, Text, `"${callee}"`),
    ...(isAsked ? [made('and', first)] : []),
  ]
  const span = spanFrom(tokens, from, found.end - from, context)
  const fixes = [write(spanFrom(tokens, from, end - from, context), word)]
  const told = () => diagnose('foreign-operator', span, { found: sourceOf(span, context), word }, { fixes })
  return [{ from, length: end - from, by, told }]
}

/** `use of eval`, `calls to "eval"`, `use of eval()` */
function nounFirst(tokens: readonly IToken[], from: number): Use | undefined {
  const image = (at: number) => tokens[at]?.image.toLowerCase() ?? ''
  if (!nouns.includes(image(from)) || !joints.includes(image(from + 1))) return undefined
  const name = from + 2
  const length = is(tokens[name], Text) ? 1 : dotted(tokens, name)
  return length === 0 ? undefined : { name, length, end: behindCall(tokens, name + length) }
}

/** `eval() calls`, `eval()` */
function nameFirst(tokens: readonly IToken[], from: number): Use | undefined {
  const length = dotted(tokens, from)
  const end = behindCall(tokens, from + length)
  if (length === 0 || end === from + length) return undefined
  return { name: from, length, end: nouns.includes(tokens[end]?.image.toLowerCase() ?? '') ? end + 1 : end }
}

function dotted(tokens: readonly IToken[], from: number): number {
  if (!isName(tokens[from])) return 0
  let length = 1
  while (is(tokens[from + length], t.Dot) && isName(tokens[from + length + 1])) length += 2
  return length
}

const behindCall = (tokens: readonly IToken[], at: number): number =>
  is(tokens[at], t.Open) && is(tokens[at + 1], t.Close) ? at + 2 : at
