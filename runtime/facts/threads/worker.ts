/** The other side of `helper.ts`: does what it is asked for, one after the other, until it is stopped. */
import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { unreachable } from '../../../compiler/index.ts'
import { Spent } from '../budget.ts'
import type { ClassifiedFile } from '../classify/classify.ts'
import type { GrammarName } from '../syntax/grammars.ts'
import { buffersOf, packedTree } from '../syntax/packed-tree.ts'
import { type Assignment, lookerFor } from './assignment.ts'
import type { Reply, Request } from './message.ts'
import { type Packed, packed } from './packed.ts'

/** A reply, with the buffers that change hands. */
type Posted = readonly [reply: Reply, buffers: readonly ArrayBuffer[]]

const looker = lookerFor(workerData as Assignment)
const told = new Set<GrammarName>()

if (parentPort !== null) {
  for await (const [request] of on(parentPort, 'message') as AsyncIterable<[Request]>) {
    const [reply, buffers] = await replyTo(request)
    parentPort.postMessage(reply, buffers)
  }
}

function replyTo(request: Request): Promise<Posted> {
  switch (request.kind) {
    case 'look':
      return looked(request.number, request.files)
    case 'parse':
      return parsed(request.number, request.grammar, request.text)
    default:
      return unreachable(request)
  }
}

async function looked(number: number, files: readonly ClassifiedFile[]): Promise<Posted> {
  const found: Packed[] = []
  for (const file of files) {
    const { key, seen } = await looker.look(file)
    found.push({ key, seen: packed(seen) })
  }
  return [{ kind: 'looked', number, found }, found.map(({ seen }) => seen.buffer)]
}

async function parsed(number: number, grammar: GrammarName, text: string): Promise<Posted> {
  try {
    const { parse } = looker
    const outcome = await parse(grammar, text)
    if (outcome.kind === 'cut') return [{ ...outcome, number }, []]
    const tree = packedTree(outcome.tree)
    const vocabulary = told.has(grammar) ? undefined : outcome.tree.vocabulary
    told.add(grammar)
    return [{ kind: 'tree', number, tree, vocabulary }, buffersOf(tree)]
  } catch (error) {
    if (error instanceof Spent) return [{ kind: 'spent', number, reason: error.reason, final: error.final }, []]
    return [{ kind: 'failed', number, message: error instanceof Error ? error.message : String(error) }, []]
  }
}
