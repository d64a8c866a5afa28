/** What documentation says about modes and owners, outside of commands. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentationExtractor } from '../../../runtime/facts/documentation/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const others = ['wodle/main.py', 'wodle/run.sh']

/** Path or role, mode, owner and group; a minus in front where it says not to. */
async function statedIn(text: string): Promise<readonly string[]> {
  const extraction = await extractFrom(documentationExtractor, 'README.md', text, others)
  return factsIn(extraction, 'permission')
    .filter(({ form }) => form !== 'command')
    .map(
      ({ path_text, path_role, mode = '-', owner = '-', group = '-', negated }) =>
        `${negated ? '-' : ''}${path_text ?? `(${path_role})`} ${mode} ${owner} ${group}`,
    )
}

const prose: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['The file `.secrets` has to be owned by root:wazuh with mode 640.', ['.secrets 0640 root wazuh']],
  ['Set permissions to 0640 on `/etc/x/.secrets`.', ['/etc/x/.secrets 0640 - -']],
  ['`.secrets` (mode 640, owned by root:wazuh)', ['.secrets 0640 root wazuh']],
  ['- `.secrets` – 640 root:wazuh', ['.secrets 0640 root wazuh']],
  ['Make sure that .secrets has mode 0640 and is owned by user root and group wazuh.', ['.secrets 0640 root wazuh']],
  ['`a.json` must be 0640, `b.json` must be 0600.', ['a.json 0640 - -', 'b.json 0600 - -']],
  ['`a.json` and `b.json` need mode 640.', ['a.json 0640 - -', 'b.json 0640 - -']],
  ['Create `.secrets`. It must have mode 640.', ['.secrets 0640 - -']],
  [
    '**Secrets file** — `ACME_FILE` or the default `.secrets`. Plain text. Must be `chown root:wazuh`, `chmod 640`.',
    ['.secrets 0640 root wazuh'],
  ],
  ['Create `.secrets`. Restart. The server listens on port 640.', []],
  ['Create `.secrets`. The file is owned by `root:wazuh`.', ['.secrets - root wazuh']],
  [
    'Create `.secrets` from `.secrets.example`. Set permissions `chmod 640, chown root:wazuh`.',
    ['.secrets 0640 root wazuh'],
  ],
  ['Copy `.secrets.example` to `.secrets`. Its mode is 640.', ['.secrets 0640 - -']],
  ['Create `a.json` and `b.json`. Set mode 640.', []],
  ['**Secrets file** (`$FILE`)\nA plain file. Recommended permissions: `chmod 640`.', ['(secrets) 0640 - -']],
  ['The secrets file must be readable only by root: permissions 0600.', ['(secrets) 0600 - -']],
  ['The state file is owned by wazuh with mode 640.', ['(state) 0640 wazuh -']],
  ['`/var/x/state.json` is `rw-r-----`.', ['/var/x/state.json 0640 - -']],
  ['See /var/x/state.json ---------- all lies there.', []],
  ['`/var/x/state.json` is `u=rw,g=r,o=`.', ['/var/x/state.json 0640 - -']],
  ['Never set mode 777 on `.secrets`.', ['-.secrets 0777 - -']],
  ['If `.secrets` has mode 644, change it.', []],
  ['`.secrets` holds the key. Another file, `x.conf`, has mode 640.', ['x.conf 0640 - -']],
  ['Restart it. Permissions are 640.', []],
  ['The server listens on port 640 of `x.conf`.', []],
  ['`x.conf` returns status 404 within 640 seconds.', []],
  ['Use `chmod 640 .secrets`.', []],
  ['`.secrets` needs mode 640: `chmod 640 .secrets`.', ['.secrets 0640 - -']],
  ['`x.conf` maps key:value pairs.', []],
  ['`x.conf` is owned by the security team.', []],
  ['`x.conf` is owned by the wazuh user.', ['x.conf - wazuh -']],
  ['See `a.md`.\n\nMode 640 is enough.', []],
]
for (const [text, expected] of prose) {
  test(`prose: ${JSON.stringify(text)}`, async () => assert.deepEqual(await statedIn(text), expected))
}

const table = (...rows: readonly string[]) =>
  [rows[0], rows[0]?.replace(/[^|]+/g, '---'), ...rows.slice(1)].join('\n').concat('\n')

const tables: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    'a row a file',
    table('| File | Mode | Owner |', '| `.secrets` | 640 | root:wazuh |', '| `run.sh` | `0750` | root |'),
    ['.secrets 0640 root wazuh', 'run.sh 0750 root -'],
  ],
  [
    'owner and group apart, and an empty cell',
    table('| File | Owner | Group | What | Permissions |', '| /etc/x/.secrets | root | wazuh |  | rw-r----- |'),
    ['/etc/x/.secrets 0640 root wazuh'],
  ],
  ['one cell for all', table('| Path | Access |', '| `.secrets` | 640, root:wazuh |'), ['.secrets 0640 root wazuh']],
  ['numbers of something else', table('| File | Lines |', '| `main.py` | 640 |'), []],
  ['no path', table('| What | Mode |', '| the server | 640 |'), []],
  ['a pair of something else', table('| File | Default |', '| `x.conf` | host:port |'), []],
]
for (const [what, text, expected] of tables) {
  test(`table: ${what}`, async () => assert.deepEqual(await statedIn(text), expected))
}

test('what a path is for, and whether it is a directory', async () => {
  const text = [
    'The directory `/opt/guard` is owned by root:wazuh with mode 750.',
    'Run `/opt/guard/run.sh --once` there.',
    'The credentials directory has mode 700. `/etc/other/` has mode 755.',
  ].join('\n')
  const extraction = await extractFrom(documentationExtractor, 'README.md', `# A\n\n${text}\n`, others)
  assert.deepEqual(
    factsIn(extraction, 'permission').map(({ path_text, path_role, directory, section }) => [
      path_text,
      path_role,
      directory,
      section,
    ]),
    [
      ['/opt/guard', 'integration', true, 0],
      [undefined, 'secrets', true, 0],
      ['/etc/other/', 'other', true, 0],
    ],
  )
})

test('a path is a directory where another one of the text lies in it', async () => {
  const text = 'chmod 750 /opt/guard\nchmod 640 /opt/guard/guard.conf\n'
  const extraction = await extractFrom(documentationExtractor, 'README.md', `# A\n\n\`\`\`sh\n${text}\`\`\`\n`, others)
  assert.deepEqual(
    factsIn(extraction, 'permission').map(({ path_text, directory }) => [path_text, directory]),
    [
      ['/opt/guard', true],
      ['/opt/guard/guard.conf', false],
    ],
  )
})

test('tables of plain text', async () => {
  const text = 'A\n=\n\n+------+------+\n| File | Mode |\n+======+======+\n| a.conf | 0640 |\n+------+------+\n'
  const extraction = await extractFrom(documentationExtractor, 'README.rst', text, others)
  assert.deepEqual(
    factsIn(extraction, 'permission').map(({ path_text, mode, form, at }) => [path_text, mode, form, at.line]),
    [['a.conf', '0640', 'table', 7]],
  )
})

const spoken: readonly (readonly [text: string, role: string])[] = [
  ['`/etc/acme.json` holds the API token.\n\n    chmod 640 /etc/acme.json', 'secrets'],
  ['Put the key into `/etc/acme.json`: it has one.\n\n    chmod 640 /etc/acme.json', 'other'],
  ['Put your API key into `/etc/acme.json`.\n\n    chmod 640 /etc/acme.json', 'secrets'],
  ['`/etc/acme.json` never contains the API token.\n\n    chmod 640 /etc/acme.json', 'other'],
  ['`.secrets` holds the token, not `acme.json`.\n\n    chmod 640 /etc/acme.json', 'other'],
  ['Put the token into `.secrets`; `acme.json` names it.\n\n    chmod 640 /etc/acme.json', 'other'],
]
for (const [text, role] of spoken) {
  test(`what a file is said to hold: ${JSON.stringify(text)}`, async () => {
    const extraction = await extractFrom(documentationExtractor, 'README.md', text, others)
    assert.deepEqual(
      factsIn(extraction, 'permission').map(({ path_role }) => path_role),
      [role],
    )
  })
}

test('a folder far above another path is a directory', async () => {
  const text = '    chmod 750 /opt/acme\n    chmod 640 /opt/acme/var/seen.json'
  const extraction = await extractFrom(documentationExtractor, 'README.md', text, others)
  assert.deepEqual(
    factsIn(extraction, 'permission').map(({ directory }) => directory),
    [true, false],
  )
})
