/** Whether two values can ever be equal: their types, and for a field of few words the word. */
import { diagnose } from '../../diagnostics/codes.ts'
import { before, behind, write } from '../../diagnostics/fix.ts'
import type { Span } from '../../diagnostics/span.ts'
import { plainNumber } from '../../language/units.ts'
import { kinds } from '../../schema/kinds.ts'
import { type Frame, isKind } from '../context.ts'
import { type Meant, meantBy } from '../names/meant.ts'
import { misfit } from './forms.ts'
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
      const fixes = isOptional(left) ? [write(span, 'missing')] : []
      report(diagnose('never-none', span, { name: left.name, suggestion }, { fixes }))
    } else {
      const types = { leftType: describeType(left.type), rightType: describeType(right.type) }
      const { suggestion, fixes } = retyped(left, right, span)
      report(diagnose('wrong-type', span, { left: left.name, right: right.name, ...types, suggestion }, { fixes }))
    }
    return false
  }
  const word = right.value.kind === 'literal' ? right.value.value : undefined
  if (left.type.kind === 'literal' && typeof word === 'string' && writtenWords.has(word)) {
    report(diagnose('text-of-a-word', span, { text: word }))
  }
  if (left.type.kind !== 'choice' || typeof word !== 'string' || left.type.values.includes(word)) {
    return hasForm(frame, left, word, span)
  }
  const values = left.type.values
  const { suggestion, fixes } = meantBy(word, span, values, {}, `It is one of: ${values.join(', ')}.`)
  const quoted = fixes.map(({ edits }) => write(span, JSON.stringify(edits[0]?.text)))
  report(diagnose('unknown-value', span, { field: left.name, value: word, suggestion }, { fixes: quoted }))
  return false
}

/** The right side as the type that the left one has, where it only wants its quotes, or has them without need. */
function retyped(left: Side, right: Side, span: Span): Pick<Meant, 'suggestion' | 'fixes'> {
  const value = right.value.kind === 'literal' ? right.value.value : undefined
  if (isTextual(left.type) && typeof value === 'number') {
    const edits = [
      { span: before(span), text: '"' },
      { span: behind(span), text: '"' },
    ]
    return { suggestion: 'Write it as a text, in quotes.', fixes: [{ title: 'write quotes', edits }] }
  }
  const number = left.type.kind === 'number' && typeof value === 'string' ? plainNumber(value) : undefined
  if (number !== undefined) {
    return { suggestion: `Write the number without quotes: ${number}.`, fixes: [write(span, String(number))] }
  }
  if (left.type.kind === 'choice') return { suggestion: `It is one of: ${left.type.values.join(', ')}.`, fixes: [] }
  if (left.type.kind === 'boolean') {
    const word = booleanWord(String(value).toLowerCase())
    const suggestion = `It holds by itself: ${left.name}, or not ${left.name}.`
    return { suggestion, fixes: word === undefined ? [] : [write(span, word)] }
  }
  return { suggestion: followed(left), fixes: [] }
}

/** What is read as a value where it stands without quotes. */
const writtenWords: ReadonlySet<string> = new Set(['true', 'false'])

const isTextual = (type: ValueType): boolean => type.kind === 'text' || type.kind === 'choice'
/** `true` or `false`, for the words that other tools have for them. */
export const booleanWord = (word: string): string | undefined => booleans.get(word)
const booleans = new Map([
  ...['true', 'yes', '1', 'on'].map((word) => [word, 'true'] as const),
  ...['false', 'no', '0', 'off'].map((word) => [word, 'false'] as const),
])

const isOptional = ({ value }: Side): boolean => value.kind === 'field' && value.optional

/** A fact has no value, but its fields do. */
function followed({ name, type }: Side): string {
  if (type.kind !== 'reference' || !isKind(type.to)) return ''
  return `Compare one of its fields, such as ${name}.${Object.keys(kinds[type.to].fields)[0]}.`
}

/** Whether a text is written as those are that the field has. */
function hasForm(frame: Frame, left: Side, word: unknown, span: Span): boolean {
  if (left.type.kind !== 'text' || typeof word !== 'string') return true
  const { report } = frame.checking
  const name = left.value.kind === 'field' ? (left.value.steps.at(-1)?.field ?? '') : ''
  const wrong = misfit(name, word)
  if (wrong !== undefined) {
    const { says, meant } = wrong
    const fixes = meant === undefined ? [] : [write(span, JSON.stringify(meant))]
    report(diagnose('impossible-text', span, { name: left.name, text: word, says }, { fixes }))
    return false
  }
  if (/\*\w|\w\*|\*\.|\.\*/.test(word)) report(diagnose('star-is-literal', span, { text: word }))
  return true
}
