/** Predicates → conditions: operators get operands that fit, names become what they stand for. */
import { diagnose } from '../diagnostics/codes.ts'
import { behind, replace } from '../diagnostics/fix.ts'
import type { Bare, Every, Predicate, Quantified } from '../language/tree.ts'
import { unreachable } from '../unreachable.ts'
import { type Frame, innermost } from './context.ts'
import { applied } from './names/definitions.ts'
import { resolve, written } from './names/references.ts'
import { checkSubject } from './subjects/subjects.ts'
import type { Condition } from './typed.ts'
import { checkComparison } from './values/comparisons.ts'
import { describe, typed } from './values/value-types.ts'

/** Undefined where a mistake leaves nothing to say; the parts around it are checked all the same. */
export function checkCondition(frame: Frame, node: Predicate): Condition | undefined {
  const condition = conditionOf(frame, node)
  if (condition !== undefined) frame.checking.places.set(condition, node.span)
  return condition
}

function conditionOf(frame: Frame, node: Predicate): Condition | undefined {
  switch (node.kind) {
    case 'and':
      return combined('all', frame, node.operands)
    case 'or':
      return combined('any', frame, node.operands)
    case 'not': {
      const operand = checkCondition(frame, node.operand)
      return operand && { kind: 'not', operand }
    }
    case 'comparison':
      return checkComparison(frame, node)
    case 'bare':
      return checkBare(frame, node)
    case 'quantified':
      return checkQuantified(frame, node)
    case 'every':
      return checkEvery(frame, node)
    default:
      return unreachable(node)
  }
}

function combined(kind: 'all' | 'any', frame: Frame, nodes: readonly Predicate[]): Condition | undefined {
  const operands = nodes.map((node) => checkCondition(frame, node))
  return operands.every((operand) => operand !== undefined) ? { kind, operands } : undefined
}

/** Nested subjects live in the frame of their own `where`; names once given stay given for the sentence. */
function checkQuantified(frame: Frame, node: Quantified): Condition | undefined {
  const [checked, count] = [checkSubject(frame, node.subject), countOf(frame, node)]
  const where = checked && checkOptional(checked.inside, node.where)
  if (checked === undefined || where === undefined || count === 'broken') return undefined
  return { kind: 'quantified', quantifier: node.quantifier, count, subject: checked.subject, where }
}

function checkEvery(frame: Frame, node: Every): Condition | undefined {
  const checked = checkSubject(frame, node.subject)
  const where = checked && checkOptional(checked.inside, node.where)
  const must = checked && checkCondition(checked.inside, node.must)
  if (checked === undefined || where === undefined || must === undefined) return undefined
  return { kind: 'every', subject: checked.subject, where, must }
}

/** What is not there asks for nothing. */
export function checkOptional(frame: Frame, node: Predicate | undefined): Condition | undefined {
  return node === undefined ? { kind: 'always' } : checkCondition(frame, node)
}

export function countOf({ checking }: Frame, { quantifier, count }: Quantified): number | undefined | 'broken' {
  if (count === undefined || Number.isSafeInteger(count.value)) {
    if (count?.value === 0 && quantifier === 'at least') checking.report(diagnose('always-holds', count.span, {}))
    if (count === undefined || count.value >= 0) return count?.value
  }
  checking.report(diagnose('bad-count', count.span, { count: count.value }))
  return 'broken'
}

/** A boolean, a named predicate, or, after `must have`, a field that has to be present. */
function checkBare(frame: Frame, node: Bare): Condition | undefined {
  const meaning = resolve(frame, node.reference)
  if (meaning === undefined) return undefined
  const { report } = frame.checking
  const name = written(node.reference)
  if (meaning.kind === 'predicate') {
    const subject = innermost(frame)
    if (subject !== undefined) return applied(frame, meaning, subject, node.span)
    report(diagnose('needs-subject', node.span, { name }))
    return undefined
  }
  const found = typed(meaning)
  if (found?.type.kind === 'list' && meaning.kind === 'field') {
    report(diagnose('list-field', node.span, { name, singular: found.type.singular }))
    return undefined
  }
  const optional = meaning.kind === 'field' && meaning.field.optional
  if (found !== undefined && node.have && optional) return { kind: 'present', value: found.value }
  if (found?.type.kind === 'boolean') {
    return found.value.kind === 'field'
      ? { kind: 'holds', value: found.value }
      : { kind: 'equal', left: found.value, right: { kind: 'literal', value: true } }
  }
  const suggestion = optional ? `Compare it, or write "${name} is present".` : 'Compare it with something.'
  const fixes = optional ? [replace(behind(node.span), ' is present', `write ${name} is present`)] : []
  report(diagnose('needs-condition', node.span, { name, type: describe(meaning), suggestion }, { fixes }))
  return undefined
}
