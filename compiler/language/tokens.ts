/** The words and marks of the language. Operators are words for ever; words that start a clause are names wherever a name may stand. */
import { createToken, type IToken, type TokenType } from 'chevrotain'

export const Word = createToken({ name: 'Word', pattern: /[A-Za-z_]\w*(?:-\w+)*/, label: 'a name' })

/** The word, and not the start of a longer one. */
const whole = (word: string): RegExp => new RegExp(`${word}(?![\\w-])`)

const operatorWords: TokenType[] = []
const nameWords: TokenType[] = []

/** A word that no field, kind or definition may have. */
function operator(word: string): TokenType {
  const token = createToken({ name: `${word}Word`, pattern: whole(word), label: `"${word}"` })
  operatorWords.push(token)
  return token
}

/** A word with a meaning in its place, and a name elsewhere. */
function contextual(word: string): TokenType {
  const token = createToken({ name: `${word}Word`, pattern: whole(word), categories: [Word], label: `"${word}"` })
  nameWords.push(token)
  return token
}

export const And = operator('and')
export const Or = operator('or')
export const Not = operator('not')
export const No = operator('no')
export const Some = operator('some')
export const Every = operator('every')
export const Must = operator('must')
export const Where = operator('where')
export const As = operator('as')
export const In = operator('in')
export const Is = operator('is')
export const At = operator('at')
export const Exactly = operator('exactly')
export const Among = operator('among')
export const Missing = operator('missing')
export const Present = operator('present')
export const NoneWord = operator('none')
export const Of = operator('of')
export const Like = operator('like')
export const Matches = operator('matches')
export const Contains = operator('contains')
export const Starts = operator('starts')
export const Ends = operator('ends')
export const With = operator('with')
export const When = operator('when')
export const Have = operator('have')
export const Be = operator('be')
export const Anywhere = operator('anywhere')
export const True = operator('true')
export const False = operator('false')

export const Least = contextual('least')
export const Most = contextual('most')
export const From = contextual('from')
export const To = contextual('to')
export const ListWord = contextual('list')
export const TextWord = contextual('text')
export const NumberWord = contextual('number')
export const BooleanWord = contextual('boolean')
export const ChecklistWord = contextual('checklist')
export const AboutWord = contextual('about')
export const UseWord = contextual('use')
export const ParameterWord = contextual('parameter')
export const DefineWord = contextual('define')
export const SectionWord = contextual('section')
export const ItemWord = contextual('item')
export const SeverityWord = contextual('severity')
export const ConfidenceWord = contextual('confidence')
export const TagsWord = contextual('tags')
export const SeeWord = contextual('see')
export const RationaleWord = contextual('rationale')
export const WasWord = contextual('was')
export const AppliesWord = contextual('applies')
export const MessageWord = contextual('message')
export const FixWord = contextual('fix')
export const ReviewWord = contextual('review')

export const statementWords: readonly TokenType[] = [
  ChecklistWord,
  AboutWord,
  UseWord,
  ParameterWord,
  DefineWord,
  SectionWord,
  ItemWord,
]

export const metadataWords: readonly TokenType[] = [
  SeverityWord,
  ConfidenceWord,
  TagsWord,
  SeeWord,
  RationaleWord,
  WasWord,
  AppliesWord,
  MessageWord,
  FixWord,
  ReviewWord,
]

/** How a word of the language is written. */
export const written = (word: TokenType): string => word.name.slice(0, -'Word'.length)

export const quantifierWords: readonly TokenType[] = [No, Some, Every, At, Exactly]
export const clauseWords: readonly TokenType[] = [...metadataWords, ...quantifierWords]

export const Version = createToken({
  name: 'Version',
  pattern: /\d+\.\d+\.\d+[\w.+-]*/,
  label: 'a version such as 1.0.0',
})
export const NumberToken = createToken({ name: 'Number', pattern: /-?\d+(?:\.\d+)?/, label: 'a number' })
/** Units, digits in groups, other bases: reported, and read as far as it is a number. */
export const ForeignNumber = createToken({
  name: 'ForeignNumber',
  pattern: /-?\d[\w.]*[A-Za-z_%][\w%]*|-?\d+(?:\.\d+)?%/,
  categories: [NumberToken],
})

export const AtMost = createToken({ name: 'AtMost', pattern: '<=', label: '"<="' })
export const AtLeast = createToken({ name: 'AtLeast', pattern: '>=', label: '">="' })

/** Operators of other languages: reported, and read as the words that they stand for. */
const foreign = (name: string, pattern: RegExp, meant: TokenType): TokenType =>
  createToken({ name, pattern, categories: [meant] })
export const NotEqual = createToken({ name: 'NotEqual', pattern: /!==?|<>|\/=/ })
export const foreignOperators: readonly TokenType[] = [
  foreign('Equality', /===?/, Is),
  foreign('Match', /=~|~=?/, Matches),
  foreign('AtLeastTurned', /=>/, AtLeast),
  foreign('AtMostTurned', /=</, AtMost),
  foreign('Conjunction', /&&?/, And),
  foreign('Disjunction', /\|\|?/, Or),
  NotEqual,
  foreign('Negation', /!/, Not),
]

export const Less = createToken({ name: 'Less', pattern: '<', label: '"<"' })
export const More = createToken({ name: 'More', pattern: '>', label: '">"' })
export const Equals = createToken({ name: 'Equals', pattern: '=', label: '"="' })
export const Open = createToken({ name: 'Open', pattern: '(', label: '"("' })
export const Close = createToken({ name: 'Close', pattern: ')', label: '")"' })
export const OpenList = createToken({ name: 'OpenList', pattern: '[', label: '"["' })
export const CloseList = createToken({ name: 'CloseList', pattern: ']', label: '"]"' })
export const Comma = createToken({ name: 'Comma', pattern: ',', label: '","' })
export const Dot = createToken({ name: 'Dot', pattern: '.', label: '"."' })

/** Marks of other languages: they are reported, and left out or read as what they stand for. */
export const Colon = createToken({ name: 'Colon', pattern: /:=?/ })
export const Semicolon = createToken({ name: 'Semicolon', pattern: ';' })
export const OpenBrace = createToken({ name: 'OpenBrace', pattern: '{' })
export const CloseBrace = createToken({ name: 'CloseBrace', pattern: '}' })
export const Dashes = createToken({ name: 'Dashes', pattern: /-+|\u2022|\u2013|\u2014/ })
export const foreignMarks: readonly TokenType[] = [Colon, Semicolon, OpenBrace, CloseBrace, Dashes]

/** `isn't`: a word that the language writes as two. */
export const Contraction = createToken({ name: 'Contraction', pattern: /[A-Za-z]+n['’]t(?!\w)/ })

export const words: readonly TokenType[] = [Contraction, ...operatorWords, ...nameWords, Word]

export const marks: readonly TokenType[] = [
  ...foreignOperators,
  AtMost,
  AtLeast,
  Less,
  More,
  Equals,
  Open,
  Close,
  OpenList,
  CloseList,
  Comma,
  Dot,
  ...foreignMarks,
]

const byImage = new Map([...operatorWords, ...nameWords].map((word) => [written(word), word]))

export const wordNamed = (image: string): TokenType | undefined => byImage.get(image)

export const isOperatorWord = ({ tokenType }: IToken): boolean => operatorWords.includes(tokenType)

/** A number follows. */
export const isCountWord = (image: string): boolean => [Least, Most, Exactly].some((word) => written(word) === image)

/** Words that a misspelt word inside a sentence may have been meant to be. */
export const sentenceWords: readonly string[] = [...operatorWords, Least, Most].map(written)

/** The same place in the file, read as another word. */
export const retyped = (token: IToken, tokenType: TokenType, image = token.image): IToken => ({
  ...token,
  image,
  tokenType,
  tokenTypeIdx: tokenType.tokenTypeIdx as number,
})
