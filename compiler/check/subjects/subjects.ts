/** What a quantifier ranges over: a kind, a derived kind, the elements of a list field, or paths from a list. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Subject as SubjectNode } from '../../language/tree.ts'
import { type KindName, kinds } from '../../schema/kinds.ts'
import { kindSynonyms } from '../../schema/synonyms.ts'
import type { ElementType } from '../../schema/types.ts'
import {
  type Frame,
  fieldNames,
  fieldOf,
  innermost,
  isKind,
  isLost,
  isRecord,
  listFieldOf,
  type Named,
  typeName,
} from '../context.ts'
import { definitionOf } from '../names/definitions.ts'
import { listed, meantBy } from '../names/meant.ts'
import type { Condition, Domain, Scope, Subject, SubjectType } from '../typed.ts'
import { probes } from './probes.ts'
import { scopeOf } from './scopes.ts'

/** A checked subject, and the frame in which conditions speak of it. */
export interface CheckedSubject {
  readonly subject: Subject
  readonly inside: Frame
}

export function checkSubject(frame: Frame, node: SubjectNode): CheckedSubject | undefined {
  const range = rangeOf(frame, node)
  if (range === undefined) return undefined
  const written = node.as?.text ?? node.of.text
  if (frame.subjects.some((subject) => subject.written === written)) {
    // Nobody knows which of the two a condition would speak of.
    frame.checking.report(diagnose('duplicate-subject', (node.as ?? node.of).span, { name: written }))
    return undefined
  }
  const name = freeName(written, frame.given)
  frame.given.set(name, written)
  const { is, domain, derived } = range
  const narrowed: Condition =
    derived === undefined ? { kind: 'always' } : { kind: 'apply', definition: derived, subject: name }
  return {
    subject: { name, is, domain, narrowed, span: node.span },
    inside: { ...frame, subjects: [...frame.subjects, { name, written, is }] },
  }
}

function freeName(wanted: string, given: ReadonlyMap<string, string>): string {
  let name = wanted
  for (let turn = 2; given.has(name); turn++) name = `${wanted}_${turn}`
  return name
}

interface Range {
  readonly is: SubjectType
  readonly domain: Domain
  /** The derived kind, by its name in the typed checklist. */
  readonly derived?: string
}

/** Undefined where it ranges over nothing; then that has been said. */
function rangeOf(frame: Frame, node: SubjectNode): Range | undefined {
  const owner = node.scopes.length > 0 || node.anywhere || node.among !== undefined ? undefined : ownerOf(frame, node)
  if (owner !== undefined) return elements(owner.subject, owner.field)
  if (node.among !== undefined || node.of.text === 'path') {
    const domain = probes(frame, node, node.among)
    return domain && { is: { kind: 'fact', of: 'path' }, domain }
  }
  return kindRange(frame, node, scopeOf(frame, node.scopes, node.anywhere))
}

/**
 * The subject of whose list this is an element. The innermost comes first and wins over a kind of that name; those around
 * it are asked for what is no kind, so that two elements of one list can be compared.
 */
function ownerOf(frame: Frame, node: SubjectNode): { readonly subject: Named; readonly field: string } | undefined {
  const name = node.of.text
  const inner = innermost(frame)
  const asKind = isKind(name) || frame.home.names.has(name)
  for (const subject of frame.subjects.toReversed()) {
    if (asKind && subject.name !== inner?.name) return undefined
    const field = listFieldOf(subject.is, name)
    if (field !== undefined) return { subject, field }
  }
  return undefined
}

function elements(owner: Named, field: string): Range | undefined {
  const type = fieldOf(owner.is, field)?.type
  if (type?.kind !== 'list') return undefined
  return {
    is: elementType(type.of),
    domain: { kind: 'elements', owner: owner.name, path: [{ field, to: undefined }] },
  }
}

function elementType(element: ElementType): SubjectType {
  if (element.kind === 'text') return element
  if (element.kind === 'record' && isRecord(element.record)) return { kind: 'record', of: element.record }
  return element.kind === 'reference' && isKind(element.to)
    ? { kind: 'fact', of: element.to }
    : { kind: 'text', like: 'text' }
}

function kindRange(frame: Frame, node: SubjectNode, scope: Scope): Range | undefined {
  const name = node.of.text
  const declared = frame.home.names.get(name)
  if (declared?.node.kind === 'defined kind') {
    frame.checking.used.add(declared.node)
    const definition = definitionOf(frame.checking, declared, declared.node)
    if (definition?.subject.is.kind !== 'fact') return undefined
    return factsIn(frame, node, definition.subject.is.of, scope, definition.name)
  }
  if (isKind(name)) return factsIn(frame, node, name, scope)
  if (isLost(frame.home, name)) return undefined
  const meant = reportUnknownKind(frame, node)
  return meant === undefined ? undefined : kindRange(frame, { ...node, of: { ...node.of, text: meant } }, scope)
}

function factsIn(frame: Frame, node: SubjectNode, of: KindName, scope: Scope, derived?: string): Range | undefined {
  if (of === 'path') {
    frame.checking.report(diagnose('path-needs-among', node.of.span, {}))
    return undefined
  }
  // Files lie in scopes by themselves, other facts by their files; what has none lies nowhere.
  if (of !== 'file' && !kinds[of].inFile && (node.scopes.length > 0 || node.anywhere)) {
    frame.checking.report(diagnose('no-scope', node.span, { kind: node.of.text }))
  }
  const domain: Domain = { kind: 'facts', of, scope }
  return { is: { kind: 'fact', of }, domain, ...(derived === undefined ? {} : { derived }) }
}

/** The kind of whose name the plural is written, if it is one. */
function reportUnknownKind(frame: Frame, node: SubjectNode): string | undefined {
  const { text: name, span } = node.of
  const { report } = frame.checking
  const inner = innermost(frame)
  if (inner !== undefined && listFieldOf(inner.is, name) !== undefined) {
    report(diagnose('part-in-scope', span, { name, kind: typeName(inner.is) }))
    return undefined
  }
  const owners = Object.keys(kinds).filter((kind) => isKind(kind) && listFieldOf({ kind: 'fact', of: kind }, name))
  if (owners.length > 0) {
    report(diagnose('part-without-owner', span, { name, owners: owners.join(' or '), owner: owners[0] ?? '' }))
    return undefined
  }
  const singulars = inner === undefined ? [] : fieldNames(inner.is).flatMap((field) => singularOf(inner, field))
  const derived = [...frame.home.names].flatMap(([each, { node }]) => (node.kind === 'defined kind' ? [each] : []))
  const known = [...singulars, ...Object.keys(kinds), ...derived]
  const meant = meantBy(name, span, known, kindSynonyms, `Kinds are: ${listed(Object.keys(kinds))}.`)
  const { suggestion, fixes, singular } = meant
  report(diagnose('unknown-kind', span, { name, suggestion }, { fixes }))
  return singular === undefined || singulars.includes(singular) ? undefined : singular
}

function singularOf(owner: Named, field: string): readonly string[] {
  const type = fieldOf(owner.is, field)?.type
  return type?.kind === 'list' ? [type.singular] : []
}
