/** Conditions as phrases about the innermost subject. */
import {
  type Condition,
  type Identity,
  kinds,
  patternText,
  type Subject,
  unreachable,
} from '../../../compiler/index.ts'
import { about, holds, present } from './fields.ts'
import { code, term } from './marks.ts'
import {
  type Context,
  fieldAt,
  inside,
  inWords,
  listWords,
  nounNamed,
  nounOf,
  scopeWords,
  sortOf,
  stepsWords,
  valueWords,
} from './nouns.ts'
import { negation, type Phrase, predicate, relative, withArticle } from './phrases.ts'

/** Undefined where nothing is asked. */
export function phraseOf(condition: Condition, context: Context): Phrase | undefined {
  switch (condition.kind) {
    case 'always':
      return undefined
    case 'all':
      return row('and', condition.operands, context)
    case 'any':
      return row('or', condition.operands, context)
    case 'not': {
      const phrase = phraseOf(condition.operand, context)
      return phrase && negation(phrase)
    }
    case 'holds':
      return holds(condition.value, context)
    case 'present':
      return present(condition.value, context)
    case 'equal':
      return about(condition.left, `is ${valueWords(condition.right, context)}`, context)
    case 'order':
      return about(condition.left, `is ${orders[condition.operator]} ${valueWords(condition.right, context)}`, context)
    case 'among':
      return about(
        condition.value,
        `is ${'parameter' in condition.list ? 'one of ' : ''}${listWords(condition.list, context)}`,
        context,
      )
    case 'affix':
      return about(condition.left, `${condition.operator} ${valueWords(condition.right, context)}`, context)
    case 'match': {
      const { written } = condition.pattern
      const verb = written === patternText(condition.pattern) ? 'matches' : 'reads like'
      return about(condition.value, `${verb} ${code(shortened(written))}`, context)
    }
    case 'same':
      return same(condition.left, condition.right, context)
    case 'apply':
      return applied(condition.definition, condition.subject, context)
    case 'quantified': {
      const { quantifier, count = 0, subject, where } = condition
      const amount = quantifier === 'some' || quantifier === 'no' ? quantifier : `${quantifier} ${count}`
      return quantified(amount, subject, where, context)
    }
    case 'every':
      return every(condition, context)
    default:
      return unreachable(condition)
  }
}

/** A page says what is meant; whoever wants to know every word of a long pattern reads the checklist. */
const shortened = (pattern: string): string => (pattern.length > 80 ? `${pattern.slice(0, 72)}…/` : pattern)

const orders = { '<': 'less than', '<=': 'at most', '>': 'more than', '>=': 'at least' } as const

function row(word: 'and' | 'or', operands: readonly Condition[], context: Context): Phrase | undefined {
  const phrases = operands.flatMap((operand) => phraseOf(operand, context) ?? [])
  // What has a sentence inside comes last, so that nothing behind it seems to belong to it.
  const parts = [...phrases.filter((phrase) => !isLong(phrase)), ...phrases.filter(isLong)]
  return parts.length < 2 ? parts[0] : { kind: 'row', word, parts }
}

const isLong = (phrase: Phrase): boolean =>
  phrase.kind === 'row' ||
  phrase.kind === 'sentence' ||
  (phrase.kind === 'verb' && /\b(whose|that|for which)\b/.test(phrase.rest))

function same(left: Identity, right: Identity, context: Context): Phrase {
  const innermost = context.subjects.at(-1)?.name
  const named = (side: Identity) =>
    side.kind === 'subject'
      ? `the ${nounNamed(side.subject, context)}`
      : `the ${stepsWords(side.steps)} of the ${nounNamed(side.subject, context)}`
  if (left.kind === 'subject' && left.subject === innermost)
    return { kind: 'verb', verb: 'be', rest: named(right), negated: false }
  if (left.kind === 'field' && left.subject === innermost)
    return { kind: 'part', noun: stepsWords(left.steps), rest: `is ${named(right)}` }
  return { kind: 'sentence', text: `${named(left)} is ${named(right)}`, negated: false }
}

/** A named predicate keeps its name, which the page explains. */
function applied(definition: string, subject: string, context: Context): Phrase {
  const rest = term(inWords(definition))
  if (subject === context.subjects.at(-1)?.name) return { kind: 'verb', verb: 'be', rest, negated: false }
  return { kind: 'sentence', text: `the ${nounNamed(subject, context)} is ${rest}`, negated: false }
}

/** `amount` is "some", "no" or a number with what it bounds. */
function quantified(amount: string, subject: Subject, where: Condition, context: Context): Phrase {
  const thing = thingWords(subject, where, context)
  const counted =
    amount === 'some' || amount === 'no' ? withArticle(thing) : `${amount} of these: ${withArticle(thing)}`
  const negated = amount === 'no'
  return isOwned(subject, context)
    ? { kind: 'verb', verb: 'have', rest: counted, negated }
    : { kind: 'sentence', text: `there is ${counted}`, negated }
}

function every({ subject, where, must }: Extract<Condition, { kind: 'every' }>, context: Context): Phrase {
  const phrase = phraseOf(must, inside(context, subject))
  const owner = isOwned(subject, context) ? ' of it' : ''
  const said = phrase === undefined ? 'is fine' : predicate(phrase)
  return { kind: 'sentence', text: `every ${thingWords(subject, where, context)}${owner} ${said}`, negated: false }
}

const isOwned = ({ domain }: Subject, context: Context): boolean =>
  domain.kind === 'elements' && domain.owner === context.subjects.at(-1)?.name

/** A subject with all that is asked of it: `URL in code whose scheme is "http"`. */
export function thingWords(subject: Subject, where: Condition, context: Context): string {
  const own = inside(context, subject)
  const asked = [subject.narrowed, where].flatMap((condition) =>
    condition.kind === 'all' ? condition.operands : [condition],
  )
  const [derived, rest] = derivedKind(asked, subject, context)
  const phrase = phraseOf({ kind: 'all', operands: rest.filter((condition) => !isItself(condition, subject)) }, own)
  const noun = nounWords(subject, derived, context)
  return `${noun}${placeWords(subject, context)}${phrase === undefined ? '' : ` ${relative(phrase)}`}`
}

/**
 * A fact that stands for what a function of the repository hands on is left out unless a sentence follows origins: that
 * goes without saying, and the checker adds it to every other sentence.
 */
function isItself(condition: Condition, { name, is }: Subject): boolean {
  if (is.kind !== 'fact' || !('lifted' in kinds[is.of]) || condition.kind !== 'not') return false
  const { operand } = condition
  if (operand.kind !== 'present' || operand.value.kind !== 'field') return false
  return operand.value.subject === name && operand.value.steps.map(({ field }) => field).join() === 'through'
}

/** A derived kind that the checklist names stands for its kind. */
function derivedKind(asked: readonly Condition[], subject: Subject, { checklist }: Context) {
  const isDerived = (name: string) =>
    checklist.definitions.some((definition) => definition.name === name && definition.kind === 'derived kind')
  const found = asked.find(
    (each) => each.kind === 'apply' && each.subject === subject.name && isDerived(each.definition),
  )
  const name = found?.kind === 'apply' ? found.definition : undefined
  return [name, asked.filter((each) => each !== found)] as const
}

/** With the name that the sentence gives it, where it gives one. */
function nounWords(subject: Subject, derived: string | undefined, context: Context): string {
  const { domain } = subject
  const noun = derived === undefined ? undefined : term(inWords(derived))
  if (domain.kind === 'elements') {
    const owner = context.subjects.find(({ name }) => name === domain.owner)
    const type = owner && fieldAt(owner, domain.path)?.type
    const singular = type?.kind === 'list' ? inWords(type.singular) : nounOf(subject)
    return named(noun ?? singular, subject)
  }
  return named(noun ?? sortOf(subject), subject)
}

function named(noun: string, subject: Subject): string {
  const name = nounOf(subject)
  return noun === name || noun === term(name) ? noun : `${noun} “${name}”`
}

function placeWords({ domain }: Subject, context: Context): string {
  switch (domain.kind) {
    case 'facts':
      return scopeWords(domain.scope)
    case 'probes':
      return ` among ${listWords(domain.values, context, 'and')}`
    case 'elements': {
      if (domain.owner === context.subjects.at(-1)?.name) return ''
      return ` of the ${nounNamed(domain.owner, context)}`
    }
    default:
      return unreachable(domain)
  }
}
