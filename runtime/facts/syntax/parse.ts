/** Parses a text into a flat tree, within bounds that no text reaches which people write. */
import type { Parser } from 'web-tree-sitter'
import { late, Spent } from '../budget.ts'
import { type FlatTree, mostLevels, mostNodes } from './flat.ts'
import type { Excess } from './flatten/columns.ts'
import { flatten } from './flatten/index.ts'
import { type GrammarName, parserMemory, parserOf } from './grammars.ts'
import { withJoinedComments } from './joined-comments.ts'

export type Parsed =
  | { readonly kind: 'tree'; readonly tree: FlatTree }
  /** `reason` is said of the file. */
  | { readonly kind: 'cut'; readonly reason: string }

/** @throws Spent where the clock or the end of the memory ended it. */
export type Parse = (grammar: GrammarName, text: string) => Promise<Parsed>

/**
 * Broken text can send the parser into work that grows with the square of its length. It reports its steps, each a hundred
 * actions: source that people write takes up to 30 a thousand characters, minified up to 20, and the densest text that was
 * found to parse takes 85 (commands of one letter in a pipeline). The bound is by the length alone, so that the answer
 * does not depend on the machine.
 */
const stepsAlways = 500
const stepsPerCharacter = 0.1

/** A last resort, for texts so long that even this takes too long. */
const mostMilliseconds = 5_000

const reasons: Readonly<Record<Excess | 'steps', string>> = {
  steps: 'sends the parser astray: nothing of its length that parses takes as many steps',
  nodes: `has more than ${mostNodes} nodes of syntax`,
  levels: `has syntax that is nested more than ${mostLevels} levels deep`,
}

/**
 * In this thread.
 *
 * @param deadline by the clock of `performance.now()`, where somebody gave one
 * @throws Spent where the clock or the end of the memory ended it.
 */
export async function parse(grammar: GrammarName, text: string, deadline?: number): Promise<Parsed> {
  const parser = await parserOf(grammar)
  const mostSteps = stepsAlways + text.length * stepsPerCharacter
  const longest = performance.now() + mostMilliseconds
  let steps = 0
  let end: 'steps' | 'time' | 'deadline' | undefined
  const shown = grammar === 'python' ? withJoinedComments(text) : text
  const tree = orOutOfMemory(parser, () =>
    parser.parse(shown, null, {
      progressCallback() {
        const now = performance.now()
        if (++steps > mostSteps) end = 'steps'
        else if (now >= longest) end = 'time'
        else if (deadline !== undefined && now >= deadline) end = 'deadline'
        return end !== undefined
      },
    }),
  )
  // A parse that was stopped would go on with the next text.
  parser.reset()
  if (end === 'time' || end === 'deadline') {
    tree?.delete()
    throw new Spent(end === 'time' ? `was not parsed within ${mostMilliseconds / 1000} seconds` : late, false)
  }
  if (tree === null) return { kind: 'cut', reason: reasons.steps }
  try {
    const flat = flatten(grammar, parser, tree, text, parserMemory())
    return typeof flat === 'string' ? { kind: 'cut', reason: reasons[flat] } : { kind: 'tree', tree: flat }
  } finally {
    tree.delete()
  }
}

/** Some broken texts have the parser take hundreds of megabytes in one step. It can go on with another text after that. */
function orOutOfMemory<T>(parser: Parser, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error
    parser.reset()
    throw new Spent('takes more memory to parse than there is for it', false)
  }
}
