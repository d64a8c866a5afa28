/** Text and patterns, with and without the quote that ends them. */
import { createToken, Lexer } from 'chevrotain'

export const Text = createToken({ name: 'Text', pattern: /"(?:\\.|[^"\\\r\n])*"/, label: 'a text in quotes' })
/** A text whose quote is forgotten ends where its line ends, so that only that line is lost. */
export const UnclosedText = createToken({ name: 'UnclosedText', pattern: /"[^\r\n]*/, categories: [Text] })
/** Quotes that word processors and other languages write: reported, and read as the text that was meant. */
export const WrongQuotes = createToken({
  name: 'WrongQuotes',
  pattern: /[“„”«][^”“»\r\n]*[”“»]?|[‘‚’][^’‘\r\n]*[’‘]?|'[^'\r\n]*'|`[^`\r\n]*`/,
  categories: [Text],
})

/** A path, or an address, without the quotes that it needs: reported, and read as the text. */
export const BareText = createToken({
  name: 'BareText',
  pattern: /https?:\/\/[^\s"',\])]+|[A-Za-z_]\w*(?:-\w+)*\/[\w.*/-]*|\*[\w.*/-]*/,
  categories: [Text],
})
/** `./shared`, `/etc/passwd`: what stands behind the last slash is more than the flags of a pattern. */
export const BarePath = createToken({
  name: 'BarePath',
  pattern: /\.{1,2}\/[\w./*-]+|(?:\/[\w.-]+)+\/(?![a-z]{1,2}(?![\w./-]))[\w.-]+/,
  categories: [Text, BareText],
})
/** A line that is told by its look to be prose; the lexer itself never makes one. */
export const Prose = createToken({ name: 'Prose', pattern: Lexer.NA })
/** A comment as other languages write it. */
export const ForeignComment = createToken({
  name: 'ForeignComment',
  pattern: /\/\/[^\r\n]*|--[ \t][^\r\n]*|\/\*[^\r\n]*/,
})

/** Text of several lines, quoted three times. Lazy repetition takes no stack, however long the text is. */
const several = { categories: [Text], line_breaks: true }
export const Block = createToken({ name: 'Block', pattern: /"""[\s\S]*?"""/, ...several })
export const UnclosedBlock = createToken({ name: 'UnclosedBlock', pattern: /"""[\s\S]*/, ...several })

/**
 * A file with an unclosed block is read a second time, because each block after it was taken inside out. This time a
 * block also ends before a line that can hardly be prose: one that has the whole shape of a statement or a clause.
 */
const shapes = [
  String.raw`(?:item|section)[ \t]+[\w-]+[ \t]+"`,
  String.raw`checklist[ \t]+[\w-]+[ \t]+\d`,
  String.raw`define[ \t]+\w+(?:[ \t]+as\b|\()`,
  String.raw`parameter[ \t]+\w+[ \t]+(?:text|number|boolean|list)\b`,
  String.raw`use[ \t]+\w[^\r\n]*[ \t]from[ \t]+"`,
  String.raw`(?:severity|confidence)[ \t]+\w+[ \t]*[\r\n]`,
  String.raw`(?:message|fix|review|tags|see|rationale|about)[ \t]+"`,
  String.raw`applies[ \t]+when\b`,
]
const nextStart = String.raw`[\r\n][ \t]*(?:${shapes.join('|')})`
export const ShortBlock = createToken({
  name: 'ShortBlock',
  pattern: new RegExp(String.raw`"""(?:(?!${nextStart})[\s\S])*?"""`),
  ...several,
})
export const UnclosedShortBlock = createToken({
  name: 'UnclosedShortBlock',
  pattern: new RegExp(String.raw`"""[\s\S]*?(?=${nextStart}|(?![\s\S]))`),
  categories: [UnclosedBlock],
  line_breaks: true,
})

const body = String.raw`\/(?:\\[^\r\n]|\[(?:\\[^\r\n]|[^\]\\\r\n])*\]|[^/\\\r\n[])+\/`
export const Pattern = createToken({
  name: 'Pattern',
  pattern: new RegExp(`${body}i?(?![A-Za-z])`),
  label: 'a pattern such as /…/',
})
/** With a slash inside that is not written `\\/`: reported, and read as the pattern up to its last slash. */
export const SlashedPattern = createToken({
  name: 'SlashedPattern',
  pattern: new RegExp(String.raw`${body}(?:(?:\\[^\r\n]|[^\s/\\"])*\/)+i?(?![^\s),\]])`),
  categories: [Pattern],
})
/** With flags that RE2 or the language does not have. */
export const FlaggedPattern = createToken({
  name: 'FlaggedPattern',
  pattern: new RegExp(`${body}[A-Za-z]+`),
  categories: [Pattern],
})
export const UnclosedPattern = createToken({ name: 'UnclosedPattern', pattern: /\/[^\r\n]*/, categories: [Pattern] })
