/** What the first two words of a line say about whether something begins there. */
import { type IToken, type TokenType, tokenMatcher } from 'chevrotain'
import { Text } from './quoted.ts'
import * as t from './tokens.ts'

/** The tokens that begin on one line, or behind a text of several lines that ends on it. */
export type Line = readonly IToken[]

export function linesOf(tokens: readonly IToken[]): readonly Line[] {
  const lines: IToken[][] = []
  let last: IToken | undefined
  for (const token of tokens) {
    if (last === undefined || (last.endLine as number) < (token.startLine as number)) lines.push([])
    lines.at(-1)?.push(token)
    last = token
  }
  return lines
}

/** Whether the token at `index` is the first on its line, and not of all. */
export function isAtLineStart(tokens: readonly IToken[], index: number): boolean {
  const [last, token] = [tokens[index - 1], tokens[index]]
  return last !== undefined && token !== undefined && (last.endLine as number) < (token.startLine as number)
}

export const isStatementWord = (token: IToken): boolean => t.statementWords.includes(token.tokenType)
export const isMetadataWord = (token: IToken): boolean => t.metadataWords.includes(token.tokenType)
export const isQuantifier = (token: IToken): boolean => t.quantifierWords.includes(token.tokenType)
export const isStart = (token: IToken): boolean => isStatementWord(token) || isClauseWord(token)
export const isClauseWord = (token: IToken): boolean => isMetadataWord(token) || isQuantifier(token)

export const is = (token: IToken | undefined, type: TokenType): boolean =>
  token !== undefined && tokenMatcher(token, type)

export const isName = (token: IToken | undefined): boolean => is(token, t.Word)
export const isText = (token: IToken | undefined): boolean => is(token, Text)

/** A name before a name or a text: no condition goes on like this, so that it begins something, even inside brackets. */
export const hasShapeOfStart = ([first, second]: Line): boolean => isName(first) && (isName(second) || isText(second))

export function hasShapeOfStatement(line: Line): boolean {
  const [first, second] = line
  return first !== undefined && isStatementWord(first) && (is(first, t.AboutWord) ? isText(second) : isName(second))
}

export function hasShapeOfMetadata(line: Line): boolean {
  const [first, second] = line
  if (first === undefined || !isMetadataWord(first)) return false
  if (is(first, t.AppliesWord)) return is(second, t.When)
  const named = is(first, t.SeverityWord) || is(first, t.ConfidenceWord) || is(first, t.WasWord)
  return named ? isName(second) : isText(second)
}

/** `item NET-01`, with its title on the next line. */
export const lacksTitle = (line: Line): boolean =>
  [t.ChecklistWord, t.SectionWord, t.ItemWord].some((type) => is(line[0], type)) &&
  line.length > 1 &&
  !line.some(isText)

/** Whether a clause or statement of this word goes on with a token such as this. */
export function mayFollow(word: TokenType, second: IToken | undefined): boolean {
  const texts = [t.TagsWord, t.SeeWord, t.RationaleWord, t.MessageWord, t.FixWord, t.ReviewWord, t.AboutWord]
  if (texts.includes(word)) return isText(second)
  if (word === t.AppliesWord) return is(second, t.When) || (second !== undefined && isQuantifier(second))
  return isName(second)
}

const afterName = [
  ...[t.Is, t.Like, t.Matches, t.Contains, t.Starts, t.Ends, t.AtMost, t.AtLeast, t.Less, t.More],
  ...[t.Dot, t.And, t.Or, t.Close, t.CloseList, t.Comma],
]

/** A name that a condition goes on behind: `message is "m"`. */
export const readsAsName = ([, second]: Line): boolean => afterName.some((type) => is(second, type))

const unfinished = [t.And, t.Or, t.Not, t.Must, t.Where, t.When, t.As, t.In, t.Among, t.Comma, t.Equals]

/** After this word the sentence is not finished. */
export const isUnfinished = (last: IToken): boolean => unfinished.some((type) => is(last, type))

/** A name with what stands behind a kind and behind nothing else: `script must …`, `url in code where …`. */
export function readsAsKind([first, second, third, fourth]: Line): boolean {
  if (!isName(first) || !/^[a-z]/.test(first?.image ?? '')) return false
  const asked = is(second, t.In) && (isName(third) || isText(third)) ? fourth : second
  return is(asked, t.Where) || is(asked, t.Must) || (asked !== undefined && obliges(asked))
}

/** Whether something has to hold of each, rather than of none or of one. */
export const asksOfEvery = (line: Line): boolean => line.some((token) => is(token, t.Must) || obliges(token))

/** Other words for "must". */
const obliges = ({ image }: IToken): boolean => ['should', 'shall', 'needs', 'has', 'have'].includes(image)

/** An operator that can only go on with what stands above. */
export const goesOn = (token: IToken): boolean => t.isOperatorWord(token) && !isQuantifier(token) && !is(token, t.Not)

export const opens = (token: IToken): boolean => is(token, t.Open) || is(token, t.OpenList)
export const closes = (token: IToken): boolean => is(token, t.Close) || is(token, t.CloseList)
