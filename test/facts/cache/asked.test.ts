/** What a file gave holds in another tree where what was asked is answered the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localModule } from '../../../runtime/facts/javascript/module-lookups.ts'
import { moduleFrom } from '../../../runtime/facts/python/module-lookups.ts'
import { AskedTree, answersTheSame } from '../../../runtime/facts/tree/asked.ts'
import { lookups } from '../../../runtime/facts/tree/lookups.ts'
import { isThere, type Lookup, Tree } from '../../../runtime/facts/tree/tree.ts'

const paths = ['app/main.py', 'app/helper.py', 'web/index.ts', 'web/client.ts']

/** What is asked, and trees in which it is answered otherwise, or not. */
const rows: readonly (readonly [
  lookup: Lookup,
  asked: string,
  from: string,
  other: readonly string[],
  same: boolean,
])[] = [
  [isThere, 'app/helper.py', '', [...paths, 'app/more.py'], true],
  [isThere, 'app/helper.py', '', ['app/main.py'], false],
  [isThere, 'app/more.py', '', [...paths, 'app/more.py'], false],
  [moduleFrom, 'helper', 'app/main.py', [...paths, 'helper.py'], true],
  [moduleFrom, 'helper', 'web/x.py', [...paths, 'helper.py'], false],
  [moduleFrom, 'requests', 'app/main.py', [...paths, 'app/more.py'], true],
  [moduleFrom, 'requests', 'app/main.py', [...paths, 'app/requests/__init__.py'], false],
  [localModule, './client', 'web/', [...paths, 'web/client/index.ts'], true],
  [localModule, './client', 'web/', ['web/client/index.ts'], false],
]

for (const [lookup, asked, from, other, same] of rows) {
  test(`${lookup.name}: ${asked} from ${from || 'anywhere'}, in ${other.length} files`, () => {
    const tree = new AskedTree(new Tree(paths))
    tree.ask(lookup, asked, from)
    const kept = structuredClone(tree.asked)
    assert.ok(answersTheSame(new Tree(paths), kept))
    assert.equal(answersTheSame(new Tree(other), kept), same)
  })
}

test('a lookup that is not known any more is answered by nobody', () => {
  assert.equal(answersTheSame(new Tree(paths), [{ lookup: 'gone', from: '', answers: new Map() }]), false)
})

test('each lookup has a name of its own', () => {
  assert.equal(new Set(lookups.map(({ name }) => name)).size, lookups.length)
})
