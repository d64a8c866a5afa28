/**
 * OPA's statements → statements of ours where they say more: the emitter makes better code of them. The plan means the
 * same before and after, and with every pass left out.
 */
import type { Block, Local, Policy } from '../ir.ts'
import { firstAssignments } from './first.ts'
import { literals } from './literals.ts'
import { members } from './members.ts'
import { withoutRepeated } from './repeated.ts'
import { withoutUnread } from './unread.ts'

/** A function, or a plan with the documents that it is given. */
export interface Body {
  readonly params: readonly Local[]
  readonly blocks: readonly Block[]
  /** Read at the end, whatever the statements read. */
  readonly return?: Local
}

export type Pass = (body: Body) => readonly Block[]

const passes: readonly Pass[] = [literals, members, firstAssignments, withoutRepeated, withoutUnread]

export function refine(policy: Policy): Policy {
  const refined = <T extends Omit<Body, 'params'>>(body: T, params: readonly Local[]): T => ({
    ...body,
    blocks: passes.reduce((blocks, pass) => pass({ ...body, blocks, params }), body.blocks),
  })
  return {
    ...policy,
    plans: { plans: policy.plans.plans.map((plan) => refined(plan, [0, 1])) },
    funcs: { funcs: (policy.funcs?.funcs ?? []).map((func) => refined(func, func.params)) },
  }
}
