import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cacheOf, usersCacheFolder } from '../../cli/cache.ts'

/** What the system and its environment say, and the folder that follows from it. */
const folders: readonly (readonly [
  system: NodeJS.Platform,
  environment: Readonly<Record<string, string>>,
  home: string,
  folder: string | undefined,
])[] = [
  ['linux', {}, '/home/u', '/home/u/.cache/proviso'],
  ['linux', { XDG_CACHE_HOME: '/var/u' }, '/home/u', '/var/u/proviso'],
  ['linux', { XDG_CACHE_HOME: 'relative' }, '/home/u', '/home/u/.cache/proviso'],
  ['linux', { XDG_CACHE_HOME: '' }, '', undefined],
  ['darwin', { XDG_CACHE_HOME: '/var/u' }, '/Users/u', '/Users/u/Library/Caches/proviso'],
  ['win32', {}, 'C:/Users/u', undefined],
]

for (const [system, environment, home, folder] of folders) {
  test(`${system}, ${JSON.stringify(environment)}, home "${home}"`, () => {
    assert.equal(usersCacheFolder(environment, system, home), folder)
  })
}

test('a folder that is named goes before that of the user, and none before both', () => {
  assert.deepEqual(cacheOf({ cache: true, cacheDir: '/x' }), { cache: { folder: '/x', chosen: 'by name' } })
  assert.deepEqual(cacheOf({ cache: false, cacheDir: '/x' }), {})
})
