/**
 * What is said of a thing, before it is known how the sentence around it runs. One phrase reads in several ways:
 *
 *     behind the thing      a URL whose scheme is "http" and that names this machine itself
 *     by itself             its scheme is "http", and it names this machine itself
 *     behind "every …"      has a scheme that is "http", and names this machine itself
 *     as a demand           must have a scheme that is "http", and must name this machine itself
 */
import { unreachable } from '../../../compiler/index.ts'

export type Phrase =
  /** `rest` starts with a verb: `scheme`, `is "http"`. */
  | { readonly kind: 'part'; readonly noun: string; readonly rest: string }
  /** The verb in its first form: `be`, `local`. */
  | { readonly kind: 'verb'; readonly verb: string; readonly rest: string; readonly negated: boolean }
  /** A sentence of its own: `git has it in its index`. */
  | { readonly kind: 'sentence'; readonly text: string; readonly negated: boolean }
  | { readonly kind: 'row'; readonly word: 'and' | 'or'; readonly parts: readonly Phrase[] }

export function negation(phrase: Phrase): Phrase {
  switch (phrase.kind) {
    case 'part':
      return { ...phrase, rest: negatedRest(phrase.rest) }
    case 'verb':
    case 'sentence':
      return { ...phrase, negated: !phrase.negated }
    case 'row':
      return { kind: 'row', word: phrase.word === 'and' ? 'or' : 'and', parts: phrase.parts.map(negation) }
    default:
      return unreachable(phrase)
  }
}

/** `is "x"` → `is not "x"`, `contains "x"` → `does not contain "x"`, and back. */
function negatedRest(rest: string): string {
  const [, positive] = /^is not (.*)$/s.exec(rest) ?? []
  if (positive !== undefined) return `is ${positive}`
  const [, verb, object] = /^does not (\w+)(.*)$/s.exec(rest) ?? []
  if (verb !== undefined) return `${thirdPerson(verb)}${object}`
  const [first = '', ...others] = rest.split(' ')
  return first === 'is' ? ['is not', ...others].join(' ') : [`does not ${firstForm(first)}`, ...others].join(' ')
}

/** Behind the thing that it is said of. */
export function relative(phrase: Phrase): string {
  switch (phrase.kind) {
    case 'part':
      return `whose ${phrase.noun} ${phrase.rest}`
    case 'verb':
      return `that ${finite(phrase)}`
    case 'sentence':
      return `for which ${sentenceText(phrase)}`
    case 'row':
      return row(phrase, relative)
    default:
      return unreachable(phrase)
  }
}

/** As a sentence about "it". */
export function statement(phrase: Phrase): string {
  switch (phrase.kind) {
    case 'part':
      return `its ${phrase.noun} ${phrase.rest}`
    case 'verb':
      return `it ${finite(phrase)}`
    case 'sentence':
      return sentenceText(phrase)
    case 'row':
      return row(phrase, statement)
    default:
      return unreachable(phrase)
  }
}

/** As what is true of a thing, which stands before it. */
export function predicate(phrase: Phrase): string {
  switch (phrase.kind) {
    case 'part':
      return `has ${withArticle(phrase.noun)} that ${phrase.rest}`
    case 'verb':
      return finite(phrase)
    case 'sentence':
      return `is such that ${sentenceText(phrase)}`
    case 'row':
      return row(phrase, predicate)
    default:
      return unreachable(phrase)
  }
}

/** As what is asked of a thing, which stands before it. */
export function demand(phrase: Phrase): string {
  switch (phrase.kind) {
    case 'part':
      return `must have ${withArticle(phrase.noun)} that ${phrase.rest}`
    case 'verb':
      return hasNone(phrase)
        ? `must have ${none(phrase.rest)}`
        : `must ${phrase.negated ? 'not ' : ''}${phrase.verb} ${phrase.rest}`.trimEnd()
    case 'sentence':
      return `must be such that ${sentenceText(phrase)}`
    case 'row':
      return row(phrase, demand)
    default:
      return unreachable(phrase)
  }
}

/** A row inside another one stands in parentheses, so that nobody has to guess what belongs together. */
function row({ word, parts }: Extract<Phrase, { kind: 'row' }>, read: (phrase: Phrase) => string): string {
  // A negation may have turned a row inside into one of the same word.
  const flat = parts.flatMap((part) => (part.kind === 'row' && part.word === word ? part.parts : [part]))
  const texts = merged(flat, word).map((part) => (part.kind === 'row' ? `(${read(part)})` : read(part)))
  return joined(texts, word)
}

/** What is said of one part of the thing in a row is said at once: whose name is "a" or ends with "b". */
function merged(parts: readonly Phrase[], word: 'and' | 'or'): readonly Phrase[] {
  const found: { readonly phrase: Phrase; readonly rests: string[] }[] = []
  for (const phrase of parts) {
    const last = found.at(-1)
    if (phrase.kind === 'part' && last?.phrase.kind === 'part' && last.phrase.noun === phrase.noun)
      last.rests.push(phrase.rest)
    else found.push({ phrase, rests: phrase.kind === 'part' ? [phrase.rest] : [] })
  }
  return found.map(({ phrase, rests }) =>
    phrase.kind === 'part' ? { ...phrase, rest: joined(sharingVerb(rests), word) } : phrase,
  )
}

/** `reads like a`, `reads like b` → `reads like a`, `b`. */
function sharingVerb(rests: readonly string[]): readonly string[] {
  const verb = /^(?:is|reads like|contains|starts with|ends with|matches) /.exec(rests[0] ?? '')?.[0]
  if (
    verb === undefined ||
    !rests.every((rest) => rest.startsWith(verb) && !/^(?:not|at|less|more) /.test(rest.slice(verb.length)))
  )
    return rests
  return rests.map((rest, index) => (index === 0 ? rest : rest.slice(verb.length)))
}

/** `a, b and c`; where a part is long, every one has its comma. */
export function joined(texts: readonly string[], word: 'and' | 'or'): string {
  if (texts.length < 2) return texts[0] ?? ''
  const long = texts.some((text) => text.length > 60)
  return `${texts.slice(0, -1).join(', ')}${long ? ',' : ''} ${word} ${texts.at(-1)}`
}

const thirds: Readonly<Record<string, string>> = { be: 'is', have: 'has', do: 'does' }

export function thirdPerson(verb: string): string {
  const known = thirds[verb]
  if (known !== undefined) return known
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`
}

/** The first form of a verb in the third person. */
export function firstForm(third: string): string {
  const known = Object.keys(thirds).find((verb) => thirds[verb] === third)
  if (known !== undefined) return known
  if (third.endsWith('ies')) return `${third.slice(0, -3)}y`
  return /(?:ss|x|zz|ch|sh)es$/.test(third) ? third.slice(0, -2) : third.replace(/(?<=[^s])s$/, '')
}

type Verb = Extract<Phrase, { kind: 'verb' }>
type Sentence = Extract<Phrase, { kind: 'sentence' }>

function finite(phrase: Verb): string {
  const { verb, rest, negated } = phrase
  if (hasNone(phrase)) return `has ${none(rest)}`
  const said = !negated ? thirdPerson(verb) : verb === 'be' ? 'is not' : `does not ${verb}`
  return `${said} ${rest}`.trimEnd()
}

const article = /^an? /

/** "has no argument" reads better than "does not have an argument". */
const hasNone = ({ verb, rest, negated }: Verb): boolean => negated && verb === 'have' && article.test(rest)

const none = (rest: string): string => rest.replace(article, 'no ')

function sentenceText({ text, negated }: Sentence): string {
  if (!negated) return text
  return /^there is an? /.test(text) ? text.replace(/^there is an? /, 'there is no ') : `it is not so that ${text}`
}

/** By sound as far as letters show it: a URL, a user, an hour is not among our words. */
export const withArticle = (noun: string): string =>
  `${/^\ue000?(?!u[rs]|uni|one)[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
