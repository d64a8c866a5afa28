/** Witnesses: the nested subjects that a message names, all that match, in document order. */
import type { Template, Witness } from '../../check/typed.ts'
import { arrayOf, type Expr, type Term, variable } from '../tree.ts'
import { callTerm } from './conditions.ts'
import { addRule, argumentsOf, type Environment, type Lowering, within } from './context.ts'
import { slug } from './names.ts'
import { search } from './search.ts'

export interface Witnesses {
  readonly witness: Witness
  /** The variable that holds the list of them. */
  readonly list: string
  readonly term: Term
}

/** One list a chain of nested subjects, however many placeholders name its last. */
export function witnessesOf(lowering: Lowering, environment: Environment, template: Template): readonly Witnesses[] {
  const chains = new Map<string, Witness>()
  for (const part of template.parts) {
    if (typeof part === 'string' || part.witness === undefined) continue
    const name = nameOf(part.witness)
    if (!chains.has(name)) chains.set(name, part.witness)
  }
  return [...chains].map(([name, witness]) => {
    const { body, found } = chainBody(lowering, environment, witness)
    const args = argumentsOf(lowering, environment, [body])
    const rule = addRule(lowering, environment, `${environment.prefix}_${slug(name)}_witnesses`, {
      ...(args.length === 0 ? {} : { args }),
      value: arrayOf(found, body),
    })
    return {
      witness,
      list: lowering.names.local(`${lowering.names.variable(name)}_witnesses`),
      term: callTerm(rule, args),
    }
  })
}

/** Subjects of a sentence have a name each, so the last of a chain names the chain. */
export const nameOf = ({ subjects }: Witness): string => subjects.at(-1)?.subject.name ?? ''

function chainBody(lowering: Lowering, environment: Environment, { subjects }: Witness) {
  let around = environment
  const body: Expr[] = []
  for (const { subject, where } of subjects) {
    body.push(...search(lowering, around, subject, [where]))
    around = within(around, subject)
  }
  return { body, found: variable(lowering.names.variable(nameOf({ subjects }))) }
}
