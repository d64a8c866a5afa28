/**
 * Terms and expressions as text. What fits in a line stands in one; what does not is laid out over several, the way
 * `opa fmt` keeps: one element a line, the last with a comma, bodies indented by a tab.
 */
import { assert, unreachable } from '../../unreachable.ts'
import { type Expr, infix, type Term } from '../tree.ts'
import { isIdentifier } from '../words.ts'

/** Columns, a tab taken as four. */
const width = 110

/** `indent` counts the tabs of the line that the text starts in, `taken` the columns before and after it there. */
export function printTerm(term: Term, indent = 0, taken = 0): string {
  const line = inline(term)
  return indent * 4 + taken + line.length <= width ? line : spread(term, indent)
}

export const printExpr = (expr: Expr, indent: number): string =>
  exprText(expr, (term, taken) => printTerm(term, indent, taken))

/** `print` makes the text of a term behind so many columns. */
function exprText(expr: Expr, print: (term: Term, taken: number) => string): string {
  switch (expr.kind) {
    case 'assign': {
      const start = `${expr.name} := `
      return start + print(expr.term, start.length)
    }
    case 'holds':
      return print(expr.term, 0)
    case 'not':
      assertNegatable(expr.term)
      return `not ${print(expr.term, 4)}`
    case 'some': {
      const start = `some ${expr.key === undefined ? '' : `${expr.key}, `}${expr.value} in `
      return start + print(expr.in, start.length)
    }
    default:
      return unreachable(expr)
  }
}

function inline(term: Term): string {
  switch (term.kind) {
    case 'var':
    case 'rule':
      return term.name
    case 'scalar':
      return printScalar(term.value)
    case 'array':
      return `[${term.items.map(inline).join(', ')}]`
    case 'set':
      return term.items.length === 0 ? 'set()' : `{${term.items.map(inline).join(', ')}}`
    case 'object':
      return `{${term.entries.map(([key, value]) => `${inline(key)}: ${inline(value)}`).join(', ')}}`
    case 'ref':
      return inline(term.head) + term.path.map(printStep).join('')
    case 'call':
      return inlineCall(term)
    case 'array comprehension':
      return `[${inline(term.term)} | ${inlineBody(term.body)}]`
    case 'set comprehension':
      return `{${inline(term.term)} | ${inlineBody(term.body)}}`
    case 'object comprehension':
      return `{${inline(term.key)}: ${inline(term.term)} | ${inlineBody(term.body)}}`
    default:
      return unreachable(term)
  }
}

function inlineCall(term: Extract<Term, { kind: 'call' }>): string {
  const args = term.args.map(inline)
  const operator = operatorOf(term)
  if (operator === undefined) return `${term.name}(${args.join(', ')})`
  assert(!term.args.some((arg) => operatorOf(arg)), 'an infix operator is not an operand of another')
  return `${args[0]} ${operator} ${args[1]}`
}

const operators: Readonly<Record<string, string>> = infix

const operatorOf = (term: Term): string | undefined =>
  term.kind === 'call' && term.builtin ? operators[term.name] : undefined

const inlineBody = (body: readonly Expr[]): string =>
  body.length === 0 ? 'true' : body.map((expr) => exprText(expr, inline)).join('; ')

/** Over several lines, where there is something to part. */
function spread(term: Term, indent: number): string {
  const inner = indent + 1
  const tab = `\n${'\t'.repeat(inner)}`
  const end = `\n${'\t'.repeat(indent)}`
  const items = (terms: readonly Term[]) => terms.map((item) => `${tab}${printTerm(item, inner, 1)},`).join('')
  const body = (exprs: readonly Expr[]) =>
    exprs.length === 0 ? `${tab}true` : exprs.map((expr) => tab + printExpr(expr, inner)).join('')
  switch (term.kind) {
    case 'array':
      return term.items.length === 0 ? '[]' : `[${items(term.items)}${end}]`
    case 'set':
      return term.items.length === 0 ? 'set()' : `{${items(term.items)}${end}}`
    case 'object':
      return `{${term.entries
        .map(([key, value]) => `${tab}${inline(key)}: ${printTerm(value, inner, inline(key).length + 3)},`)
        .join('')}${end}}`
    case 'call': {
      const operator = operatorOf(term)
      const [left, right] = term.args
      if (operator !== undefined && left !== undefined && right !== undefined) {
        return `${spread(left, indent)} ${operator} ${printTerm(right, indent)}`
      }
      return spreadCall(term, indent)
    }
    case 'array comprehension':
      return `[${inline(term.term)} |${body(term.body)}${end}]`
    case 'set comprehension':
      return `{${inline(term.term)} |${body(term.body)}${end}}`
    case 'object comprehension':
      return `{${inline(term.key)}: ${inline(term.term)} |${body(term.body)}${end}}`
    default:
      return inline(term)
  }
}

/** The last argument is laid out where it can be, else all of them. One alone never gets a line of its own. */
function spreadCall({ name, args }: Extract<Term, { kind: 'call' }>, indent: number): string {
  const last = args.at(-1)
  if (last !== undefined && args.length === 1) return `${name}(${spread(last, indent)})`
  const start = `${name}(${args
    .slice(0, -1)
    .map((arg) => `${inline(arg)}, `)
    .join('')}`
  if (last !== undefined && canSpread(last) && indent * 4 + start.length < width - 20) {
    return `${start}${spread(last, indent)})`
  }
  const tab = `\n${'\t'.repeat(indent + 1)}`
  return `${name}(${args.map((arg) => `${tab}${printTerm(arg, indent + 1, 1)},`).join('')}\n${'\t'.repeat(indent)})`
}

const canSpread = (term: Term): boolean =>
  term.kind.endsWith('comprehension') || (term.kind === 'array' && term.items.length > 0)

function printStep(step: Term): string {
  if (step.kind === 'scalar' && typeof step.value === 'string' && isIdentifier(step.value)) return `.${step.value}`
  return `[${inline(step)}]`
}

/** Patterns and paths are full of backslashes: they stand between backquotes where they can. */
function printScalar(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  return value.includes('\\') && !/[`\p{Cc}]/u.test(value) ? `\`${value}\`` : JSON.stringify(value)
}

/**
 * OPA evaluates the operands of a call, and references within a reference, before it negates: where one of them is
 * missing, the negation would be undefined and not true. So they have to be variables and constants.
 */
function assertNegatable(term: Term): void {
  const plain = (operand: Term) => operand.kind === 'var' || operand.kind === 'scalar'
  switch (term.kind) {
    case 'var':
    case 'rule':
      return
    case 'ref':
      assert(plain(term.head) && term.path.every(plain), 'what `not` is said of has no reference within a reference')
      return
    case 'call':
      assert(term.args.every(plain), 'what `not` is said of is given variables and constants')
      return
    default:
      assert(false, `\`not\` is not said of a term of the kind ${term.kind}`)
  }
}
