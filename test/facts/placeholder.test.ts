import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPlaceholder } from '../../runtime/facts/placeholder.ts'

const hex = ['9f86d081884c7d65', '9a2feaa0c55ad015'].join('')

const placeholders = [
  '',
  '  ',
  'none',
  'TODO',
  'THE API KEY OF ACME',
  'yourkeyhere',
  'yourapikey',
  'LA CLÉ DU CLIENT',
  'N/A',
  '****',
  'xxxx-xxxx-xxxx',
  'XXXXXXXX',
  '••••••••',
  '...',
  '00000000',
  'ghp_xxxxxxxxxxxx',
  'abcd****wxyz',
  'sk-...',
  'eyJhbGciOiJFUzI1NiJ9.client-a',
  '<token>',
  '<your API key>',
  '[API_KEY]',
  '{token}',
  '{{ token }}',
  '${TOKEN}',
  '$TOKEN',
  '%TOKEN%',
  '__TOKEN__',
  '@TOKEN@',
  '"<token>"',
  'YOUR_API_KEY',
  'your-api-key-here',
  'changeme',
  'CHANGE_ME',
  'change-this',
  'replace_with_key',
  'insert token',
  'write_here',
  'redacted',
  'example',
  'EXAMPLEKEY-example',
  'q7Zp2Lk9Xv4Rt8WmEXAMPLEKEY',
  'dummy',
  'fake-token',
  'foobar',
  'my-secret',
  'some_token',
  'test-key',
  'https://api.example.com/v1',
  'admin@example.org',
  'host.invalid',
  'https://<tenant>.corp.io',
  'Bearer {token}',
  'API_KEY',
  'api_key',
  'client-secret',
  'password',
  '1234567890',
  'abcdef123456',
  '0123456789abcdef',
]
const values = [
  hex,
  `ghp_${['q7Zp2Lk9', 'Xv4Rt8Wm', 'Bn3Cd6Fh', 'Jy5Gs1Ke'].join('')}`,
  'Summer2024!',
  'hunter2',
  'admin',
  '/etc/guard/.secrets',
  'https://api.corp.io/v1',
  'eu-west-1',
  'INFO',
  'wazuh',
  'python:3.12',
  '10.0.0.1',
  'true',
  'production',
  'contest',
  'mysql',
  'theme',
  'sh -c "a: b"',
  'test',
  'the quick brown fox',
]

for (const value of placeholders)
  test(`to be filled in: ${JSON.stringify(value)}`, () => assert.equal(isPlaceholder(value), true))
for (const value of values)
  test(`means what it says: ${JSON.stringify(value)}`, () => assert.equal(isPlaceholder(value), false))

test('numbers and flags mean what they say, nothing does not', () => {
  assert.deepEqual([0, 1, true, false, null].map(isPlaceholder), [false, false, false, false, true])
})

test('a long line that almost is a mask is answered at once', () => {
  const started = process.cpuUsage()
  const lines = ['-', '_.', 'x-', '#', '0_'].map((part) => `${part.repeat(120)}!`)
  assert.deepEqual(lines.map(isPlaceholder), [false, false, false, false, false])
  assert.ok(process.cpuUsage(started).user < 500_000)
})
