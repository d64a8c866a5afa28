/**
 * What makes a look-up safe: `?.`, a test of the same value before or around it, a handler that catches the error, a check of
 * the whole value. What is not there is nothing, and a look-up in nothing fails.
 */
import { childrenOf, type FlatTree, fieldOf, firstChild, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import type { LookUp } from './access.ts'
import type { JavaScriptSource } from './source.ts'
import { bare, calledOf, callNodes, givenOf, isFunction, operatorOf, ownNodes } from './syntax.ts'

/** A longer expression is asked for nowhere else. */
const longestBase = 200
/** Statements before a look-up that are looked at, and nodes around it. */
const mostStatements = 200
const deepest = 60

export function isGuarded(source: JavaScriptSource, { node, base }: LookUp): boolean {
  const { tree } = source
  const isOptional = [...childrenOf(tree, node)].some((child) => typeOf(tree, child) === 'optional_chain')
  return isOptional || isPiece(tree, base) || isCaught(source, node) || isTested(source, node, base)
}

/** However a text is divided, it has a first piece. */
const isPiece = (tree: FlatTree, base: number): boolean => /\.split\([^()]*\)$/.test(textOf(tree, base))

/** The body of a `try`, in the same function, that catches and does not throw again; a chain that ends in `catch`. */
function isCaught({ tree }: JavaScriptSource, node: number): boolean {
  let inner = node
  for (let left = deepest; left > 0; left--) {
    const outer = parentOf(tree, inner)
    if (outer <= 0 || isFunction(tree, outer)) return false
    const clause = typeOf(tree, outer) === 'try_statement' ? fieldOf(tree, outer, 'handler') : undefined
    if (clause !== undefined && tree.fields[inner] === 'body') {
      return [...ownNodes(tree, clause, throwing)].length === 0
    }
    inner = outer
  }
  return false
}

const throwing = new Set(['throw_statement'])

/** A condition around it, or one before it that leaves where the part is missing. */
function isTested(source: JavaScriptSource, node: number, base: number): boolean {
  const { tree } = source
  const value = normalised(textOf(tree, bare(tree, base)))
  if (value.length > longestBase) return false
  let [inner, statements] = [node, 0]
  for (let left = deepest; left > 0; left--) {
    const outer = parentOf(tree, inner)
    if (outer < 0) return false
    const condition = conditionFor(tree, outer, inner)
    if (condition !== undefined && asksFor(condition, value)) return true
    const type = typeOf(tree, outer)
    if (type === 'statement_block' || type === 'program') {
      for (
        let before = outer + 1;
        before < inner && statements < mostStatements;
        before = tree.nexts[before] ?? inner
      ) {
        statements++
        if (settles(source, before, value)) return true
      }
    }
    if (isFunction(tree, outer)) return false
    inner = outer
  }
  return false
}

/** Spaces and question marks play no part in whether two expressions are one. */
const normalised = (text: string): string => text.replaceAll(/\s+/g, '').replaceAll('?.', '.')

/** The condition under which a part of a statement or an expression is reached. */
function conditionFor(tree: FlatTree, outer: number, inner: number): string | undefined {
  const field = tree.fields[inner]
  const written = (name: string): string | undefined => {
    const found = fieldOf(tree, outer, name)
    return found === undefined ? undefined : normalised(textOf(tree, found))
  }
  switch (typeOf(tree, outer)) {
    case 'if_statement':
    case 'while_statement':
      return field === 'consequence' || field === 'body' ? written('condition') : undefined
    case 'for_statement':
      return field === 'body' ? written('condition') : undefined
    case 'ternary_expression':
      return field === 'consequence' ? written('condition') : undefined
    case 'binary_expression':
      return field === 'right' && operatorOf(tree, outer) === '&&' ? written('left') : undefined
    default:
      return undefined
  }
}

/** Whether a condition asks for a value, or for what sort of value it is. */
function asksFor(condition: string, value: string): boolean {
  for (let at = condition.indexOf(value); at >= 0; at = condition.indexOf(value, at + 1)) {
    const before = condition[at - 1] ?? ''
    const after = condition[at + value.length] ?? ''
    if (!/[\w$.]/.test(before) && !/[\w$]/.test(after)) return true
  }
  return false
}

const leaving = /^(return|throw|continue|break|process\.exit)\b/
const checking = /(validat|check|ensure|require|assert|verify|schema|parse)/i

/** A statement that leaves where the part is missing, or checks the value as a whole. */
function settles(source: JavaScriptSource, statement: number, value: string): boolean {
  const { tree } = source
  if (typeOf(tree, statement) === 'if_statement') {
    const [condition, body] = [fieldOf(tree, statement, 'condition'), fieldOf(tree, statement, 'consequence')]
    if (condition === undefined || body === undefined || !leaves(tree, body)) return false
    return asksFor(normalised(textOf(tree, condition)), value)
  }
  const isStatement = /^(expression_statement|lexical_declaration)$/.test(typeOf(tree, statement))
  if (!isStatement || !checking.test(textOf(tree, statement))) return false
  return [...ownNodes(tree, statement, calling)].some((call) => checks(tree, call, value))
}

const calling = new Set<string>(callNodes)

/** The last statement of the block goes elsewhere. */
function leaves(tree: FlatTree, block: number): boolean {
  const statements = typeOf(tree, block) === 'statement_block' ? [...childrenOf(tree, block)] : [block]
  const last = statements.at(-1)
  return last !== undefined && leaving.test(textOf(tree, last))
}

/** A function that is named for checking is given the value, or what it is a part of. */
function checks(tree: FlatTree, call: number, value: string): boolean {
  const called = calledOf(tree, call)
  const name =
    called === undefined ? undefined : (fieldOf(tree, called, 'property') ?? firstChild(tree, called) ?? called)
  if (name === undefined || !checking.test(textOf(tree, name))) return false
  return givenOf(tree, call).some((given) => {
    const text = normalised(textOf(tree, given))
    return text === value || value.startsWith(`${text}.`)
  })
}
