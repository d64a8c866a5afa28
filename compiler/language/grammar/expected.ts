/** What the parser says it expected, in words for people who know checklists and not grammars. */
import type { IParserErrorMessageProvider, TokenType } from 'chevrotain'

/** What each rule of the grammar looks for where none of its alternatives fits. */
const sought: Readonly<Record<string, string>> = {
  condition: 'a condition',
  quantified: '"some", "no", "at least", "at most" or "exactly"',
  subject: 'a kind of fact',
  scope: 'a scope, such as code or "src/**"',
  operator: 'a comparison',
  operand: 'a value',
  literal: 'a text, a number, true, false or none',
  list: 'a value',
  parameter: 'a type: text, number, boolean, list of text or list of number',
  parameterType: 'a type: text, number, boolean, list of text or list of number',
  definition: '"as" and what the name stands for',
  definedValue: 'a kind with "where", a text, a number, a pattern or a list',
  clause: 'a clause of an item',
  statement: 'a statement',
}

const label = (token: TokenType): string => token.LABEL ?? token.name

/** Each message is only the part "expected …"; the caller adds what was found and where. */
export const sayExpected: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => label(expected),
  buildNotAllInputParsedMessage: () => '"and", "or" or the end of the clause',
  buildNoViableAltMessage: ({ ruleName }) => sought[ruleName] ?? 'something else',
  buildEarlyExitMessage: ({ ruleName }) => sought[ruleName] ?? 'something else',
}
