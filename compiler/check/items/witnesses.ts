/** Witnesses: nested subjects of which every finding of a check has an instance, so that its message may show one. */
import type { Named } from '../context.ts'
import { all } from '../reach/narrowing.ts'
import type { Condition, Subject, Witness } from '../typed.ts'

/** What is known of a sentence where its message is read. */
export interface Sentence {
  /** What holds of every finding. */
  readonly holding: readonly Condition[]
  /** The names that subjects were given in the sentence, by those they have in the typed tree. */
  readonly written: ReadonlyMap<string, string>
}

export interface Found {
  readonly witness: Witness
  readonly named: Named
}

type Link = Witness['subjects'][number]

/**
 * The nested subject of a name; 'uncertain' if there is one of which not every finding has an instance, 'ambiguous' if
 * every finding has one of each of several.
 */
export function findWitness(sentence: Sentence, name: string): Found | 'uncertain' | 'ambiguous' | 'none' {
  const [chain, another] = sentence.holding.flatMap((condition) => chains(condition, name, sentence.written, []))
  if (another !== undefined) return 'ambiguous'
  const subject = chain?.at(-1)?.subject
  if (chain !== undefined && subject !== undefined) {
    return { witness: { subjects: chain }, named: { name: subject.name, written: name, is: subject.is } }
  }
  return [...sentence.written.values()].includes(name) ? 'uncertain' : 'none'
}

type Chains = readonly (readonly Link[])[]

/** The ways to subjects of a name that are there whenever the condition holds. */
function chains(condition: Condition, name: string, written: Sentence['written'], links: readonly Link[]): Chains {
  const through = (subject: Subject, where: Condition): Chains => {
    const further = [...links, { subject, where }]
    return written.get(subject.name) === name ? [further] : chains(where, name, written, further)
  }
  switch (condition.kind) {
    case 'all':
      return condition.operands.flatMap((operand) => chains(operand, name, written, links))
    case 'not':
      return violations(condition.operand).flatMap((part) => chains(part, name, written, links))
    case 'quantified': {
      const { quantifier, count, subject, where } = condition
      const isSure = quantifier === 'some' || ((quantifier === 'at least' || quantifier === 'exactly') && count !== 0)
      return isSure ? through(subject, where) : []
    }
    default:
      return []
  }
}

export const opposite = (condition: Condition): Condition =>
  condition.kind === 'not' ? condition.operand : { kind: 'not', operand: condition }

/** What holds where a condition does not, as far as it can be said by conditions that all hold. */
function violations(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'not':
      return [condition.operand]
    case 'any':
      return condition.operands.map(opposite)
    case 'quantified': {
      const isMet = condition.quantifier === 'no' || condition.quantifier === 'at most'
      return isMet ? [{ ...condition, quantifier: 'some', count: undefined }] : []
    }
    case 'every': {
      const where = all([condition.where, opposite(condition.must)])
      return [{ kind: 'quantified', quantifier: 'some', count: undefined, subject: condition.subject, where }]
    }
    default:
      return []
  }
}
