/** What scripts write to streams and files. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordFact } from '../../../compiler/index.ts'
import { shellExtractor } from '../../../runtime/facts/shell/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const others = ['wodle/main.py', 'wodle/run.sh']

const read = (text: string) => extractFrom(shellExtractor, 'wodle/start.sh', text, others)

/** Stream, function, and an exclamation mark for what tells of an error. */
const outputs: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['the usual stream', 'echo a; printf b; cat c', ['stdout <module>', 'stdout <module>', 'stdout <module>']],
  ['a redirection', 'echo a >&2; echo b > f; echo c | tr a b', ['stderr <module>']],
  ['a function that redirects', 'log() { echo "$@" >&2; }\nlog x', ['stderr log']],
  ['a function that is redirected', 'log() { echo "$@"; } >&2\nlog x', ['stderr log']],
  ['a function whose callers redirect', 'log() { echo "$@"; }\nlog x >&2; log y >&2', ['stderr log']],
  ['a function that one caller does not redirect', 'log() { echo "$@"; }\nlog x >&2; log y', ['stdout log']],
  ['a function that is captured', 'name() { echo x; }\nX=$(name)', []],
  ['a function within a function', 'a() { echo x; }\nb() { a; }\nb >&2', ['stderr a']],
  ['everything from here on', 'echo a\nexec >&2\necho b', ['stdout <module>', 'stderr <module>']],
  ['the log of the system', 'logger -t x "failed: $1"', ['log <module> !']],
  ['an error', 'die() { echo "$1" >&2; exit 1; }\ndie x', ['stderr die !']],
  ['what is asked for', 'X=$(echo a)', []],
]
for (const [what, text, expected] of outputs) {
  test(`output: ${what}`, async () => {
    const extraction = await read(text)
    const functions = extraction.facts.function ?? []
    const shown = factsIn(extraction, 'output').map(
      (output) => `${output.stream} ${functions[output.function]?.name}${output.about_error ? ' !' : ''}`,
    )
    assert.deepEqual(shown, expected)
  })
}

/** Path, purpose, mode, and "late" for one that is restricted after it was written. */
const writes: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['redirections', 'echo a > /tmp/x; echo b >> y 2>> z.log', ['/tmp/x temporary -', 'y other -', 'z.log log -']],
  ['no files', 'a >&2; b > /dev/null 2>&1; c 2>&-; d > /dev/stderr', []],
  ['a here-document', 'cat > .secrets <<E\nA=1\nE\n', ['.secrets secrets -']],
  ['a group', '{ a; b; } > state.json', ['state.json state -']],
  ['a loop', 'while read -r x; do echo; done < in > out', ['out other -']],
  [
    'a temporary file in the place of a state',
    'echo > "$S.tmp"\nmv "$S.tmp" /x/state.json\necho > b.tmp\nmv b.tmp /x/b',
    ['$S.tmp state -', 'b.tmp temporary -'],
  ],
  ['through variables', 'D=/var/x\necho > "$D/state.json"', ['$D/state.json state -']],
  [
    'programs',
    'a | tee -a x.log; touch y; curl -o z -s u; wget -O w u',
    ['x.log log -', 'y other -', 'z other -', 'w other -'],
  ],
  ['copies', 'cp a /tmp/b; install -m 640 c d; install e f', ['/tmp/b temporary -', 'd other 0640', 'f other 0755']],
  ['a mask', 'umask 077\necho > x', ['x other 0600']],
  ['a mask in a subshell', '(umask 077; echo > x)\necho > y', ['x other 0600', 'y other -']],
  ['a mask around a subshell', 'umask 027\n(echo > x)', ['x other 0640']],
  ['a credential', 'echo "key=$API_KEY" > x.conf', ['x.conf secrets -']],
  [
    'names of secrets and states',
    'touch .env app.env .env.example last_x_id.txt',
    ['.env secrets -', 'app.env secrets -', '.env.example other -', 'last_x_id.txt state -'],
  ],
  ['restricted afterwards', 'echo > .secrets\nchmod 600 .secrets', ['.secrets secrets - late']],
  ['restricted before', 'umask 077\necho > .secrets\nchmod 600 .secrets', ['.secrets secrets 0600']],
  ['another file restricted', 'echo > .secrets\nchmod 600 other', ['.secrets secrets -']],
  ['a temporary file', 'T=$(mktemp)', ['${TMPDIR:-/tmp}/tmp.XXXXXXXXXX temporary 0600']],
  ['a temporary file elsewhere', 'mktemp -p /var/x', ['/var/x/tmp.XXXXXXXXXX temporary 0600']],
  ['a temporary folder in the working directory', 'mktemp -d x.XXXX', ['x.XXXX temporary 0700']],
  [
    'a template in the usual folder',
    'mktemp -t x.XXXX; mktemp --tmpdir y.XXXX',
    ['${TMPDIR:-/tmp}/x.XXXX temporary 0600', '${TMPDIR:-/tmp}/y.XXXX temporary 0600'],
  ],
]
for (const [what, text, expected] of writes) {
  test(`files written: ${what}`, async () => {
    const shown = factsIn(await read(text), 'file_write').map(
      (each) => `${each.path_text} ${each.purpose} ${each.mode ?? '-'}${each.restricted_after ? ' late' : ''}`,
    )
    assert.deepEqual(shown, expected)
  })
}

const accesses: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    'what programs read',
    'cat a.conf; grep -e x b.log; jq -r .k c.json; sort < d',
    ['a.conf other', 'b.log log', 'c.json other', 'd other'],
  ],
  ['programs without a file', 'echo a | grep b; jq -n "{a: 1}"; sed s/a/b/', []],
  ['what is read in', '. "$D/.secrets"', ['.secrets secrets']],
  ['what a variable is called', 'head -n1 "$STATE_FILE"', ['- state']],
  ['a default that is set', ': "${S:=/var/x/since}"; cat "$S"', ['since other']],
  ['what is moved over another', 'echo > "$T.tmp"; T=/x/a.cursor; mv "$T.tmp" "$T"', ['a.cursor state write']],
]
for (const [what, text, expected] of accesses) {
  test(`files opened: ${what}`, async () => {
    const shown = factsIn(await read(text), 'file_access').map((each) =>
      [each.file_name ?? '-', each.purpose, ...(each.write ? ['write'] : [])].join(' '),
    )
    assert.deepEqual(shown, expected)
  })
}

test('what a substitution reads from a file comes from that file', async () => {
  const text = 'T=$(cat /x/.secrets)\nH=$(jq -r .host /x/.secrets)\necho "$T" "$H" "${T:+set}" >&2\n'
  const [output] = factsIn(await read(text), 'output')
  const origins = output?.arguments.flatMap((each) => (each as unknown as { origins: readonly object[] }).origins)
  assert.deepEqual(
    origins
      ?.map((each) => each as { form: string; name?: string; path?: string; purpose?: string; whole: boolean })
      .filter(({ form }) => form === 'file')
      .map(({ name, path, purpose, whole }) => [name, path, purpose, whole]),
    [
      ['T', '/x/.secrets', 'secrets', true],
      ['H', '/x/.secrets', 'secrets', false],
    ],
  )
})

test('what is written, and where to, has origins', async () => {
  const text = 'D=/var/x\ncat > "$D/.env" <<E\nKEY=$API_KEY\nE\necho "$TOKEN" > "$1"\ncat > x <<\'E\'\n$NOTHING\nE\n'
  const shown = factsIn(await read(text), 'file_write').map((each) =>
    [each.path_origins, each.content_origins].map((origins) =>
      (origins as unknown as readonly { form: string; name?: string; text: string }[])
        .map(({ form, name, text }) => `${form} ${name ?? text}`)
        .join(),
    ),
  )
  assert.deepEqual(shown, [
    ['literal /var/x/.env', 'environment API_KEY'],
    ['command_line 1', 'environment TOKEN'],
    ['literal x', ''],
  ])
})

const replaces: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['mv "$F.tmp" "$F"', ['$F.tmp > $F same']],
  ['D=/x\nT=$(mktemp "$D/s.XXXX")\nmv -f "$T" "$D/state.json"', ['$T > $D/state.json same']],
  ['T=$(mktemp)\nmv "$T" /x/state.json', ['$T > /x/state.json']],
  ['mv a.tmp a', ['a.tmp > a same']],
  ['mv /tmp/a /x/a', ['/tmp/a > /x/a']],
  ['mv a b c/', []],
  ['mv a c/', []],
]
for (const [text, expected] of replaces) {
  test(`files replaced: ${JSON.stringify(text)}`, async () => {
    const shown = factsIn(await read(text), 'file_replace').map(
      ({ source, target, same_directory }) => `${source} > ${target}${same_directory ? ' same' : ''}`,
    )
    assert.deepEqual(shown, expected)
  })
}

test('what is written to a file shows what its permissions are for', async () => {
  const extraction = await read('echo "key=$API_KEY" > /etc/x.conf\nchmod 640 /etc/x.conf\nchmod 640 /etc/y.conf\n')
  assert.deepEqual(
    factsIn(extraction, 'permission').map(({ path_role }) => path_role),
    ['secrets', 'other'],
  )
})

test('a turn is counted within a function', async () => {
  const extraction = await read('a\nf() {\n  echo > x\n  mv x y\n}\nb > z\nmv z w\n')
  const order = [...factsIn(extraction, 'file_write'), ...factsIn(extraction, 'file_replace')]
  assert.deepEqual(
    order.map((fact) => [fact.function, fact.order]),
    [
      [1, 1],
      [0, 2],
      [1, 2],
      [0, 3],
    ],
  )
})

/** What runs it, and where the text comes from; a question mark where that cannot be told. */
const runTexts: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['eval of an answer', 'X=$(curl -s u)\neval "$X"', ['eval response']],
  ['a shell behind wrappers', 'X=$(curl u)\nsudo -u a env bash -c "$X"', ['bash response']],
  ['a pipeline', 'curl u | jq -r .x | sh -s', ['sh response,call']],
  ['a process substitution', 'source <(wget -qO- u)', ['source response']],
  ['what is read', 'read -r X\neval "$X"', ['eval stdin']],
  ['what a program prints', 'eval "$(next)"', ['eval call ?']],
  [
    'what a program prints for shells',
    'eval "$(ssh-agent -s)"; eval set -- "$(getopt -o a -- "$1")"',
    ['eval ', 'eval '],
  ],
  ['a string as the input', 'X=$(curl u)\nbash <<< "$X"', ['bash response']],
  ['a file of which nothing is known as the input', 'bash -s < <(next)', ['bash call ?']],
  ['a fixed text', 'bash -c "echo a"', ['bash ']],
  ['a script, and a helper', 'bash x.sh "$(curl u)"; . ./x.sh; curl u | ./x.sh', []],
]
for (const [what, text, expected] of runTexts) {
  test(`text that a shell runs: ${what}`, async () => {
    const extraction = await read(text)
    const open = extraction.undecided.some(({ kinds }) => kinds.includes('process')) ? ' ?' : ''
    const shown = factsIn(extraction, 'process').map(({ callee, arguments: given }) => {
      const forms = given.flatMap(({ origins }) => origins as readonly RecordFact<'origin'>[]).map(({ form }) => form)
      return `${callee} ${forms.join()}${open}`
    })
    assert.deepEqual(shown, expected)
  })
}

test('a text of which nothing is known is run by eval itself', async () => {
  const names = async (text: string) => factsIn(await read(text), 'command').map(({ name }) => name)
  assert.deepEqual(await names('eval "$X"'), ['eval'])
  assert.deepEqual(await names('eval "echo $X"'), ['echo'])
})
