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
import type { Answer, Question } from './message.ts'
import type { Packed } from './packed.ts'

const workerFile = import.meta.url.endsWith('.ts') ? './worker.ts' : './extraction-worker.js'

type Without<T> = T extends Question ? Omit<T, 'number'> : never

export class Helper {
  readonly #worker: Worker
  readonly #waiting = new Map<number, PromiseWithResolvers<Answer>>()
  readonly #vocabularies = new Map<GrammarName, Vocabulary>()
  readonly #signal: AbortSignal | undefined
  readonly #abort = (): void => this.#end(this.#signal?.reason)
  #asked = 0
  /** Why it answers no more. */
  #ended: { readonly error: unknown } | undefined

  constructor(assignment: Assignment, signal: AbortSignal | undefined) {
    this.#signal = signal
    this.#worker = new Worker(new URL(workerFile, import.meta.url), { workerData: assignment })
    this.#worker.on('message', (answer: Answer) => {
      this.#waiting.get(answer.number)?.resolve(answer)
      this.#waiting.delete(answer.number)
    })
    this.#worker.on('error', (error) => this.#end(error))
    signal?.addEventListener('abort', this.#abort)
  }

  /** Rejects with what ended the thread, if something did, and when the signal aborts. */
  async look(files: readonly ClassifiedFile[]): Promise<readonly Packed[]> {
    const answer = await this.#ask({ kind: 'look', files })
    assert(answer.kind === 'looked', 'who is asked to look has looked')
    return answer.found
  }

  /** As `parse` of `syntax/parse.ts`; and rejects as `look` does. */
  async parse(grammar: GrammarName, text: string): Promise<Parsed> {
    const answer = await this.#ask({ kind: 'parse', grammar, text })
    switch (answer.kind) {
      case 'tree': {
        const vocabulary = answer.vocabulary ?? this.#vocabularies.get(grammar)
        assert(vocabulary !== undefined, 'the first tree of a grammar brings its words')
        this.#vocabularies.set(grammar, vocabulary)
        return { kind: 'tree', tree: unpackedTree(answer.tree, text, vocabulary) }
      }
      case 'cut':
        return { kind: 'cut', reason: answer.reason }
      case 'spent':
        throw new Spent(answer.reason, answer.final)
      case 'failed':
        throw new Error(answer.message)
      case 'looked':
        throw new Error('who is asked to parse does not look')
      default:
        return unreachable(answer)
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

  #ask(question: Without<Question>): Promise<Answer> {
    this.throwIfEnded()
    const waiting = Promise.withResolvers<Answer>()
    const number = this.#asked++
    this.#waiting.set(number, waiting)
    this.#worker.postMessage({ ...question, number })
    return waiting.promise
  }

  #end(error: unknown): void {
    this.#ended ??= { error }
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
