import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shellExtractor } from '../../../runtime/facts/shell/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const others = [
  'wodle/main.py',
  'wodle/other.py',
  'tests/test_main.py',
  'pkg/tool/__main__.py',
  'LICENSE',
  'lib/common.sh',
  'app/src/server.ts',
]

async function scriptOf(text: string, path = 'wodle/start') {
  const extraction = await extractFrom(shellExtractor, path, text, others)
  assert.deepEqual(extraction.undecided, [])
  const [script] = factsIn(extraction, 'script')
  assert.ok(script !== undefined)
  return script
}

/** Which of errexit, nounset and pipefail are on before the script does anything. */
const options: readonly (readonly [what: string, expected: string, text: string])[] = [
  ['one word', 'eup', 'set -euo pipefail'],
  ['split', 'eup', 'set -eu -o pipefail'],
  ['with others among them', 'eup', 'set -Eexuo pipefail'],
  ['by their long names', 'eup', 'set -o errexit -o nounset\nset -o pipefail'],
  ['pipefail first', 'eup', 'set -o pipefail -eu'],
  ['on the first line', 'eu', '#!/bin/bash -eu\necho'],
  ['on the first line, through env', 'eup', '#!/usr/bin/env -S bash -euo pipefail\necho'],
  ['by shopt', 'p', 'shopt -so pipefail'],
  ['only one', 'e', 'set -e'],
  ['none', '', 'echo'],
  ['in a comment', '', '# set -euo pipefail\necho'],
  ['in a here-document', '', 'cat <<EOF\nset -euo pipefail\nEOF'],
  ['in a text', '', 'echo "set -euo pipefail"'],
  [
    'after assignments and definitions',
    'eup',
    'readonly A=1\nD="$(cd "$(dirname "$0")" && pwd)"\nf() { rm -rf x; }\nset -euo pipefail',
  ],
  ['after something was done', '', 'mkdir x\nset -euo pipefail'],
  ['after something failed to be asked', '', 'X=$(curl http://x)\nset -e'],
  ['undone before anything is done', 'up', 'set -euo pipefail\nset +e\nmkdir x'],
  ['undone at the end', 'eup', 'set -euo pipefail\nmkdir x\nset +e'],
  ['undone for the rest', 'up', 'set -euo pipefail\nmkdir x\nset +e\nmkdir y'],
  ['undone for a while', 'eup', 'set -euo pipefail\nmkdir w\nset +e\nmkdir x\nset -e\nmkdir y'],
  ['in a branch', '', 'if [ -n "$A" ]; then set -euo pipefail; fi\nmkdir x'],
  ['in a function that is called', 'eup', 'f() { set -euo pipefail; }\nf'],
  ['in a function that is called late', '', 'f() { set -euo pipefail; }\nmkdir x\nf'],
  ['in a function that is never called', '', 'f() { set -euo pipefail; }\nmkdir x'],
  ['in the main function', 'eup', 'main() {\n  set -euo pipefail\n  mkdir x\n}\nmain "$@"'],
  ['in a function that calls itself', 'eup', 'f() { set -euo pipefail; f; }\nf'],
  ['in a subshell', '', '(set -euo pipefail)\nmkdir x'],
  ['in a subshell with all the rest', '', '( set -euo pipefail; mkdir x )'],
  ['in a pipeline', '', 'set -euo pipefail | cat\nmkdir x'],
  ['in a substitution', '', 'X=$(set -euo pipefail; pwd)\nmkdir x'],
  ['by a builtin', 'eup', 'builtin set -euo pipefail'],
  ['in quotes', 'eup', 'set "-euo" \'pipefail\''],
  ['where the shell has it', 'eup', 'set -eu\nset -o pipefail 2>/dev/null || true\nmkdir x'],
  ['as zsh has it', 'eup', 'setopt ERR_EXIT no_unset pipefail'],
  ['after two dashes', '', 'set -- -euo pipefail'],
  ['of a shell that takes over', 'eup', "exec bash -euo pipefail -c 'python3 main.py'"],
  ['with the line ends of Windows', 'eup', 'set -euo pipefail\r\necho\r\n'],
]
for (const [what, expected, text] of options) {
  test(`options: ${what}`, async () => {
    const { errexit, nounset, pipefail } = await scriptOf(text.startsWith('#!') ? text : `#!/bin/bash\n${text}`)
    assert.equal(`${errexit ? 'e' : ''}${nounset ? 'u' : ''}${pipefail ? 'p' : ''}`, expected)
  })
}

/** What is started, how often in turn, and whether every way there is `exec`. */
const launches: readonly (readonly [what: string, launches: string, count: number, exec: boolean, text: string])[] = [
  ['directly', 'wodle/main.py', 1, true, 'exec python3 main.py "$@"'],
  ['without exec', 'wodle/main.py', 1, false, 'python3 main.py "$@"'],
  [
    'through variables',
    'wodle/main.py',
    1,
    true,
    'P=$(command -v python3 || command -v python)\nD="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"\nM="$D/main.py"\nexec "$P" "$M" "$@"',
  ],
  ['through a default', 'wodle/main.py', 1, true, 'exec "${PYTHON:-python3}" "${MAIN:-/opt/x/main.py}"'],
  ['through a variable that nobody knows', 'wodle/main.py', 1, true, 'exec "$PYTHON" -u main.py'],
  ['through a variable with several words', 'wodle/main.py', 1, false, 'CMD="python3 main.py -x"\n$CMD "$@"'],
  [
    'through an array',
    'wodle/main.py',
    1,
    true,
    'ARGS=(python3 -u\n  main.py # it\n)\nARGS+=("$@")\nexec "${ARGS[@]}"',
  ],
  ['through an array that is local', 'wodle/main.py', 1, true, 'local -a args=(-u main.py)\nexec python3 "${args[@]}"'],
  ['as Python that is kept to itself', 'wodle/main.py', 1, true, 'exec python3 -I main.py'],
  ['what a compiler made of it', 'app/src/server.ts', 1, true, 'exec node dist/server.js'],
  ['through an array with a default', 'wodle/main.py', 1, true, 'A=(main.py)\nexec python3 "${A[@]:-}"'],
  ['in its own folder', 'wodle/main.py', 1, true, 'exec "$(dirname "$0")/main.py"'],
  ['with an empty environment', 'wodle/main.py', 1, true, 'exec env -i PATH=/bin nice -n 5 timeout 9 python3 main.py'],
  ['through a function', 'wodle/main.py', 1, true, 'run() { exec python3 main.py "$@"; }\nrun "$@"'],
  ['as another user by su', 'wodle/main.py', 1, false, 'su -s /bin/sh wazuh -c "python3 main.py"'],
  ['by systemd', 'wodle/main.py', 1, false, 'systemd-run --uid=wazuh -p A=b /opt/x/main.py'],
  ['as a module', 'pkg/tool/__main__.py', 1, true, 'exec python3 -m tool'],
  ['as another user', 'wodle/main.py', 1, true, 'exec sudo -u wazuh env A=1 python3 /opt/main.py'],
  [
    'in one of two branches',
    'wodle/main.py',
    1,
    true,
    'if [ -x a ]; then exec a/python main.py; else exec python3 main.py; fi',
  ],
  [
    'in one of two cases',
    'wodle/main.py',
    1,
    true,
    'case $1 in a) exec python3 main.py;; *) exec python3 main.py -x;; esac',
  ],
  ['or else', 'wodle/main.py', 1, true, 'exec python3 main.py || exec python main.py'],
  [
    'one branch without exec',
    'wodle/main.py',
    1,
    false,
    'if [ -x a ]; then exec a/python main.py; else python3 main.py; fi',
  ],
  ['two in turn', 'wodle/main.py wodle/other.py', 2, false, 'python3 main.py\nexec python3 other.py'],
  ['in the background', 'wodle/main.py', 1, false, 'exec python3 main.py &'],
  ['in a pipeline', 'wodle/main.py', 1, false, 'exec python3 main.py | logger'],
  ['in a subshell', 'wodle/main.py', 1, false, '(exec python3 main.py)'],
  ['by a shell within', 'wodle/main.py', 1, false, 'bash -c "cd /x && python3 main.py"'],
  ['a test', '', 0, false, 'exec python3 tests/test_main.py'],
  ['a copy', '', 0, false, 'cp main.py /opt/'],
  ['a message', '', 0, false, 'echo "run python3 main.py"'],
  ['a comment', '', 0, false, '# exec python3 main.py\ntrue'],
  ['a library', '', 0, false, '. lib/common.sh\nsource lib/common.sh'],
  ['code of its own', '', 0, false, "exec python3 -c 'import main'"],
]
for (const [what, expected, count, exec, text] of launches) {
  test(`starts: ${what}`, async () => {
    const script = await scriptOf(`#!/bin/bash\n${text}\n`)
    assert.deepEqual([script.launches.join(' '), script.launch_count, script.ends_in_exec], [expected, count, exec])
  })
}

const stock = `#!/bin/sh
# Runs the program of the same name.
WPYTHON_BIN="framework/python/bin/python3"
SCRIPT_PATH_NAME="$0"
DIR_NAME="$(cd $(dirname \${SCRIPT_PATH_NAME}); pwd -P)"
SCRIPT_NAME="$(basename \${SCRIPT_PATH_NAME})"
case \${DIR_NAME} in
    */bin)
        PYTHON_SCRIPT="\${WAZUH_PATH}/framework/scripts/$(echo \${SCRIPT_NAME} | sed 's/-/_/g').py" ;;
    *)
        PYTHON_SCRIPT="\${DIR_NAME}/\${SCRIPT_NAME}.py" ;;
esac
\${WAZUH_PATH}/\${WPYTHON_BIN} \${PYTHON_SCRIPT} "$@"
`

const roles: readonly (readonly [path: string, role: string, text: string])[] = [
  ['wodle/run.sh', 'wrapper', 'exec python3 main.py'],
  ['wodle/main', 'wrapper', stock],
  ['wodle/whatever', 'wrapper', '#!/bin/bash\nchown wazuh: /data\nexec python3 main.py'],
  ['install.sh', 'installer', 'python3 wodle/main.py --check'],
  ['deploy.sh', 'installer', 'useradd wazuh\npython3 wodle/main.py --check'],
  ['deploy2.sh', 'installer', 'pip install x'],
  ['tests/run.sh', 'other', 'exec python3 wodle/main.py'],
  ['check.sh', 'other', 'cp wodle/main.py /opt\npython3 tests/test_main.py'],
]
for (const [path, role, text] of roles) {
  test(`role: ${path} is ${role}`, async () => assert.equal((await scriptOf(text, path)).role, role))
}

test('commands: who prints where', async () => {
  const text = 'echo a\n{ echo b; } >&2\necho c | cat\nX=$(echo d)\nexec >log\necho e\ncat <<E | tr a b >&2\nf\nE\n'
  const extraction = await extractFrom(shellExtractor, 'x.sh', text)
  const commands = factsIn(extraction, 'command').map(({ name, stream }) => `${name} ${stream}`)
  assert.deepEqual(commands, [
    'echo stdout',
    'echo stderr',
    'echo none',
    'cat stdout',
    'echo none',
    'exec file',
    'echo file',
    'cat none',
    'tr stderr',
  ])
})

test('commands: what is redirected, as written', async () => {
  const text = 'cat >/etc/x 2>&1 <<E\na\nE\nfoo >> log\nf() { late; }\nwhile read a; do bar; done <in\n'
  const extraction = await extractFrom(shellExtractor, 'x.sh', text)
  const commands = factsIn(extraction, 'command').map(({ name, redirects, heredoc }) =>
    [name, ...redirects, ...(heredoc ? ['document'] : [])].join(' '),
  )
  assert.deepEqual(commands, ['cat >/etc/x 2>&1 document', 'foo >>log', 'late', 'read', 'bar'])
  assert.equal((await scriptOf(text, 'x.sh')).last_command, 'bar')
})

test('arguments: options, positions, values and where they come from', async () => {
  const text = 'A=1\nfoo -x --mode=fast "a b" "$A" "$1" "$HOME/x" "$(date)"\n'
  const extraction = await extractFrom(shellExtractor, 'x.sh', text)
  const foo = factsIn(extraction, 'command').find(({ name }) => name === 'foo')
  const shown = ((foo?.arguments ?? []) as unknown as readonly Record<string, unknown>[]).map((argument) => [
    argument.name ?? argument.position,
    argument.text,
    argument.value,
    (argument.origins as readonly { form: string; name?: string }[]).map(({ form, name }) => `${form} ${name}`).join(),
  ])
  assert.deepEqual(shown, [
    ['-x', '-x', undefined, ''],
    ['--mode', '--mode=fast', 'fast', ''],
    [1, '"a b"', 'a b', ''],
    [2, '"$A"', '1', ''],
    [3, '"$1"', undefined, 'command_line 1'],
    [4, '"$HOME/x"', undefined, 'environment HOME'],
    [5, '"$(date)"', undefined, 'call date'],
  ])
})

test('addresses in comments are none, settings in here-documents are', async () => {
  const text = '# http://a.test\ncurl https://b.test/x\ncat > /etc/selinux/config <<EOF\nSELINUX=disabled\nEOF\n'
  const extraction = await extractFrom(shellExtractor, 'x.sh', text)
  assert.deepEqual(
    factsIn(extraction, 'url').map(({ host, at }) => [host, at.line, at.column]),
    [['b.test', 2, 6]],
  )
  assert.deepEqual(
    factsIn(extraction, 'setting').map(({ key, value, at }) => [key, value, at.line, at.column, at.endColumn]),
    [['SELINUX', 'disabled', 4, 1, 17]],
  )
})

test('an address that is told to somebody is not connected to', async () => {
  const text =
    'echo "See http://a.io"\nlogger http://b.io\necho http://c.io > f\nX=$(echo http://d.io)\ncurl http://e.io\n'
  assert.deepEqual(
    factsIn(await extractFrom(shellExtractor, 'x.sh', text), 'url').map(({ host, role }) => `${host} ${role}`),
    ['a.io identifier', 'b.io identifier', 'c.io endpoint', 'd.io endpoint', 'e.io endpoint'],
  )
})

const awkward: readonly (readonly [what: string, text: string])[] = [
  ['a quoted alternative before a continuation', 'exec a ${X:+"$X"} ${Y:+--y "$Y"} \\\n  "$@"\n'],
  ['a continuation at the end of the text', 'foo ${X:+"$X"} \\\n'],
  ['a trimmed value', 'y="${x%"${x##*[![:space:]]}"}"\nfoo\n'],
  ['a backslash in a substitution', 'foo "${x//\\//_}"\n'],
]
for (const [what, text] of awkward) {
  test(`parses: ${what}`, async () => {
    const { undecided, facts } = await extractFrom(shellExtractor, 'x.sh', text)
    assert.deepEqual(undecided, [])
    assert.equal(facts.command?.length, 1)
  })
}

test('what does not parse is said', async () => {
  const { undecided, facts } = await extractFrom(shellExtractor, 'x.sh', 'set -e\nif then (\n')
  assert.equal(undecided.length, 1)
  assert.equal(facts.script?.length, 1)
})

const hostile: Readonly<Record<string, string>> = {
  brackets: '('.repeat(100_000),
  substitutions: 'echo '.concat('$(echo '.repeat(20_000)),
  'closed substitutions': `echo ${'$(echo '.repeat(2_000)}${')'.repeat(2_000)}`,
  branches: `${'if a; then '.repeat(2_000)}b; ${'fi; '.repeat(2_000)}`,
  'a doubling variable': Array.from({ length: 200 }, (_, i) => `A${i + 1}="$A${i}$A${i}"`)
    .join('\n')
    .concat('\n$A200 x\n'),
  assignments: 'A=$A$B$C$D$E B=$A$C$D$E C=$A$B$D$E D=$A$B$C$E E=$A$B$C$D\n$A $B $C\n',
}
for (const [what, text] of Object.entries(hostile)) {
  test(`a moment, not minutes: ${what}`, { timeout: 30_000 }, async () => {
    assert.ok(await extractFrom(shellExtractor, 'x.sh', text))
  })
}

test('the elements of an array are given as they are written', async () => {
  const text = '#!/bin/bash\noptions=(--silent\n  --max-time "$LIMIT")\ncurl "${options[@]}" "$URL"\n'
  const extraction = await extractFrom(shellExtractor, 'wodle/start', text, others)
  const [curl] = factsIn(extraction, 'command')
  assert.deepEqual(
    curl?.arguments.map(({ text: written, at }) => `${at.line} ${written}`),
    ['4 --silent', '4 --max-time', '4 "$LIMIT"', '4 "$URL"'],
  )
})
