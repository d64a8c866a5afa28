/** What was asked of a tree on the way, to be asked again of another. */
import { assert } from '../../../compiler/index.ts'
import { lookups } from './lookups.ts'
import type { Answer, Lookup, RepositoryTree, Tree } from './tree.ts'

/** What was asked by one lookup from one place. Plain data. */
export interface Asked {
  readonly lookup: string
  readonly from: string
  readonly answers: ReadonlyMap<string, Answer>
}

/** A tree that takes down what it is asked. */
export class AskedTree implements RepositoryTree {
  readonly #tree: RepositoryTree
  readonly #asked: { readonly lookup: Lookup; readonly from: string; readonly answers: Map<string, Answer> }[] = []

  constructor(tree: RepositoryTree) {
    this.#tree = tree
  }

  get asked(): readonly Asked[] {
    return this.#asked.map(({ lookup, from, answers }) => ({ lookup: lookup.name, from, answers }))
  }

  ask<A extends Answer>(lookup: Lookup<A>, asked: string, from = ''): A {
    // There are a handful.
    let those = this.#asked.find((each) => each.lookup === lookup && each.from === from)
    if (those === undefined) {
      assert(lookups.includes(lookup), `the lookup "${lookup.name}" is in the list of all of them`)
      this.#asked.push((those = { lookup, from, answers: new Map() }))
    }
    const answer = this.#tree.ask(lookup, asked, from)
    those.answers.set(asked, answer)
    return answer
  }
}

const byName = new Map(lookups.map((lookup) => [lookup.name, lookup]))

/** Whether the tree answers all of it the same. */
export function answersTheSame(tree: Tree, asked: readonly Asked[]): boolean {
  return asked.every(({ lookup, from, answers }) => {
    const known = byName.get(lookup)
    if (known === undefined) return false
    for (const [text, answer] of answers) if (tree.ask(known, text, from) !== answer) return false
    return true
  })
}
