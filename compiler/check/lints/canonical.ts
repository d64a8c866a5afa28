/**
 * Conditions by what they say: two that say the same have one number, in whatever order their parts stand. Each part is
 * looked at once, however deep it lies.
 */
import { unreachable } from '../../unreachable.ts'
import type { Condition, Subject } from '../typed.ts'

export class Canonical {
  readonly #numbers = new Map<string, number>()
  readonly #known = new WeakMap<Condition, number>()

  of(condition: Condition): number {
    const known = this.#known.get(condition)
    if (known !== undefined) return known
    const number = this.numberOf(this.#said(condition))
    this.#known.set(condition, number)
    return number
  }

  numberOf(value: unknown): number {
    const said = JSON.stringify(value)
    const known = this.#numbers.get(said)
    if (known !== undefined) return known
    this.#numbers.set(said, this.#numbers.size)
    return this.#numbers.size - 1
  }

  #said(condition: Condition): unknown {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return [condition.kind, ...condition.operands.map((operand) => this.of(operand)).toSorted((a, b) => a - b)]
      case 'not':
        return ['not', this.of(condition.operand)]
      case 'quantified': {
        const { quantifier, count, subject, where } = condition
        return [quantifier, count, this.subject(subject), this.of(where)]
      }
      case 'every':
        return ['every', this.subject(condition.subject), this.of(condition.where), this.of(condition.must)]
      case 'always':
      case 'holds':
      case 'present':
      case 'equal':
      case 'order':
      case 'among':
      case 'affix':
      case 'match':
      case 'same':
      case 'apply':
        return condition
      default:
        return unreachable(condition)
    }
  }

  subject({ name, domain, narrowed }: Subject): unknown {
    return [name, domain, this.of(narrowed)]
  }
}
