/** A thread beside the main one, which looks at files and parses texts. It answers in the order in which it is asked. */
import { Worker } from 'node:worker_threads'
import { assert, unreachable } from '../../../compiler/index.ts'
import { Spent } from '../budget.ts'
import type { ClassifiedFile } from '../classify/classify.ts'
import type { GrammarName } from '../syntax/grammars.ts'
import { unpackedTree } from '../syntax/packed-tree.ts'
import type { Parsed } from '../syntax/parse.ts'
import type { Vocabulary } from '../syntax/vocabulary.ts'
import type { Assignment } from './assignment.ts'
import type { Reply, Request } from './message.ts'
import type { Packed } from './packed.ts'

const workerFile = import.meta.url.endsWith('.ts') ? './worker.ts' : './extraction-worker.js'

type Without<T> = T extends Request ? Omit<T, 'number'> : never

export class Helper {
  readonly #worker: Worker
  readonly #waiting = new Map<number, PromiseWithResolvers<Reply>>()
  readonly #vocabularies = new Map<GrammarName, Vocabulary>()
  readonly #signal: AbortSignal | undefined
  readonly #abort = (): void => this.#end(this.#signal?.reason)
  #asked = 0
  /** Why it answers no more. */
  #ended: { readonly error: unknown } | undefined

  constructor(assignment: Assignment, signal: AbortSignal | undefined) {
    this.#signal = signal
    this.#worker = new Worker(new URL(workerFile, import.meta.url), { workerData: assignment })
    this.#worker.on('message', (reply: Reply) => {
      this.#waiting.get(reply.number)?.resolve(reply)
      this.#waiting.delete(reply.number)
    })
    this.#worker.on('error', (error) => this.#end(error))
    signal?.addEventListener('abort', this.#abort)
  }

  /** Rejects with what ended the thread, if something did, and when the signal aborts. */
  async look(files: readonly ClassifiedFile[]): Promise<readonly Packed[]> {
    const reply = await this.#ask({ kind: 'look', files })
    assert(reply.kind === 'looked', 'who is asked to look has looked')
    return reply.found
  }

  /** As `parse` of `syntax/parse.ts`; and rejects as `look` does. */
  async parse(grammar: GrammarName, text: string): Promise<Parsed> {
    const reply = await this.#ask({ kind: 'parse', grammar, text })
    switch (reply.kind) {
      case 'tree': {
        const vocabulary = reply.vocabulary ?? this.#vocabularies.get(grammar)
        assert(vocabulary !== undefined, 'the first tree of a grammar brings its words')
        this.#vocabularies.set(grammar, vocabulary)
        return { kind: 'tree', tree: unpackedTree(reply.tree, text, vocabulary) }
      }
      case 'cut':
        return { kind: 'cut', reason: reply.reason }
      case 'spent':
        throw new Spent(reply.reason, reply.final)
      case 'failed':
        throw new Error(reply.message)
      case 'looked':
        throw new Error('who is asked to parse does not look')
      default:
        return unreachable(reply)
    }
  }

  /** What ended it is no matter of the file that was being looked at. */
  throwIfEnded(): void {
    if (this.#ended !== undefined) throw this.#ended.error
  }

  async stop(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort)
    await this.#worker.terminate()
  }

  #ask(request: Without<Request>): Promise<Reply> {
    this.throwIfEnded()
    const waiting = Promise.withResolvers<Reply>()
    const number = this.#asked++
    this.#waiting.set(number, waiting)
    this.#worker.postMessage({ ...request, number })
    return waiting.promise
  }

  #end(error: unknown): void {
    this.#ended ??= { error }
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
