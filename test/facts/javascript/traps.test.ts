/** What real integrations do that looks like something else, or is easily missed: a short text, and what it comes to. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KindName } from '../../../compiler/index.ts'
import type { LocalFact } from '../../../runtime/facts/extractor.ts'
import { factsIn } from '../support.ts'
import { type Files, lineOf, linkedFiles } from './support.ts'

interface Trap {
  readonly about: string
  readonly files: Files
  readonly kind: KindName
  /** Parts of the lines of all facts of the kind in the first file, in order; after `!` what a line must not hold. */
  readonly expected: readonly string[]
}

const one = (text: string, path = 'a.js'): Files => ({ [path]: text })

const traps: readonly Trap[] = [
  {
    about: 'a callee goes through require, destructuring and an alias',
    files: one(`const { readFile: read } = require('node:fs').promises; read(p)`),
    kind: 'call',
    expected: ['callee="require"', 'callee="fs.promises.readFile"'],
  },
  {
    about: 'what is made and called in one breath is made once',
    files: one(`new Function('return 1')()`),
    kind: 'call',
    expected: ['callee="Function()"', 'callee="Function"'],
  },
  {
    about: 'who is asked with a token does not answer with it, and what is made of it holds it',
    files: one(
      `import { fetchEvents, getAuthHeader } from 'vendor'; console.log(fetchEvents(process.env.TOKEN)); console.log(getAuthHeader(process.env.TOKEN))`,
    ),
    kind: 'output',
    expected: ['!environment', 'environment'],
  },
  {
    about: 'a promisified function is the function',
    files: one(
      `import { exec } from 'child_process'; import util from 'util'; const run = util.promisify(exec); await run('ls')`,
    ),
    kind: 'process',
    expected: ['program="ls" shell=true'],
  },
  {
    about: 'a namespace and node: are no part of the name',
    files: one(`import * as files from 'node:fs/promises'; files.writeFile('x', y)`),
    kind: 'call',
    expected: ['callee="fs.promises.writeFile"'],
  },
  {
    about: 'a local name hides a module',
    files: one(`const fs = require('fs'); function f(fs) { fs.readFileSync('x') }`),
    kind: 'file_access',
    expected: [],
  },
  {
    about: 'a client keeps the limit that it was made with',
    files: one(
      `const axios = require('axios'); class C { constructor() { this.http = axios.create({ timeout: 5000 }) } get() { return this.http.get('https://a.io') } }`,
    ),
    kind: 'connection',
    expected: ['connect_timeout="5000" connect_seconds=5'],
  },
  {
    about: 'a client that a helper makes',
    files: one(
      `import got from 'got'; const make = () => got.extend({ timeout: { request: 2000 } }); const http = make(); http.get('https://a.io')`,
    ),
    kind: 'connection',
    expected: ['read_timeout="2000" read_seconds=2'],
  },
  {
    about: 'fetch waits for ever unless a signal ends it',
    files: one(`fetch('https://a.io'); fetch('https://b.io', { signal: AbortSignal.timeout(3_000) })`),
    kind: 'connection',
    expected: ['verification="on" proxy!timeout', 'connect_seconds=3'],
  },
  {
    about: 'a controller that a timer aborts is a limit',
    files: one(
      `async function f() { const c = new AbortController(); setTimeout(() => c.abort(), 1000); await fetch('https://a.io', { signal: c.signal }) }`,
    ),
    kind: 'connection',
    expected: ['read_seconds=1'],
  },
  {
    about: 'options behind a parameter that nobody in the file gives are not known',
    files: one(`export function f(options) { return fetch('https://a.io', options) }`),
    kind: 'connection',
    expected: ['connect_timeout="unknown"'],
  },
  {
    about: 'verification is turned off in an agent, and for the whole process',
    files: one(
      `const https = require('https'); const agent = new https.Agent({ rejectUnauthorized: false }); https.get('https://a.io', { agent })`,
    ),
    kind: 'connection',
    expected: ['verification="off" verification_setting="rejectUnauthorized: false"'],
  },
  {
    about: 'a variable of the environment turns verification off',
    files: one(`process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; fetch('https://a.io')`),
    kind: 'connection',
    expected: ['verification="off"'],
  },
  {
    about: 'a switch that somebody may set is optional',
    files: one(
      `fetch('https://a.io', { dispatcher: new (require('undici').Agent)({ connect: { rejectUnauthorized: process.env.STRICT !== '0' } }) })`,
    ),
    kind: 'connection',
    expected: ['verification="optional"'],
  },
  {
    about: 'a status that is looked at in a callback, a chain, or a helper is looked at',
    files: one(
      `fetch(a).then((r) => { if (!r.ok) throw 1 }); const check = (r) => r.status; fetch(b).then(check); fetch(c)`,
    ),
    kind: 'connection',
    expected: ['status_checked=true', 'status_checked=true', '!status_checked'],
  },
  {
    about: 'console.error is stderr, console.log is not, whatever they are called',
    files: one(`const { log, error: fail } = console; log('a'); fail('b'); const out = process.stdout; out.write('c')`),
    kind: 'output',
    expected: ['stream="stdout"', 'stream="stderr"', 'stream="stdout"'],
  },
  {
    about: 'the console of a page is no stream, that of a program is one',
    files: one(`document.title = 'x'; console.log('a')`),
    kind: 'output',
    expected: [],
  },
  {
    about: 'a program may make a document',
    files: one(`const { JSDOM } = require('jsdom'); global.document = new JSDOM(); console.log(document.title)`),
    kind: 'output',
    expected: ['stream="stdout"'],
  },
  {
    about: 'a logger goes where it is told',
    files: one(
      `const pino = require('pino'); const log = pino(pino.destination(2)); log.info('a'); const other = pino(); other.warn('b')`,
    ),
    kind: 'output',
    expected: ['stream="stderr"', 'stream="stdout"'],
  },
  {
    about: 'the console shows an error with its stack',
    files: one(`try { f() } catch (e) { console.log(e); console.log(e.message) }`),
    kind: 'output',
    expected: ['traceback', '!traceback'],
  },
  {
    about: 'a secret reaches a log through two functions and two files',
    files: {
      'a.mjs': `import { say } from './lib/log.mjs'\nsay(process.env.API_KEY)`,
      'lib/log.mjs': `export function say(x) { write(x) }\nfunction write(y) { console.error('> ' + y) }`,
    },
    kind: 'output',
    expected: ['environment API_KEY'],
  },
  {
    about: 'CommonJS hands a helper on under another name',
    files: {
      'a.js': `const { token } = require('./settings'); console.log(token())`,
      'settings.js': `function read() { return process.env.TOKEN } module.exports = { token: read }`,
    },
    kind: 'output',
    expected: ['call /settings.token, environment TOKEN'],
  },
  {
    about: 'a default export of an object is looked into',
    files: {
      'a.ts': `import config from './config'\nconsole.log(config.secret)`,
      'config.ts': `export default { secret: process.env.S3CRET, name: 'x' }`,
    },
    kind: 'output',
    expected: ['environment S3CRET'],
  },
  {
    about: 'a module that hands on what another one exports',
    files: {
      'a.mjs': `import { read } from './index.mjs'\nconsole.log(read())`,
      'index.mjs': `export * from './deep.mjs'`,
      'deep.mjs': `export const read = () => process.env.DEEP`,
    },
    kind: 'output',
    expected: ['environment DEEP'],
  },
  {
    about: 'arguments of the command line are counted from the program',
    files: one(
      `const [, , alert, key] = process.argv; console.log(key); const args = process.argv.slice(2); console.log(args[0])`,
    ),
    kind: 'output',
    expected: ['process.argv[3]', 'process.argv[2]'],
  },
  {
    about: 'the alert is the file that the first argument names',
    files: one(`const alert = JSON.parse(require('fs').readFileSync(process.argv[2])); console.log(alert.id)`),
    kind: 'output',
    expected: ['alert'],
  },
  {
    about: 'the length of a secret is none',
    files: one(
      `console.log(process.env.TOKEN.length, Boolean(process.env.TOKEN), process.env.TOKEN ? 'set' : 'unset')`,
    ),
    kind: 'output',
    expected: ['!environment'],
  },
  {
    about: 'a file is replaced only after it is closed',
    files: one(
      `import { writeFile, rename } from 'fs/promises'; async function f(p, s) { const t = p + '.tmp'; await writeFile(t, s); await rename(t, p) } async function g(p, s) { const t = p + '.tmp'; writeFile(t, s); await rename(t, p) }`,
    ),
    kind: 'file_replace',
    expected: ['same_directory=true after_close=true', 'same_directory=true!after_close'],
  },
  {
    about: 'a stream is open until it ends',
    files: one(
      `const fs = require('fs'); function f(p) { const s = fs.createWriteStream(p + '.new'); s.write('x'); fs.renameSync(p + '.new', p); s.end() }`,
    ),
    kind: 'file_replace',
    expected: ['!after_close'],
  },
  {
    about: 'the mode of a file is in an object, or comes too late',
    files: one(
      `const fs = require('fs'); fs.writeFileSync('.secrets', s, { mode: 0o600 }); fs.writeFileSync('b.token', s); fs.chmodSync('b.token', 0o600)`,
    ),
    kind: 'file_write',
    expected: ['mode="0600"', 'restricted_after=true'],
  },
  {
    about: 'three tiers by early returns, over functions of another file',
    files: {
      'a.mjs': `import { systemd, file } from './tiers.mjs'\nexport const key = systemd() ?? file() ?? process.env.KEY`,
      'tiers.mjs': `import fs from 'fs'\nexport const systemd = () => process.env.CREDENTIALS_DIRECTORY\nexport const file = () => fs.readFileSync('.secrets', 'utf8')`,
    },
    kind: 'fallback',
    expected: ['1 environment CREDENTIALS_DIRECTORY, 2 call /tiers.file, 2 file .secrets <secrets>, 3 environment KEY'],
  },
  {
    about: 'an answer is looked into without a question',
    files: one(`const r = await fetch(u); const b = await r.json(); use(b.list[0])`),
    kind: 'access',
    expected: ['chained=true!guarded', '!chained'],
  },
  {
    about: 'a question mark guards what is behind it',
    files: one(`const r = await fetch(u); const b = await r.json(); use(b.list?.[0])`),
    kind: 'access',
    expected: ['chained=true guarded=true', '!chained'],
  },
  {
    about: 'a test of the same value guards',
    files: one(`const r = await fetch(u); const b = await r.json(); if (b.list) use(b.list[0])`),
    kind: 'access',
    expected: ['!chained', 'chained=true guarded=true', '!chained'],
  },
  {
    about: 'an address that is compared with is no endpoint',
    files: one(
      'if (u.startsWith("http://")) v(); get(`http://${host}/x`); const ns = document.createElementNS("http://www.w3.org/2000/svg", "a")',
    ),
    kind: 'url',
    expected: ['role="adapter"', 'role="endpoint"', 'role="identifier"'],
  },
  {
    about: 'a main that catches what comes',
    files: one(`async function main() {} \nif (require.main === module) main().catch((e) => process.exit(1))`),
    kind: 'handler',
    expected: ['catches_all=true ends_program=true'],
  },
  {
    about: 'a program starts in what its first line runs',
    files: one(`#!/usr/bin/env node\nexport async function run() {}\nawait run()`, 'a.mjs'),
    kind: 'function',
    expected: ['name="<module>" qualified_name="<module>" entry_point=true', 'entry_point=true'],
  },
  {
    about: 'a statement with a hole in it, and one with a place to bind',
    files: one('db.query("SELECT 1 WHERE a = " + a); db.query("SELECT 1 WHERE a = ?", [a]); sql.query`SELECT ${a}`'),
    kind: 'query',
    expected: ['!bound', 'bound=true', 'bound=true!text_origins'],
  },
  {
    about: 'types are no texts, and cast values are themselves',
    files: one(`type T = 'a' | 'b'; const x = <string>process.env.X; console.log(x as T)`, 'a.ts'),
    kind: 'output',
    expected: ['environment X'],
  },
  {
    about: 'elements of JSX are code around expressions',
    files: one(`export const P = ({ a }) => <a href="http://a.io">{console.log(a)}</a>`, 'a.jsx'),
    kind: 'output',
    expected: ['stream="stdout"'],
  },
]

for (const { about, files, kind, expected } of traps) {
  test(about, async () => {
    const [path = ''] = Object.keys(files)
    const extraction = (await linkedFiles(files)).get(path) ?? { facts: {}, undecided: [] }
    assert.deepEqual(extraction.undecided, [])
    const lines = factsIn(extraction, kind).map((fact) => lineOf(fact as LocalFact<KindName>))
    assert.equal(lines.length, expected.length, lines.join('\n'))
    for (const [index, line] of lines.entries()) {
      const [has = '', hasNot] = (expected[index] ?? '').split('!')
      assert.ok(line.includes(has), `${line}\nlacks ${has}`)
      assert.ok(hasNot === undefined || !line.includes(hasNot), `${line}\nholds ${hasNot}`)
    }
  })
}
