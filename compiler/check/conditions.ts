/** Predicates → conditions: operators get operands that fit, names become what they stand for. */
import { diagnose } from '../diagnostics/codes.ts'
import type { Bare, Every, Predicate, Quantified } from '../language/tree.ts'
import { unreachable } from '../unreachable.ts'
import { checkComparison } from './comparisons.ts'
import { type Frame, innermost } from './context.ts'
import { applied } from './definitions.ts'
import { resolve, valueOf } from './references.ts'
import { checkSubject } from './subjects.ts'
import type { Condition } from './typed.ts'
import { describe, typeOf } from './value-types.ts'

/** Undefined where a mistake leaves nothing to say; the parts around it are checked all the same. */
export function checkCondition(frame: Frame, node: Predicate): Condition | undefined {
  switch (node.kind) {
    case 'and':
      return combined('all', frame, node.operands)
    case 'or':
      return combined('any', frame, node.operands)
    case 'not': {
      const operand = checkCondition(frame, node.operand)
      return operand === undefined ? undefined : { kind: 'not', operand }
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
  const checked = checkSubject(frame, node.subject)
  if (checked === undefined) return undefined
  const where = node.where === undefined ? always : checkCondition(checked.inside, node.where)
  if (where === undefined) return undefined
  const { quantifier, count } = node
  return { kind: 'quantified', quantifier, count: count?.value, subject: checked.subject, where }
}

function checkEvery(frame: Frame, node: Every): Condition | undefined {
  const checked = checkSubject(frame, node.subject)
  if (checked === undefined) return undefined
  const where = node.where === undefined ? always : checkCondition(checked.inside, node.where)
  const must = checkCondition(checked.inside, node.must)
  return where === undefined || must === undefined
    ? undefined
    : { kind: 'every', subject: checked.subject, where, must }
}

export const always: Condition = { kind: 'always' }

/** A boolean, a named predicate, or, after `must have`, a field that has to be present. */
function checkBare(frame: Frame, node: Bare): Condition | undefined {
  const meaning = resolve(frame, node.reference)
  if (meaning === undefined) return undefined
  const name = node.reference.names.map((each) => each.text).join('.')
  if (meaning.kind === 'predicate') {
    const subject = innermost(frame)
    return subject === undefined ? undefined : applied(frame, meaning, subject, node.span)
  }
  const [type, value] = [typeOf(meaning), valueOf(meaning)]
  if (type === undefined || value === undefined) {
    const what = meaning.kind === 'value' ? 'a pattern' : 'a fact'
    frame.checking.report(diagnose('needs-condition', node.span, { name, type: what }))
    return undefined
  }
  if (type.kind === 'boolean') {
    return value.kind === 'field'
      ? { kind: 'holds', value }
      : { kind: 'equal', left: value, right: { kind: 'literal', value: true } }
  }
  if (type.kind === 'list') {
    frame.checking.report(diagnose('list-field', node.span, { name, singular: type.singular }))
    return undefined
  }
  if (node.have && meaning.kind === 'field' && meaning.field.optional) return { kind: 'present', value }
  frame.checking.report(diagnose('needs-condition', node.span, { name, type: describe(type) }))
  return undefined
}
