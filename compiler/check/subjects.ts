/** What a quantifier ranges over: a kind, a derived kind, the elements of a list field, or paths from a list. */
import { diagnose } from '../diagnostics/codes.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import type { Subject as SubjectNode } from '../language/tree.ts'
import { kinds } from '../schema/kinds.ts'
import type { ElementType } from '../schema/types.ts'
import { type Frame, fieldNames, fieldOf, innermost, isKind, isLost, isRecord, type Named, shapeOf } from './context.ts'
import { definitionOf } from './definitions.ts'
import { listedValues } from './lists.ts'
import { scopeOf } from './scopes.ts'
import type { Condition, Domain, Scope, Subject, SubjectType } from './typed.ts'

/** A checked subject, and the frame in which conditions speak of it. */
export interface CheckedSubject {
  readonly subject: Subject
  readonly inside: Frame
}

export function checkSubject(frame: Frame, node: SubjectNode): CheckedSubject | undefined {
  const ranged = rangeOf(frame, node)
  if (ranged === undefined) return undefined
  const written = node.as?.text ?? node.of.text
  if (frame.subjects.some((subject) => subject.written === written)) {
    frame.checking.report(diagnose('duplicate-subject', (node.as ?? node.of).span, { name: written }))
  }
  const name = freeName(written, frame.given)
  frame.given.set(name, written)
  const named: Named = { name, written, is: ranged.is }
  return {
    subject: {
      name,
      is: ranged.is,
      domain: ranged.domain,
      narrowed: withSubject(ranged.derived, name),
      span: node.span,
    },
    inside: { ...frame, subjects: [...frame.subjects, named] },
  }
}

interface Range {
  readonly is: SubjectType
  readonly domain: Domain
  /** The derived kinds, outermost first, by their names in the typed checklist. */
  readonly derived: readonly string[]
}

function rangeOf(frame: Frame, node: SubjectNode): Range | undefined {
  const name = node.of.text
  const inner = innermost(frame)
  const elements = inner === undefined || node.scopes.length > 0 || node.anywhere ? undefined : elementsOf(inner, name)
  if (elements !== undefined) return elements
  if (node.among !== undefined) return probes(frame, node)
  const scope = scopeOf(frame, node.scopes, node.anywhere)
  const range = kindRange(frame, node, scope)
  if (range === undefined) reportUnknownKind(frame, node)
  return range === 'broken' ? undefined : range
}

/** The list field of the innermost subject that calls its elements `singular`. */
function elementsOf(owner: Named, singular: string): Range | undefined {
  for (const name of fieldNames(owner.is)) {
    const field = fieldOf(owner.is, name)
    if (field?.type.kind !== 'list' || field.type.singular !== singular) continue
    const is = elementType(field.type.of)
    return { is, derived: [], domain: { kind: 'elements', owner: owner.name, path: [{ field: name, to: undefined }] } }
  }
  return undefined
}

function elementType(element: ElementType): SubjectType {
  if (element.kind === 'text') return element
  if (element.kind === 'record' && isRecord(element.record)) return { kind: 'record', of: element.record }
  return element.kind === 'reference' && isKind(element.to)
    ? { kind: 'fact', of: element.to }
    : { kind: 'text', like: 'text' }
}

/** 'broken' where a derived kind has mistakes of its own, which have been said at its definition. */
function kindRange(frame: Frame, node: SubjectNode, scope: Scope): Range | 'broken' | undefined {
  const name = node.of.text
  if (isKind(name)) {
    if (!hasScope(name) && (node.scopes.length > 0 || node.anywhere)) {
      frame.checking.report(diagnose('no-scope', node.span, { kind: name }))
    }
    return { is: { kind: 'fact', of: name }, domain: { kind: 'facts', of: name, scope }, derived: [] }
  }
  const declared = frame.home.names.get(name)
  if (declared?.node.kind !== 'defined kind') return undefined
  const definition = definitionOf(frame.checking, declared, declared.node)
  if (definition === undefined || definition.subject.is.kind !== 'fact') return 'broken'
  const of = definition.subject.is.of
  return { is: definition.subject.is, domain: { kind: 'facts', of, scope }, derived: [definition.name] }
}

/** Files are judged by themselves; of the other kinds without a file, none lies anywhere. */
const hasScope = (kind: keyof typeof kinds): boolean => kind === 'file' || kinds[kind].inFile

function probes(frame: Frame, node: SubjectNode): Range | undefined {
  if (node.among === undefined) return undefined
  if (node.of.text !== 'path') {
    frame.checking.report(diagnose('among-needs-path', node.of.span, {}))
    return undefined
  }
  const values = listedValues(frame, node.among)
  if (values === undefined) return undefined
  return { is: { kind: 'fact', of: 'path' }, domain: { kind: 'probes', values }, derived: [] }
}

function withSubject(derived: readonly string[], name: string): Condition {
  const conditions = derived.map((definition): Condition => ({ kind: 'apply', definition, subject: name }))
  const [only, ...others] = conditions
  if (only === undefined) return { kind: 'always' }
  return others.length === 0 ? only : { kind: 'all', operands: conditions }
}

function freeName(wanted: string, given: ReadonlyMap<string, string>): string {
  if (!given.has(wanted)) return wanted
  for (let turn = 2; ; turn++) if (!given.has(`${wanted}_${turn}`)) return `${wanted}_${turn}`
}

function reportUnknownKind(frame: Frame, node: SubjectNode): void {
  const name = node.of.text
  if (isLost(frame.home, name)) return
  const inner = innermost(frame)
  const singulars = inner === undefined ? [] : fieldNames(inner.is).flatMap((each) => singularOf(inner, each))
  const derived = [...frame.home.names].flatMap(([each, { node }]) => (node.kind === 'defined kind' ? [each] : []))
  const suggestion = didYouMean(name, [...singulars, ...Object.keys(kinds), ...derived])
  frame.checking.report(diagnose('unknown-kind', node.of.span, { name, suggestion }))
}

function singularOf(owner: Named, name: string): readonly string[] {
  const field = shapeOf(owner.is)?.fields[name]
  return field?.type.kind === 'list' ? [field.type.singular] : []
}
