/** Questions to a person, and what has to be found for one to be asked. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Clause, Item } from '../../language/tree.ts'
import { checkOptional } from '../conditions.ts'
import { outermostFrame } from '../context.ts'
import { lintSentence } from '../lints/index.ts'
import { eitherWay, influenceOfSubject } from '../reach/polarity.ts'
import { withTemplates } from '../reach/templates.ts'
import { checkSubject } from '../subjects/subjects.ts'
import type { TypedReview } from '../typed.ts'
import { narrowedBy } from './checks.ts'
import type { ItemContext } from './items.ts'
import { checkTemplate } from './messages.ts'

export function reviewOf(
  context: ItemContext,
  item: Item,
  { question, when, span }: Extract<Clause, { kind: 'review' }>,
): TypedReview | undefined {
  const { checking, home, lines } = context
  const { line } = lines.position(span.start)
  const outer = outermostFrame(checking, home, [])
  if (when === undefined) {
    const shown = { frame: outer, absent: undefined, holding: [], written: outer.given, damaged: item.damaged }
    return { question: checkTemplate(shown, question), when: undefined, line, span }
  }
  if (when.quantifier !== 'some') checking.report(diagnose('review-needs-some', when.span, {}))
  const checked = checkSubject(outer, when.subject)
  const asked = checked && checkOptional(checked.inside, when.where)
  if (checked === undefined || asked === undefined) return undefined
  const { inside, subject } = checked
  if (!item.damaged) lintSentence(checking, subject, asked, undefined)
  const shown = { frame: inside, absent: undefined, holding: [asked], written: outer.given, damaged: item.damaged }
  const definitions = context.definitions
  const plain = influenceOfSubject(subject, asked, definitions)
  const influence = withTemplates(plain, [subject.narrowed, asked], definitions)
  const matches = { ...narrowedBy(context, subject, asked), reads: eitherWay(influence), raises: influence.raises }
  return { question: checkTemplate(shown, question), when: matches, line, span }
}
