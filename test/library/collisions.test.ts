/** Keys that somebody chose so that they crowd together in a table. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { libraryInstance } from '../support/instance.ts'

const word = (value: bigint): bigint => BigInt.asUintN(64, value)
const rotated = (value: bigint, by: bigint): bigint => word((value << by) | (value >> (64n - by)))

/** SipHash-1-3 of a text of less than eight bytes, under the first salt. Must match `compiler/library/hash.ts`. */
function hashOf(text: string): bigint {
  let [a, b, c, d] = [0x736f6d6570736575n, 0x646f72616e646f6dn, 0x6c7967656e657261n, 0x7465646279746573n]
  const round = () => {
    a = word(a + b)
    c = word(c + d)
    b = rotated(b, 13n) ^ a
    d = rotated(d, 16n) ^ c
    a = rotated(a, 32n)
    c = word(c + b)
    a = word(a + d)
    b = rotated(b, 17n) ^ c
    d = rotated(d, 21n) ^ a
    c = rotated(c, 32n)
  }
  const bytes = Buffer.alloc(8)
  bytes.write(text)
  bytes[7] = text.length
  const last = bytes.readBigUInt64LE()
  d ^= last
  round()
  a ^= last
  c ^= 0xffn
  round()
  round()
  round()
  const all = a ^ b ^ c ^ d
  return (all ^ (all >> 32n)) & 0xffffffffn
}

test('a table whose keys crowd together is indexed with another salt, and has all of them', () => {
  const keys: string[] = []
  // A table of 160 keys has an index of 512 slots.
  for (let i = 0; keys.length < 160; i++) {
    const key = `k${i}`
    if ((hashOf(key) & 511n) === 5n) keys.push(key)
  }
  const library = libraryInstance()
  const place = (text: string) => library.exports.opa_json_parse!(...library.place(new TextEncoder().encode(text)))
  const table = place(`{${keys.map((key, index) => `"${key}":${index}`).join()}}`)
  const salt = new DataView(library.memory.buffer).getUint32(table + 20, true)
  assert.ok(salt > 0, 'the first salt was given up')
  for (const [index, key] of keys.entries()) {
    assert.equal(library.exports.value_get!(table, place(`"${key}"`)), (index << 2) | 1)
  }
  assert.equal(library.exports.value_get!(table, place('"k"')), 0)
})
