/**
 * Follows a value back through the file that it stands in: through names, parts of objects, and what calls may pass on.
 * One search looks at so many expressions at most; what ends it are terms.
 */
import { distinct } from '../../flow/distinct.ts'
import { foundOnce } from '../../flow/known-terms.ts'
import { queryKeysIn } from '../../flow/query-keys.ts'
import { type Open, type Origin, partOf, pathText, type Term } from '../../flow/term.ts'
import { childrenOf, type FlatTree, fieldOf, firstChild, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { type Source, variableOf } from '../origin-sources.ts'
import type { JavaScriptSource } from '../source.ts'
import { literalText } from '../string-literals.ts'
import { bare, operatorOf } from '../syntax.ts'
import { CallSearch } from './call-search.ts'
import { followObject, followSequence } from './containers.ts'
import { followMember } from './members.ts'
import { followName } from './name-search.ts'
import { termAt } from './terms-at.ts'
import { entire, type Way, wholly } from './way.ts'

/** What is known of a source besides its form and its name. */
export type Details = Partial<Pick<Term, 'path' | 'purpose' | 'query_keys'>>

/** Expressions that are looked at for one value. */
const mostExpressions = 256
const deepest = 48
/** Expressions that are looked at for all values of one file, and how many more for each of its nodes. */
const mostInFile = 100_000
const mostForNode = 5

interface Budget {
  left: number
}

const budgets = new WeakMap<FlatTree, Budget>()

/** Values of a file that refer to each other a thousand times over would take hours; what is left of them is not known. */
function budgetOf(tree: FlatTree): Budget {
  const budget = budgets.get(tree) ?? { left: mostInFile + mostForNode * tree.count }
  budgets.set(tree, budget)
  return budget
}

/** Terms that are kept before they are put together. */
const mostFound = 64

const literals = new Set(['number', 'true', 'false', 'null', 'undefined', 'regex', 'meta_property'])
/** What is true or false reveals nothing, and a function is no value that flows. */
const silent = /^(arrow_function|function_expression|generator_function|class|comment|type_arguments)$/
const comparing = /^([!=]==?|[<>]=?|in|instanceof)$/

export class Search {
  readonly source: JavaScriptSource
  readonly found: Term[] = []
  exhausted = false
  readonly #calls: CallSearch
  readonly #seen = new Set<string | number>()
  readonly #budget: Budget

  constructor(source: JavaScriptSource) {
    this.source = source
    this.#budget = budgetOf(source.tree)
    this.#calls = new CallSearch(this)
  }

  follow(written: number, way: Way, depth: number): void {
    const { tree, input } = this.source
    input.budget.step()
    const node = bare(tree, written)
    if (this.exhausted || this.#isKnown(node, way)) return
    if (this.#seen.size > mostExpressions || depth > deepest || this.#budget.left-- <= 0) {
      this.exhausted = true
      return
    }
    const type = typeOf(tree, node)
    if (literals.has(type)) {
      this.add(node, { form: 'literal' }, way)
      return
    }
    switch (type) {
      case 'string':
      case 'template_string':
        this.#followText(node, way, depth)
        return
      case 'identifier':
      case 'shorthand_property_identifier':
        followName(this, node, way, depth)
        return
      case 'member_expression':
      case 'subscript_expression':
        followMember(this, node, way, depth)
        return
      case 'call_expression':
      case 'new_expression':
        this.#calls.follow(node, way, depth)
        return
      case 'ternary_expression':
        this.#followFields(node, ['consequence', 'alternative'], way, depth)
        return
      case 'binary_expression':
        this.#followOperator(node, way, depth)
        return
      case 'unary_expression':
        this.#followUnary(node, way, depth)
        return
      case 'assignment_expression':
        this.#followFields(node, ['right'], way, depth)
        return
      case 'object':
        followObject(this, node, way, depth)
        return
      case 'array':
        followSequence(this, node, way, depth)
        return
      case 'sequence_expression': {
        const last = [...childrenOf(tree, node)].at(-1)
        if (last !== undefined) this.follow(last, way, depth + 1)
        return
      }
      default:
        if (!silent.test(type)) this.followChildren(node, way, depth)
    }
  }

  /** A way that was gone once is not gone again. */
  #isKnown(node: number, way: Way): boolean {
    const key =
      way === wholly ? node : `${node} ${pathText(way.path)} ${way.encoded} ${way.part} ${way.parsed} ${way.held}`
    if (this.#seen.has(key)) return true
    this.#seen.add(key)
    return false
  }

  add(node: number, { form, name, ...details }: Source & Details, way: Way, open?: Open): void {
    const term = { ...termAt(this.source, node, form, name), ...details, ...(open === undefined ? {} : { open }) }
    const path = form === 'response' ? behindAnswer(way.path) : way.path
    const part = path === undefined ? undefined : partOf(term, path)
    if (part === undefined) return
    this.found.push({
      ...part,
      whole: part.whole && !way.part,
      encoded: part.encoded || way.encoded,
      ...(way.held ? { held: true } : {}),
    })
    if (this.found.length > mostFound) this.found.splice(0, this.found.length, ...distinct(this.found))
  }

  followChildren(node: number, way: Way, depth: number): void {
    for (const child of childrenOf(this.source.tree, node)) {
      if (this.exhausted) return
      this.follow(child, way, depth + 1)
    }
  }

  #followFields(node: number, fields: readonly string[], way: Way, depth: number): void {
    for (const field of fields) {
      const value = fieldOf(this.source.tree, node, field)
      if (value !== undefined) this.follow(value, way, depth + 1)
    }
  }

  #followText(node: number, way: Way, depth: number): void {
    const { tree } = this.source
    let isPlain = true
    for (const child of childrenOf(tree, node)) {
      const hole = typeOf(tree, child) === 'template_substitution' ? firstChild(tree, child) : undefined
      if (hole === undefined) continue
      isPlain = false
      this.follow(hole, entire(way), depth + 1)
    }
    if (isPlain) this.add(node, { form: 'literal' }, way)
    const keys = /[?&][\w.[\]-]+=/.test(textOf(tree, node)) ? queryKeysIn(literalText(tree, node).value) : []
    if (keys.length > 0) this.add(node, { form: 'url', query_keys: keys }, wholly)
  }

  /** Sums lean to the left, and may be deeper than the stack. */
  #followOperator(node: number, way: Way, depth: number): void {
    const { tree } = this.source
    const operands: { readonly node: number; readonly way: Way }[] = []
    let first = node
    while (typeOf(tree, first) === 'binary_expression') {
      const [left, right] = [fieldOf(tree, first, 'left'), fieldOf(tree, first, 'right')]
      const operator = operatorOf(tree, first)
      if (left === undefined || right === undefined || comparing.test(operator)) break
      const isChoice = operator === '||' || operator === '??' || operator === '&&'
      operands.push({ node: right, way: isChoice ? way : entire(way) })
      // Where the left side of `&&` is the result, it is empty.
      if (operator === '&&') {
        first = -1
        break
      }
      if (!isChoice) way = entire(way)
      first = bare(tree, left)
    }
    if (first >= 0 && typeOf(tree, first) !== 'binary_expression') this.follow(first, way, depth + 1)
    for (const operand of operands.reverse()) this.follow(operand.node, operand.way, depth + 1)
  }

  #followUnary(node: number, way: Way, depth: number): void {
    const { tree } = this.source
    const sign = textOf(tree, node)[0]
    const argument = fieldOf(tree, node, 'argument') ?? firstChild(tree, node)
    // `typeof`, `!`, `void` and `delete` tell nothing; a number is a number.
    if (constantOf(this.source, node) !== undefined) this.add(node, { form: 'literal' }, way)
    else if ((sign === '+' || sign === '-') && argument !== undefined) {
      this.follow(argument, { ...entire(way), encoded: true }, depth + 1)
    }
  }

  addGlobal(node: number, name: string, isOwn: boolean, way: Way): void {
    const known = variableOf(name)
    if (known !== undefined) this.add(node, known, way)
    else this.add(node, { form: 'global', name }, way, isOwn ? { kind: 'global', name, path: [] } : undefined)
  }
}

/** What holds the body of an answer is no part of it; how things went is nothing that was sent. */
function behindAnswer(path: Way['path']): Way['path'] | undefined {
  const [first] = path
  if (first !== undefined && /^(status|statusCode|ok|statusText|statusMessage)$/.test(first)) return undefined
  return first === 'data' || first === 'body' ? path.slice(1) : path
}

/** What one expression comes from; more than so many sources are one of form "unknown". */
export function termsOf(source: JavaScriptSource, node: number, path: Way['path'] = []): readonly Term[] {
  const search = () => searched(source, node, path)
  return path.length > 0 ? search() : foundOnce(source.tree, node, search)
}

function searched(source: JavaScriptSource, node: number, path: Way['path']): readonly Term[] {
  const search = new Search(source)
  search.follow(node, path.length === 0 ? wholly : { ...wholly, path }, 0)
  return search.exhausted ? [termAt(source, node, 'unknown')] : distinct(search.found)
}

/**
 * At most 16 origins, each sort and name once, all literals as one. They are terms: what other functions and modules decide
 * is put in when all files were read.
 */
export const originsOf = (source: JavaScriptSource, node: number): readonly Origin[] => termsOf(source, node)
