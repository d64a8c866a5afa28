/** Python's operators and number literals, for constants. */
import { type Constant, type Literal, longestText } from './constants.ts'

/** Undefined where Python would do something else than is understood here. */
export function operate(operator: string, left: Literal, right: Literal): Constant | undefined {
  if (typeof left === 'string') return operateOnText(operator, left, right)
  if (typeof left !== 'number' || typeof right !== 'number') return undefined
  const value = arithmetic(operator, left, right)
  return value !== undefined && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
    ? { value }
    : undefined
}

function operateOnText(operator: string, left: string, right: Literal): Constant | undefined {
  if (left.length + String(right).length > longestText) return undefined
  if (typeof right === 'string' && operator === '+') return { value: left + right }
  if (operator === '%' && (typeof right === 'string' || typeof right === 'number')) {
    const [before, after, ...more] = left.split(/%[sd]/)
    const isPlain = after !== undefined && more.length === 0 && !`${before}${after}`.includes('%')
    return isPlain ? { value: `${before}${right}${after}` } : undefined
  }
  return undefined
}

function arithmetic(operator: string, a: number, b: number): number | undefined {
  const small = Number.isInteger(a) && Number.isInteger(b) && Math.abs(a) < 2 ** 31 && Math.abs(b) < 2 ** 31
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return b === 0 ? undefined : a / b
    case '//':
      return b === 0 ? undefined : Math.floor(a / b)
    case '|':
      return small ? a | b : undefined
    case '&':
      return small ? a & b : undefined
    case '^':
      return small ? a ^ b : undefined
    default:
      return undefined
  }
}

export function negated(operator: string, operand: Literal): Constant | undefined {
  if (operator === 'not') return { value: !operand }
  if (typeof operand !== 'number') return undefined
  switch (operator) {
    case '-':
      return { value: -operand }
    case '+':
      return { value: operand }
    case '~':
      return { value: ~operand }
    default:
      return undefined
  }
}

/** Python 2 wrote octal numbers with a plain zero, and long ones with an `L`. NaN for what is no real number. */
export function numberWritten(text: string): number {
  const digits = text.replaceAll('_', '').toLowerCase().replace(/l$/, '')
  return /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits)
}
