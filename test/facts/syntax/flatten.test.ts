/** The two ways of copying a tree come to the same, and the quick one is in use. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnsByCursor } from '../../../runtime/facts/syntax/flatten/by-cursor.ts'
import { flatten, isReadFromMemory } from '../../../runtime/facts/syntax/flatten/index.ts'
import { samples } from '../../../runtime/facts/syntax/flatten/samples.ts'
import { type GrammarName, grammarNames, parserMemory, parserOf } from '../../../runtime/facts/syntax/grammars.ts'
import { vocabularyOf } from '../../../runtime/facts/syntax/vocabulary.ts'

/** Both ways, for a text. */
async function bothWays(grammar: GrammarName, text: string) {
  const parser = await parserOf(grammar)
  const tree = parser.parse(text)
  assert(tree !== null)
  const read = flatten(grammar, parser, tree, text, parserMemory())
  const vocabulary = vocabularyOf(tree.language)
  const expected = columnsByCursor(tree, vocabulary).whole(text, vocabulary)
  tree.delete()
  return { read, expected, isQuick: isReadFromMemory(parser.language ?? tree.language) }
}

/** Texts that are broken in another place each. */
function brokenFrom(text: string): readonly string[] {
  const places = Array.from({ length: 40 }, (_, index) => Math.floor((text.length * (index + 1)) / 41))
  return [
    text,
    ...places.flatMap((at) => [text.slice(0, at), text.slice(at), `${text.slice(0, at)})${text.slice(at)}`]),
  ]
}

for (const grammar of grammarNames) {
  test(`${grammar}: trees of whole and of broken texts are the same from memory and by cursor`, async () => {
    for (const text of brokenFrom(samples[grammar])) {
      const { read, expected, isQuick } = await bothWays(grammar, text)
      assert.equal(isQuick, true, 'the library lays its trees out as memory-layout.ts draws them')
      assert.deepEqual(read, expected)
    }
  })
}

test('deep trees, wide ones, long paddings, long tokens and none are the same', async () => {
  const texts = [
    '',
    '\n',
    `${'['.repeat(9_000)}${']'.repeat(9_000)}`,
    `a = [${'1,'.repeat(20_000)}]`,
    `${' '.repeat(300)}\n${'\n'.repeat(70_000)}${'a'.repeat(70_000)} = "${'b'.repeat(70_000)}"`,
    `# ${'😀'.repeat(300)}\nf(é, ñ) # ü`,
  ]
  for (const text of texts) {
    const { read, expected } = await bothWays('python', text)
    assert.deepEqual(read, expected)
  }
})
