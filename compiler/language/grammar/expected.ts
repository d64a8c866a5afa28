/** What the parser says it expected, in words for people who know checklists and not grammars. */
import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain'
import * as t from '../tokens.ts'

/** What each rule of the grammar looks for where none of its alternatives fits. */
const soughtIn: Readonly<Record<string, string>> = {
  condition: 'a condition',
  quantifier: '"some", "no", "at least", "at most" or "exactly"',
  subject: 'a list or the name of a parameter',
  identity: 'a value',
  operand: 'a value',
  literal: 'a text, a number, true, false or none',
  list: 'a value or "]"',
  listed: 'a value',
  parameter: 'a value (a text, a number, true, false or a list)',
  parameterType: 'a type (text, number, boolean, list of text or list of number)',
  definition: '"as"',
  definedValue: 'a kind with "where", a text, a number, a pattern or a list',
}

/** What a name means where it stands, told by the word before it. */
const namesAfter = new Map<TokenType, string>([
  [t.Some, 'a kind of fact'],
  [t.No, 'a kind of fact'],
  [t.Every, 'a kind of fact'],
  [t.NumberToken, 'a kind of fact'],
  [t.Open, 'a kind of fact'],
  [t.As, 'a name'],
  [t.Dot, 'the name of a field'],
  [t.ItemWord, 'an identifier such as CRED-02'],
  [t.SectionWord, 'an identifier such as CRED'],
  [t.WasWord, 'an identifier such as CRED-02'],
  [t.ChecklistWord, 'an identifier such as wazuh-integration'],
  [t.SeverityWord, 'critical, high, medium, low or info'],
  [t.ConfidenceWord, 'high, medium or low'],
])

const instead = new Map<TokenType, string>([
  [t.Close, '"and", "or" or ")"'],
  [t.CloseList, '"," or "]"'],
])

/** … and where a row of things separated by commas has not even one. */
const soughtOnce: Readonly<Record<string, string>> = {
  subject: 'a scope such as code, python or "src/**"',
  texts: 'a text in quotes',
  names: 'a name',
}

const after = (what: string, previous: IToken): string =>
  previous.image === '' || previous.image.length > 40 ? what : `${what} after ${quoted(previous.image)}`

export const quoted = (image: string): string => (image.includes('"') ? image : `"${image}"`)

/** Each message is only what was expected; the caller adds what was found and where. */
export const sayExpected: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, previous, ruleName }) => {
    const inCondition = ruleName === 'condition' || ruleName === 'list'
    const what =
      expected === t.Word ? namesAfter.get(previous.tokenType) : inCondition ? instead.get(expected) : undefined
    return after(what ?? expected.LABEL ?? expected.name, previous)
  },
  buildNotAllInputParsedMessage: () => 'the end of the line',
  buildNoViableAltMessage: ({ ruleName, previous }) =>
    after(previous.tokenType === t.At ? '"least" or "most"' : (soughtIn[ruleName] ?? 'something else'), previous),
  buildEarlyExitMessage: ({ ruleName, previous }) => after(soughtOnce[ruleName] ?? 'something', previous),
}
