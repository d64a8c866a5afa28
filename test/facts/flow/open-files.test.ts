/** Whether a file is still open where it is moved. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OpenFiles } from '../../../runtime/facts/flow/open-files.ts'

type Opening = readonly [start: number, closed: number | undefined]

const rows: readonly (readonly [about: string, openings: readonly Opening[], offset: number, areClosed: boolean])[] = [
  ['nothing was opened', [], 10, true],
  ['it was closed before', [[1, 5]], 10, true],
  ['it is closed afterwards', [[1, 15]], 10, false],
  ['nothing closes it', [[1, undefined]], 10, false],
  [
    'it is opened again afterwards',
    [
      [1, 5],
      [12, 15],
    ],
    10,
    true,
  ],
  [
    'an earlier one is still open',
    [
      [1, 20],
      [3, 5],
    ],
    10,
    false,
  ],
  [
    'the second time it is moved',
    [
      [1, 5],
      [12, 15],
    ],
    18,
    true,
  ],
]

for (const [about, openings, offset, areClosed] of rows) {
  test(`${areClosed ? 'closed' : 'open'}: ${about}`, () => {
    const files = new OpenFiles()
    for (const [start, closed] of openings) files.add('path', start, closed)
    files.add('another', 0, undefined)
    assert.equal(files.areClosedAt('path', offset), areClosed)
  })
}
