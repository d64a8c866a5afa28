/** What a dotted name stands for, where it stands. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { replace } from '../../diagnostics/fix.ts'
import type { DefinedPredicate, DefinedValue, Name, Parameter, Reference } from '../../language/tree.ts'
import type { KindName } from '../../schema/kinds.ts'
import type { Field } from '../../schema/types.ts'
import { type Declared, type Frame, fieldOf, innermost, type Named, typeName } from '../context.ts'
import type { Step } from '../typed.ts'
import { reportUnknown, reportUnknownField, reportUnknownOperand } from './unknown.ts'

export type Meaning =
  | { readonly kind: 'subject'; readonly subject: Named }
  | { readonly kind: 'field'; readonly subject: Named; readonly steps: readonly Step[]; readonly field: Field }
  | { readonly kind: 'parameter'; readonly parameter: Parameter }
  | { readonly kind: 'value'; readonly node: DefinedValue; readonly declared: Declared }
  | { readonly kind: 'predicate'; readonly node: DefinedPredicate; readonly declared: Declared }

export const written = (reference: Reference): string => reference.names.map((name) => name.text).join('.')

/**
 * What stands left of an operator, or alone: first a field of the innermost subject. Undefined where it stands for
 * nothing, which has then been said.
 */
export function resolve(frame: Frame, reference: Reference): Meaning | undefined {
  const [first, ...rest] = reference.names
  if (first === undefined) return undefined
  const named = subjectNamed(frame, first)
  const inner = innermost(frame)
  const field = inner === undefined ? undefined : fieldOf(inner.is, first.text)
  // A field that cannot be followed further makes way for a subject of its name that can.
  const followed = rest.length === 0 || field?.type.kind === 'reference' || named === undefined
  if (inner !== undefined && field !== undefined && followed) {
    if (rest.length === 0) warnOfHidden(frame, first, inner)
    return follow(frame, inner, reference.names)
  }
  if (named !== undefined) return rest.length === 0 ? { kind: 'subject', subject: named } : follow(frame, named, rest)
  return declaredMeaning(frame, reference) ?? reportUnknown(frame, reference)
}

/** A field comes before a condition of its name, which its author may have had in mind. */
function warnOfHidden({ checking, home }: Frame, name: Name, { is }: Named): void {
  const node = home.names.get(name.text)?.node
  if (node?.kind !== 'defined predicate') return
  checking.used.add(node)
  const related = [{ span: node.name.span, message: 'the definition' }]
  checking.report(diagnose('hidden-by-field', name.span, { name: name.text, kind: typeName(is) }, { related }))
}

/** What stands right of an operator: there a field is written with the name of its subject. */
export function resolveOperand(frame: Frame, reference: Reference): Meaning | undefined {
  const [first, ...rest] = reference.names
  if (first === undefined) return undefined
  const named = subjectNamed(frame, first)
  if (named !== undefined) return rest.length === 0 ? { kind: 'subject', subject: named } : follow(frame, named, rest)
  return declaredMeaning(frame, reference) ?? reportUnknownOperand(frame, reference)
}

const subjectNamed = (frame: Frame, name: Name): Named | undefined =>
  frame.subjects.findLast((subject) => subject.written === name.text)

function declaredMeaning(frame: Frame, { names: [first, ...rest] }: Reference): Meaning | undefined {
  const declared = first === undefined || rest.length > 0 ? undefined : frame.home.names.get(first.text)
  if (declared === undefined || declared.node.kind === 'defined kind') return undefined
  const { node } = declared
  if (node.kind === 'parameter') {
    frame.checking.parameters.add(node)
    return { kind: 'parameter', parameter: node }
  }
  frame.checking.used.add(node)
  return node.kind === 'defined value' ? { kind: 'value', node, declared } : { kind: 'predicate', node, declared }
}

/** Fields one after another from a subject on, all but the last being references to other facts. */
function follow(frame: Frame, subject: Named, names: readonly Name[]): Meaning | undefined {
  let type = subject.is
  const steps: Step[] = []
  for (const [index, name] of names.entries()) {
    const field = fieldOf(type, name.text)
    if (field === undefined) {
      return reportUnknownField(frame, type, name)
    }
    const to = field.type.kind === 'reference' ? (field.type.to as KindName) : undefined
    steps.push({ field: name.text, to })
    if (index === names.length - 1) return { kind: 'field', subject, steps, field }
    if (to === undefined) {
      const { report } = frame.checking
      if (field.type.kind === 'list') {
        report(diagnose('list-field', name.span, { name: name.text, singular: field.type.singular }))
      } else {
        report(notAReference(name, names.at(-1) as Name))
      }
      return undefined
    }
    type = { kind: 'fact', of: to }
  }
  return undefined
}

function notAReference(name: Name, last: Name): Diagnostic {
  const rest = { ...name.span, start: name.span.end, end: last.span.end }
  return diagnose(
    'not-a-reference',
    name.span,
    { name: name.text },
    { fixes: [replace(rest, '', `end with ${name.text}`)] },
  )
}
