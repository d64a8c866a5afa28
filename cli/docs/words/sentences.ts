/** What an item asks, in sentences. */
import {
  type TypedCheck,
  type TypedChecklist,
  type TypedDefinition,
  type TypedItem,
  type TypedReview,
  unreachable,
} from '../../../compiler/index.ts'
import { phraseOf, thingWords } from './conditions.ts'
import { code } from './marks.ts'
import { type Context, inside, sortOf } from './nouns.ts'
import { demand, relative, statement, withArticle } from './phrases.ts'

export function checkSentence(check: TypedCheck, checklist: TypedChecklist): string {
  const context: Context = { checklist, subjects: [] }
  const thing = thingWords(check.subject, check.where, context)
  switch (check.form) {
    case 'no':
      return sentence(`there must be no ${thing}`)
    case 'some':
      return sentence(`there must be at least one ${thing}`)
    case 'every': {
      const must = check.must && phraseOf(check.must, inside(context, check.subject))
      return sentence(`every ${thing} ${must === undefined ? 'is fine' : demand(must)}`)
    }
    case 'at least':
    case 'at most':
    case 'exactly':
      return sentence(`there must be ${check.form} ${check.count} of these: ${withArticle(thing)}`)
    default:
      return unreachable(check.form)
  }
}

/** When the item is judged at all; undefined where it always is. */
export function conditionSentence({ applies }: TypedItem, checklist: TypedChecklist): string | undefined {
  const phrase = applies && phraseOf(applies.condition, { checklist, subjects: [] })
  return phrase && sentence(`this applies only if ${statement(phrase)}`)
}

export function reviewSentence({ question, when }: TypedReview, checklist: TypedChecklist): string {
  const asked = question.parts.map((part) => (typeof part === 'string' ? part : code(`{${part.written}}`))).join('')
  if (when === undefined) return `A person has to answer: ${asked}`
  const thing = thingWords(when.subject, when.where, { checklist, subjects: [] })
  return `If there is ${withArticle(thing)}, a person has to answer: ${asked}`
}

/** What a name of the checklist stands for. */
export function definitionSentence(definition: TypedDefinition, checklist: TypedChecklist): string {
  const { kind, subject, condition } = definition
  const phrase = phraseOf(condition, inside({ checklist, subjects: [] }, subject))
  const noun = withArticle(sortOf(subject))
  const meaning = phrase === undefined ? noun : `${noun} ${relative(phrase)}`
  return sentence(kind === 'derived kind' ? meaning : `said of ${meaning}`)
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
