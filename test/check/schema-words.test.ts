/** The names of the facts schema are words of the language, and never its operators. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type KindName, kinds, type RecordName, recordShapes, type Shape } from '../../compiler/index.ts'
import { parse } from '../../compiler/pipeline.ts'
import { languages, roleScopes } from '../../compiler/schema/values.ts'

/** "Words that are operators for ever" in the description of the language. */
const operators = new Set(
  `and or not no some every must where as in is at exactly among missing present none of like matches contains starts
   ends with when have be anywhere true false`.split(/\s+/),
)

const shapes: readonly (readonly [KindName | RecordName, Shape])[] = [
  ...(Object.entries(kinds) as [KindName, Shape][]),
  ...(Object.entries(recordShapes) as [RecordName, Shape][]),
]

const singularsOf = ({ fields }: Shape): readonly string[] =>
  Object.values(fields).flatMap(({ type }) => (type.kind === 'list' ? [type.singular] : []))

for (const [name, shape] of shapes) {
  test(`${name}: no name is an operator, and each can be written`, () => {
    for (const word of [name, ...Object.keys(shape.fields), ...singularsOf(shape)]) {
      assert.ok(!operators.has(word), `"${word}" is an operator of the language`)
      const { diagnostics } = parse({ path: 'x', text: `define x(${word}) as ${word} and y.${word} is present` })
      assert.deepEqual(diagnostics, [], word)
    }
  })

  test(`${name}: elements of lists have a name each, and what is referred to is a kind`, () => {
    assert.equal(new Set(singularsOf(shape)).size, singularsOf(shape).length)
    for (const { type } of Object.values(shape.fields)) {
      if (type.kind === 'reference') assert.ok(Object.hasOwn(kinds, type.to), type.to)
      if (type.kind === 'list' && type.of.kind === 'record') assert.ok(Object.hasOwn(recordShapes, type.of.record))
      if (type.kind === 'list' && type.of.kind === 'reference') assert.ok(Object.hasOwn(kinds, type.of.to))
    }
  })
}

test('a word of a scope means one thing', () => {
  const words = [...languages, ...Object.keys(roleScopes), 'vendored']
  assert.deepEqual(words, [...new Set(words)])
})

test('a kind and a record never share a name', () => {
  for (const name of Object.keys(recordShapes)) assert.ok(!Object.hasOwn(kinds, name), name)
})
