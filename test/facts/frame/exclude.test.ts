/** What `--exclude` leaves out, and what is said of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { without } from '../../../runtime/facts/files/exclude.ts'
import { listFiles } from '../../../runtime/facts/files/list.ts'
import { folder } from './repositories.ts'

const paths = ['a.py', 'docs/make.bat', 'docs/conf.py', 'lib/make.bat', 'lib/x/y.py']

const asked: readonly (readonly [patterns: readonly string[], left: string, note: RegExp | undefined])[] = [
  [[], paths.join(' '), undefined],
  [['*.bat'], 'a.py docs/conf.py lib/x/y.py', /^2 files were left out by --exclude "\*\.bat"\.$/],
  [['docs/*.bat'], 'a.py docs/conf.py lib/make.bat lib/x/y.py', /^1 file was left out/],
  [['lib/', '!lib/x'], 'a.py docs/conf.py docs/make.bat', /"lib\/", "!lib\/x"/],
  [['*.py', '!a.py'], 'a.py docs/make.bat lib/make.bat', /^2 files/],
  [['../a.py'], paths.join(' '), /^No file matches/],
]
for (const [patterns, left, note] of asked) {
  test(`without ${patterns.join(', ') || 'nothing'}`, async () => {
    const root = folder(Object.fromEntries(paths.map((path) => [path, ''])))
    const listing = without(await listFiles(root), patterns)
    const sorted = (text: string) => text.split(' ').sort().join(' ')
    assert.equal(sorted(listing.entries.map(({ path }) => path).join(' ')), sorted(left))
    const said = listing.notes.filter((each) => each.includes('--exclude'))
    if (note === undefined) assert.deepEqual(said, [])
    else assert.match(said[0] ?? '', note)
  })
}
