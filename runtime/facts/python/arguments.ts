/** What a call is given: what is written, what a partial application bound before, what `*` and `**` spread. */
import type { RecordFact } from '../../../compiler/index.ts'
import { excerpt } from '../excerpt.ts'
import { childrenOf, fieldOf, firstChild, textOf, typeOf } from '../syntax/flat.ts'
import { type Constant, constantOf, type Literal } from './constants.ts'
import { entriesOf } from './dictionaries.ts'
import { meaningOf } from './names.ts'
import { originsOf } from './origins.ts'
import { type PythonSource, placeOf } from './source.ts'

export type Argument = RecordFact<'argument'>

type Given = Pick<Argument, 'name' | 'position' | 'spread'>

/** An argument as its fact has it, and the expression that gives its value. What takes a search is found out when read. */
export class WrittenArgument {
  /** The expression that gives the value. */
  readonly node: number
  readonly name?: string
  readonly position?: number
  readonly spread?: '*' | '**'
  readonly #source: PythonSource
  /** The argument as a whole, with its name. */
  readonly #whole: number
  /** Whether it has the value of the expression, whatever else happens. */
  readonly #certain: boolean
  #constant: Constant | undefined | 'unasked' = 'unasked'
  #plain: Argument | undefined

  constructor(source: PythonSource, whole: number, node: number, given: Given, certain = given.spread === undefined) {
    this.#source = source
    this.#whole = whole
    this.node = node
    this.#certain = certain
    if (given.name !== undefined) this.name = given.name
    if (given.position !== undefined) this.position = given.position
    if (given.spread !== undefined) this.spread = given.spread
  }

  get at(): Argument['at'] {
    return placeOf(this.#source, this.#whole)
  }

  get text(): string {
    return excerpt(textOf(this.#source.tree, this.node))
  }

  get value(): Literal | undefined {
    return this.#known()?.value
  }

  get known(): boolean {
    return this.#known() !== undefined
  }

  get origins(): Argument['origins'] {
    return originsOf(this.#source, this.node)
  }

  get plain(): Argument {
    const { at, name, position, spread, text, value, known, origins } = this
    this.#plain ??= {
      at,
      ...(name === undefined ? {} : { name }),
      ...(position === undefined ? {} : { position }),
      ...(spread === undefined ? {} : { spread }),
      text,
      ...(value === undefined ? {} : { value }),
      known,
      origins,
    }
    return this.#plain
  }

  /** The same behind so many others that were bound before. */
  behind(others: number): WrittenArgument {
    const { name, position, spread } = this
    const given = { ...(name && { name }), ...(position && { position: position + others }), ...(spread && { spread }) }
    return new WrittenArgument(this.#source, this.#whole, this.node, given, this.#certain)
  }

  #known(): Constant | undefined {
    if (this.#constant === 'unasked') {
      this.#constant = this.#certain ? constantOf(this.#source, this.node) : undefined
    }
    return this.#constant
  }
}

export function argumentsOf(source: PythonSource, node: number, callee: number): readonly WrittenArgument[] {
  const meaning = meaningOf(source, callee)
  const partials = meaning.kind === 'thing' ? meaning.partials : []
  let given: readonly WrittenArgument[] = []
  let position: number | undefined = 0
  for (const call of [...partials, node]) {
    const list = new ArgumentList(source, position)
    list.read(call)
    // The first argument of `partial` is the function itself.
    const own = call === node ? list.given : list.given.slice(1).map((each) => each.behind(-1))
    position = list.position === undefined ? undefined : list.position - (call === node ? 0 : 1)
    // A keyword that is given later replaces the one that was bound.
    const later = new Set(own.flatMap(({ name }) => name ?? []))
    given = given.length === 0 ? own : [...given.filter(({ name }) => name === undefined || !later.has(name)), ...own]
  }
  return given
}

/** The values that a statement of Python 2 is given: `print >>stream, value`, `exec code in scope`. */
export function statementArguments(source: PythonSource, statement: number): readonly WrittenArgument[] {
  const { tree } = source
  let position = 0
  return [...childrenOf(tree, statement)].flatMap((child) => {
    const stream = typeOf(tree, child) === 'chevron' ? firstChild(tree, child) : undefined
    if (stream !== undefined) return [new WrittenArgument(source, stream, stream, { name: 'file' })]
    const isArgument = typeOf(tree, child) !== 'comment'
    return isArgument ? [new WrittenArgument(source, child, child, { position: ++position })] : []
  })
}

/** Longer options than people write: every call that is given the same ones would hold them all. */
const mostSpread = 200

class ArgumentList {
  readonly given: WrittenArgument[] = []
  /** How many have a position so far; undefined behind a `*` of unknown length. */
  position: number | undefined
  readonly #source: PythonSource

  constructor(source: PythonSource, position: number | undefined) {
    this.#source = source
    this.position = position
  }

  read(call: number): void {
    const { tree } = this.#source
    const list = fieldOf(tree, call, 'arguments')
    if (list === undefined) return
    if (typeOf(tree, list) === 'generator_expression') {
      this.#addPositional(list)
      return
    }
    for (const child of childrenOf(tree, list)) this.#readOne(child)
  }

  #readOne(child: number): void {
    const { tree } = this.#source
    const inner = firstChild(tree, child)
    switch (typeOf(tree, child)) {
      case 'comment':
        return
      case 'keyword_argument': {
        const [name, value] = [fieldOf(tree, child, 'name'), fieldOf(tree, child, 'value')]
        if (name !== undefined && value !== undefined) this.#add(child, value, { name: textOf(tree, name) })
        return
      }
      case 'dictionary_splat':
        if (inner !== undefined) this.#spreadMapping(child, inner)
        return
      case 'list_splat':
        if (inner !== undefined) this.#spreadSequence(child, inner)
        return
      default:
        this.#addPositional(child)
        return
    }
  }

  #addPositional(node: number): void {
    if (this.position !== undefined) this.position++
    this.#add(node, node, this.position === undefined ? {} : { position: this.position })
  }

  /** The entries of a dictionary as far as they are known; and one argument that may be anything where there is more. */
  #spreadMapping(child: number, inner: number): void {
    const { entries, whole } = entriesOf(this.#source, inner)
    const isTold = entries.size <= mostSpread
    if (isTold) for (const { name, node, value, certain } of entries.values()) this.#add(node, value, { name }, certain)
    if (!whole || !isTold) this.#add(child, inner, { spread: '**' })
  }

  #spreadSequence(child: number, inner: number): void {
    const { tree } = this.#source
    const type = typeOf(tree, inner)
    const isLiteral = type === 'list' || type === 'tuple'
    const elements = isLiteral ? [...childrenOf(tree, inner)] : []
    if (isLiteral && elements.every((element) => typeOf(tree, element) !== 'list_splat')) {
      for (const element of elements) this.#addPositional(element)
      return
    }
    this.#add(child, inner, { spread: '*' })
    this.position = undefined
  }

  #add(node: number, value: number, given: Given, certain?: boolean): void {
    this.given.push(new WrittenArgument(this.#source, node, value, given, certain))
  }
}
