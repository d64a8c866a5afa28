/**
 * Compares the evaluators on checklists and facts documents that chance writes: the interpreter with our module, and with
 * real `opa` on the text that we print.
 *
 *     node scripts/agree.ts [--pairs 100000] [--opa 5000] [--seed 1]
 *
 * Prints how often each construct was met, and the first disagreement cut down to what it takes. Ends with 1 if there is
 * one, or if something was met too seldom.
 */
import { parseArgs } from 'node:util'
import { type Coverage, count, expected, tooSeldom, wantedTimes } from '../test/support/generate/coverage.ts'
import {
  type Disagreement,
  disagreementWithOpa,
  judgeSample,
  type Sample,
  sampleOf,
  shown,
} from '../test/support/generate/pairs.ts'
import { withoutOpa } from '../test/support/opa.ts'

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '100000' },
    opa: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
  },
})
const firstSeed = Number(values.seed)

/** Documents for each checklist: compiling costs more than evaluating. */
const documentsEach = 25
const documentsForOpa = 5
/** Packages in one `opa` process. */
const packages = 40

const coverage: Coverage = new Map()
const disagreement = agreeWithModule(Number(values.pairs)) ?? agreeWithOpa(Number(values.opa))
if (disagreement !== undefined) {
  process.stdout.write(`${shown(disagreement)}\n`)
  process.exitCode = 1
} else {
  printCoverage()
}

function agreeWithModule(pairs: number): Disagreement | undefined {
  let done = 0
  for (const sample of samples(pairs, documentsEach)) {
    const { answers, disagreement } = judgeSample(sample)
    if (disagreement !== undefined) return disagreement
    count(coverage, sample.checklist, sample.documents, answers)
    done += sample.documents.length
    if (done % 5000 === 0) process.stderr.write(`${done} pairs: interpreter and module agree\n`)
  }
  return undefined
}

function agreeWithOpa(pairs: number): Disagreement | undefined {
  if (pairs > 0 && withoutOpa !== false) {
    process.stdout.write(`Not compared with opa: ${withoutOpa}.\n`)
    return undefined
  }
  let batch: Sample[] = []
  let done = 0
  for (const sample of samples(pairs, documentsForOpa)) {
    batch.push(sample)
    done += sample.documents.length
    if (batch.length < packages && done < pairs) continue
    const disagreement = disagreementWithOpa(batch)
    if (disagreement !== undefined) return disagreement
    batch = []
    process.stderr.write(`${done} pairs: interpreter and opa agree\n`)
  }
  return undefined
}

function* samples(pairs: number, documents: number): Generator<Sample> {
  let refused = 0
  for (let done = 0, seed = firstSeed; done < pairs; seed++) {
    const sample = sampleOf(seed, documents)
    if (sample === undefined) {
      // A generator that often writes nonsense would go unnoticed otherwise.
      if (++refused > 10 + pairs / 1000)
        throw new Error(`Too much of what is generated does not compile: seed ${seed}.`)
      continue
    }
    done += documents
    yield sample
  }
}

function printCoverage(): void {
  const rows = expected().map((what) => `${String(coverage.get(what) ?? 0).padStart(8)}  ${what}`)
  process.stdout.write(`${rows.join('\n')}\n`)
  const seldom = tooSeldom(coverage, wantedTimes)
  if (seldom.length === 0) return
  process.stdout.write(
    `No disagreement, but these were met less than ${wantedTimes} times, which takes more pairs:\n${seldom.join('\n')}\n`,
  )
  process.exitCode = 1
}
