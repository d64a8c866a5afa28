/** Words of the language are written in small letters; those that are not are reported, a line at a time. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import { type FileContext, spanOf } from './leaves.ts'
import { is, type Line, linesOf } from './starts.ts'
import * as t from './tokens.ts'

/** With every word that is a word of the language but for its capital letters read as that word. */
export function inSmallLetters(tokens: readonly IToken[], context: FileContext): readonly IToken[] {
  return linesOf(tokens).flatMap((line) => {
    if (!line.some((token, index) => meantBy(token, line, index) !== undefined)) return line
    const wrong = line.flatMap((token, index) => {
      const meant = meantBy(token, line, index)
      return meant === undefined ? [] : [{ token, meant }]
    })
    const edits = wrong.map(({ token, meant }) => ({ span: spanOf(context, token), text: meant }))
    const [first] = wrong
    if (first !== undefined) {
      const { token, meant } = first
      const fixes = [{ title: 'write small letters', edits }]
      context.report(diagnose('wrong-case', spanOf(context, token), { word: token.image, meant }, { fixes }))
    }
    return line.map((token, index) => {
      const word = meantBy(token, line, index)
      const type = word === undefined ? undefined : t.wordNamed(word)
      return type === undefined ? token : t.retyped(token, type)
    })
  })
}

function meantBy(token: IToken, line: Line, index: number): string | undefined {
  if (token.tokenType !== t.Word || !/[A-Z]/.test(token.image)) return undefined
  const word = token.image.toLowerCase()
  const type = t.wordNamed(word)
  if (type === undefined) return undefined
  if (index === 0) return isStart(type) && begins(line) ? word : undefined
  return t.isOperatorWord({ ...token, tokenType: type }) && !mayBeIdentifier(line[index - 1]) ? word : undefined
}

const isStart = (type: IToken['tokenType']): boolean => t.statementWords.includes(type) || t.clauseWords.includes(type)

/** Prose may start with such a word, too: "No address may …", "About this list". */
const begins = ([, second]: Line): boolean => second !== undefined

const identified = [t.ItemWord, t.SectionWord, t.ChecklistWord, t.WasWord, t.Comma, t.Dot]

const mayBeIdentifier = (previous: IToken | undefined): boolean => identified.some((type) => is(previous, type))
