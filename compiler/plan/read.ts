/**
 * Plans from elsewhere, such as `opa build -t plan` makes. They are files that anybody may have touched, so that every
 * field is looked at before the emitter relies on it.
 */
import type { Block, Func, Plan, Policy, Stmt } from './ir.ts'
import { type FieldKind, statements } from './statements.ts'

export type ReadPlan =
  | { readonly kind: 'plan'; readonly policy: Policy }
  /** A sentence, with the way to what is wrong. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Functions of WebAssembly may have 50,000 locals; some of them are the emitter's. */
const mostLocals = 20_000
const deepestBlocks = 200

/** The JSON text of a plan. Fields that are null, or are left out by newer versions of OPA, are filled in. */
export function readPlan(text: string): ReadPlan {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'refused', reason: 'the text is not JSON' }
  }
  try {
    return { kind: 'plan', policy: new Reader(value).policy() }
  } catch (error) {
    if (error instanceof PlanError) return { kind: 'refused', reason: error.message }
    throw error
  }
}

class PlanError extends Error {}

type Fields = Readonly<Record<string, unknown>>

class Reader {
  readonly #plan: Fields
  readonly #strings: readonly unknown[]

  constructor(value: unknown) {
    this.#plan = record(value, 'the plan')
    this.#strings = list(record(this.#plan.static, 'static').strings, 'static.strings')
  }

  policy(): Policy {
    const constants = record(this.#plan.static, 'static')
    const values = (name: string) =>
      list(constants[name], `static.${name}`).map((each, index) => {
        const where = `static.${name}[${index}]`
        return { value: word(record(each, where).value, `${where}.value`) }
      })
    const builtins = list(constants.builtin_funcs, 'static.builtin_funcs').map((each, index) => {
      const where = `static.builtin_funcs[${index}]`
      return { name: word(record(each, where).name, `${where}.name`) }
    })
    const plans = list(record(this.#plan.plans, 'plans').plans, 'plans.plans')
    if (plans.length === 0) throw new PlanError('plans.plans: a plan has an entrypoint')
    const funcs = this.#plan.funcs === undefined ? [] : list(record(this.#plan.funcs, 'funcs').funcs, 'funcs.funcs')
    return {
      static: { strings: values('strings'), builtin_funcs: builtins, files: values('files') },
      plans: { plans: plans.map((each, index) => this.#entrypoint(each, `plans.plans[${index}]`)) },
      funcs: { funcs: funcs.map((each, index) => this.#func(each, `funcs.funcs[${index}]`)) },
    }
  }

  #entrypoint(value: unknown, where: string): Plan {
    const { name, blocks } = record(value, where)
    return { name: word(name, `${where}.name`), blocks: this.#blocks(blocks, `${where}.blocks`, 0) }
  }

  #func(value: unknown, where: string): Func {
    const func = record(value, where)
    const params = list(func.params, `${where}.params`).map((each, index) => local(each, `${where}.params[${index}]`))
    if (new Set(params).size !== params.length) throw new PlanError(`${where}.params: no local stands there twice`)
    return {
      name: word(func.name, `${where}.name`),
      path: list(func.path, `${where}.path`).map((part, index) => word(part, `${where}.path[${index}]`)),
      params,
      return: local(func.return, `${where}.return`),
      blocks: this.#blocks(func.blocks, `${where}.blocks`, 0),
    }
  }

  #blocks(value: unknown, where: string, depth: number): readonly Block[] {
    return list(value, where).map((block, index) => this.#block(block, `${where}[${index}]`, depth))
  }

  #block(value: unknown, where: string, depth: number): Block {
    if (depth > deepestBlocks) throw new PlanError(`${where}: blocks are nested too deep`)
    const stmts = list(record(value, where).stmts, `${where}.stmts`)
    return { stmts: stmts.map((each, index) => this.#statement(each, `${where}.stmts[${index}]`, depth)) }
  }

  #statement(value: unknown, where: string, depth: number): Stmt {
    const { type, stmt } = record(value, where)
    const name = word(type, `${where}.type`)
    if (!Object.hasOwn(statements, name)) throw new PlanError(`${where}: there is no statement ${name} here`)
    const given = record(stmt, `${where}.stmt`)
    const fields = Object.entries(statements[name as keyof typeof statements]).map(
      ([field, kind]) => [field, this.#field(kind, given[field], `${where}.stmt.${field}`, depth)] as const,
    )
    const place = ['file', 'row', 'col'].map((field) => [
      field,
      given[field] === undefined ? 0 : integer(given[field], `${where}.stmt.${field}`),
    ])
    // Each field is what the table says that it is.
    return { type: name, stmt: Object.fromEntries([...fields, ...place]) } as unknown as Stmt
  }

  #field(kind: FieldKind, value: unknown, where: string, depth: number): unknown {
    const each = (one: (value: unknown, where: string) => unknown) =>
      list(value, where).map((part, index) => one(part, `${where}[${index}]`))
    switch (kind) {
      case 'local':
        return local(value, where)
      case 'locals':
        return each(local)
      case 'operand':
        return this.#operand(value, where)
      case 'operands':
        return each((part, at) => this.#operand(part, at))
      case 'integer':
        return integer(value, where)
      case 'string':
        return this.#string(value, where)
      case 'strings':
        return each((part, at) => this.#string(part, at))
      case 'name':
        return word(value, where)
      case 'block':
        return this.#block(value, where, depth + 1)
      case 'blocks':
        return this.#blocks(value, where, depth + 1)
    }
  }

  #operand(given: unknown, where: string): unknown {
    const { type, value } = record(given, where)
    if (type === 'local') return { type, value: local(value, `${where}.value`) }
    if (type === 'string_index') return { type, value: this.#string(value, `${where}.value`) }
    if (type === 'bool' && typeof value === 'boolean') return { type, value }
    throw new PlanError(`${where}: an operand is a local, a boolean or the index of a string`)
  }

  #string(value: unknown, where: string): number {
    const index = integer(value, where)
    if (index < 0 || index >= this.#strings.length) throw new PlanError(`${where}: there is no string ${index}`)
    return index
  }
}

function record(value: unknown, where: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw new PlanError(`${where}: an object is expected here`)
}

/** Go writes an empty list as null, or leaves it out. */
function list(value: unknown, where: string): readonly unknown[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value
  throw new PlanError(`${where}: a list is expected here`)
}

function word(value: unknown, where: string): string {
  if (typeof value === 'string') return value
  throw new PlanError(`${where}: a text is expected here`)
}

function integer(value: unknown, where: string): number {
  if (Number.isSafeInteger(value)) return value as number
  throw new PlanError(`${where}: an integer is expected here`)
}

function local(value: unknown, where: string): number {
  const index = integer(value, where)
  if (index >= 0 && index < mostLocals) return index
  throw new PlanError(`${where}: locals are numbered from 0 to ${mostLocals - 1}`)
}
