/** What a dotted name stands for, where it stands. */
import { diagnose } from '../diagnostics/codes.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import type { DefinedPredicate, List, Literal, Name, Parameter, Pattern, Reference } from '../language/tree.ts'
import type { KindName } from '../schema/kinds.ts'
import type { Field } from '../schema/types.ts'
import { type Declared, type Frame, fieldNames, fieldOf, innermost, isLost, type Named, typeName } from './context.ts'
import type { Step, Value } from './typed.ts'

export type Meaning =
  | { readonly kind: 'subject'; readonly subject: Named }
  | { readonly kind: 'field'; readonly subject: Named; readonly steps: readonly Step[]; readonly field: Field }
  | { readonly kind: 'parameter'; readonly parameter: Parameter }
  | { readonly kind: 'value'; readonly value: Literal | Pattern | List; readonly declared: Declared }
  | { readonly kind: 'predicate'; readonly declared: Declared; readonly node: DefinedPredicate }

/** Undefined where it stands for nothing, which has then been said. */
export function resolve(frame: Frame, reference: Reference): Meaning | undefined {
  const [first, ...rest] = reference.names
  if (first === undefined) return undefined
  const named = frame.subjects.findLast((subject) => subject.written === first.text)
  const inner = innermost(frame)
  const field = inner === undefined ? undefined : fieldOf(inner.is, first.text)
  // A field of the innermost subject comes first, unless it cannot be followed and a subject of that name can.
  const followed = rest.length === 0 || field?.type.kind === 'reference' || named === undefined
  if (inner !== undefined && field !== undefined && followed) return follow(frame, inner, reference.names)
  if (named !== undefined) return rest.length === 0 ? { kind: 'subject', subject: named } : follow(frame, named, rest)
  const declared = frame.home.names.get(first.text)
  if (declared === undefined || rest.length > 0 || declared.node.kind === 'defined kind') {
    reportUnknown(frame, first)
    return undefined
  }
  return declaredMeaning(frame, declared)
}

function declaredMeaning(frame: Frame, declared: Declared): Meaning | undefined {
  const { node } = declared
  switch (node.kind) {
    case 'parameter':
      frame.checking.parameters.add(node)
      return { kind: 'parameter', parameter: node }
    case 'defined value':
      frame.checking.used.add(node)
      return { kind: 'value', value: node.value, declared }
    case 'defined predicate':
      frame.checking.used.add(node)
      return { kind: 'predicate', declared, node }
    default:
      return undefined
  }
}

/** Fields one after another from a subject on, all but the last being references to other facts. */
function follow(frame: Frame, subject: Named, names: readonly Name[]): Meaning | undefined {
  let type = subject.is
  const steps: Step[] = []
  for (const [index, name] of names.entries()) {
    const field = fieldOf(type, name.text)
    if (field === undefined) {
      const kind = typeName(type)
      const suggestion = didYouMean(name.text, fieldNames(type))
      frame.checking.report(diagnose('unknown-field', name.span, { kind, name: name.text, suggestion }))
      return undefined
    }
    const to = field.type.kind === 'reference' ? (field.type.to as KindName) : undefined
    steps.push({ field: name.text, to })
    if (index === names.length - 1) return { kind: 'field', subject, steps, field }
    if (to === undefined) {
      frame.checking.report(diagnose('not-a-reference', name.span, { name: name.text }))
      return undefined
    }
    type = { kind: 'fact', of: to }
  }
  return undefined
}

function reportUnknown(frame: Frame, name: Name): void {
  if (isLost(frame.home, name.text)) return
  const inner = innermost(frame)
  const names = [...frame.home.names.keys(), ...frame.subjects.map((subject) => subject.written)]
  if (inner !== undefined && inner.is.kind !== 'text') {
    const suggestion = didYouMean(name.text, [...fieldNames(inner.is), ...names])
    frame.checking.report(
      diagnose('unknown-field', name.span, { kind: typeName(inner.is), name: name.text, suggestion }),
    )
  } else {
    frame.checking.report(
      diagnose('unknown-name', name.span, { name: name.text, suggestion: didYouMean(name.text, names) }),
    )
  }
}

/** What evaluates to a value; undefined for conditions, patterns, lists and subjects that are facts. */
export function valueOf(meaning: Meaning): Value | undefined {
  switch (meaning.kind) {
    case 'field': {
      const { subject, steps, field } = meaning
      return { kind: 'field', subject: subject.name, steps, optional: field.optional }
    }
    case 'subject':
      return meaning.subject.is.kind === 'text' ? { kind: 'element', subject: meaning.subject.name } : undefined
    case 'parameter':
      return { kind: 'parameter', name: meaning.parameter.name.text }
    case 'value':
      return literalValue(meaning.value)
    case 'predicate':
      return undefined
  }
}

export function literalValue(node: Literal | Pattern | List): Value | undefined {
  switch (node.kind) {
    case 'text':
    case 'number':
    case 'boolean':
      return { kind: 'literal', value: node.value }
    case 'none':
      return { kind: 'literal', value: null }
    default:
      return undefined
  }
}
