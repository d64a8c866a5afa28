/** The other side of `helper.ts`: answers the questions that it is sent, one after the other, until it is stopped. */
import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { unreachable } from '../../../compiler/index.ts'
import { Spent } from '../budget.ts'
import type { ClassifiedFile } from '../classify/classify.ts'
import type { GrammarName } from '../syntax/grammars.ts'
import { buffersOf, packedTree } from '../syntax/packed-tree.ts'
import { type Assignment, lookerFor } from './assignment.ts'
import type { Answer, Question } from './message.ts'
import { type Packed, packed } from './packed.ts'

/** With what changes hands. */
type Reply = readonly [answer: Answer, buffers: readonly ArrayBuffer[]]

const looker = lookerFor(workerData as Assignment)
const told = new Set<GrammarName>()

if (parentPort !== null) {
  for await (const [question] of on(parentPort, 'message') as AsyncIterable<[Question]>) {
    const [answer, buffers] = await replyTo(question)
    parentPort.postMessage(answer, buffers)
  }
}

function replyTo(question: Question): Promise<Reply> {
  switch (question.kind) {
    case 'look':
      return looked(question.number, question.files)
    case 'parse':
      return parsed(question.number, question.grammar, question.text)
    default:
      return unreachable(question)
  }
}

async function looked(number: number, files: readonly ClassifiedFile[]): Promise<Reply> {
  const found: Packed[] = []
  for (const file of files) {
    const { key, seen } = await looker.look(file)
    found.push({ key, seen: packed(seen) })
  }
  return [{ kind: 'looked', number, found }, found.map(({ seen }) => seen.buffer)]
}

async function parsed(number: number, grammar: GrammarName, text: string): Promise<Reply> {
  try {
    const { parse } = looker
    const answer = await parse(grammar, text)
    if (answer.kind === 'cut') return [{ ...answer, number }, []]
    const tree = packedTree(answer.tree)
    const vocabulary = told.has(grammar) ? undefined : answer.tree.vocabulary
    told.add(grammar)
    return [{ kind: 'tree', number, tree, vocabulary }, buffersOf(tree)]
  } catch (error) {
    if (error instanceof Spent) return [{ kind: 'spent', number, reason: error.reason, final: error.final }, []]
    return [{ kind: 'failed', number, message: error instanceof Error ? error.message : String(error) }, []]
  }
}
