import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentationExtractor } from '../../../runtime/facts/documentation/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const others = ['main.py', 'wodle/run.sh', 'install.sh']

/** The commands of a document: an exclamation mark for root, a minus where it says not to. */
async function commandsOf(text: string, path = 'README.md'): Promise<readonly string[]> {
  const commands = factsIn(await extractFrom(documentationExtractor, path, text, others), 'command')
  return commands.map((command) => `${command.negated ? '-' : ''}${command.privileged ? '!' : ''}${command.text}`)
}

const block = (language: string, ...lines: readonly string[]) => `\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`

const traps: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['a block of shell', block('bash', 'pip install x', '# comment', 'cd y && ./z'), ['pip install x', 'cd y', './z']],
  ['a block that is never closed', '```sh\npip install x\n', ['pip install x']],
  ['a block with attributes', block('bash {linenos=true}', 'pip install x'), ['pip install x']],
  ['tildes', '~~~\npip install x\n~~~\n', ['pip install x']],
  ['a block by indentation', 'Run:\n\n    pip install x\n', ['pip install x']],
  ['a block in a list in a quotation', '> 1. Run\n>    ```bash\n>    foo \\\n>      -b\n>    ```\n', ['foo \\\n  -b']],
  [
    'prompts and output',
    block('console', '$ pip install x', 'Collecting x', 'sudo is not output', '$ ls'),
    ['pip install x', 'ls'],
  ],
  [
    'the prompt of root',
    block('', '# setenforce 0', '# systemctl stop firewalld'),
    ['!setenforce 0', '!systemctl stop firewalld'],
  ],
  [
    'the prompt of root in a session',
    block('console', '[root@host ~]# foo -x', 'root@host:/# bar'),
    ['!foo -x', '!bar'],
  ],
  ['the prompt of a user', block('console', 'user@host:~/x$ foo -x'), ['foo -x']],
  ['a comment that reads like a command', block('bash', '# pip install x', 'ls -l'), ['ls -l']],
  [
    'rules, settings and units that are called shell',
    block('bash', '<rule id="1" level="3">', '  <if_sid>5</if_sid>', '</rule>') +
      block('sh', '[Service]', 'ExecStart=/x', 'Restart=no') +
      block('bash', 'key: value', 'pip install x'),
    ['pip install x'],
  ],
  ['PowerShell', block('powershell', 'PS C:\\> pip install x'), ['pip install x']],
  [
    'output without a language',
    block('', 'Python 3.11 is required', 'Successfully installed x', 'pip install x'),
    ['pip install x'],
  ],
  ['a tree of files', block('', '├── run.sh', '│   └── main.py  # pip install x'), []],
  [
    'other languages',
    block('python', 'run("pip install x")') + block('yaml', 'run: pip install x') + block('json', '"pip install x"'),
    [],
  ],
  ['a here-document', block('bash', 'cat > f <<EOF', 'pip install x', 'EOF', 'ls -l'), ['cat > f <<EOF', 'ls -l']],
  [
    'a here-document behind a prompt',
    block('console', '$ cat > f <<EOF', '> pip install x', '> EOF', '$ ls'),
    ['cat > f <<EOF', 'ls'],
  ],
  ['a continuation behind a prompt', block('console', '$ foo \\', '>   -b', 'output'), ['foo \\\n  -b']],
  ['code in a sentence', 'Run `pip install x` now.', ['pip install x']],
  ['code in a cell', '| a | b |\n|---|---|\n| x | `pip install x` |\n', ['pip install x']],
  ['code in a list', '- first `sudo ./install.sh`\n', ['!sudo ./install.sh']],
  ['a mention', 'Use `pip` or `run.sh`, see `main.py` and `/etc/passwd`. `make` sure.', []],
  ['code that is none', '`find the file`, `make sure that`, `time is up`, `cat`', []],
  ['three backticks on a line', '```nano /etc/x.conf```\n', ['nano /etc/x.conf']],
  ['prose', 'Python 3.6+ (stdlib only, no pip packages). No pip install is needed. Just pip install nothing.', []],
  ['prose that tells', 'First run pip install requests, then go on.', ['pip install requests']],
  ['prose that tells with an end', 'You have to run sudo setenforce 0 before you start it.', ['!sudo setenforce 0']],
  ['prose that forbids', 'Do not run pip install requests.', ['-pip install requests']],
  [
    'prose after a colon',
    'Use the following command: python3 -m pip install -r requirements.txt',
    ['python3 -m pip install -r requirements.txt'],
  ],
  ['prose about programs', 'Run python scripts with docker containers, use git repositories, use sudo to do so.', []],
  ['a paragraph that is a command', 'pip install x\n', ['pip install x']],
  [
    'a paragraph that begins like one',
    'pip install is not what you want to do\n\nDocker Compose\n\nTest / backfill:\n',
    [],
  ],
  ['a sentence that forbids', 'Do not run `setenforce 0`.', ['-setenforce 0']],
  ['a sentence that spares', '`pip install x` is not needed.', ['-pip install x']],
  ['a sentence above that forbids', `Never do this:\n\n${block('bash', 'setenforce 0')}`, ['-setenforce 0']],
  [
    'a sentence above about something else',
    `It does not start without a restart:\n\n${block('bash', 'setenforce 0')}`,
    ['setenforce 0'],
  ],
  [
    'a comment that forbids',
    block('bash', '# Do not do this:', 'setenforce 0', '', 'ls -l'),
    ['-setenforce 0', 'ls -l'],
  ],
  ['a comment beside that forbids', block('bash', 'setenforce 0 # never do this', 'ls -l'), ['-setenforce 0', 'ls -l']],
  [
    'a comment about something else',
    block('bash', '# Do not run as root', 'sudo -u wazuh ./run.sh'),
    ['sudo -u wazuh ./run.sh'],
  ],
  ['a shell of root', block('bash', 'sudo -i', 'python3 main.py'), ['!sudo -i', '!python3 main.py']],
  ['a crontab', block('', '*/10 * * * * /usr/bin/python3 /opt/main.py'), ['/usr/bin/python3 /opt/main.py']],
  [
    'a crontab of root',
    `Execute \`sudo crontab -e\`, add:\n\n${block('', '@daily python3 main.py')}`,
    ['!sudo crontab -e', '!python3 main.py'],
  ],
  [
    'lines of a crontab in sentences',
    'Add `*/5 * * * * root /opt/run.sh`.\n\nOr add: @daily /opt/run.sh -x',
    ['!/opt/run.sh', '/opt/run.sh -x'],
  ],
  [
    'a crontab that is named',
    '`sudo crontab -u acme -e`\n\n`crontab -u root -e`',
    ['sudo crontab -u acme -e', '!crontab -u root -e'],
  ],
  ['a crontab with users', block('cron', '5 4 * * 1 root /opt/wodle/run.sh -x'), ['!/opt/wodle/run.sh -x']],
  ['comments of HTML', '<!--\n```bash\npip install x\n```\n-->\n', []],
  ['front matter', '---\ntitle: pip install x\n---\nText\n', []],
]
for (const [what, text, expected] of traps) {
  test(`commands: ${what}`, async () => assert.deepEqual(await commandsOf(text), expected))
}

test('as whom a command runs', async () => {
  const text =
    block('cron', '5 4 * * 1 wazuh /opt/wodle/run.sh -x') +
    block('console', 'wazuh@host:~$ wodle/run.sh -y', '[root@host ~]# ls -l') +
    block('bash', 'sudo -u wazuh wodle/run.sh -z', 'wodle/run.sh -w')
  const extraction = await extractFrom(documentationExtractor, 'README.md', text, others)
  assert.deepEqual(
    factsIn(extraction, 'command').map(({ user }) => user),
    ['wazuh', 'wazuh', 'root', 'wazuh', undefined],
  )
})

const plain: readonly (readonly [what: string, path: string, text: string, expected: readonly string[]])[] = [
  ['a directive', 'a.rst', '.. code-block:: bash\n   :linenos:\n\n   pip install x\n\nText\n', ['pip install x']],
  ['two colons', 'a.rst', 'Run::\n\n    pip install x\n\nText\n', ['pip install x']],
  ['a literal', 'a.rst', 'Run ``pip install x`` now\n', ['pip install x']],
  ['a comment', 'a.rst', '.. pip install x\n   pip install y\n\nText\n', []],
  ['another language', 'a.rst', '.. code-block:: python\n\n   pip install x\n', []],
  ['indentation', 'README', 'Run this:\n\n    pip install x\n    Collecting x\n', ['pip install x']],
  ['prompts', 'README', 'Install it:\n$ pip install x\nCollecting x\n$ ls -l\n\nText\n', ['pip install x', 'ls -l']],
  ['a name for setting up', 'setup.txt', 'Do this:\n\n    pip install x\n', ['pip install x']],
  [
    'comments',
    'a.adoc',
    '// pip install x\n\nRun `pip install y`.\n\n////\n----\npip install z\n----\n////\n',
    ['pip install y'],
  ],
  [
    'a block',
    'a.org',
    '* A\n# pip install w\n#+BEGIN_SRC sh\npip install x\n#+END_SRC\nRun =pip install y= or ~pip install z~.\n',
    ['pip install x', 'pip install y', 'pip install z'],
  ],
  [
    'pages',
    'docs/a.html',
    '<html><head><title>x</title></head><body>\n    <h2>A</h2>\n    <p>Run\n      <code>pip install x</code> now.</p>\n    <pre><code class="language-sh">pip install y\n</code></pre>\n<!-- <pre>pip install z</pre> --></body></html>',
    ['pip install x', 'pip install y'],
  ],
  ['AsciiDoc', 'README.adoc', '[source,bash]\n----\nfoo -x\n----\n', ['foo -x']],
]
for (const [what, path, text, expected] of plain) {
  test(`commands in ${path}: ${what}`, async () => assert.deepEqual(await commandsOf(text, path), expected))
}

test('every place is exact, in nested blocks, too', async () => {
  const text =
    '# A\n\n1. x\n\n   ```bash\n   a; sudo bash -c "pip install \'y\'"\n   ```\n\n> Run `chmod 640 .secrets`, **not** more.\n'
  const lines = text.split('\n')
  const extraction = await extractFrom(documentationExtractor, 'README.md', text, others)
  for (const { at, text: command } of [...factsIn(extraction, 'command'), ...factsIn(extraction, 'permission')]) {
    assert.equal(lines[at.line - 1]?.slice(at.column - 1, at.endColumn - 1), command)
  }
  assert.deepEqual(
    factsIn(extraction, 'command').map((command) => [command.text, command.section, command.starts_integration]),
    [
      ['a', 0, false],
      ["pip install 'y'", 0, false],
      ['chmod 640 .secrets', 0, false],
    ],
  )
})

const starts: Readonly<Record<string, boolean>> = {
  'sudo python3 /opt/x/main.py --debug': true,
  'sudo ./wodle/run.sh': true,
  'docker exec -it c /var/x/run.sh -a': true,
  'sudo ./install.sh': false,
  'cp wodle/run.sh /opt/': false,
  'nano main.py': false,
  'python3 -m json.tool': false,
}
for (const [command, expected] of Object.entries(starts)) {
  test(`${expected ? 'starts' : 'does not start'} the integration: ${command}`, async () => {
    const extraction = await extractFrom(documentationExtractor, 'README.md', block('bash', command), others)
    assert.deepEqual(
      factsIn(extraction, 'command').map((fact) => fact.starts_integration),
      [expected],
    )
  })
}
