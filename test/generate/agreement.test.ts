import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Coverage, count, tooSeldom } from '../support/generate/coverage.ts'
import {
  complaintsAbout,
  disagreementWithOpa,
  judgeSample,
  type Sample,
  sampleOf,
  shown,
} from '../support/generate/pairs.ts'
import { withoutOpa } from '../support/opa.ts'

/** A short form of `scripts/agree.ts`: always the same pairs, so that a failure is one that somebody can look at. */
const checklists = 80
const documentsEach = 25
/** Drawn on until everything has been met, and given up here. */
const mostChecklists = 240

test('the interpreter and our module agree on what chance writes', () => {
  const coverage: Coverage = new Map()
  for (let seed = 1; seed <= mostChecklists; seed++) {
    if (seed > checklists && tooSeldom(coverage, 1).length === 0) break
    const sample = sampleWith(seed, documentsEach)
    const { answers, disagreement } = judgeSample(sample)
    assert(disagreement === undefined, disagreement && shown(disagreement))
    count(coverage, sample.checklist, sample.documents, answers)
  }
  assert.deepEqual(tooSeldom(coverage, 1), [], 'what is never met is something that the generator has lost')
})

test('real opa agrees on the text that we print, and would not write it otherwise', { skip: withoutOpa }, () => {
  const samples = Array.from({ length: 20 }, (_, index) => sampleWith(index + 1, 5))
  const disagreement = disagreementWithOpa(samples)
  assert(disagreement === undefined, disagreement && shown(disagreement))
  assert.equal(complaintsAbout(samples), '')
})

function sampleWith(seed: number, documents: number): Sample {
  const sample = sampleOf(seed, documents)
  assert(sample !== undefined, `what seed ${seed} generates compiles`)
  return sample
}
