/** What globs match, by the sense of the field: compared through JavaScript, which reads the same patterns. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { globPattern } from '../../compiler/check/values/globs.ts'
import { compilePattern } from '../../compiler/patterns/index.ts'
import type { GlobSense } from '../../compiler/schema/types.ts'

type Row = readonly [glob: string, matching: readonly string[], others: readonly string[]]

const tables: Readonly<Record<GlobSense, readonly Row[]>> = {
  path: [
    ['run.sh', ['run.sh', 'bin/run.sh', 'a/b/run.sh'], ['run.sh.bak', 'xrun.sh', 'run.sh/x', 'runxsh']],
    ['*.py', ['a.py', 'src/a.py', 'src/deep/b.py', '.py', 'a b.py'], ['a.pyc', 'a.py/b', 'apy']],
    ['src/*.py', ['src/a.py', 'src/.py'], ['src/a/b.py', 'lib/src/a.py', 'src/a.pyx', 'a.py']],
    ['/src/*.py', ['src/a.py'], ['lib/src/a.py', '/src/a.py']],
    ['/run.sh', ['run.sh'], ['bin/run.sh']],
    ['src/**/*.py', ['src/a.py', 'src/a/b.py', 'src/a/b/c.py'], ['src.py', 'xsrc/a.py', 'src/a/b.pyc']],
    ['**/test/**', ['test/a', 'a/test/b/c'], ['test', 'testing/a', 'a/test']],
    ['src/**', ['src/a', 'src/a/b'], ['src', 'srcs/a']],
    ['**', ['a', 'a/b'], ['']],
    ['a**b/c', ['axxb/c', 'ab/c'], ['a/b/c', 'ax/xb/c']],
    ['a/**/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/xb']],
    ['*-?.[ch]{a,b}', ['x-?.[ch]{a,b}'], ['x-1.ca', 'x-?.c{a,b}']],
    ['a+b(c)|d^$\\', ['a+b(c)|d^$\\', 'x/a+b(c)|d^$\\'], ['aab(c)', 'd^$\\', 'aab']],
    ['*.md', ['a\nb.md', 'ü.md', '😀.md'], ['a.md\n', 'a.md\nb']],
  ],
  dotted: [
    ['json.load', ['json.load'], ['json.loads', 'jsonxload', 'a.json.load']],
    ['json.*', ['json.load', 'json.loads'], ['json', 'json.decoder.JSONDecoder', 'ujson.load']],
    ['os.exec*', ['os.execv', 'os.exec'], ['os.execv.x', 'os.path.exec']],
    ['*.get', ['x.get', '(x)get.get'], ['get', 'a.b.get', 'x.get.y']],
    ['**.get', ['get', 'x.get', 'a.b.get', '(x(1)).get'], ['xget', 'x.gets']],
    ['os.**', ['os.path', 'os.path.join'], ['os', 'osx.path']],
    ['os.**.join', ['os.join', 'os.path.join', 'os.a.b.join'], ['os.xjoin', 'a.os.join']],
    ['*', ['print', ''], ['a.b']],
    ['**', ['print', 'a.b.c'], ['']],
    ['(x).get', ['(x).get'], ['x.get', 'xyget']],
    ['a/*', ['a/b', 'a/b/c'], ['a/b.c']],
  ],
  text: [
    ['*Safe*', ['yaml.SafeLoader', 'Safe', 'a\nSafe\nb'], ['safe']],
    ['-p*', ['-p', '-p/tmp', '-p a/b.c'], ['x-p', 'p']],
    ['**', ['', 'a/b.c\n'], []],
    ['', [''], ['x']],
    ['a', ['a'], ['a\n', '\na', 'ab', 'A']],
    ['$(*).?', ['$(id).?', '$().?'], ['$(id).x', 'x$(id).?']],
  ],
}

for (const [sense, rows] of Object.entries(tables) as [GlobSense, readonly Row[]][]) {
  for (const [glob, matching, others] of rows) {
    const { source, written, ignoreCase } = globPattern(glob, sense)
    const regexp = new RegExp(source.replace('(?s:', '(?:'), 'su')
    test(`${sense} ${glob}`, () => {
      assert.deepEqual([written, ignoreCase], [glob, false])
      assert.equal(compilePattern(source).kind, 'pattern')
      for (const subject of matching) assert.ok(regexp.test(subject), `${source} matches ${JSON.stringify(subject)}`)
      for (const subject of others) assert.ok(!regexp.test(subject), `${source} leaves ${JSON.stringify(subject)}`)
    })
  }
}
