import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordFact } from '../../../compiler/index.ts'
import { pythonExtractor } from '../../../runtime/facts/python/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const python = (text: string, others: readonly string[] = []) =>
  extractFrom(pythonExtractor, 'wodle/main.py', text, others)

/** The outermost call in the last line of a text: its callee, and its arguments as `name=value`, `?` where the value is not known. */
async function lastCall(text: string): Promise<string> {
  const all = factsIn(await python(text), 'call')
  const last = all.filter(({ at }) => at.line === all.at(-1)?.at.line)
  const call = last.toSorted((a, b) => a.at.column - b.at.column || b.at.endColumn - a.at.endColumn)[0]
  const given = (call?.arguments ?? []) as unknown as readonly RecordFact<'argument'>[]
  const shown = given.map(({ name, position, spread, known, value }) => {
    const label = spread ?? name ?? position ?? '_'
    return `${label}=${known ? JSON.stringify(value) : '?'}`
  })
  return `${call?.callee}(${shown.join(', ')})`
}

const calls: Readonly<Record<string, readonly [text: string, call: string]>> = {
  'an alias of a module': ['import json as j\nj.loads(x)', 'json.loads(1=?)'],
  'an alias of a function': ['from json import loads as read\nread("a")', 'json.loads(1="a")'],
  'a name for a function': ['import json\nread = json.loads\nread(x)', 'json.loads(1=?)'],
  'an import in a function': ['def f():\n    import json\n    json.loads(x)', 'json.loads(1=?)'],
  'a fallback import': [
    'try:\n    import ujson as json\nexcept ImportError:\n    import json\njson.loads(x)',
    'json.loads(1=?)',
  ],
  'a submodule': ['import os.path\nos.path.join("a")', 'os.path.join(1="a")'],
  'a parameter of that name': ['import json\ndef f(json):\n    json.loads(x)', '(json).loads(1=?)'],
  'a method of self': ['class A:\n    def f(self):\n        self.run(1)', 'wodle.main.A.run(1=1)'],
  'a function of the file': ['def log(a):\n    pass\nlog(2)', 'wodle.main.log(1=2)'],
  'a relative import': ['from .helpers import log\nlog(2)', 'wodle.helpers.log(1=2)'],
  'a method of a constructed object': ['from pathlib import Path\nPath("x").chmod(0o640)', 'pathlib.Path.chmod(1=416)'],
  'a logger': ['import logging\nlog = logging.getLogger("x")\nlog.info("m")', 'logging.Logger.info(1="m")'],
  'a builtin': ['print("x", file=None)', 'print(1="x", file=null)'],
  'a call of a call': ['f()()', 'f()()'],
  'a subscript': ['handlers["x"](1)', '(handlers["x"])(1=1)'],
  'a partial application': [
    'import json\nfrom functools import partial\nread = partial(json.loads, object_hook=None)\nread("x")',
    'json.loads(object_hook=null, 1="x")',
  ],
  'options of a dictionary': [
    'OPTIONS = {"timeout": 5, "verify": False}\nget(url, **OPTIONS)',
    'get(1=?, timeout=5, verify=false)',
  ],
  'options of dict()': ['get(**dict(timeout=None))', 'get(timeout=null)'],
  'options from elsewhere': ['def f(**options):\n    get(1, **options)', 'get(1=1, **=?)'],
  'a spread list': ['get(*urls, 2)', 'get(*=?, _=2)'],
  'a constant of the module': ['VERIFY = False\ndef f():\n    get(verify=VERIFY)', 'get(verify=false)'],
  'a constant that changes': ['V = 1\nV = 2\nget(V)', 'get(1=?)'],
  'texts put together': ['A = "a"\nget(A + "/b", f"{A}/c", "d" "e")', 'get(1="a/b", 2="a/c", 3="de")'],
  'an interpolated text that is not known': ['get(f"{x}/c")', 'get(1=?)'],
  'numbers in every spelling': ['get(0o17, 0x1f, 1_000, -2, 1 | 4)', 'get(1=15, 2=31, 3=1000, 4=-2, 5=5)'],
  'escapes and raw texts': ['get("a\\tb\\x41\\u00e9", r"\\t")', 'get(1="a\\tbAé", 2="\\\\t")'],
  'a comprehension variable hides a name': ['import json\n[json.loads(1) for json in xs]', '(json).loads(1=1)'],
  'a walrus': ['if (read := eval):\n    read(1)', 'eval(1=1)'],
}

for (const [name, [text, call]] of Object.entries(calls)) {
  test(`call: ${name}`, async () => assert.equal(await lastCall(text), call))
}

test('columns count UTF-16 units, whatever stands before', async () => {
  const [call] = factsIn(await python('x = "😀é"; eval(1)\r\n'), 'call')
  assert.deepEqual([call?.at.line, call?.at.column, call?.at.endColumn], [1, 12, 19])
})

test('calls know their function and their turn in it', async () => {
  const extraction = await python('a()\ndef f():\n    b()\n    c()\nd()\n')
  const functions = extraction.facts.function ?? []
  assert.deepEqual(
    factsIn(extraction, 'call').map(({ callee, function: owner, order }) => [callee, functions[owner]?.name, order]),
    [
      ['a', '<module>', 1],
      ['b', 'f', 1],
      ['c', 'f', 2],
      ['d', '<module>', 2],
    ],
  )
})

test('strings have a value and a role', async () => {
  const text = '"""doc"""\nX = "a"\ndef f():\n    "inner"\n    g({"k": "v"}["k"], f"{x}/y")\n'
  assert.deepEqual(
    factsIn(await python(text), 'string').map(({ value, role }) => [value, role]),
    [
      ['doc', 'docstring'],
      ['a', 'value'],
      ['inner', 'docstring'],
      ['k', 'key'],
      ['v', 'value'],
      ['k', 'key'],
      ['{}/y', 'argument'],
    ],
  )
})

test('addresses stand where they are written, and have their use', async () => {
  const text = [
    '"""http://doc.io"""',
    'A = "see http://a.io/x?y=1"  # http://c.io',
    'B = f"http://{host}:8080/v1"',
    'u.startswith("http://")',
    'u.startswith(("https://b.io", "http://b.io"))',
    's.mount("http://", h)',
    'N = "http://www.w3.org/2005/Atom"',
    'L = "http://127.0.0.1:9200"',
  ].join('\n')
  assert.deepEqual(
    factsIn(await python(text), 'url').map(({ text, at, role, local }) => [
      text,
      `${at.line}:${at.column}`,
      role,
      local,
    ]),
    [
      ['http://a.io/x?y=1', '2:10', 'endpoint', false],
      ['http://{host}:8080/v1', '3:7', 'endpoint', false],
      ['http://', '4:15', 'adapter', false],
      ['https://b.io', '5:16', 'adapter', false],
      ['http://b.io', '5:32', 'adapter', false],
      ['http://', '6:10', 'adapter', false],
      ['http://www.w3.org/2005/Atom', '7:6', 'identifier', false],
      ['http://127.0.0.1:9200', '8:6', 'endpoint', true],
    ],
  )
})

test('addresses that people are told of, and none that code connects to', async () => {
  const text = [
    'import setuptools',
    'setuptools.setup(name="x", url="http://x.io", project_urls={"Docs": "http://docs.x.io"})',
    'add(help="Read more about it on http://x.io/help and in the manual.")',
    'add(help=("Asks the browser to use https:// for every " "http:// resource that there is"))',
    'add(help="<a href=\\"http://x.io/a\\">more</a>")',
    'setup(url="http://x.io/api")',
    'run("curl -s http://x.io/fetched | sort and then show all of it")',
    'log(f"asking http://{host} again")',
  ].join('\n')
  assert.deepEqual(
    factsIn(await python(text), 'url').map(({ text, role }) => `${text} ${role}`),
    [
      'http://x.io identifier',
      'http://docs.x.io identifier',
      'http://x.io/help identifier',
      'https:// identifier',
      'http:// identifier',
      'http://x.io/a identifier',
      'http://x.io/api endpoint',
      'http://x.io/fetched endpoint',
      'http://{host} endpoint',
    ],
  )
})

test('texts that values are put into', async () => {
  const text = [
    'a = "one"',
    'b = f"two {x}"',
    'c = "three %s" % x',
    'd = "four {}".format(x)',
    'e = "five" + x',
    'f = "six" + ("seven" + x)',
    'g = "eight" + "nine"',
    'h = x % "ten"',
    'i = ["eleven"] + x',
    'j = "twelve" + ["thirteen"]',
  ].join('\n')
  assert.deepEqual(
    factsIn(await python(text), 'string').flatMap(({ value, interpolated }) => (interpolated ? [value] : [])),
    ['two {}', 'three %s', 'four {}', 'five', 'six', 'seven'],
  )
})

test('imports say where their module comes from', async () => {
  const text = 'import os, requests\nfrom helpers import x\nfrom . import y\nimport json.decoder\n'
  const extraction = await python(text, ['wodle/helpers.py', 'wodle/y.py', 'wodle/__init__.py'])
  assert.deepEqual(
    factsIn(extraction, 'import').map(({ module, provenance }) => [module, provenance]),
    [
      ['os', 'stdlib'],
      ['requests', 'external'],
      ['helpers', 'local'],
      ['wodle', 'local'],
      ['json.decoder', 'stdlib'],
    ],
  )
})

test('a file that bears the name of a library imports the library', async () => {
  for (const files of [[], ['wodle/__init__.py']]) {
    const extraction = await extractFrom(pythonExtractor, 'wodle/jira.py', 'from jira import JIRA\n', files)
    assert.deepEqual(
      factsIn(extraction, 'import').map(({ provenance }) => provenance),
      ['external'],
    )
  }
})

test('projects that share a repository import each other', async () => {
  const extraction = await python('import core.log\nfrom plugin import x\nimport copied\nimport tests_only\n', [
    'core/pyproject.toml',
    'core/src/core/__init__.py',
    'core/src/core/log.py',
    'plugin/setup.py',
    'plugin/plugin.py',
    'loose/copied.py',
    'tests/sub/setup.py',
    'tests/sub/tests_only.py',
  ])
  assert.deepEqual(
    factsIn(extraction, 'import').map(({ module, provenance }) => [module, provenance]),
    [
      ['core.log', 'local'],
      ['plugin', 'local'],
      ['copied', 'external'],
      ['tests_only', 'external'],
    ],
  )
})

test('modes that calls set', async () => {
  const text =
    'import os, stat\nfrom pathlib import Path\nos.chmod("a/b", 0o4755)\nPath("c").chmod(mode=0o640)\nos.chmod("d", mode)\n'
  assert.deepEqual(
    factsIn(await python(text), 'permission').map(({ file_name, mode, setuid, world_readable }) => [
      file_name,
      mode,
      setuid,
      world_readable,
    ]),
    [
      ['b', '4755', true, true],
      ['c', '0640', false, false],
      ['d', undefined, false, false],
    ],
  )
})

test('a file that does not parse gives what surrounds the mistake, and says so', async () => {
  const { facts, undecided } = await python('import json\njson.loads(a)\ndef f(:\n    pass\n')
  assert.equal(facts.call?.[0]?.callee, 'json.loads')
  assert.match(undecided[0]?.reason ?? '', /does not parse at line 3/)
  assert.ok(undecided[0]?.kinds.includes('call'))
})

test('a million brackets cost a moment, and Python 2 is read', async () => {
  assert.equal((await python('('.repeat(1_000_000))).undecided.length, 1)
  assert.deepEqual((await python('print "x"\nexec "y"\n')).undecided, [])
})
