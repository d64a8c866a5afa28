/** Where the records of loggers go: the handlers of the whole repository, from the logger up to the root. */

import { unreachable } from '../../../../compiler/index.ts'
import type { LocalFact } from '../../extractor.ts'
import type { FileExtraction } from '../../link.ts'
import { type LocalOutput, type Stream, weightiest } from '../streams.ts'
import type { ModuleSummary } from '../summary.ts'
import type { Program } from './program.ts'

export class Loggers {
  readonly #program: Program
  readonly #handlers = new Map<string, Stream[]>()
  readonly #closed: ReadonlySet<string>

  constructor(program: Program, summaries: readonly ModuleSummary[]) {
    this.#program = program
    for (const { loggers } of summaries) {
      for (const { logger, stream } of loggers.handlers) {
        const streams = this.#handlers.get(logger) ?? []
        this.#handlers.set(logger, streams)
        streams.push(stream)
      }
    }
    this.#closed = new Set(summaries.flatMap(({ loggers }) => loggers.closed))
  }

  /** Outputs with their streams; what turned out to be no logger is left out. */
  settle(each: FileExtraction): FileExtraction {
    const { facts } = each.extraction
    if (facts.output === undefined) return each
    const output = (facts.output as readonly LocalOutput[]).flatMap((fact) => this.#settled(fact))
    return { ...each, extraction: { ...each.extraction, facts: { ...facts, output } } }
  }

  #settled({ logger, ...fact }: LocalOutput): readonly LocalFact<'output'>[] {
    if (logger === undefined) return [fact]
    switch (logger.kind) {
      case 'logger':
        return [{ ...fact, stream: this.#streamOf(logger.name ?? '') }]
      case 'candidate':
        return this.#isLogger(logger.holder) ? [{ ...fact, stream: this.#streamOf('') }] : []
      default:
        return unreachable(logger)
    }
  }

  /** A logger without any handler writes to stderr. */
  #streamOf(name: string): Stream {
    const streams: Stream[] = []
    for (let logger = name; ; logger = logger.slice(0, Math.max(0, logger.lastIndexOf('.')))) {
      streams.push(...(this.#handlers.get(logger) ?? []))
      if (logger === '' || this.#closed.has(logger)) break
    }
    return streams.length === 0 ? 'stderr' : weightiest(streams)
  }

  /** Whether what a module holds is a logger, directly or as what a function gives. */
  #isLogger(holder: string): boolean {
    const found = this.#program.find(holder)
    return found.some(({ definition: { is } }) => {
      if (is === undefined) return false
      const [maker] = is.endsWith('()') ? this.#program.find(is.slice(0, -2)) : []
      return (maker?.definition.is ?? is) === 'logging.Logger'
    })
  }
}
