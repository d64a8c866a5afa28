/** What a condition says, as the name of a helper: `role_is_identifier`, `id_at_least_minimum_rule_id`. */
import type { Condition, Identity, Scalar, Value } from '../../check/typed.ts'
import { unreachable } from '../../unreachable.ts'
import { cutAtWord, slug } from './names.ts'

const longest = 48

/** `innermost`: the subject whose name goes without saying. */
export const wordsOf = (condition: Condition, innermost: string | undefined): string =>
  cutAtWord(words(condition, innermost), longest)

function words(condition: Condition, innermost: string | undefined): string {
  const of = (value: Value) => valueWords(value, innermost)
  const joined = (operands: readonly Condition[], by: string) =>
    operands.map((operand) => words(operand, innermost)).join(by)
  switch (condition.kind) {
    case 'always':
      return 'always'
    case 'all':
      return joined(condition.operands, '_and_')
    case 'any':
      return joined(condition.operands, '_or_')
    case 'not':
      return `not_${words(condition.operand, innermost)}`
    case 'holds':
      return of(condition.value)
    case 'present':
      return `has_${of(condition.value)}`
    case 'equal':
      return `${of(condition.left)}_is_${of(condition.right)}`
    case 'order':
      return `${of(condition.left)}_${orderWords[condition.operator]}_${of(condition.right)}`
    case 'among':
      return `${of(condition.value)}_is_${listWords(condition.list, of)}`
    case 'affix':
      return `${of(condition.left)}_${condition.operator.replace(' ', '_')}_${of(condition.right)}`
    case 'match':
      return `${of(condition.value)}_matches_${slug(condition.pattern.written) || 'pattern'}`
    case 'same':
      return `${identityWords(condition.left, innermost)}_is_${identityWords(condition.right, innermost)}`
    case 'apply':
      return slug(condition.definition, longest)
    case 'quantified':
      return quantifierWords(condition.quantifier, condition.count, condition.subject.name)
    case 'every':
      return `every_${slug(condition.subject.name)}`
    default:
      return unreachable(condition)
  }
}

export const quantifierWords = (quantifier: string, count: number | undefined, subject: string): string =>
  [quantifier.replace(' ', '_'), ...(count === undefined ? [] : [count]), slug(subject)].join('_')

const orderWords = { '<': 'below', '<=': 'at_most', '>': 'above', '>=': 'at_least' } as const

/** Up to two values are named, more are a list. */
function listWords(list: Extract<Condition, { kind: 'among' }>['list'], of: (value: Value) => string): string {
  if ('parameter' in list) return `among_${slug(list.parameter)}`
  return list.length > 0 && list.length <= 2 ? list.map(of).join('_or_') : 'listed'
}

function valueWords(value: Value, innermost: string | undefined): string {
  switch (value.kind) {
    case 'literal':
      return literalWords(value.value)
    case 'parameter':
      return slug(value.name)
    case 'field':
      return fieldWords(value, innermost)
    case 'element':
      return slug(value.subject)
    default:
      return unreachable(value)
  }
}

function literalWords(value: Scalar): string {
  if (value === null) return 'none'
  return value === '' ? 'empty' : slug(String(value)) || 'symbols'
}

const fieldWords = (
  { subject, steps }: { readonly subject: string; readonly steps: readonly { readonly field: string }[] },
  innermost: string | undefined,
): string => [...(subject === innermost ? [] : [slug(subject)]), ...steps.map(({ field }) => field)].join('_')

const identityWords = (identity: Identity, innermost: string | undefined): string =>
  identity.kind === 'subject' ? slug(identity.subject) : fieldWords(identity, innermost)
