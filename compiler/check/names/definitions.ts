/** Definitions are checked when something uses them, once, with the names of their own file. */
import { diagnose } from '../../diagnostics/codes.ts'
import { before, replace } from '../../diagnostics/fix.ts'
import type { Span } from '../../diagnostics/span.ts'
import type { DefinedKind, DefinedPredicate } from '../../language/tree.ts'
import { kinds, recordShapes } from '../../schema/kinds.ts'
import { kindSynonyms } from '../../schema/synonyms.ts'
import { checkCondition } from '../conditions.ts'
import {
  type Checking,
  type Declared,
  type Frame,
  isKind,
  isLost,
  isRecord,
  listFieldOf,
  type Named,
  outermostFrame,
  typeName,
} from '../context.ts'
import { lintCondition } from '../lints/index.ts'
import type { Condition, SubjectType, TypedDefinition } from '../typed.ts'
import { definedList } from '../values/lists.ts'
import { checkPattern } from '../values/patterns.ts'
import { withArticle } from '../values/value-types.ts'
import { listed, meantBy } from './meant.ts'
import type { Meaning } from './references.ts'

/** Says every mistake of a definition, whether something uses it or not. */
export function checkDeclared(checking: Checking, declared: Declared): void {
  const { node } = declared
  if (node.kind === 'defined kind' || node.kind === 'defined predicate') definitionOf(checking, declared, node)
  if (node.kind !== 'defined value') return
  if (node.value.kind === 'list') definedList(checking, { node, declared })
  if (node.value.kind === 'pattern') checkPattern(checking, node.value)
}

/** So many definitions may need one another in a row; keeps a hostile file from exhausting the stack. */
export const deepest = 100

/** Undefined where the definition has mistakes, which have been said there. */
export function definitionOf(
  checking: Checking,
  declared: Declared,
  node: DefinedKind | DefinedPredicate,
): TypedDefinition | undefined {
  if (checking.typed.has(node)) return checking.typed.get(node)
  if (checking.open.has(node)) {
    checking.report(diagnose('definition-cycle', node.name.span, { name: node.name.text }))
    checking.typed.set(node, undefined)
    return undefined
  }
  if (checking.open.size >= deepest) {
    checking.report(diagnose('definitions-too-deep', node.name.span, { limit: deepest }))
    checking.typed.set(node, undefined)
    return undefined
  }
  checking.open.add(node)
  const typed = checkDefinition(checking, declared, node)
  checking.open.delete(node)
  // A cycle found on the way has settled it already. What is used comes before what uses it: maps keep that order.
  if (!checking.typed.has(node)) {
    checking.typed.set(node, typed)
    if (typed !== undefined) checking.named.set(typed.name, typed)
  }
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
  if (base === undefined || (node.kind === 'defined kind' && base.is.kind !== 'fact')) {
    reportBase(checking, declared, node)
    return undefined
  }
  const subject: Named = { name: subjectName.text, written: subjectName.text, is: base.is }
  const frame = outermostFrame(checking, declared.home, [subject])
  const condition = checkCondition(frame, node.kind === 'defined kind' ? node.where : node.predicate)
  if (condition === undefined) return undefined
  lintCondition(checking, subject, condition)
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

function baseOf(checking: Checking, { home }: Declared, name: string): Base | 'broken' | undefined {
  const other = home.names.get(name)
  if (other?.node.kind === 'defined kind') {
    checking.used.add(other.node)
    const definition = definitionOf(checking, other, other.node)
    return definition === undefined ? 'broken' : { is: definition.subject.is, derived: definition.name }
  }
  if (isLost(home, name)) return 'broken'
  if (isKind(name)) return { is: { kind: 'fact', of: name }, derived: undefined }
  return isRecord(name) ? { is: { kind: 'record', of: name }, derived: undefined } : undefined
}

function reportBase({ report }: Checking, { home }: Declared, node: DefinedKind | DefinedPredicate): void {
  const { text: name, span } = node.kind === 'defined kind' ? node.of : node.subject
  if (isRecord(name)) {
    report(diagnose('part-as-kind', span, { name, definition: node.name.text }))
    return
  }
  const derived = [...home.names].flatMap(([each, { node }]) => (node.kind === 'defined kind' ? [each] : []))
  const parts = node.kind === 'defined kind' ? [] : Object.keys(recordShapes)
  const known = [...Object.keys(kinds), ...parts, ...derived]
  const { suggestion, fixes } = meantBy(name, span, known, kindSynonyms, `Kinds are: ${listed(known)}.`)
  report(diagnose('unknown-kind', span, { name, suggestion }, { fixes }))
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
    const kinds = { wanted: withArticle(wanted), found: withArticle(found) }
    const name = meaning.node.name.text
    const inside = listFieldOf(subject.is, wanted) !== undefined
    const suggestion = inside ? `Ask for one: some ${wanted} where ${name}.` : ''
    const fixes = inside ? [replace(before(span), `some ${wanted} where `, `write some ${wanted} where ${name}`)] : []
    frame.checking.report(diagnose('wrong-subject', span, { name, ...kinds, suggestion }, { fixes }))
    return undefined
  }
  return { kind: 'apply', definition: definition.name, subject: subject.name }
}
