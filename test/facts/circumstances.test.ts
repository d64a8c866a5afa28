/** What stands around a call, and what becomes of its answer, in both languages: the same words mean the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { javascriptExtractor } from '../../runtime/facts/javascript/index.ts'
import { pythonExtractor } from '../../runtime/facts/python/index.ts'
import { extractFrom, factsIn } from './support.ts'

const languages = {
  python: { extractor: pythonExtractor, path: 'a.py' },
  javascript: { extractor: javascriptExtractor, path: 'a.mjs' },
  typescript: { extractor: javascriptExtractor, path: 'a.ts' },
} as const

type Language = keyof typeof languages

const read = async (language: Language, text: string) => {
  const { extractor, path } = languages[language]
  return extractFrom(extractor, path, text)
}

const flags = ['conditional', 'in_loop', 'in_try', 'in_handler', 'awaited', 'result_used'] as const

/** The words that are true of the call of `it`, by a text. */
const calls: Readonly<Record<Exclude<Language, 'typescript'>, Readonly<Record<string, string>>>> = {
  python: {
    'it()': '',
    'x = it()': 'result_used',
    'f(it())': 'result_used',
    'async def f():\n    await it()': 'awaited',
    'async def f():\n    x = (await it())': 'awaited result_used',
    'if it(): pass': 'result_used',
    'if x:\n    it()': 'conditional',
    'if x: pass\nelif it(): pass': 'conditional result_used',
    'if x: pass\nelse:\n    it()': 'conditional',
    'a = it() if x else y': 'conditional result_used',
    'a = y if it() else z': 'result_used',
    'it() and y': 'result_used',
    'y or it()': 'conditional',
    'x = y or it()': 'conditional result_used',
    'it() if x else y': 'conditional',
    'y if it() else z': 'result_used',
    'async def f():\n    await (x and it())': 'conditional awaited',
    'match it():\n    case 1: pass': 'result_used',
    'match x:\n    case 1:\n        it()': 'conditional',
    'for x in it(): pass': 'result_used',
    'for x in y:\n    it()': 'in_loop',
    'for x in y: pass\nelse:\n    it()': '',
    'while it(): pass': 'in_loop result_used',
    'a = [it(x) for x in y]': 'in_loop result_used',
    'a = [x for x in it()]': 'result_used',
    'a = [x for y in z for x in it(y)]': 'in_loop result_used',
    'a = {x: 1 for x in y if it(x)}': 'in_loop result_used',
    'try:\n    it()\nexcept OSError: pass': 'in_try',
    'try:\n    it()\nfinally: pass': '',
    'try: pass\nexcept OSError:\n    it()': 'in_handler',
    'try: pass\nexcept OSError: pass\nelse:\n    it()': '',
    'try: pass\nfinally:\n    it()': '',
    'with it() as x: pass': 'result_used',
    'import contextlib\nwith contextlib.suppress(OSError):\n    it()': 'in_try',
    'from contextlib import suppress\nwith a, suppress(E) as b:\n    it()': 'in_try',
    'from contextlib import suppress\nwith suppress(it()): pass': 'result_used',
    'from mine import suppress\nwith suppress(E):\n    it()': '',
    'if x:\n    def f():\n        it()': '',
    'for x in y:\n    g(lambda: it())': 'result_used',
    'for x in y:\n    try:\n        if x:\n            it()\n    except E: pass': 'conditional in_loop in_try',
  },
  javascript: {
    'it()': '',
    'void it()': '',
    'const x = it()': 'result_used',
    'f(it())': 'result_used',
    'await it()': 'awaited',
    'const x = (await it())': 'awaited result_used',
    'new it()': '',
    'if (it()) f()': 'result_used',
    'if (x) it()': 'conditional',
    'if (x) f(); else it()': 'conditional',
    'const a = x ? it() : y': 'conditional result_used',
    'const a = it() ? x : y': 'result_used',
    'x && it()': 'conditional',
    'const a = x && it()': 'conditional result_used',
    'x ? it() : y': 'conditional',
    'it() ? x : y': 'result_used',
    'it(), x': '',
    'x, it()': '',
    'const a = (x, it())': 'result_used',
    'const a = (it(), x)': '',
    'async () => { await (x && it()) }': 'conditional awaited',
    'it() ?? x': 'result_used',
    'x ||= it()': 'conditional result_used',
    'x + it()': 'result_used',
    'switch (it()) { case 1: }': 'result_used',
    'switch (x) { case 1: it() }': 'conditional',
    'switch (x) { default: it() }': 'conditional',
    'for (const x of it()) f()': 'result_used',
    'for (const x of y) it()': 'in_loop',
    'for (let i = it(); ; ) f()': 'result_used',
    'for (it(); ; ) f()': '',
    'for (; ; it()) f()': 'in_loop',
    'for (; it(); ) f()': 'in_loop result_used',
    'while (it()) f()': 'in_loop result_used',
    'do { it() } while (x)': 'in_loop',
    'try { it() } catch {}': 'in_try',
    'try { it() } finally {}': '',
    'try { f() } catch { it() }': 'in_handler',
    'try { f() } catch {} finally { it() }': '',
    'for (const x of y) g(() => it())': 'result_used',
    'for (const x of y) { try { if (x) it() } catch {} }': 'conditional in_loop in_try',
  },
}

for (const [language, texts] of Object.entries(calls)) {
  test(`what stands around a call in ${language}`, async () => {
    for (const [text, expected] of Object.entries(texts)) {
      const facts = factsIn(await read(language as Language, text), 'call')
      const call = facts.find(({ callee }) => callee === 'it' || callee === '(it)' || callee.endsWith('.it'))
      assert.ok(call !== undefined, text)
      assert.equal(flags.filter((flag) => call[flag]).join(' '), expected, text)
    }
  })
}

/** Functions as `decorators name -> returns`. */
const functions: readonly (readonly [Language, string, string])[] = [
  ['python', 'def f(): pass', 'f'],
  ['python', 'async def f() -> dict[str, int]: pass', 'async f -> dict[str, int]'],
  ['python', 'import functools\n@functools.cache\ndef f(): pass', '@functools.cache f'],
  ['python', 'from celery import task as job\n@job(retries=3)\n@mine\ndef f(): pass', '@celery.task @mine f'],
  ['python', 'class A:\n    @property\n    def f(self): pass', '@property f'],
  ['javascript', 'function f() {}', 'f'],
  ['javascript', 'const f = async (x) => x', 'async f'],
  ['javascript', 'async function* f() {}', 'async f'],
  ['javascript', 'class A { static async f() {} async() {} }', 'async f, async'],
  [
    'typescript',
    'class A { @Get("/a") @own.mark\n f(): Promise<void> {}\n g() {} }',
    '@Get @own.mark f -> Promise<void>, g',
  ],
]

test('decorators, what is returned, and whether a function waits', async () => {
  for (const [language, text, expected] of functions) {
    const facts = factsIn(await read(language, text), 'function')
    const shown = facts
      .filter(({ name }) => name !== '<module>')
      .map(({ name, decorators, returns, async: waits }) =>
        [
          ...decorators.map((each) => `@${each}`),
          ...(waits ? ['async'] : []),
          name,
          ...(returns ? ['->', returns] : []),
        ].join(' '),
      )
    assert.equal(shown.join(', '), expected, text)
  }
})

/** Whether the import of `m` is conditional. */
const imports: readonly (readonly [Language, string, boolean])[] = [
  ['python', 'import m', false],
  ['python', 'def f():\n    import m', false],
  ['python', 'if TYPE_CHECKING:\n    from m import x', true],
  ['python', 'try:\n    import m\nexcept ImportError:\n    m = None', true],
  ['python', 'try:\n    import n\nexcept ImportError:\n    import m', true],
  ['javascript', 'import m from "m"', false],
  ['javascript', 'const m = require("m")', false],
  ['javascript', 'if (x) require("m")', true],
  ['javascript', 'try { m = await import("m") } catch {}', true],
]

test('imports that the code can do without', async () => {
  for (const [language, text, expected] of imports) {
    const facts = factsIn(await read(language, text), 'import')
    assert.deepEqual(
      facts.filter(({ module }) => module === 'm').map(({ conditional }) => conditional),
      [expected],
      text,
    )
  }
})
