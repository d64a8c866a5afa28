/** Values that scripts take from the first of several sources. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shellExtractor } from '../../../runtime/facts/shell/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const systemd = '"$CREDENTIALS_DIRECTORY/key"'
const three = ['$CREDENTIALS_DIRECTORY/key other', '.secrets secrets', 'ACME_KEY']

const rows: readonly (readonly [what: string, text: string, target: string, sources: readonly string[]])[] = [
  [
    'branches, the first one first',
    `if [ -r ${systemd} ]; then K=$(<${systemd}); elif [ -r .secrets ]; then K=$(cat .secrets); else K=$ACME_KEY; fi`,
    'K',
    three,
  ],
  [
    'a file that is read in sets any name',
    `if [ -r ${systemd} ]; then KEY=$(cat ${systemd}); elif [ -r .secrets ]; then . .secrets; KEY=$API_KEY
else KEY=$ACME_KEY; fi`,
    'KEY',
    three,
  ],
  [
    'only where there is none yet',
    `K=""; [ -z "$K" ] && [ -r ${systemd} ] && K=$(<${systemd})
if [ -z "$K" ] && [ -r .secrets ]; then K=$(grep ^K= .secrets | cut -d= -f2-); fi
[ -n "$K" ] || K=$ACME_KEY`,
    'K',
    three,
  ],
  [
    'over what was there',
    `K=$ACME_KEY; [ -r .secrets ] && K=$(head -n1 .secrets); [ -r ${systemd} ] && K=$(cat ${systemd})`,
    'K',
    three,
  ],
  [
    'what a function prints first',
    `key() {
  if [ -r ${systemd} ]; then cat ${systemd} | tr -d x; return; fi
  [ -r .secrets ] && { sed -n s/^K=//p .secrets; return; }
  printf %s "$ACME_KEY"
}
K="$(key)"`,
    'K',
    three,
  ],
  [
    'a function that sets it and returns',
    `load() {
  if [ -r ${systemd} ]; then KEY=$(cat ${systemd}); return; fi
  if [ -r .secrets ]; then read -r KEY < .secrets; return; fi
  KEY=$ACME_KEY
}`,
    'KEY',
    three,
  ],
  [
    'a directory that a variable names',
    `D=$CREDENTIALS_DIRECTORY; K=$(cat "$D/key" || cat .secrets)`,
    'K',
    three.slice(0, 2),
  ],
  ['a default', 'K="${ACME_KEY:-$(cat .secrets)}"', 'K', ['ACME_KEY', '.secrets secrets']],
  ['a default that is set', ': "${K:=$ACME_KEY}" "${K:=$(cat .secrets)}"', 'K', ['K', 'ACME_KEY', '.secrets secrets']],
  [
    'two files, and the environment where neither sets it',
    `. /etc/.env; . .secrets; curl -H "x: $API_KEY" y`,
    '.',
    ['.secrets secrets', 'environment'],
  ],
  ['what is set anew counts alone', `K=$(cat .secrets); K=$ACME_KEY`, 'K', []],
  ['a program that reads nothing', `K=$(jq -n --arg k "$1" .secrets || echo "$ACME_KEY")`, 'K', []],
]

for (const [what, text, target, sources] of rows) {
  test(what, async () => {
    const found = factsIn(await extractFrom(shellExtractor, 'run.sh', `# secret\n${text}\n`), 'fallback')
    const shown = found
      .filter((each) => each.target === target)
      .flatMap((each) => each.sources)
      .map(({ form, name, path, purpose }) =>
        [path ?? name ?? form, ...(purpose === undefined ? [] : [purpose])].join(' '),
      )
    assert.deepEqual(shown, sources)
  })
}
