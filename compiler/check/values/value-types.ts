/** The values that names and literals stand for, their types, and how sentences name these. */
import type { List, Literal, ParameterType, Pattern } from '../../language/tree.ts'
import type { Field, GlobSense } from '../../schema/types.ts'
import { typeName } from '../context.ts'
import type { Meaning } from '../names/references.ts'
import type { Value } from '../typed.ts'

export type ValueType =
  | { readonly kind: 'text'; readonly like: GlobSense }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'number' | 'boolean' | 'none' }
  /** A literal of scanned code, which may be of any type. */
  | { readonly kind: 'literal' }
  | { readonly kind: 'reference'; readonly to: string }
  /** `singular` is what one of its elements is called. */
  | { readonly kind: 'list'; readonly singular: string }

/** What stands for one value. */
export interface Typed {
  readonly value: Value
  readonly type: ValueType
}

const plainText: ValueType = { kind: 'text', like: 'text' }

const fieldType = (field: Field): ValueType =>
  field.type.kind === 'list' ? { kind: 'list', singular: field.type.singular } : field.type

const parameterTypes: Readonly<Record<ParameterType, ValueType>> = {
  text: plainText,
  number: { kind: 'number' },
  boolean: { kind: 'boolean' },
  'list of text': { kind: 'list', singular: 'text' },
  'list of number': { kind: 'list', singular: 'number' },
}

/** The type of a list parameter's elements. */
export const elementTypes: Readonly<Record<string, ValueType>> = {
  'list of text': plainText,
  'list of number': { kind: 'number' },
}

/** Undefined for what has no value: facts, conditions, patterns and lists that are written out. */
export function typed(meaning: Meaning): Typed | undefined {
  switch (meaning.kind) {
    case 'field': {
      const { subject, steps, field } = meaning
      const value: Value = { kind: 'field', subject: subject.name, steps, optional: field.optional }
      return { value, type: fieldType(field) }
    }
    case 'subject': {
      const { name, is } = meaning.subject
      return is.kind === 'text' ? { value: { kind: 'element', subject: name }, type: is } : undefined
    }
    case 'parameter': {
      const { name, type } = meaning.parameter
      return { value: { kind: 'parameter', name: name.text }, type: parameterTypes[type] }
    }
    case 'value':
      return typedLiteral(meaning.node.value)
    case 'predicate':
      return undefined
  }
}

export function typedLiteral(node: Literal | Pattern | List): Typed | undefined {
  switch (node.kind) {
    case 'text':
      return { value: { kind: 'literal', value: node.value }, type: plainText }
    case 'number':
    case 'boolean':
      return { value: { kind: 'literal', value: node.value }, type: { kind: node.kind } }
    case 'none':
      return { value: { kind: 'literal', value: null }, type: { kind: 'none' } }
    default:
      return undefined
  }
}

/** The same for every fact. */
export const isFixed = (value: Value): boolean => value.kind === 'literal' || value.kind === 'parameter'

const isText = (type: ValueType): boolean => type.kind === 'text' || type.kind === 'choice'

/** Whether two values can ever be equal. */
export function comparable(a: ValueType, b: ValueType): boolean {
  if (a.kind === 'literal' || b.kind === 'literal') return [a, b].every(({ kind }) => !hasNoLiteral.includes(kind))
  return isText(a) ? isText(b) : a.kind === b.kind
}

const hasNoLiteral: readonly ValueType['kind'][] = ['list', 'reference']

export function describeType(type: ValueType): string {
  switch (type.kind) {
    case 'text':
    case 'choice':
      return 'a text'
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    case 'none':
      return 'none'
    case 'literal':
      return 'a value of the code'
    case 'reference':
      return withArticle(type.to)
    case 'list':
      return 'a list'
  }
}

export const withArticle = (word: string): string => `${/^(?!url)[aeiou]/.test(word) ? 'an' : 'a'} ${word}`

/** What somebody reads of a meaning that was to be a value. */
export function describe(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'subject':
      return withArticle(typeName(meaning.subject.is))
    case 'predicate':
      return 'a condition'
    case 'value':
      if (meaning.node.value.kind === 'list') return 'a list'
      return meaning.node.value.kind === 'pattern' ? 'a pattern' : describeTyped(typed(meaning))
    default:
      return describeTyped(typed(meaning))
  }
}

const describeTyped = (found: Typed | undefined): string =>
  found === undefined ? 'no value' : describeType(found.type)
