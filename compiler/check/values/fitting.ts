/** Whether two values can ever be equal: their types, and for a field of few words the word. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Span } from '../../diagnostics/span.ts'
import { didYouMean } from '../../diagnostics/suggest.ts'
import { kinds } from '../../schema/kinds.ts'
import { type Frame, isKind } from '../context.ts'
import { comparable, describeType, type Typed, type ValueType } from './value-types.ts'

/** A value and what people read of it. */
export interface Side extends Typed {
  readonly name: string
}

/** Says what does not fit, at `span`, where the right side stands. */
export function fits(frame: Frame, left: Side, right: Side, span: Span): boolean {
  const { report } = frame.checking
  if (!comparable(left.type, right.type)) {
    if (right.type.kind === 'none') {
      const suggestion = isOptional(left) ? 'Where it may be missing, write "is missing".' : ''
      report(diagnose('never-none', span, { name: left.name, suggestion }))
    } else {
      const types = { leftType: describeType(left.type), rightType: describeType(right.type) }
      const suggestion = followed(left)
      report(diagnose('wrong-type', span, { left: left.name, right: right.name, ...types, suggestion }))
    }
    return false
  }
  const word = right.value.kind === 'literal' ? right.value.value : undefined
  if (left.type.kind !== 'choice' || typeof word !== 'string' || left.type.values.includes(word)) {
    warnOfStar(frame, left.type, word, span)
    return true
  }
  const suggestion = didYouMean(word, left.type.values) || `It is one of: ${left.type.values.join(', ')}.`
  report(diagnose('unknown-value', span, { field: left.name, value: word, suggestion }))
  return false
}

const isOptional = ({ value }: Side): boolean => value.kind === 'field' && value.optional

/** A fact has no value, but its fields do. */
function followed({ name, type }: Side): string {
  if (type.kind !== 'reference' || !isKind(type.to)) return ''
  return `Compare one of its fields, such as ${name}.${Object.keys(kinds[type.to].fields)[0]}.`
}

function warnOfStar(frame: Frame, type: ValueType, word: unknown, span: Span): void {
  if (type.kind === 'text' && typeof word === 'string' && /\*\w|\w\*|\*\.|\.\*/.test(word)) {
    frame.checking.report(diagnose('star-is-literal', span, { text: word }))
  }
}
