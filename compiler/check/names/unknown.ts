/** Sentences for a name that stands for nothing: what is near it, and where it would stand for something. */
import { diagnose } from '../../diagnostics/codes.ts'
import { before, behind, type Fix, replace, write } from '../../diagnostics/fix.ts'
import type { Span } from '../../diagnostics/span.ts'
import type { Name, Reference } from '../../language/tree.ts'
import { kinds } from '../../schema/kinds.ts'
import { fieldSynonyms } from '../../schema/synonyms.ts'
import {
  type Frame,
  fieldNames,
  fieldOf,
  innermost,
  isKind,
  isLost,
  listFieldOf,
  type Named,
  typeName,
} from '../context.ts'
import { listed, type Meant, meantBy } from './meant.ts'
import { fieldThrough } from './neighbours.ts'

/** On the left, or alone. */
export function reportUnknown(frame: Frame, reference: Reference): undefined {
  const [first] = reference.names
  if (first === undefined || isLost(frame.home, first.text)) return undefined
  const { report } = frame.checking
  const { text: name, span } = first
  const inner = innermost(frame)
  const list = inner === undefined ? undefined : listFieldOf(inner.is, name)
  const through = inner === undefined ? undefined : fieldThrough(inner, name)
  if (list !== undefined) {
    report(diagnose('list-field', span, { name: list, singular: name }))
  } else if (isKindName(frame, name) && through === undefined) {
    const fixes = reference.names.length === 1 ? [replace(before(span), 'some ', `write some ${name}`)] : []
    report(diagnose('kind-as-condition', span, { name }, { fixes }))
  } else if (inner !== undefined && inner.is.kind !== 'text') {
    const { suggestion, fixes } = fieldMeant(frame, inner, first)
    report(diagnose('unknown-field', span, { kind: typeName(inner.is), name, suggestion }, { fixes }))
  } else {
    const outer = fieldOutside(frame, first)
    const { suggestion, fixes } = outer ?? meantBy(name, span, knownNames(frame), {}, ownersOf(name))
    report(diagnose('unknown-name', span, { name, suggestion }, { fixes }))
  }
  return undefined
}

/** Where no subject is around, a field belongs to a kind that has to be asked for. */
function ownersOf(name: string): string {
  const owners = Object.keys(kinds).filter((kind) => isKind(kind) && fieldOf({ kind: 'fact', of: kind }, name))
  const [first] = owners
  return first === undefined ? '' : `It is a field of ${listed(owners.slice(0, 5))}: some ${first} where ${name} …`
}

const knownNames = (frame: Frame): readonly string[] => [
  ...frame.home.names.keys(),
  ...frame.subjects.map((subject) => subject.written),
]

/** The field of a subject around the innermost, if one has it. */
function fieldOutside(frame: Frame, { text: name, span }: Name): Meant | undefined {
  const outer = frame.subjects.findLast((subject) => fieldOf(subject.is, name) !== undefined)
  const inner = innermost(frame)
  if (outer === undefined || inner === undefined) return undefined
  const written = `${outer.written}.${name}`
  const suggestion = `${outer.written} has one: write ${written}, or put the condition before "${inner.written}".`
  return { suggestion, fixes: [write(span, written)] }
}

/** A subject around this one may have the field, or what stands in a list of it. */
function fieldMeant(frame: Frame, inner: Named, { text: name, span }: Name): Meant {
  const own = fieldNames(inner.is)
  const outer = fieldOutside(frame, { kind: 'name', text: name, span })
  if (outer !== undefined) return outer
  const through = fieldThrough(inner, name)
  if (through !== undefined) return oneOf([...own.filter((each) => each.endsWith(`_${name}`)), through], span)
  const meant = meantBy(name, span, [...own, ...knownNames(frame)], fieldSynonyms)
  if (meant.suggestion !== '') return meant
  const partly = fieldsLike(name, own)
  if (partly.length > 0) return oneOf(partly, span)
  const list = own.find((each) => hasElementWith(inner, each, name))
  const type = list === undefined ? undefined : fieldOf(inner.is, list)?.type
  if (type?.kind !== 'list') return { suggestion: `Its fields are: ${listed(own)}.`, fixes: [] }
  const { singular } = type
  const fixes = [replace(before(span), `some ${singular} where `, `write some ${singular} where ${name}`)]
  return { suggestion: `Each ${singular} has one: some ${singular} where ${name} …`, fixes }
}

/** What a person has to choose from. */
function oneOf(names: readonly string[], span: Span): Meant {
  const words = names.map((each) => `"${each}"`).join(' or ')
  return { suggestion: `Did you mean ${words}?`, fixes: names.map((each) => write(span, each)) }
}

/** Fields of which the name is a word, or that begin as it does: `timeout`, `verify`. */
function fieldsLike(name: string, fields: readonly string[]): readonly string[] {
  const lower = name.toLowerCase().replace(/s$/, '')
  const ofWord = fields.filter((field) => field.split('_').includes(lower))
  const start = lower.slice(0, Math.max(5, lower.length - 3))
  const alike = ofWord.length > 0 ? ofWord : fields.filter((field) => start.length > 4 && field.startsWith(start))
  return alike.length > 3 ? [] : alike
}

function hasElementWith(owner: Named, list: string, name: string): boolean {
  const type = fieldOf(owner.is, list)?.type
  if (type?.kind !== 'list' || type.of.kind === 'text') return false
  const of = type.of.kind === 'record' ? type.of.record : type.of.to
  const element = isKind(of) ? ({ kind: 'fact', of } as const) : ({ kind: 'record', of } as Named['is'])
  return fieldOf(element, name) !== undefined
}

/** A name behind a dot. */
export function reportUnknownField(frame: Frame, is: Named['is'], { text: name, span }: Name): undefined {
  const own = fieldNames(is)
  const { suggestion, fixes } = meantBy(name, span, own, {}, `Its fields are: ${listed(own)}.`)
  frame.checking.report(diagnose('unknown-field', span, { kind: typeName(is), name, suggestion }, { fixes }))
  return undefined
}

/** On the right of an operator. */
export function reportUnknownOperand(frame: Frame, reference: Reference): undefined {
  const [first] = reference.names
  if (first === undefined || isLost(frame.home, first.text)) return undefined
  const { report } = frame.checking
  const { text: name, span } = first
  const inner = innermost(frame)
  const field = inner === undefined ? undefined : fieldOf(inner.is, name)
  if (field?.type.kind === 'boolean') {
    const suggestion = `It holds by itself: ${name}, or not ${name}.`
    report(diagnose('unknown-name', span, { name, suggestion }))
  } else if (inner !== undefined && field !== undefined) {
    const fixes = [replace(before(span), `${inner.written}.`, `write ${inner.written}.${name}`)]
    report(diagnose('field-without-subject', span, { name, subject: inner.written }, { fixes }))
  } else if (isKindName(frame, name)) {
    report(diagnose('kind-as-value', span, { name }, { fixes: [write(span, `"${name}"`)] }))
  } else {
    const { suggestion, fixes } = operandMeant(frame, reference, first)
    report(diagnose('unknown-name', span, { name, suggestion }, { fixes }))
  }
  return undefined
}

/** What other languages call a value that is not there, one that is, and the two that a boolean has. */
const values: Readonly<Record<string, string>> = {
  ...{ null: 'missing', nil: 'missing', undefined: 'missing', empty: 'missing', unset: 'missing', nothing: 'missing' },
  ...{ absent: 'missing', set: 'present', defined: 'present', there: 'present', given: 'present' },
  ...{ yes: 'true', on: 'true', enabled: 'true', no: 'false', off: 'false', disabled: 'false' },
}

function operandMeant(frame: Frame, reference: Reference, { text: name, span }: Name): Meant {
  const lower = name.toLowerCase()
  const value = Object.hasOwn(values, lower) ? values[lower] : undefined
  if (value !== undefined)
    return { suggestion: `Write "${value}" if that is meant, or "${name}" in quotes.`, fixes: [] }
  const word = reference.names.map(({ text }) => text).join('.')
  const quoted: Fix = {
    title: `write "${word}"`,
    edits: [
      { span: before(span), text: '"' },
      { span: behind(reference.span), text: '"' },
    ],
  }
  const meant = meantBy(name, span, knownNames(frame))
  if (meant.suggestion !== '') return meant
  return { suggestion: `If the word itself is meant, it stands in quotes: "${word}".`, fixes: [quoted] }
}

const isKindName = (frame: Frame, name: string): boolean =>
  isKind(name) || frame.home.names.get(name)?.node.kind === 'defined kind'
