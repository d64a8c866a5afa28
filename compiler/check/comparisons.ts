/** One comparison: what stands left and right, and whether the operator takes the two. */
import { diagnose } from '../diagnostics/codes.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import type { Comparison, Operand, Reference } from '../language/tree.ts'
import { compilePattern } from '../patterns/index.ts'
import { unreachable } from '../unreachable.ts'
import type { Frame } from './context.ts'
import { applied } from './definitions.ts'
import { globPattern } from './globs.ts'
import { amongOf } from './lists.ts'
import { literalValue, type Meaning, resolve, valueOf } from './references.ts'
import type { Condition, Identity, TypedPattern, Value } from './typed.ts'
import { comparable, describe, literalType, typeOf, type ValueType } from './value-types.ts'

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
      return among(frame, node, left, right)
    case 'is not among':
      return negated(among(frame, node, left, right))
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const [a, b] = [numberOf(frame, node, left, node.left), operandNumber(frame, node, right)]
      return a === undefined || b === undefined ? undefined : { kind: 'order', operator, left: a, right: b }
    }
    case 'contains':
    case 'starts with':
    case 'ends with': {
      const [a, b] = [textOf(frame, node, left, node.left), operandText(frame, node, right)]
      return a === undefined || b === undefined ? undefined : { kind: 'affix', operator, left: a, right: b }
    }
    case 'like':
      return like(frame, node, left, right)
    case 'matches':
      return matches(frame, node, left, right)
    default:
      return unreachable(operator)
  }
}

const negated = (operand: Condition | undefined): Condition | undefined =>
  operand === undefined ? undefined : { kind: 'not', operand }

const written = (node: Reference): string => node.names.map((name) => name.text).join('.')

function presence(frame: Frame, node: Comparison, left: Meaning): Condition | undefined {
  const value = valueOf(left)
  if (left.kind !== 'field' || value === undefined || !left.field.optional) {
    frame.checking.report(diagnose('never-missing', node.span, { name: written(node.left) }))
    return undefined
  }
  const present: Condition = { kind: 'present', value }
  return node.operator === 'is present' ? present : { kind: 'not', operand: present }
}

function equality(frame: Frame, node: Comparison, left: Meaning, right: Operand): Condition | undefined {
  if (right.kind === 'pattern') return refused(frame, node, 'needs-matches')
  if (right.kind === 'list') return refused(frame, node, 'needs-among')
  if (right.kind !== 'reference') return equalValues(frame, node, left, literalValue(right), literalType(right), right)
  const meaning = resolve(frame, right)
  if (meaning === undefined) return undefined
  if (meaning.kind === 'predicate') {
    if (left.kind === 'subject') return applied(frame, meaning, left.subject, node.span)
    frame.checking.report(diagnose('needs-subject', right.span, { name: written(right) }))
    return undefined
  }
  const [a, b] = [identityOf(left), identityOf(meaning)]
  if (a !== undefined || b !== undefined) return sameness(frame, node, left, meaning)
  if (meaning.kind === 'value' && meaning.value.kind === 'pattern') return refused(frame, node, 'needs-matches')
  const type = typeOf(meaning)
  if (type?.kind === 'list') return refused(frame, node, 'needs-among')
  return type === undefined ? undefined : equalValues(frame, node, left, valueOf(meaning), type, right)
}

function refused(frame: Frame, node: Comparison, code: 'needs-matches' | 'needs-among'): undefined {
  frame.checking.report(diagnose(code, node.at, { operator: node.operator }))
  return undefined
}

function equalValues(
  frame: Frame,
  node: Comparison,
  left: Meaning,
  right: Value | undefined,
  rightType: ValueType,
  operand: Operand,
): Condition | undefined {
  const [value, type] = [valueOf(left), typeOf(left)]
  if (value === undefined || type === undefined || right === undefined) {
    frame.checking.report(diagnose('needs-subject', node.left.span, { name: written(node.left) }))
    return undefined
  }
  if (type.kind === 'list') {
    frame.checking.report(diagnose('list-field', node.left.span, { name: written(node.left), singular: type.singular }))
    return undefined
  }
  if (!fits(frame, written(node.left), type, right, rightType, operand)) return undefined
  return { kind: 'equal', left: value, right }
}

/** Whether a value can be what a field holds: the types, and for a field of few words the word. */
function fits(
  frame: Frame,
  name: string,
  type: ValueType,
  right: Value,
  rightType: ValueType,
  operand: { readonly span: Operand['span'] },
): boolean {
  if (!comparable(type, rightType)) {
    const described = right.kind === 'literal' ? JSON.stringify(right.value) : 'the other side'
    frame.checking.report(
      diagnose('wrong-type', operand.span, {
        left: name,
        leftType: describe(type),
        right: described,
        rightType: describe(rightType),
      }),
    )
    return false
  }
  if (type.kind === 'choice' && right.kind === 'literal' && !type.values.includes(String(right.value))) {
    const suggestion = didYouMean(String(right.value), type.values) || `It is one of: ${type.values.join(', ')}.`
    frame.checking.report(
      diagnose('unknown-value', operand.span, { field: name, value: String(right.value), suggestion }),
    )
    return false
  }
  return true
}

/** What is a fact: a subject that is one, or a field that refers to one. */
function identityOf(meaning: Meaning): { readonly identity: Identity; readonly of: string } | undefined {
  if (meaning.kind === 'subject' && meaning.subject.is.kind === 'fact') {
    return { identity: { kind: 'subject', subject: meaning.subject.name }, of: meaning.subject.is.of }
  }
  if (meaning.kind !== 'field' || meaning.field.type.kind !== 'reference') return undefined
  return { identity: { kind: 'field', subject: meaning.subject.name, steps: meaning.steps }, of: meaning.field.type.to }
}

function sameness(frame: Frame, node: Comparison, left: Meaning, right: Meaning): Condition | undefined {
  const [a, b] = [identityOf(left), identityOf(right)]
  if (a === undefined || b === undefined) {
    const other = a === undefined ? left : right
    const name = a === undefined ? written(node.left) : 'the other side'
    const type = typeOf(other)
    frame.checking.report(
      diagnose('needs-fact', node.span, { name, type: type === undefined ? 'none' : describe(type) }),
    )
    return undefined
  }
  if (a.of !== b.of) {
    const names = { left: written(node.left), leftKind: a.of, right: 'the other side', rightKind: b.of }
    frame.checking.report(diagnose('other-kind', node.span, names))
    return undefined
  }
  return { kind: 'same', left: a.identity, right: b.identity }
}

function among(frame: Frame, node: Comparison, left: Meaning, right: Operand): Condition | undefined {
  const list = amongOf(frame, right)
  const [value, type] = [valueOf(left), typeOf(left)]
  if (list === undefined) return undefined
  if (value === undefined || type === undefined) {
    frame.checking.report(diagnose('needs-subject', node.left.span, { name: written(node.left) }))
    return undefined
  }
  if ('parameter' in list) return { kind: 'among', value, list }
  const nodes = right.kind === 'list' && right.values.length === list.length ? right.values : []
  const good = list.map((each, index) => {
    if (each.kind !== 'literal') return true
    return fits(frame, written(node.left), type, each, scalarType(each.value), nodes[index] ?? right)
  })
  return good.every(Boolean) ? { kind: 'among', value, list } : undefined
}

function scalarType(value: string | number | boolean | null): ValueType {
  if (typeof value === 'string') return { kind: 'text', like: 'text' }
  return { kind: value === null ? 'none' : typeof value === 'number' ? 'number' : 'boolean' }
}

function numberOf(frame: Frame, node: Comparison, meaning: Meaning, at: Reference): Value | undefined {
  const [value, type] = [valueOf(meaning), typeOf(meaning)]
  if (value !== undefined && (type?.kind === 'number' || type?.kind === 'literal')) return value
  const described = type === undefined ? 'no number' : describe(type)
  frame.checking.report(
    diagnose('needs-number', at.span, { operator: node.operator, name: written(at), type: described }),
  )
  return undefined
}

function operandNumber(frame: Frame, node: Comparison, right: Operand): Value | undefined {
  if (right.kind === 'number') return literalValue(right)
  if (right.kind === 'reference') {
    const meaning = resolve(frame, right)
    return meaning === undefined ? undefined : numberOf(frame, node, meaning, right)
  }
  frame.checking.report(diagnose('needs-number', right.span, { operator: node.operator, name: 'this', type: 'none' }))
  return undefined
}

function textOf(frame: Frame, node: Comparison, meaning: Meaning, at: Reference): Value | undefined {
  const [value, type] = [valueOf(meaning), typeOf(meaning)]
  if (value !== undefined && (type?.kind === 'text' || type?.kind === 'choice' || type?.kind === 'literal'))
    return value
  const described = type === undefined ? 'no text' : describe(type)
  frame.checking.report(
    diagnose('needs-text', at.span, { operator: node.operator, name: written(at), type: described }),
  )
  return undefined
}

function operandText(frame: Frame, node: Comparison, right: Operand): Value | undefined {
  if (right.kind === 'text') return literalValue(right)
  if (right.kind === 'pattern') return refused(frame, node, 'needs-matches')
  if (right.kind === 'reference') {
    const meaning = resolve(frame, right)
    return meaning === undefined ? undefined : textOf(frame, node, meaning, right)
  }
  frame.checking.report(diagnose('needs-text', right.span, { operator: node.operator, name: 'this', type: 'none' }))
  return undefined
}

function like(frame: Frame, node: Comparison, left: Meaning, right: Operand): Condition | undefined {
  const value = textOf(frame, node, left, node.left)
  const glob = operandText(frame, node, right)
  if (value === undefined || glob === undefined) return undefined
  if (glob.kind !== 'literal' || typeof glob.value !== 'string') {
    frame.checking.report(diagnose('needs-text', right.span, { operator: 'like', name: 'this', type: 'no fixed text' }))
    return undefined
  }
  const type = typeOf(left)
  return { kind: 'match', value, pattern: globPattern(glob.value, type?.kind === 'text' ? type.like : 'text') }
}

function matches(frame: Frame, node: Comparison, left: Meaning, right: Operand): Condition | undefined {
  const value = textOf(frame, node, left, node.left)
  const pattern = patternOf(frame, right)
  return value === undefined || pattern === undefined ? undefined : { kind: 'match', value, pattern }
}

function patternOf(frame: Frame, right: Operand): TypedPattern | undefined {
  if (right.kind === 'reference') {
    const meaning = resolve(frame, right)
    if (meaning === undefined) return undefined
    if (meaning.kind === 'value' && meaning.value.kind === 'pattern') return patternOf(frame, meaning.value)
  }
  if (right.kind !== 'pattern') {
    frame.checking.report(diagnose('needs-pattern', right.span, {}))
    return undefined
  }
  const { source, ignoreCase } = right
  const compiled = compilePattern(ignoreCase ? `(?i)${source}` : source)
  if (compiled.kind === 'refused') {
    frame.checking.report(diagnose('bad-pattern', right.span, { reason: compiled.reason }))
    return undefined
  }
  return { source, ignoreCase, written: `/${source}/${ignoreCase ? 'i' : ''}` }
}
