/**
 * Tree → program of a nondeterministic automaton over bytes (Thompson's construction). It is written from the end to
 * the start, each piece knowing what comes after it, so that equal endings are one: the many sequences of a Unicode
 * class share their continuation bytes.
 */
import { unreachable } from '../unreachable.ts'
import { type Assertion, type Node, PatternError } from './syntax.ts'
import { sequencesOf } from './utf8.ts'

export type Instruction =
  | { readonly op: 'byte'; readonly low: number; readonly high: number; readonly next: number }
  | { readonly op: 'split'; readonly next: number; readonly other: number }
  | { readonly op: 'assert'; readonly what: Assertion; readonly next: number }
  /** Notes where the text of a group begins, or ends: two slots a group, those of the whole match first. */
  | { readonly op: 'note'; readonly slot: number; readonly next: number }
  | { readonly op: 'match' }

/** Of two ways on the first one is preferred, as it matters where matches are told. */
export interface Program {
  readonly instructions: readonly Instruction[]
  readonly start: number
}

/** The stated bound on the size of a pattern. */
const mostInstructions = 200_000

export function compileProgram(tree: Node): Program {
  const builder = new Builder()
  const start = builder.node(tree, builder.add({ op: 'match' }))
  return { instructions: builder.instructions, start }
}

class Builder {
  readonly instructions: Instruction[] = []
  readonly #bytes = new Map<string, number>()

  add(instruction: Instruction): number {
    if (this.instructions.length >= mostInstructions) {
      throw new PatternError(`the pattern needs more than ${mostInstructions} steps`, 0)
    }
    return this.instructions.push(instruction) - 1
  }

  /** The start of a piece that matches `node` and goes on at `next`. */
  node(node: Node, next: number): number {
    switch (node.kind) {
      case 'empty':
        return next
      case 'set':
        return this.#set(node.set, next)
      case 'concat':
        return node.nodes.reduceRight((after, inner) => this.node(inner, after), next)
      case 'alternate':
        return this.#either(node.nodes.map((inner) => this.node(inner, next)))
      case 'assert':
        return this.add({ op: 'assert', what: node.what, next })
      case 'repeat':
        return this.#repeat(node, next)
      case 'group': {
        const end = this.add({ op: 'note', slot: node.index * 2 + 1, next })
        return this.add({ op: 'note', slot: node.index * 2, next: this.node(node.node, end) })
      }
      default:
        return unreachable(node)
    }
  }

  #set(set: Extract<Node, { kind: 'set' }>['set'], next: number): number {
    const starts = new Set<number>()
    for (const sequence of sequencesOf(set)) {
      starts.add(sequence.reduceRight((after, [from, to]) => this.#byte(from, to, after), next))
    }
    return this.#either([...starts])
  }

  #byte(low: number, high: number, next: number): number {
    const key = `${low} ${high} ${next}`
    const known = this.#bytes.get(key)
    if (known !== undefined) return known
    const index = this.add({ op: 'byte', low, high, next })
    this.#bytes.set(key, index)
    return index
  }

  /** A class without members is a byte that none is: it never matches. */
  #either(starts: readonly number[]): number {
    if (starts.length === 0) return this.add({ op: 'byte', low: 1, high: 0, next: 0 })
    return starts.reduceRight((other, next) => this.add({ op: 'split', next, other }))
  }

  #repeat(repeat: Extract<Node, { kind: 'repeat' }>, next: number): number {
    const { node, min, max, lazy } = repeat
    let after = next
    if (max === Infinity) after = min > 0 ? this.#once(node, lazy, next) : this.#anyTimes(node, lazy, next)
    else for (let count = min; count < max; count++) after = this.#choice(this.node(node, after), next, lazy)
    for (let count = max === Infinity ? 1 : 0; count < min; count++) after = this.node(node, after)
    return after
  }

  /** Once or more. */
  #once(node: Node, lazy: boolean, next: number): number {
    const loop = this.#choice(next, next, lazy)
    const start = this.node(node, loop)
    this.instructions[loop] = choice(start, next, lazy)
    return start
  }

  /** What may be empty is tried once or more, or not at all: a turn that reads nothing ends the loop, and still counts. */
  #anyTimes(node: Node, lazy: boolean, next: number): number {
    if (mayBeEmpty(node)) return this.#choice(this.#once(node, lazy, next), next, lazy)
    const loop = this.#choice(next, next, lazy)
    this.instructions[loop] = choice(this.node(node, loop), next, lazy)
    return loop
  }

  #choice(inner: number, outer: number, lazy: boolean): number {
    return this.add(choice(inner, outer, lazy))
  }
}

const choice = (inner: number, outer: number, lazy: boolean): Instruction =>
  lazy ? { op: 'split', next: outer, other: inner } : { op: 'split', next: inner, other: outer }

function mayBeEmpty(node: Node): boolean {
  switch (node.kind) {
    case 'empty':
    case 'assert':
      return true
    case 'set':
      return false
    case 'concat':
      return node.nodes.every(mayBeEmpty)
    case 'alternate':
      return node.nodes.some(mayBeEmpty)
    case 'repeat':
      return node.min === 0 || mayBeEmpty(node.node)
    case 'group':
      return mayBeEmpty(node.node)
    default:
      return unreachable(node)
  }
}
