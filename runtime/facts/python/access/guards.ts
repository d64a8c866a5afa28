/**
 * What makes a look-up safe: a default, a test of the same value before or around it, a handler that catches the error,
 * a check of the whole value, or that the file itself put the part there.
 */
import { childrenOf, fieldOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../expressions.ts'
import { raisesAgain } from '../handlers/doings.ts'
import type { PythonSource } from '../source.ts'
import { contains } from '../values/conditions.ts'
import { inMapping } from '../values/given.ts'
import { type LookUp, withoutParentheses } from './index.ts'

/** `inner` is the look-up that gives the base, if one does. */
export function isGuarded(source: PythonSource, lookUp: LookUp, inner: LookUp | undefined): boolean {
  const { base, form, key } = lookUp
  // `get` does not fail on what is missing, but on a base that is nothing.
  if (form === 'get' && inner === undefined) return true
  if (form === 'get' && inner?.form === 'get' && hasDefault(source, inner)) return true
  if (form === 'get' && inner !== undefined && isEnd(source, inner) && isTested(source, inner)) return true
  return (
    isFirstPiece(source, lookUp) ||
    isCaught(source, lookUp.node) ||
    isTested(source, lookUp) ||
    (form === 'subscript' && key !== undefined && isOwnPart(source, base, key))
  )
}

function hasDefault({ tree }: PythonSource, { fallback }: LookUp): boolean {
  const value = fallback === undefined ? undefined : (fieldOf(tree, fallback, 'value') ?? fallback)
  return value !== undefined && typeOf(tree, value) !== 'none'
}

/** The first or the last element: what is looked into then is whatever the list holds. */
function isEnd({ tree }: PythonSource, { form, key }: LookUp): boolean {
  return form === 'subscript' && key !== undefined && ['0', '-1'].includes(textOf(tree, key))
}

/** `text.split(",")[0]`: however a text is divided, it has a first piece. */
function isFirstPiece({ tree }: PythonSource, { base, key }: LookUp): boolean {
  return key !== undefined && textOf(tree, key) === '0' && /\.(r?split|r?partition)\([^()]*\)$/.test(textOf(tree, base))
}

/** Errors that a look-up raises, and the classes around them. */
const caught = /\b(KeyError|IndexError|LookupError|TypeError|AttributeError|ValueError|Exception|BaseException)\b/

/** The body of a `try`, in the same function, that catches what looking up raises and does not raise it again. */
function isCaught(source: PythonSource, node: number): boolean {
  const { tree } = source
  for (let inner = node, around = parentOf(tree, node); around > 0; inner = around, around = parentOf(tree, around)) {
    const type = typeOf(tree, around)
    if (type === 'function_definition' || type === 'lambda') return false
    if (type !== 'try_statement' || tree.fields[inner] !== 'body') continue
    const clauses = [...childrenOf(tree, around)].filter((child) => typeOf(tree, child).startsWith('except'))
    if (clauses.some((clause) => catches(source, clause))) return true
  }
  return false
}

function catches(source: PythonSource, clause: number): boolean {
  const { tree } = source
  const block = [...childrenOf(tree, clause)].find((child) => typeOf(tree, child) === 'block')
  if (block === undefined || raisesAgain(source, block)) return false
  const head = tree.text.slice(tree.starts[clause], tree.starts[block])
  return caught.test(head) || /^except\s*:/.test(head)
}

/** A longer expression is asked for nowhere else. */
const longestBase = 200
/** Statements before a look-up that are looked at. */
const mostStatements = 200

/** A condition around it, or one before it that leaves where the part is missing. */
function isTested(source: PythonSource, { node, base, key }: LookUp): boolean {
  const { tree } = source
  const value = textOf(tree, withoutParentheses(source, base))
  if (value.length > longestBase) return false
  const part = key === undefined ? undefined : textOf(tree, key)
  let statements = 0
  for (let inner = node, around = parentOf(tree, node); around >= 0; inner = around, around = parentOf(tree, around)) {
    const condition = conditionFor(source, around, inner)
    if (condition !== undefined && asksFor(condition, value, part)) return true
    const type = typeOf(tree, around)
    if (type === 'block' || type === 'module') {
      for (
        let before = around + 1;
        before < inner && statements < mostStatements;
        before = tree.nexts[before] ?? inner
      ) {
        statements++
        if (settles(source, before, value, part)) return true
      }
    }
    if (type === 'function_definition' || around === 0) return false
  }
  return false
}

/** The condition under which a part of a statement or an expression is reached, as text; of a loop its head. */
function conditionFor({ tree }: PythonSource, around: number, inner: number): string | undefined {
  const field = tree.fields[inner]
  switch (typeOf(tree, around)) {
    case 'if_statement':
    case 'elif_clause':
    case 'while_statement':
      return field === 'consequence' || field === 'body' ? written(fieldOf(tree, around, 'condition')) : undefined
    case 'conditional_expression':
      return written(tree.nexts[around + 1])
    case 'boolean_operator':
      return field === 'right' ? written(fieldOf(tree, around, 'left')) : undefined
    case 'for_statement':
      return field === 'body' ? tree.text.slice(tree.starts[around], tree.starts[inner]) : undefined
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
    case 'dictionary_comprehension':
      return written(around)
    default:
      return undefined
  }

  function written(node: number | undefined): string | undefined {
    return node === undefined ? undefined : textOf(tree, node)
  }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether a condition asks whether a value has a part, or what sort of value it is. */
function asksFor(condition: string, value: string, part: string | undefined): boolean {
  if (!condition.includes(value)) return false
  const base = escaped(value)
  const forms = [
    `\\bin ${base}(\\.keys\\(\\))?(?![\\w.\\[(])`,
    `\\bisinstance\\(\\s*${base}\\s*,`,
    `\\bhasattr\\(\\s*${base}\\s*,`,
  ]
  const own = part === undefined ? [] : [`${base}\\.get\\(\\s*${escaped(part)}`, `\\blen\\(\\s*${base}\\s*\\)`]
  // A list that is not empty has a first and a last element.
  if (part === '0' || part === '-1') own.push(`^\\(?(not |.* and )?${base}( and .*)?\\)?$`)
  return new RegExp([...forms, ...own].join('|')).test(condition.replaceAll(/\s+/g, ' '))
}

const checkingWord = /validat|check|ensure|require|assert|verify|schema/i
const checking = /(^|_)(validate|validated|validator|check|ensure|require|assert|verify|schema)(_|$)/i

/** A statement that leaves where the part is missing, or checks the value as a whole. */
function settles(source: PythonSource, statement: number, value: string, part: string | undefined): boolean {
  const { tree } = source
  const text = (node: number) => tree.text.slice(tree.starts[node], tree.ends[node])
  switch (typeOf(tree, statement)) {
    case 'assert_statement':
      return asksFor(text(statement), value, part)
    case 'if_statement': {
      const [condition, body] = [fieldOf(tree, statement, 'condition'), fieldOf(tree, statement, 'consequence')]
      return (
        condition !== undefined && body !== undefined && leaves(source, body) && asksFor(text(condition), value, part)
      )
    }
    case 'expression_statement':
      return stores(source, statement, value, part) || checks(source, statement, value)
    default:
      return false
  }
}

/** The last statement of the block goes elsewhere. */
function leaves({ tree }: PythonSource, block: number): boolean {
  let last = -1
  for (let child = block + 1; child < (tree.nexts[block] ?? 0); child = tree.nexts[child] ?? block) last = child
  const written = last < 0 ? '' : tree.text.slice(tree.starts[last], tree.ends[last])
  return /^(return|raise|continue|break|sys\.exit|exit)\b/.test(written)
}

/** `value["part"] = …`, `value.setdefault("part", …)`. */
function stores({ tree }: PythonSource, statement: number, value: string, part: string | undefined): boolean {
  if (part === undefined || !tree.text.startsWith(value, tree.starts[statement])) return false
  const written = tree.text.slice(tree.starts[statement], tree.ends[statement])
  // Making an expression costs more than most statements are worth.
  if (!/^[[.]/.test(written.slice(value.length))) return false
  return new RegExp(
    `^${escaped(value)}(\\[${escaped(part)}\\]\\s*=[^=]|\\.setdefault\\(\\s*${escaped(part)}\\s*,)`,
  ).test(written)
}

/** A function that is named for checking is given the value. */
function checks({ tree }: PythonSource, statement: number, value: string): boolean {
  if (!checkingWord.test(textOf(tree, statement))) return false
  for (let node = statement; node < (tree.nexts[statement] ?? 0); node++) {
    if (typeOf(tree, node) !== 'call') continue
    const [callee, list] = [fieldOf(tree, node, 'function'), fieldOf(tree, node, 'arguments')]
    if (callee === undefined || list === undefined || !contains(tree, statement, list)) continue
    const name = fieldOf(tree, callee, 'attribute') ?? callee
    if (!checking.test(textOf(tree, name))) continue
    for (let given = list + 1; given < (tree.nexts[list] ?? 0); given = tree.nexts[given] ?? list) {
      if (textOf(tree, given) === value) return true
    }
  }
  return false
}

/** A dictionary that this file writes down with the part in it. */
function isOwnPart(source: PythonSource, base: number, key: number): boolean {
  const name = constantOf(source, key)?.value
  return typeof name === 'string' && inMapping(source, base, [name])?.kind === 'given'
}
