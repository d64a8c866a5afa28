/** One word left out, put in another's place or misspelt, anywhere: nothing breaks, and little is told of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../compiler/pipeline.ts'
import { readSources } from '../support/sources.ts'

const entry = 'realistic.checklist'
const sources = readSources(import.meta.dirname, entry)
const text = sources.find(({ path }) => path === entry)?.text ?? ''
const words = [...text.matchAll(/"[^"\n]*"|\w+|\S/g)].map((match) => ({ word: match[0], index: match.index }))

/** The same numbers in every run. */
function numbersBelow(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return (state >> 8) % limit
  }
}

test('one mistake gives one sentence most of the time, and never a flood', () => {
  const below = numbersBelow(7)
  const counts = Array.from({ length: 200 }, (_, turn) => {
    const { word, index } = words[below(words.length)] ?? { word: '', index: 0 }
    const other = words[below(words.length)]?.word ?? ''
    const written = ['', other, `${word.slice(0, 1)}q${word.slice(1)}`][turn % 3]
    const changed = text.slice(0, index) + written + text.slice(index + word.length)
    const { diagnostics } = analyse(
      sources.map((source) => (source.path === entry ? { path: entry, text: changed } : source)),
      entry,
    )
    return diagnostics.length
  })
  const few = counts.filter((count) => count <= 1).length
  assert.ok(few >= 0.9 * counts.length, `${few} of ${counts.length} mistakes gave at most one sentence`)
  assert.ok(Math.max(...counts) <= 6, `one mistake gave ${Math.max(...counts)} sentences`)
})
