/** Code that nobody would write: what has to be bounded is, and the rest of the file is read all the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Spent } from '../../../runtime/facts/budget.ts'
import { pythonExtractor } from '../../../runtime/facts/python/index.ts'
import { extractFrom, factsIn } from '../support.ts'
import { linkedFacts } from './support.ts'

/** In milliseconds of the processor. */
const longest = 20_000

const repeat = (times: number, line: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => line(index)).join('\n')

const hostile: Readonly<Record<string, string>> = {
  'nested lists': `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
  'nested calls': `x = ${'f('.repeat(50_000)}1${')'.repeat(50_000)}`,
  'a long chain of methods': `x = a${'.b()'.repeat(50_000)}`,
  'a long sum': `get("a"${' + "a"'.repeat(50_000)})`,
  'nested lambdas': `x = ${'lambda: '.repeat(20_000)}f()`,
  'nested comprehensions': `x = ${'[f() for a in '.repeat(5_000)}y${']'.repeat(5_000)}`,
  'a chain of assignments': `${'a = '.repeat(50_000)}f()`,
  'names bound to each other': `${repeat(200, (i) => `def f${i}(): return f${(i + 1) % 200}()`)}\n${repeat(40, (i) => `x = x.y(a, x)  # ${i}`)}\nx.z()`,
  'classes made of each other': `class A(B): pass\nclass B(A): pass\nA().run()`,
  'texts that double': `a0 = "aaaaaaaaaaaaaaaa"\n${repeat(60, (i) => `a${i + 1} = a${i} + a${i}`)}\nget(a60)`,
  'one name, bound and used everywhere': repeat(2_000, (i) => `o = g(o, **o)\no["k${i}"] = ${i}`),
  'one default, called everywhere': `def f(a=1):\n    g(a)\n${repeat(30_000, () => 'f(2)')}`,
  'a wide list of addresses': `x.join([${repeat(20_000, (i) => `"http://a${i}.io",`)}])`,
  'nested patterns': `match x:\n case ${'['.repeat(20_000)}a${']'.repeat(20_000)}: f()`,
  'nested targets': `${'('.repeat(20_000)}a${')'.repeat(20_000)} = f()`,
  'one client for everything': `import requests\ns = requests.Session()\n${repeat(5_000, (i) => `s.get(u${i})\ns.verify = v${i}`)}`,
  'a wrapper that is called everywhere': `import requests\ndef f(u, t=1):\n    requests.get(u, timeout=t)\n${repeat(20_000, (i) => `f(u, ${i})`)}`,
  'wrappers of wrappers': `import requests\ndef f0(**o): requests.get(u, **o)\n${repeat(500, (i) => `def f${i + 1}(**o): f${i}(**o); f${i}(**o)`)}`,
  'sockets and what wraps them': `import socket\n${repeat(2_000, (i) => `s${i} = socket.create_connection(a)\nt${i} = c.wrap_socket(s${i})`)}`,
  'files that replace each other': `import os\n${repeat(2_000, (i) => `p${i + 1} = p${i} + "x"\nopen(p${i}, "w").write(x)\nos.replace(p${i}, p${i + 1})`)}`,
  'a long chain of look-ups': `x = a${'["b"]'.repeat(20_000)}`,
  'look-ups behind each other': repeat(10_000, (i) => `a["b${i}"]`),
  'conditions within each other': `${'a if b else ('.repeat(5_000)}c${')'.repeat(5_000)}`,
}

for (const [name, text] of Object.entries(hostile)) {
  test(`${name} cost a moment`, async () => {
    const before = process.cpuUsage()
    const extraction = await linkedFacts('main.py', text).catch(reasonOf)
    const { user, system } = process.cpuUsage(before)
    assert.ok((user + system) / 1000 < longest, `${(user + system) / 1000} ms`)
    // A call of four characters is told in a thousand.
    assert.ok(JSON.stringify(extraction).length < 300 * text.length + 100_000)
  })
}

/** What takes more steps than a file has is given up, for a reason that is told. */
function reasonOf(error: unknown): string {
  if (error instanceof Spent) return error.reason
  throw error
}

test('numbers that JSON cannot hold are not known', async () => {
  const text = 'get(1e999, -1e999, 9007199254740993, 1j, "\\ud800")'
  const [call] = factsIn(await extractFrom(pythonExtractor, 'main.py', text), 'call')
  assert.deepEqual(
    call?.arguments.map(({ known }) => known),
    [false, false, false, false, true],
  )
  assert.ok(JSON.stringify(call).isWellFormed())
})
