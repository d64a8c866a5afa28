/** What is hidden of a line before it is shown: the length stays, so that places still fit. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { concealed, keyLinesIn, withoutKeys } from '../../../runtime/facts/secrets/concealed.ts'

const dots = (count: number): string => '•'.repeat(count)
/** Put together here, so that no scanner takes this file for a leak. */
const drawn = ['9fK2mQ7x', 'Zt4LpW8v', 'Rb6NcY3d'].join('')

/** Lines of code, and what is shown of them. */
const code: Readonly<Record<string, string>> = {
  [`API_KEY = "${drawn}"`]: `API_KEY = "${dots(24)}"`,
  'password = "hunter2"': `password = "${dots(7)}"`,
  'password = "letmein"': `password = "${dots(7)}"`,
  'password = getpass()': 'password = getpass()',
  'log("password: Tr0ub4dor")': `log("password: ${dots(9)}")`,
  'token = settings.token': 'token = settings.token',
  'token = "<your-token>"': 'token = "<your-token>"',
  'log(f"token: {token}")': 'log(f"token: {token}")',
  'run("curl -u admin:admin https://localhost:9200")': `run("curl -u admin:${dots(5)} https://localhost:9200")`,
  'run("curl -sfku wui:MCPlike12345! https://x")': `run("curl -sfku wui:${dots(13)} https://x")`,
  'run("sshpass -p letmein ssh x")': `run("sshpass -p ${dots(7)} ssh x")`,
  [`hook = "https://hooks.invalid/${drawn}"`]: `hook = "https://hooks.invalid/${dots(24)}"`,
  'uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8':
    'uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8',
  'raise_for_status_of_the_last_request()': 'raise_for_status_of_the_last_request()',
}

for (const [line, shown] of Object.entries(code)) {
  test(`code: ${shown}`, () => assert.equal(concealed(line, true), shown))
}

/** No base64 of these lines tells by itself that it is one. */
const key = [
  '-----BEGIN RSA PRIVATE ',
  'KEY-----\n',
  'ab+cd/ef\n',
  'gh+ij==\n',
  '-----END RSA PRIVATE ',
  'KEY-----',
].join('')

test('a private key keeps its lines and loses what they hold', () => {
  const shown = key.replace('ab+cd/ef', dots(8)).replace('gh+ij==', dots(7))
  assert.equal(concealed(key, false), shown)
  assert.equal(withoutKeys(key), shown)
  assert.deepEqual([...keyLinesIn(key)], ['ab+cd/ef', 'gh+ij=='])
})

test('a private key without its end ends where the text is no longer one', () => {
  assert.equal(withoutKeys(`${key.slice(0, -30)}\n(a)`).endsWith('(a)'), true)
})

/** The same of settings and documentation, where a value needs no quotes. */
const settings: Readonly<Record<string, string>> = {
  'ACME_PASSWORD=letmein': `ACME_PASSWORD=${dots(7)}`,
  'ACME_PASSWORD=<your-password>': 'ACME_PASSWORD=<your-password>',
  'ACME_TOKEN=changeme': 'ACME_TOKEN=changeme',
  'ACME_HOST=api.acme.invalid': 'ACME_HOST=api.acme.invalid',
}

for (const [line, shown] of Object.entries(settings)) {
  test(`settings: ${shown}`, () => assert.equal(concealed(line, false), shown))
}
