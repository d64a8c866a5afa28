/** One comparison: what stands left and right, and whether the operator takes the two. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Span } from '../../diagnostics/span.ts'
import type { Comparison, Operand } from '../../language/tree.ts'
import { unreachable } from '../../unreachable.ts'
import type { Frame } from '../context.ts'
import { type Meaning, resolve, written } from '../names/references.ts'
import type { Condition } from '../typed.ts'
import { equality, membership } from './equality.ts'
import type { Side } from './fitting.ts'
import { neededBy, partMisfit } from './forms.ts'
import { checkGlob, globPattern, literalPartOf } from './globs.ts'
import { lintPattern, patternOf } from './patterns.ts'
import { bothSides, numbers, texts, wantedLeft } from './sides.ts'
import { typed } from './value-types.ts'

export function checkComparison(frame: Frame, node: Comparison): Condition | undefined {
  const left = resolve(frame, node.left)
  const { operator, right } = node
  if (left === undefined) return undefined
  if (operator === 'is missing' || operator === 'is present') return presence(frame, node, left)
  if (right === undefined) return undefined
  switch (operator) {
    case 'is':
      return equality(frame, node, left, right)
    case 'is not':
      return negated(equality(frame, node, left, right))
    case 'is among':
      return membership(frame, node, left, right)
    case 'is not among':
      return negated(membership(frame, node, left, right))
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const sides = bothSides(frame, node, left, right, numbers)
      return sides && { kind: 'order', operator, left: sides[0].value, right: sides[1].value }
    }
    case 'contains':
    case 'starts with':
    case 'ends with': {
      const sides = bothSides(frame, node, left, right, texts)
      if (sides === undefined) return undefined
      // Nothing is a part of every text that is there.
      const isThere = sides[0].value.kind !== 'field' || !sides[0].value.optional
      const isEmpty = right.kind === 'text' && right.value === ''
      if (isThere && isEmpty) frame.checking.report(diagnose('always-holds', right.span, {}))
      if (right.kind === 'text') checkPart(frame, node, sides[0], right.value, right.span)
      return { kind: 'affix', operator, left: sides[0].value, right: sides[1].value }
    }
    case 'like':
      return like(frame, node, left, right)
    case 'matches': {
      const [side, pattern] = [wantedLeft(frame, node, left, texts), patternOf(frame, right, node.at)]
      if (side === undefined || pattern === undefined) return undefined
      checkPart(frame, node, side, neededBy(pattern.source), right.span)
      lintPattern(frame, side, pattern, right.span)
      return { kind: 'match', value: side.value, pattern }
    }
    default:
      return unreachable(operator)
  }
}

/** Says where a text can have no such part; that the check then passes in silence is worse than an error. */
function checkPart({ checking }: Frame, { left }: Comparison, { value }: Side, part: string, span: Span): void {
  const name = value.kind === 'field' ? (value.steps.at(-1)?.field ?? '') : ''
  const wrong = partMisfit(name, part)
  if (wrong === undefined) return
  const { says } = wrong
  checking.report(diagnose('impossible-part', span, { name: written(left), says }))
}

const negated = (operand: Condition | undefined): Condition | undefined => operand && { kind: 'not', operand }

function presence(frame: Frame, node: Comparison, left: Meaning): Condition | undefined {
  const [field, name] = [typed(left), written(node.left)]
  if (field?.type.kind === 'list') {
    frame.checking.report(diagnose('list-field', node.left.span, { name, singular: field.type.singular }))
    return undefined
  }
  if (field?.value.kind !== 'field' || !field.value.optional) {
    frame.checking.report(diagnose('never-missing', node.span, { name }))
    return undefined
  }
  const present: Condition = { kind: 'present', value: field.value }
  return node.operator === 'is present' ? present : { kind: 'not', operand: present }
}

function like(frame: Frame, node: Comparison, left: Meaning, right: Operand): Condition | undefined {
  const sides = bothSides(frame, node, left, right, texts)
  if (sides === undefined) return undefined
  const [{ value, type }, glob] = sides
  if (glob.value.kind !== 'literal' || typeof glob.value.value !== 'string') {
    frame.checking.report(diagnose('needs-fixed-glob', right.span, { name: glob.name }))
    return undefined
  }
  const sense = type.kind === 'text' ? type.like : 'text'
  if (right.kind === 'text') checkPart(frame, node, sides[0], literalPartOf(right.value), right.span)
  if (right.kind === 'text' && !checkGlob(frame, right.value, right.span, sense)) return undefined
  return { kind: 'match', value, pattern: globPattern(glob.value.value, sense) }
}
