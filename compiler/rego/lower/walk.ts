/** Going through a typed checklist: its subjects, and the questions that are asked of a condition as a whole. */
import type {
  Condition,
  Identity,
  Subject,
  Template,
  TypedCheck,
  TypedChecklist,
  TypedItem,
  TypedReview,
  Witness,
} from '../../check/typed.ts'
import { unreachable } from '../../unreachable.ts'

/** The parts of a condition that all have to hold; a condition that asks for nothing has none. */
export function conjuncts(...conditions: readonly Condition[]): readonly Condition[] {
  return conditions.flatMap((condition) => {
    if (condition.kind === 'always') return []
    return condition.kind === 'all' ? conjuncts(...condition.operands) : [condition]
  })
}

/** The conditions within a condition, itself first. */
export function* conditionsIn(condition: Condition): Generator<Condition> {
  yield condition
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const operand of condition.operands) yield* conditionsIn(operand)
      return
    case 'not':
      yield* conditionsIn(condition.operand)
      return
    case 'quantified':
    case 'every':
      yield* conditionsIn(condition.subject.narrowed)
      yield* conditionsIn(condition.where)
      if (condition.kind === 'every') yield* conditionsIn(condition.must)
      return
    case 'always':
    case 'holds':
    case 'present':
    case 'equal':
    case 'order':
    case 'among':
    case 'affix':
    case 'match':
    case 'same':
    case 'apply':
      return
    default:
      unreachable(condition)
  }
}

/** What a check, a review or `applies when` says. */
export interface Sentence {
  readonly subject: Subject | undefined
  readonly conditions: readonly Condition[]
  readonly witnesses: readonly Witness[]
}

export const sentenceOfCheck = ({ subject, where, must, message }: TypedCheck): Sentence => ({
  subject,
  conditions: [subject.narrowed, where, ...(must === undefined ? [] : [must])],
  witnesses: witnessesIn(message),
})

export const sentenceOfReview = ({ question, when }: TypedReview): Sentence => ({
  subject: when?.subject,
  conditions: when === undefined ? [] : [when.subject.narrowed, when.where],
  witnesses: witnessesIn(question),
})

const sentencesOf = ({ applies, checks, reviews }: TypedItem): readonly Sentence[] => [
  ...(applies === undefined ? [] : [{ subject: undefined, conditions: [applies.condition], witnesses: [] }]),
  ...checks.map(sentenceOfCheck),
  ...reviews.map(sentenceOfReview),
]

const witnessesIn = ({ parts }: Template): readonly Witness[] =>
  parts.flatMap((part) => (typeof part === 'string' || part.witness === undefined ? [] : [part.witness]))

/** All conditions of a sentence, those of witnesses too. */
export function* conditionsOf({
  conditions,
  witnesses,
}: Pick<Sentence, 'conditions' | 'witnesses'>): Generator<Condition> {
  for (const condition of conditions) yield* conditionsIn(condition)
  for (const { subject, where } of witnesses.flatMap((witness) => witness.subjects)) {
    yield* conditionsIn(subject.narrowed)
    yield* conditionsIn(where)
  }
}

/** The names of the subjects of which a sentence asks which fact they are. */
export function identifiedIn(
  conditions: Iterable<Condition>,
  identifies: (definition: string) => boolean,
): ReadonlySet<string> {
  const names = new Set<string>()
  const note = (identity: Identity) => {
    if (identity.kind === 'subject') names.add(identity.subject)
  }
  for (const condition of conditions) {
    if (condition.kind === 'same') {
      note(condition.left)
      note(condition.right)
    } else if (condition.kind === 'apply' && identifies(condition.definition)) names.add(condition.subject)
  }
  return names
}

/** The names of all subjects of a checklist, in the order in which they are met. */
export function* subjectNames(checklist: TypedChecklist): Generator<string> {
  for (const definition of checklist.definitions) {
    yield definition.subject.name
    yield* nestedNames(conditionsIn(definition.condition))
  }
  for (const sentence of checklist.items.flatMap(sentencesOf)) {
    if (sentence.subject !== undefined) yield sentence.subject.name
    for (const { subject } of sentence.witnesses.flatMap((witness) => witness.subjects)) yield subject.name
    yield* nestedNames(conditionsOf(sentence))
  }
}

function* nestedNames(conditions: Iterable<Condition>): Generator<string> {
  for (const condition of conditions) {
    if (condition.kind === 'quantified' || condition.kind === 'every') yield condition.subject.name
  }
}
