/** Broken checklists of all sorts: no exception, no hang, every diagnostic and every fix inside the text. */
import { test } from 'node:test'
import { checklistsBelow, mutated, numbersBelow } from '../support/mutations.ts'
import { assertSound } from '../support/sound-diagnostics.ts'

const runs = 2000

test(`${runs} mutations of real checklists`, () => {
  const texts = checklistsBelow([import.meta.dirname, `${import.meta.dirname}/../check`]).filter(
    ({ length }) => length < 6000,
  )
  const below = numbersBelow(20)
  for (let run = 0; run < runs; run++) {
    const text = mutated(texts[below(texts.length)] ?? '', texts, below)
    try {
      assertSound(text)
    } catch (error) {
      throw new Error(`run ${run}:\n${text}`, { cause: error })
    }
  }
})

/** What mutations found once, by what was wrong. */
const found: Readonly<Record<string, string>> = {
  'a needless article at the very end': 'define shell_call as call among shellsa must  b or c a',
}

for (const [what, text] of Object.entries(found)) test(what, () => assertSound(text))
