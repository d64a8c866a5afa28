/** The types of values, as comparisons need them and as sentences name them. */
import type { Literal, ParameterType } from '../language/tree.ts'
import type { Field } from '../schema/types.ts'
import type { Meaning } from './references.ts'

export type ValueType =
  | { readonly kind: 'text'; readonly like: 'path' | 'dotted' | 'text' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'number' | 'boolean' | 'none' }
  /** A literal of scanned code, which may be of any type. */
  | { readonly kind: 'literal' }
  | { readonly kind: 'reference'; readonly to: string }
  | { readonly kind: 'list'; readonly singular: string }

const plainText: ValueType = { kind: 'text', like: 'text' }

export function fieldType(field: Field): ValueType {
  return field.type.kind === 'list' ? { kind: 'list', singular: field.type.singular } : field.type
}

export function literalType(literal: Literal): ValueType {
  return literal.kind === 'text' ? plainText : { kind: literal.kind }
}

const parameterTypes: Readonly<Record<ParameterType, ValueType>> = {
  text: plainText,
  number: { kind: 'number' },
  boolean: { kind: 'boolean' },
  'list of text': { kind: 'list', singular: 'text' },
  'list of number': { kind: 'list', singular: 'number' },
}

/** Undefined for what has no value: facts, conditions, patterns. */
export function typeOf(meaning: Meaning): ValueType | undefined {
  switch (meaning.kind) {
    case 'field':
      return fieldType(meaning.field)
    case 'subject':
      return meaning.subject.is.kind === 'text' ? meaning.subject.is : undefined
    case 'parameter':
      return parameterTypes[meaning.parameter.type]
    case 'value':
      if (meaning.value.kind === 'list') return { kind: 'list', singular: 'value' }
      return meaning.value.kind === 'pattern' ? undefined : literalType(meaning.value)
    case 'predicate':
      return undefined
  }
}

const isText = (type: ValueType): boolean => type.kind === 'text' || type.kind === 'choice'

/** Whether two values can ever be equal. */
export function comparable(a: ValueType, b: ValueType): boolean {
  if (a.kind === 'literal' || b.kind === 'literal') return a.kind !== 'list' && b.kind !== 'list'
  return isText(a) ? isText(b) : a.kind === b.kind
}

export function describe(type: ValueType): string {
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
      return `a ${type.to}`
    case 'list':
      return 'a list'
  }
}
