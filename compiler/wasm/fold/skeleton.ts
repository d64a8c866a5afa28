/**
 * The skeleton of a function is its code without the words and the functions of the policy that it names. Those stand in
 * its holes, in the order of the code:
 *
 *     i32.const "callee" · call $site_get · br_if $4          skeleton   k · site_get · br_if 0      holes   "callee"
 *     i32.const "module" · call $site_get · br_if $7          skeleton   k · site_get · br_if 0      holes   "module"
 *
 * Labels count as how many blocks are left, so that it makes no difference what they are called.
 */
import { unreachable } from '../../unreachable.ts'
import type { EmittedFunction, Instruction } from '../code.ts'

export type Hole = Extract<Instruction, { readonly op: 'i32.const' | 'static' | 'site' | 'function' | 'call' }>

export interface Skeleton {
  /** Equal for functions that differ in their holes only. */
  readonly key: string
  readonly holes: readonly Hole[]
}

/** `arityOf` knows the functions of the policy; calls of others, which are the library's, are no holes. */
export function skeletonOf(func: EmittedFunction, arityOf: (name: string) => number | undefined): Skeleton {
  const parts: (string | number)[] = [func.params, func.locals]
  const holes: Hole[] = []
  const visit = (body: readonly Instruction[], labels: readonly number[]): void => {
    for (const each of body) {
      switch (each.op) {
        case 'i32.const':
        case 'static':
        case 'site':
        case 'function':
          parts.push('k')
          holes.push(each)
          break
        case 'call': {
          const arity = arityOf(each.name)
          parts.push(arity === undefined ? each.name : `call ${arity}`)
          if (arity !== undefined) holes.push(each)
          break
        }
        case 'call_indirect':
          parts.push(each.op, each.params)
          break
        case 'local.get':
        case 'local.set':
        case 'local.tee':
          parts.push(each.op, each.local)
          break
        case 'global.get':
        case 'global.set':
          parts.push(each.op, each.global)
          break
        case 'br':
        case 'br_if':
          parts.push(each.op, labels.length - labels.lastIndexOf(each.label))
          break
        case 'block':
        case 'loop':
          parts.push(each.op)
          visit(each.body, [...labels, each.label])
          parts.push('end')
          break
        case 'if':
          parts.push(each.op)
          visit(each.body, [...labels, noLabel])
          parts.push('end')
          break
        default:
          parts.push(each.op)
      }
    }
  }
  visit(func.body, [])
  return { key: parts.join(' '), holes }
}

const noLabel = -1

/** Equal for what comes to the same word, or calls the same function. */
export function keyOf(hole: Hole): string {
  switch (hole.op) {
    case 'i32.const':
      return `word ${hole.value}`
    case 'static':
      return `word ${hole.word}`
    case 'site':
      return `site ${hole.index}`
    case 'function':
    case 'call':
      return `${hole.op} ${hole.name}`
    default:
      return unreachable(hole)
  }
}
