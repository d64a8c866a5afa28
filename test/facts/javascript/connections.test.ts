/** What is set for all connections of a program, what is told of failures by value, and what only looks like a connection. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isNetworkModule } from '../../../runtime/facts/javascript/connections/libraries/index.ts'
import { factsIn } from '../support.ts'
import { linkedFiles } from './support.ts'

const fetching = `fetch('https://a.io')`

const verified: readonly (readonly [about: string, text: string, verification: string])[] = [
  ['a variable of the environment', `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; ${fetching}`, 'off'],
  ['the variable in brackets', `process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0; ${fetching}`, 'off'],
  [
    'the variable by another name of the environment',
    `const { env } = process; env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; ${fetching}`,
    'off',
  ],
  [
    'the variable put in with others',
    `Object.assign(process.env, { A: 1, NODE_TLS_REJECT_UNAUTHORIZED: '0' }); ${fetching}`,
    'off',
  ],
  [
    'the variable that a setting turns off',
    `const checked = (process.env.IGNORE || 'false').toLowerCase() == 'true' ? 0 : 1; process.env.NODE_TLS_REJECT_UNAUTHORIZED = checked; ${fetching}`,
    'optional',
  ],
  [
    'the variable that a setting has to turn on',
    `process.env.NODE_TLS_REJECT_UNAUTHORIZED = process.env.VERIFY === 'true' ? '1' : '0'; ${fetching}`,
    'off',
  ],
  [
    'a setting that another file decides',
    `const { strict } = require('./settings'); process.env.NODE_TLS_REJECT_UNAUTHORIZED = strict ? '1' : settings.other; ${fetching}`,
    'optional',
  ],
  ['the variable turned on', `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1'; ${fetching}`, 'on'],
  ['the name in another object', `const seen = {}; seen.NODE_TLS_REJECT_UNAUTHORIZED = '0'; ${fetching}`, 'on'],
  ['the name in a message', `log.NODE_TLS_REJECT_UNAUTHORIZED_is = '0'; ${fetching}`, 'on'],
  [
    'the agent of all requests',
    `const https = require('https'); https.globalAgent.options.rejectUnauthorized = false; https.get('https://a.io')`,
    'off',
  ],
  [
    'the agent of all requests by its own name',
    `const { globalAgent, get } = require('https'); globalAgent.options.rejectUnauthorized = false; get('https://a.io')`,
    'off',
  ],
  [
    'another agent for all requests',
    `const https = require('https'); https.globalAgent = new https.Agent({ rejectUnauthorized: false }); https.get('https://a.io')`,
    'off',
  ],
  [
    'the defaults of a client',
    `const axios = require('axios'), https = require('https'); axios.defaults.httpsAgent = new https.Agent({ rejectUnauthorized: false }); axios.get('https://a.io')`,
    'off',
  ],
]

for (const [about, text, verification] of verified) {
  test(`verification is turned ${verification} by ${about}`, async () => {
    const [connection] = await factsOf(text, 'connection')
    assert.equal(connection?.verification, verification)
  })
}

const axios = `const axios = require('axios');`
const checked: readonly (readonly [about: string, text: string, isChecked: boolean])[] = [
  ['a client that raises', `${axios} axios.get('https://a.io')`, true],
  ['a function that is always true', `${axios} axios.get('https://a.io', { validateStatus: () => true })`, false],
  ['its long form', `${axios} axios.get('https://a.io', { validateStatus: function () { return true } })`, false],
  [
    'a function of another name',
    `${axios} const any = () => true; axios.get('https://a.io', { validateStatus: any })`,
    false,
  ],
  [
    'nothing instead of a condition',
    `${axios} const no = null; axios.get('https://a.io', { validateStatus: no })`,
    false,
  ],
  ['a condition', `${axios} axios.get('https://a.io', { validateStatus: (status) => status < 300 })`, true],
  [
    'a switch by its name',
    `const got = require('got'); const no = false; got('https://a.io', { throwHttpErrors: no })`,
    false,
  ],
  ['a switch that is on', `const got = require('got'); got('https://a.io', { throwHttpErrors: true })`, true],
]

for (const [about, text, isChecked] of checked) {
  test(`a status is ${isChecked ? '' : 'not '}looked at by ${about}`, async () => {
    const [connection] = await factsOf(text, 'connection')
    assert.equal(connection?.status_checked, isChecked)
  })
}

test('a session of HTTP/2 goes by the name of its library', async () => {
  const connections = await factsOf(`const http2 = require('http2'); http2.connect('https://a.io')`, 'connection')
  assert.deepEqual(
    connections.map(({ library }) => library),
    ['http2'],
  )
})

test('a type is neither an import nor a call', async () => {
  const text = `let a: typeof import('fs'); let b: import('net').Socket; type C = Awaited<typeof import('tls')>; const d = await import('dns')`
  assert.deepEqual(
    (await factsOf(text, 'import', 'a.ts')).map(({ module }) => module),
    ['dns'],
  )
  assert.equal((await factsOf(text, 'call', 'a.ts')).length, 1)
})

test('modules that are there to connect, by any of their names', () => {
  for (const name of ['node:https', 'https', 'axios', '@aws-sdk/client-s3', '@octokit/rest'])
    assert.ok(isNetworkModule(name), name)
  for (const name of ['fs', 'axios-mock', '@aws-sdk', './https', '@acme/axios']) assert.ok(!isNetworkModule(name), name)
})

async function factsOf<K extends 'connection' | 'import' | 'call'>(text: string, kind: K, path = 'a.js') {
  const extraction = (await linkedFiles({ [path]: text })).get(path) ?? { facts: {}, undecided: [] }
  return factsIn(extraction, kind)
}
