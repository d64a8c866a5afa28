/**
 * Where a text is there for its reader alone: comments, and strings of Python that are statements by themselves. Found by
 * the marks of a language, without its grammar, so that a file which does not parse has them too.
 */
import type { Language } from '../extractor.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

/** In the order of the text. */
export function commentsIn(text: string, language: Language): readonly Span[] {
  switch (language) {
    case 'python':
      return pythonComments(text)
    case 'javascript':
    case 'typescript':
      return spansOf(text, scriptTokens, ([token]) => /^\/[/*]/.test(token))
    case 'xml':
      return spansOf(text, /<!--[\s\S]*?(?:-->|$)/g)
    case 'shell':
    case 'yaml':
    case 'toml':
    case 'dockerfile':
      return spansOf(text, /^[^\S\n]*#[^\n]*/gm)
    case 'ini':
    case 'text':
    case 'other':
      return spansOf(text, /^[^\S\n]*(?:[#;]|\/\/)[^\n]*/gm)
    case 'json':
      return spansOf(text, /^[^\S\n]*\/\/[^\n]*/gm)
    case 'markdown':
    case 'restructuredtext':
      return []
  }
}

/** Strings are matched, so that a mark in one begins no comment; one without an end leads to the end of its line. */
const shortString = String.raw`"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?`
const longString = String.raw`("""|''')[\s\S]*?(?:(?<!\\)\1|$)`
const template = String.raw`\x60[\s\S]*?(?:(?<!\\)\x60|$)`
const pythonTokens = new RegExp(String.raw`#[^\n]*|[rbuf]{0,2}(?:${longString}|${shortString})`, 'gi')
const scriptTokens = new RegExp(String.raw`\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|${template}|${shortString}`, 'g')

/** A string is a statement that has its lines for itself, where nothing that stands before it goes on. */
function pythonComments(text: string): readonly Span[] {
  /** The last character of the code before, no part of a comment. */
  let before = ''
  let done = 0
  return spansOf(text, pythonTokens, ([token], start) => {
    const between = text.slice(done, start)
    const code = between.trimEnd()
    const beginsLine = between.includes('\n', code.length) || (done === 0 && code === '')
    before = code.at(-1) ?? before
    done = start + token.length
    if (token.startsWith('#')) return true
    const isStatement = beginsLine && !goesOn.test(before) && endsLine(text, done)
    before = '"'
    return isStatement
  })
}

const goesOn = /[([{,=+\\|&]/

function endsLine(text: string, at: number): boolean {
  const rest = /[^\S\n]*(?:[#\n]|$)/y
  rest.lastIndex = at
  return rest.test(text)
}

function spansOf(
  text: string,
  pattern: RegExp,
  isOne: (match: RegExpMatchArray, start: number) => boolean = () => true,
): readonly Span[] {
  return [...text.matchAll(pattern)]
    .filter((match) => isOne(match, match.index))
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
}
