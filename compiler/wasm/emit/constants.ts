/** Locals that hold one constant, whatever happens: it stands in static memory once for all. */

import type { Block, Local, Operand, Stmt } from '../../plan/ir.ts'
import { statementsIn, writes } from '../../plan/locals.ts'
import { tagMask, words } from '../config-block.ts'
import { mostKeysOfShape, mostMembers } from '../static-data.ts'
import { type FunctionContext, stringAt } from './context.ts'

/** What is looked through: a function, or a plan with the documents that it is given. */
export interface Body {
  readonly params: readonly Local[]
  readonly blocks: readonly Block[]
}

export type Writers = ReadonlyMap<Local, readonly Stmt[]>

/** The statements that write each local; parameters are written by the caller. */
export function writersIn({ blocks }: Body): Writers {
  const writers = new Map<Local, Stmt[]>()
  for (const statement of statementsIn(blocks)) {
    for (const local of writes(statement)) {
      const known = writers.get(local)
      if (known === undefined) writers.set(local, [statement])
      else known.push(statement)
    }
  }
  return writers
}

/** The text, if all that writes the local assigns the same one. */
export function textOfLocal(context: FunctionContext, local: Local): string | undefined {
  if (context.body.params.includes(local)) return undefined
  const texts = new Set(
    context.writers.get(local)?.map((statement) => {
      if (statement.type !== 'AssignVarStmt' && statement.type !== 'AssignVarOnceStmt') return undefined
      const { source } = statement.stmt
      return source.type === 'string_index' ? stringOf(context, source.value) : undefined
    }),
  )
  return texts.size === 1 ? [...texts][0] : undefined
}

/** The texts of a list that is known, null where it is null instead. */
export function textsOfLocal(context: FunctionContext, local: Local): readonly string[] | null | undefined {
  const [only, ...others] = context.writers.get(local) ?? []
  if (only === undefined || others.length > 0 || context.body.params.includes(local)) return undefined
  if (only.type === 'MakeNullStmt') return null
  if (only.type !== 'LiteralStmt' || only.stmt.form !== 'array') return undefined
  const texts = only.stmt.values.map((value) => {
    if (value.type === 'string_index') return stringOf(context, value.value)
    return value.type === 'local' ? textOfLocal(context, value.value) : undefined
  })
  return texts.every((text) => text !== undefined) ? texts : undefined
}

const stringOf = ({ shared }: FunctionContext, index: number): string | undefined =>
  shared.policy.static.strings?.[index]?.value

/** The word of an operand that is a constant. */
function constantWord(context: FunctionContext, operand: Operand): number | undefined {
  switch (operand.type) {
    case 'bool':
      return operand.value ? words.true : words.false
    case 'string_index': {
      const text = stringOf(context, operand.value)
      return text === undefined ? undefined : context.shared.data.string(text)
    }
    case 'local': {
      const [only, ...others] = context.writers.get(operand.value) ?? []
      if (only === undefined || others.length > 0 || context.body.params.includes(operand.value)) return undefined
      return madeWord(context, only)
    }
  }
}

function madeWord(context: FunctionContext, statement: Stmt): number | undefined {
  const { data } = context.shared
  switch (statement.type) {
    case 'MakeNullStmt':
      return words.null
    case 'MakeNumberIntStmt':
      return data.number(String(statement.stmt.value))
    case 'MakeNumberRefStmt': {
      const text = stringOf(context, statement.stmt.Index)
      return text === undefined ? undefined : data.number(text)
    }
    case 'LiteralStmt':
      return literalWord(context, statement.stmt)
    default:
      return undefined
  }
}

type Literal = Extract<Stmt, { type: 'LiteralStmt' }>['stmt']

/** The word of a literal of constants. Wider sets would need an index, and wider objects be tables: they are made when needed. */
export function literalWord(context: FunctionContext, { form, keys, values }: Literal): number | undefined {
  if (form === 'set' && values.length > mostMembers) return undefined
  if (form === 'object' && values.length > mostKeysOfShape) return undefined
  const { data } = context.shared
  const made: number[] = []
  for (const value of values) {
    const word = constantWord(context, value)
    if (word === undefined) return undefined
    made.push(word)
  }
  if (form === 'array') return data.array(made)
  if (form === 'set') {
    // Nodes may be equal and yet apart, such as 1.0 and 1e0.
    if (made.some((word) => (word & tagMask) === 0)) return undefined
    return data.set([...new Set(made)])
  }
  const texts = keys.map((key) => stringAt(context, key))
  return data.record(texts, made)
}
