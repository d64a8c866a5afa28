import assert from 'node:assert/strict'
import { test } from 'node:test'
import { xmlExtractor } from '../../../runtime/facts/xml/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const read = async (text: string) => {
  const extraction = await extractFrom(xmlExtractor, 'etc/a.xml', text)
  const gaps = extraction.undecided.filter(({ kinds }) => kinds.includes('element'))
  return { elements: factsIn(extraction, 'element'), gaps: gaps.map(({ reason }) => reason) }
}

test('elements know those around them and in them, their attributes and their own text', async () => {
  const { elements, gaps } = await read('<a x="1"> t <b y=\'&lt;\'/>u</a>\n<!-- <c/> --><d>v</e></d>')
  assert.deepEqual(gaps, [])
  assert.deepEqual(
    elements.map(({ titles, attributes, text, children, at }) => [
      titles.join('/'),
      attributes.map(({ name, value }) => `${name}=${value}`).join(),
      text,
      children,
      `${at.line}:${at.column}-${at.endColumn}`,
    ]),
    [
      ['a', 'x=1', 't u', [1], '1:1-10'],
      ['a/b', 'y=<', '', [], '1:13-26'],
      ['d', '', 'v', [], '2:14-17'],
    ],
  )
})

const cut: readonly (readonly [what: string, text: string, reason: RegExp])[] = [
  ['deep', `${'<a>'.repeat(100)}`, /nested more than 64 elements deep, from line 1 on/],
  ['many', '<a/>'.repeat(60_000), /more than 50000 elements/],
  ['a comment without an end', '<a/>\n<!-- <b/>', /a comment is never closed, from line 2 on/],
]

for (const [what, text, reason] of cut) {
  test(`what is left out is said: ${what}`, async () => {
    const { elements, gaps } = await read(text)
    assert.ok(elements.length > 0)
    assert.equal(gaps.length, 1)
    assert.match(gaps[0] ?? '', reason)
  })
}
