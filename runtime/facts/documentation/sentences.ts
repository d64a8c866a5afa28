/** Where sentences begin and end in prose. */
import type { Prose, Span } from './document.ts'

/** After these, and after an initial, a full stop ends no sentence. */
const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|resp|incl|ca|no|nr|fig|sec|mr|mrs|ms|dr|st|inc|ltd|dept|min|max)$/i
const initial = /(?:^|[\s(])[A-Z]$/

const end = /[.!?…]+["'”’)\]]*(?=\s|$)/g

/** In order; white space around is left out. Versions, addresses and file names hold no sentence end. */
export function sentencesOf({ text: { text }, code }: Prose): readonly Span[] {
  const sentences: Span[] = []
  let start = 0
  let nextCode = 0
  for (const match of text.matchAll(end)) {
    const stop = match.index + match[0].length
    while (nextCode < code.length && code[nextCode]!.end <= match.index) nextCode++
    const isInCode = nextCode < code.length && code[nextCode]!.start <= match.index
    if (isInCode || !endsSentence(text, match.index, stop)) continue
    add(sentences, text, start, stop)
    start = stop
  }
  add(sentences, text, start, text.length)
  return sentences
}

function endsSentence(text: string, mark: number, stop: number): boolean {
  if (text[mark] !== '.') return true
  const before = text.slice(Math.max(0, mark - 12), mark)
  if (abbreviation.test(before) || initial.test(before)) return /^\s*$/.test(text.slice(stop, stop + 2))
  // A small letter goes on with the sentence.
  return !/^\s+[a-z]/.test(text.slice(stop, stop + 12))
}

function add(sentences: Span[], text: string, start: number, end: number): void {
  let [first, last] = [start, end]
  while (first < last && /\s/.test(text[first]!)) first++
  while (last > first && /\s/.test(text[last - 1]!)) last--
  if (first < last) sentences.push({ start: first, end: last })
}
