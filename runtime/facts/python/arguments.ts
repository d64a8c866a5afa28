/** What a call is given: what is written, what a partial application bound before, what `*` and `**` spread. */
import type { RecordFact } from '../../../compiler/index.ts'
import { excerpt } from '../excerpt.ts'
import { childrenOf, fieldOf, firstChild, textOf, typeOf } from '../syntax/flat.ts'
import { constantOf } from './constants.ts'
import { entriesOf } from './dictionaries.ts'
import { meaningOf } from './names.ts'
import { originsOf } from './origins.ts'
import { type PythonSource, placeOf } from './source.ts'

export type Argument = RecordFact<'argument'>

type Given = Pick<Argument, 'name' | 'position' | 'spread'>

/** An argument, and the expression that gives its value. */
export interface GivenArgument {
  readonly argument: Argument
  readonly node: number
}

export const argumentsOf = (source: PythonSource, node: number, callee: number): readonly Argument[] =>
  givenTo(source, node, callee).map(({ argument }) => argument)

export function givenTo(source: PythonSource, node: number, callee: number): readonly GivenArgument[] {
  const meaning = meaningOf(source, callee)
  const calls = [...(meaning.kind === 'thing' ? meaning.partials : []), node]
  const given: GivenArgument[] = []
  let position: number | undefined = 0
  for (const call of calls) {
    const list = new ArgumentList(source, position)
    list.read(call)
    // The first argument of `partial` is the function itself.
    const own = call === node ? list.given : list.given.slice(1).map((each) => shifted(each, 1))
    position = list.position === undefined ? undefined : list.position - (call === node ? 0 : 1)
    // A keyword that is given later replaces the one that was bound.
    const later = new Set(own.flatMap(({ argument }) => argument.name ?? []))
    given.splice(
      0,
      given.length,
      ...given.filter(({ argument: { name } }) => name === undefined || !later.has(name)),
      ...own,
    )
  }
  return given
}

const shifted = ({ argument, node }: GivenArgument, by: number): GivenArgument =>
  argument.position === undefined
    ? { argument, node }
    : { argument: { ...argument, position: argument.position - by }, node }

/** The values that a statement of Python 2 is given: `print >>stream, value`, `exec code in scope`. */
export function statementArguments(source: PythonSource, statement: number): readonly Argument[] {
  const { tree } = source
  let position = 0
  return [...childrenOf(tree, statement)].flatMap((child) => {
    const stream = typeOf(tree, child) === 'chevron' ? firstChild(tree, child) : undefined
    if (stream !== undefined) return [argument(source, stream, stream, { name: 'file' })]
    return typeOf(tree, child) === 'comment' ? [] : [argument(source, child, child, { position: ++position })]
  })
}

class ArgumentList {
  readonly given: GivenArgument[] = []
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
    for (const { name, node, value, certain } of entries) this.#add(node, value, { name }, certain)
    if (!whole) this.#add(child, inner, { spread: '**' })
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

  #add(node: number, value: number, given: Given, certain = given.spread === undefined): void {
    this.given.push({ argument: argument(this.#source, node, value, given, certain), node: value })
  }
}

/** `certain` where the argument has the value of the expression, whatever else happens. */
function argument(source: PythonSource, node: number, value: number, given: Given, certain = true): Argument {
  const constant = certain ? constantOf(source, value) : undefined
  return {
    at: placeOf(source, node),
    ...given,
    text: excerpt(textOf(source.tree, value)),
    ...(constant === undefined ? {} : { value: constant.value }),
    known: constant !== undefined,
    origins: originsOf(source, value),
  }
}
