import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretExtractor } from '../../../runtime/facts/secrets/index.ts'
import { extractFrom, factsIn } from '../support.ts'

// Put together here, so that no scanner takes this file for one that holds credentials.
const random = ['q7Zp2Lk9', 'Xv4Rt8Wm', 'Bn3Cd6Fh', 'Jy5Gs1Ke', 'Pu0T'].join('')
const github = `ghp_${random}`
const hex = ['9f86d081884c7d65', '9a2feaa0c55ad015'].join('')

const show = async (path: string, text: string) =>
  factsIn(await extractFrom(secretExtractor, path, text), 'secret').map(
    ({ detector, placeholder, key, at }) =>
      `${detector}${key === undefined ? '' : ` ${key}`}${placeholder ? ' placeholder' : ''} ${at.line}:${at.column}-${at.endColumn}`,
  )

const rows: readonly (readonly [what: string, path: string, text: string, expected: readonly string[]])[] = [
  ['a token by its form', 'README.md', `Use ${github} here`, ['github 1:5-45']],
  ['a token with a name is one', 'a.env', `TOKEN=${github}`, ['github 1:7-47']],
  [
    'comments of the tree switch nothing off',
    'README.md',
    `<!-- secretlint-disable -->\n${github} secretlint-disable-line`,
    ['github 2:1-41'],
  ],
  ['a name and random text', 'a.yml', `api_key: ${hex}`, ['named-value api_key 1:10-42']],
  ['the same in quotes, in code', 'a.py', `API_KEY = "${hex}"`, ['named-value API_KEY 1:12-44']],
  ['the key of a product', 'README.md', `echo PLOVER_KEY=${hex} >> x`, ['named-value PLOVER_KEY 1:17-49']],
  ['a key that is none of a product', 'README.md', `CACHE_KEY=${hex} sort_key=${hex}`, []],
  ['a header', 'README.md', `curl -H "Authorization: Bearer ${hex}" x`, ['named-value Authorization 1:32-64']],
  ['an option', 'README.md', `./x --api-key ${hex}`, ['named-value api-key 1:15-47']],
  ['an element', 'a.xml', `<api_key>${hex}</api_key>`, ['named-value api_key 1:10-42']],
  ['JSON', 'a.json', `{"clientSecret": "${hex}"}`, ['named-value clientSecret 1:19-51']],
  ['a password as people choose them', 'README.md', 'password: Summer2024!', ['named-value password 1:11-22']],
  ['an address', 'README.md', 'https://svc:Summer2024@api.corp.io/x', ['password-in-address 1:13-23']],

  ['a mask that a program puts in place', 'a.py', 'shown["token"] = "***"\nshown["key_secret"] = "[REDACTED]"', []],
  [
    'a hole that is called what it says',
    'a.py',
    'ACME_TOKEN = "<Acme Token>"',
    ['named-value ACME_TOKEN placeholder 1:15-27'],
  ],
  ['a code that is called what it says', 'a.py', 'UNKNOWN_TOKEN = "auth.unknown_token"', []],
  ['a message that a program has a name for', 'a.py', 'INVALID_PASSWORD = "Invalid password"', []],
  ['a header that a program has a name for', 'a.js', 'const apiKey = "x-api-key"', []],
  ['what asks for its replacement', 'a.py', 'API_KEY = "YOUR_API_KEY"', ['named-value API_KEY placeholder 1:12-24']],
  ['the place in a list', 'a.py', 'since_token = "s72594_4483_1934_41"', []],

  ['a mask', 'README.md', 'api_key = "xxxxxxxxxxxxxxxxxxxxxxxx"', ['named-value api_key placeholder 1:12-36']],
  ['a hole', 'README.md', 'api_key: <your-api-key>', []],
  ['a quoted hole', 'a.yml', 'api_key: "<your-api-key>"', ['named-value api_key placeholder 1:11-25']],
  ['words that ask', 'README.md', 'API_KEY=YOUR_API_KEY_HERE', ['named-value API_KEY placeholder 1:9-26']],
  [
    'a known beginning and a mask',
    'README.md',
    'token: ghp_xxxxxxxxxxxxxxxxxxxx',
    ['named-value token placeholder 1:8-32'],
  ],
  [
    'an address for examples',
    'README.md',
    'https://user:pass12@example.com/',
    ['password-in-address placeholder 1:14-20'],
  ],

  ['a default password in an option', 'README.md', 'curl -k -u admin:admin https://x', ['default-password 1:18-23']],
  ['one that stands for itself', 'README.md', 'The password: `SecretPassword`', ['default-password password 1:16-30']],
  ['one beside its user', 'README.md', 'username: elastic\npassword: changeme', ['default-password password 2:11-19']],
  ['a pair in a sentence', 'README.md', 'Log in with admin/admin (default credentials).', ['default-password 1:19-24']],
  ['a pair in a table', 'README.md', '| default user | `wazuh` / `wazuh` |', ['default-password 1:29-34']],
  ['both named in a sentence', 'README.md', 'Log in as user admin, password admin.', ['default-password 1:32-37']],
  ['both named in code', 'README.md', 'Username: `admin`, password: `changeme`', ['default-password 1:31-39']],
  ['an owner beside a mode', 'README', 'x.state 640 wazuh:wazuh  time of the last login', []],
  ['a mode beside an owner', 'README.md', '| login.state | `wazuh:wazuh` | 0640 |', []],
  ['an owner by name', 'README.md', 'The log of sign in: owner `wazuh:wazuh`.', []],
  [
    'a password of no product beside its user',
    'README.md',
    'It has the login `admin` / `Blue#2021!`.',
    ['default-password 1:29-39'],
  ],
  ['a pair behind a port', 'README.md', 'Log in at port 443 (admin:admin).', ['default-password 1:27-32']],
  ['a pair in an address', 'README.md', 'https://admin:admin@wazuh.local:9200', ['default-password 1:15-20']],

  ['a password by -u', 'a.sh', 'curl -sfku root:Hx7kTq92Lm https://x', ['named-value password 1:17-27']],
  ['the same on another line', 'README.md', 'curl -k \\\n  --user "root:Hx7!kTq9"', ['named-value password 2:16-24']],
  ['sshpass', 'README.md', 'sshpass -p Tr0ub4dor3xK ssh x', ['named-value password 1:12-24']],
  ['mysql', 'README.md', 'mysql -u root -pTr0ub4dor3xK', ['named-value password 1:17-29']],
  ['docker login', 'a.sh', 'docker login -u a -p Hx7kTq92Lm', ['named-value password 1:22-32']],
  [
    'stand-ins, ports, groups and ids in options',
    'README.md',
    'curl -u user:$PASS x\ncurl -u user:<password> x\ncurl -u admin:${PW} x\ndocker run -u 1000:1000 -p 8080:80 x\nssh -p 2222 x\nmkdir -p Tr0ub4dor3xK\ncurl -u me:',
    [],
  ],
  ['a fallback of get', 'a.py', 'os.environ.get("DB_PASSWORD", "Hx7!kTq92Lm")', ['named-value DB_PASSWORD 1:32-43']],
  ['a fallback by its name', 'a.py', `env("API_KEY", default="${hex}")`, ['named-value API_KEY 1:25-57']],
  ['a fallback of or', 'a.py', `os.getenv("API_TOKEN") or "${hex}"`, ['named-value API_TOKEN 1:28-60']],
  ['a fallback of ||', 'a.ts', 'process.env.DB_PASSWORD || "Hx7!kTq92Lm"', ['named-value DB_PASSWORD 1:29-40']],
  ['a fallback of ??', 'a.ts', 'process.env["DB_PASSWORD"] ?? "Hx7!kTq92Lm"', ['named-value DB_PASSWORD 1:32-43']],
  ['no fallback', 'a.ts', 'process.env.DB_PASSWORD || ""\nos.getenv("DB_PASSWORD", other.Value1)', []],
  ['a header that is set', 'a.ts', `h.set("Authorization", "Bearer ${hex}")`, ['named-value Authorization 1:32-64']],
  ['ENV with a space', 'Dockerfile', 'ENV DB_PASSWORD Hx7kTq92Lm', ['named-value DB_PASSWORD 1:17-27']],
  [
    'a variable of a container',
    'a.yml',
    '- name: DB_PASSWORD\n  value: Hx7kTq92Lm',
    ['named-value DB_PASSWORD 2:10-20'],
  ],
  ['the same in one line', 'a.yml', '- { name: DB_PASSWORD, value: Hx7kTq92Lm }', ['named-value DB_PASSWORD 1:31-41']],
  ['a value from elsewhere', 'a.yml', '- name: DB_PASSWORD\n  valueFrom: Hx7kTq92Lm', []],
  ['pass', 'a.yml', 'db:\n  pass: Hx7kTq92Lm', ['named-value pass 2:9-19']],
  ['a default of the shell', 'a.sh', 'password=${DB_PASSWORD:-Hx7kTq92Lm}', ['named-value DB_PASSWORD 1:25-35']],

  ['a call', 'a.py', 'token = get_token("some/long/value-123456")', []],
  [
    'a reference',
    'a.yml',
    'token: ${{ secrets.GITHUB_TOKEN_1234 }}\npassword: $PASSWORD\nsecret: "{{ vault_secret_1 }}"',
    ['named-value secret placeholder 3:10-30'],
  ],
  ['prose', 'README.md', 'The API key: required. A token is created, password rotated. Token: see the console.', []],
  ['a path', 'a.env', 'SECRETS_FILE=/etc/x/.secrets\nsecret=/var/ossec/etc/secret1\nPASSWORD_FILE=abc123def456', []],
  ['two names in code', 'README.md', 'The account is in `wazuh` / `WazuhManager01`.', []],
  ['a pair to fill in', 'README.md', 'Log in as `USER` / `<Your-Password-1>`.', []],
  ['a folder twice', 'README.md', 'See the user guide in admin/admin and docs/root/root for it', []],
  ['names in code', 'a.py', 'password = args.password1234\nsecret_name = "projects/x1/secrets/y2"', []],
  [
    'a token that was cut',
    'a.env',
    'TOKEN=eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.client-a',
    ['named-value TOKEN placeholder 1:7-52'],
  ],
  ['a text with holes, in code', 'a.py', 'x = {"Authorization": f"Bearer {token_value_1234}"}', []],
  ['a credential of a unit', 'a.service', 'LoadCredentialEncrypted=api_key:/etc/credstore/api_key2.cred', []],
  [
    'tokens that hold a place or tell requests apart',
    'README.md',
    `"NextToken": "${hex}"\n--starting-token ${hex}\nchange_token: ${hex}\nIdempotencyToken: ${hex}`,
    [],
  ],
  ['a token of a session', 'README.md', `"SessionToken": "${hex}"`, ['named-value SessionToken 1:18-50']],
  [
    'a random text that says that it is an example',
    'README.md',
    `secret_key=${random}EXAMPLEKEY\napi_key=${random}example`,
    ['named-value secret_key placeholder 1:12-58', 'named-value api_key placeholder 2:9-52'],
  ],
  [
    'the name of something, by its parts',
    'README.md',
    `"SecretName": "arn:x:secretsmanager:us:1:secret:${hex}"\n"Password": "urn:x:${hex}"\ncredential_source=${hex}`,
    [],
  ],
  [
    'a token with its middle left out',
    'README.md',
    'token: "AgoGb3JpZ2lu...K9fQ2=="',
    ['named-value token placeholder 1:9-31'],
  ],
  ['when a token was given', 'a.json', '{"token_issued_at": "2024-03-07T10:19:44.000Z"}', []],
  ['a number', 'a.ini', 'max_tokens = 4096\ntoken_length = 32', []],
]

for (const [what, path, text, expected] of rows) {
  test(what, async () => assert.deepEqual(await show(path, text), expected))
}

test('the value itself is never stored', async () => {
  const text = `a ${github}\npassword: Summer2024!\napi_key = "${hex}"\n-u admin:admin\n`
  const extraction = await extractFrom(secretExtractor, 'README.md', text)
  const written = JSON.stringify(extraction)
  for (const value of [github, 'Summer2024!', hex, hex.slice(0, 6), 'Summer'])
    assert.ok(!written.includes(value), value)
  assert.deepEqual(
    factsIn(extraction, 'secret').map(({ redacted, entropy, provider }) => [redacted, entropy > 1, provider]),
    [
      ['ghp_… (40 characters)', true, 'GitHub'],
      ['… (11 characters)', true, 'generic'],
      ['… (32 characters)', true, 'generic'],
      ['… (5 characters)', true, 'generic'],
    ],
  )
})

const hostile = [
  'token',
  'token=',
  'token="',
  '"',
  'admin/',
  'a:b@',
  'https://',
  'password: a ',
  '--token ',
  '-----BEGIN RSA PRIVATE KEY-----\n',
  'user=',
  ' |`',
  'curl -u a:',
  'curl -p ',
  'getenv("token") or ',
  'name: token\n',
  'pass: ',
]
for (const piece of hostile) {
  test(`a moment, not minutes: ${JSON.stringify(piece)}`, { timeout: 20_000 }, async () => {
    assert.ok(await show('README.md', piece.repeat(20_000)))
  })
}
