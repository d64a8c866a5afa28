/** Definitions are checked when something uses them, once, with the names of their own file. */
import { diagnose } from '../diagnostics/codes.ts'
import type { Span } from '../diagnostics/span.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import type { DefinedKind, DefinedPredicate } from '../language/tree.ts'
import { kinds, recordShapes } from '../schema/kinds.ts'
import { checkCondition } from './conditions.ts'
import { type Checking, type Declared, type Frame, isKind, isLost, isRecord, type Named, typeName } from './context.ts'
import type { Meaning } from './references.ts'
import type { Condition, SubjectType, TypedDefinition } from './typed.ts'

/** Undefined where the definition has mistakes, which have been said there. */
export function definitionOf(
  checking: Checking,
  declared: Declared,
  node: DefinedKind | DefinedPredicate,
): TypedDefinition | undefined {
  checking.used.add(node)
  if (checking.typed.has(node)) return checking.typed.get(node)
  if (checking.open.has(node)) {
    checking.report(diagnose('definition-cycle', node.name.span, { name: node.name.text }))
    checking.typed.set(node, undefined)
    return undefined
  }
  checking.open.add(node)
  const typed = checkDefinition(checking, declared, node)
  checking.open.delete(node)
  // A cycle found on the way has settled it already. What is used comes before what uses it: maps keep that order.
  if (!checking.typed.has(node)) checking.typed.set(node, typed)
  return checking.typed.get(node)
}

function checkDefinition(
  checking: Checking,
  declared: Declared,
  node: DefinedKind | DefinedPredicate,
): TypedDefinition | undefined {
  const subjectName = node.kind === 'defined kind' ? node.of : node.subject
  const base = baseOf(checking, declared, subjectName.text)
  if (base === 'broken') return undefined
  if (base === undefined && isLost(declared.home, subjectName.text)) return undefined
  if (base === undefined) {
    const names = [...Object.keys(kinds), ...(node.kind === 'defined kind' ? [] : Object.keys(recordShapes))]
    const suggestion = didYouMean(subjectName.text, [...names, ...declared.home.names.keys()])
    checking.report(diagnose('unknown-kind', subjectName.span, { name: subjectName.text, suggestion }))
    return undefined
  }
  const subject: Named = { name: subjectName.text, written: subjectName.text, is: base.is }
  const frame: Frame = {
    checking,
    home: declared.home,
    subjects: [subject],
    given: new Map([[subject.name, subject.written]]),
  }
  const condition = checkCondition(frame, node.kind === 'defined kind' ? node.where : node.predicate)
  if (condition === undefined) return undefined
  return {
    name: freshName(checking, node.name.text),
    kind: node.kind === 'defined kind' ? 'derived kind' : 'predicate',
    subject: { name: subject.name, is: subject.is },
    condition: base.derived === undefined ? condition : bothOf(base.derived, subject.name, condition),
    span: node.span,
  }
}

interface Base {
  readonly is: SubjectType
  /** The derived kind that this one narrows further. */
  readonly derived: string | undefined
}

function baseOf(checking: Checking, declared: Declared, name: string): Base | 'broken' | undefined {
  const other = declared.home.names.get(name)
  if (other?.node.kind === 'defined kind') {
    const definition = definitionOf(checking, other, other.node)
    return definition === undefined ? 'broken' : { is: definition.subject.is, derived: definition.name }
  }
  if (isKind(name)) return { is: { kind: 'fact', of: name }, derived: undefined }
  return isRecord(name) ? { is: { kind: 'record', of: name }, derived: undefined } : undefined
}

function bothOf(derived: string, subject: string, condition: Condition): Condition {
  return { kind: 'all', operands: [{ kind: 'apply', definition: derived, subject }, condition] }
}

function freshName(checking: Checking, wanted: string): string {
  let name = wanted
  for (let turn = 2; checking.taken.has(name); turn++) name = `${wanted}_${turn}`
  checking.taken.add(name)
  return name
}

/** A named predicate, said of a subject. */
export function applied(
  frame: Frame,
  meaning: Extract<Meaning, { kind: 'predicate' }>,
  subject: Named,
  span: Span,
): Condition | undefined {
  const definition = definitionOf(frame.checking, meaning.declared, meaning.node)
  if (definition === undefined) return undefined
  const [wanted, found] = [typeName(definition.subject.is), typeName(subject.is)]
  if (wanted !== found) {
    frame.checking.report(diagnose('wrong-subject', span, { name: meaning.node.name.text, wanted, found }))
    return undefined
  }
  return { kind: 'apply', definition: definition.name, subject: subject.name }
}
