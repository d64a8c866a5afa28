/** Calls, with what is called and what it is given. Most are asked for their callee alone, so that the rest waits. */
import type { Circumstances } from '../circumstances.ts'
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { fieldOf, nodesOf, textOf, typeOf } from '../syntax/flat.ts'
import { type Argument, argumentsOf, statementArguments, type WrittenArgument } from './arguments.ts'
import { circumstancesOf, useOf } from './circumstances.ts'
import { prospectsOf } from './flow/prospects.ts'
import type { Functions } from './functions.ts'
import { meaningOf } from './names.ts'
import { type PythonSource, placeOf } from './source.ts'

/** The statements of Python 2 that are functions today. */
const statements = { print_statement: 'print', exec_statement: 'exec' } as const

type CallFact = LocalFact<'call'>

/** A call as its fact has it, field by field found out when it is read. */
export class Call {
  readonly node: number
  readonly callee: string
  /** The index of the function that it stands in. */
  readonly function: number
  readonly order: number
  readonly #source: PythonSource
  /** The expression that is called; undefined in a statement. */
  readonly #called: number | undefined
  readonly #dotted: string
  readonly #isNamed: boolean
  #at: CallFact['at'] | undefined
  #arguments: readonly WrittenArgument[] | undefined
  #given: readonly Argument[] | undefined
  #circumstances: Circumstances | undefined

  constructor(source: PythonSource, node: number, called: Called, turn: Pick<CallFact, 'function' | 'order'>) {
    this.#source = source
    this.node = node
    this.callee = excerpt(called.dotted)
    this.#dotted = called.dotted
    this.#called = called.node
    this.#isNamed = called.isNamed
    this.function = turn.function
    this.order = turn.order
  }

  get at(): CallFact['at'] {
    this.#at ??= placeOf(this.#source, this.node)
    return this.#at
  }

  get name(): string {
    if (this.#isNamed || this.#called === undefined) return this.#dotted.slice(this.#dotted.lastIndexOf('.') + 1)
    const { tree } = this.#source
    return excerpt(textOf(tree, fieldOf(tree, this.#called, 'attribute') ?? this.#called))
  }

  get receiver(): string | undefined {
    const { tree } = this.#source
    const object = this.#called === undefined ? undefined : fieldOf(tree, this.#called, 'object')
    return object === undefined ? undefined : excerpt(textOf(tree, object))
  }

  get text(): string {
    return excerpt(textOf(this.#source.tree, this.node))
  }

  get arguments(): readonly WrittenArgument[] {
    this.#arguments ??=
      this.#called === undefined
        ? statementArguments(this.#source, this.node)
        : argumentsOf(this.#source, this.node, this.#called)
    return this.#arguments
  }

  /** The arguments as plain data. */
  get given(): readonly Argument[] {
    this.#given ??= this.arguments.map(({ plain }) => plain)
    return this.#given
  }

  get circumstances(): Circumstances {
    this.#circumstances ??= circumstancesOf(this.#source, this.node)
    return this.#circumstances
  }

  get conditional(): boolean {
    return this.circumstances.conditional
  }

  get in_loop(): boolean {
    return this.circumstances.in_loop
  }

  get in_try(): boolean {
    return this.circumstances.in_try
  }

  get in_handler(): boolean {
    return this.circumstances.in_handler
  }

  get awaited(): boolean {
    return useOf(this.#source, this.node).awaited
  }

  get result_used(): boolean {
    return useOf(this.#source, this.node).used
  }

  /** All of it as plain data. */
  get plain(): CallFact {
    const { at, callee, name, receiver, given, text, order, circumstances, awaited, result_used } = this
    const own = receiver === undefined ? {} : { receiver }
    const around = { ...circumstances, awaited, result_used }
    return { at, callee, name, ...own, arguments: given, text, function: this.function, order, ...around }
  }
}

/** In the order of the text. */
export function callsIn(source: PythonSource, functions: Functions): readonly Call[] {
  const { tree } = source
  const types = ['call', ...Object.keys(statements)]
  const nodes = types.flatMap((type) => [...nodesOf(tree, type)]).sort((a, b) => a - b)
  const turns = new Map<number, number>()
  return nodes.flatMap((node): readonly Call[] => {
    const called = calledBy(source, node)
    if (called === undefined) return []
    const owner = functions.indexOf(node)
    const order = (turns.get(owner) ?? 0) + 1
    turns.set(owner, order)
    return [new Call(source, node, called, { function: owner, order })]
  })
}

/** Those that somebody may want, as plain data: most are of no interest, as their callee or what they are given shows. */
export function wantedCalls({ input: { mayWant } }: PythonSource, calls: readonly Call[]): readonly CallFact[] {
  const isWanted = mayWant?.('call', prospectsOf)
  // A call has the fields of its fact, one by one.
  const those = isWanted === undefined ? calls : calls.filter((call) => isWanted(call as object as CallFields))
  return those.map(({ plain }) => plain)
}

type CallFields = Readonly<Record<string, unknown>>

/** What is called, by its dotted name; `isNamed` where that is the name of something. */
interface Called {
  readonly dotted: string
  readonly node: number | undefined
  readonly isNamed: boolean
}

function calledBy(source: PythonSource, node: number): Called | undefined {
  const type = typeOf(source.tree, node)
  if (type === 'print_statement' || type === 'exec_statement') {
    return { dotted: statements[type], node: undefined, isNamed: true }
  }
  const callee = fieldOf(source.tree, node, 'function')
  if (callee === undefined) return undefined
  const { kind, dotted } = meaningOf(source, callee)
  return { dotted, node: callee, isNamed: kind !== 'unresolved' && kind !== 'result' }
}
