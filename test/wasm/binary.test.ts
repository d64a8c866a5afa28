import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { join, magic, Reader, readSections, section, signed, unsigned } from '../../compiler/wasm/binary.ts'
import { libraryBytes } from '../support/library.ts'

const read = (bytes: readonly number[]) => new Reader(Uint8Array.from(bytes))

test('integers are LEB128', () => {
  const rows: readonly (readonly [readonly number[], readonly number[]])[] = [
    [unsigned(0), [0]],
    [unsigned(127), [0x7f]],
    [unsigned(128), [0x80, 0x01]],
    [unsigned(624485), [0xe5, 0x8e, 0x26]],
    [unsigned(0xffffffff), [0xff, 0xff, 0xff, 0xff, 0x0f]],
    [signed(63), [0x3f]],
    [signed(64), [0xc0, 0x00]],
    [signed(-64), [0x40]],
    [signed(-65), [0xbf, 0x7f]],
    [signed(-123456), [0xc0, 0xbb, 0x78]],
    [signed(-(2 ** 31)), [0x80, 0x80, 0x80, 0x80, 0x78]],
  ]
  for (const [found, wanted] of rows) assert.deepEqual(found, wanted)
})

test('what is written is read again', () => {
  fc.assert(fc.property(fc.nat(0xffffffff), (value) => assert.equal(read(unsigned(value)).unsigned(), value)))
  fc.assert(fc.property(fc.integer(), (value) => assert.equal(read(signed(value)).signed(), value)))
})

test('sections that are read and written again are the same module', () => {
  const library = libraryBytes()
  const again = join(magic, ...readSections(library).map(({ id, content }) => section(id, content)))
  assert.equal(Buffer.compare(again, library), 0)
})
