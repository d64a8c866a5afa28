/**
 * Breaks checklists at random and looks at what is told: node scripts/fuzz-language.ts [--runs N] [--seed N]
 *
 * Ends at the first text that gives an exception, takes too long, or has a diagnostic outside of it; shows that text.
 */
import { parseArgs } from 'node:util'
import { checklistsBelow, mutated, numbersBelow } from '../test/support/mutations.ts'
import { assertSound } from '../test/support/sound-diagnostics.ts'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '200000' }, seed: { type: 'string', default: '1' } },
})
const runs = Number(values.runs)
const root = new URL('..', import.meta.url).pathname
const texts = checklistsBelow([`${root}test`, `${root}policies`])
const below = numbersBelow(Number(values.seed))

for (let run = 1; run <= runs; run++) {
  const whole = texts[below(texts.length)] ?? ''
  // Of a long checklist a stretch is enough, and lets a run of many take minutes.
  const from = whole.length > 3000 ? whole.indexOf('\n', below(whole.length - 2000)) + 1 : 0
  const text = mutated(whole.slice(from, from + 3000), texts, below)
  try {
    assertSound(text)
  } catch (error) {
    console.error(`run ${run}:\n${text}\n`)
    throw error
  }
  if (run % 10_000 === 0) console.log(`${run} of ${runs}`)
}
console.log(`${runs} runs, nothing found`)
