/**
 * Where planning stands: the string table of the policy, the locals of one function, and the block that statements go
 * into. A scan moves the point of writing inward, because all that follows it in a body is done once an element.
 */
import type { Func, Local, Location, Operand, Stmt, StmtType } from './ir.ts'

/** Strings that operands name by index; equal strings share one. */
export class StringTable {
  readonly #indexes = new Map<string, number>()

  index(value: string): number {
    const known = this.#indexes.get(value)
    if (known !== undefined) return known
    const index = this.#indexes.size
    this.#indexes.set(value, index)
    return index
  }

  get values(): readonly string[] {
    return [...this.#indexes.keys()]
  }
}

/** What all functions of a policy share while it is planned. */
export interface Shared {
  readonly strings: StringTable
  readonly builtins: Set<string>
  /** The function of a rule, by the rule's name. */
  readonly functions: ReadonlyMap<string, Func['name']>
}

/** Locals 0 and 1 are the input and the data in every function. */
export const inputLocal: Local = 0
export const dataLocal: Local = 1

/**
 * One point of writing: `into` is the block at hand, `variables` the names that can be seen there. `nested` gives a
 * point in a new block with names of its own; locals are counted through the whole function.
 */
export interface Point {
  readonly shared: Shared
  readonly variables: Map<string, Local>
  readonly counter: { next: Local }
  into: Stmt[]
}

export function newLocal(point: Point): Local {
  return point.counter.next++
}

export function nested(point: Point, into: Stmt[]): Point {
  return { ...point, variables: new Map(point.variables), into }
}

/** The rows of `policy.rego` are not known to the planner; rules of ours cannot conflict, so that no message needs them. */
const nowhere: Location = { file: 0, col: 0, row: 0 }

type Fields<T extends StmtType> = Omit<Extract<Stmt, { type: T }>['stmt'], keyof Location>

export function write<T extends StmtType>(point: Point, type: T, fields: Fields<T>): void {
  point.into.push({ type, stmt: { ...fields, ...nowhere } } as unknown as Stmt)
}

export const local = (value: Local): Operand => ({ type: 'local', value })
export const bool = (value: boolean): Operand => ({ type: 'bool', value })

export function text(point: Point, value: string): Operand {
  return { type: 'string_index', value: point.shared.strings.index(value) }
}
