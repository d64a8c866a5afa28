/** Options that a script takes from a helper. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unlimited } from '../../../runtime/facts/budget.ts'
import type { ListedFile } from '../../../runtime/facts/extractor.ts'
import { shellExtractor } from '../../../runtime/facts/shell/index.ts'
import { shellLinker } from '../../../runtime/facts/shell/link.ts'
import { Tree } from '../../../runtime/facts/tree/tree.ts'
import { extractFrom } from '../support.ts'

const helpers = {
  'lib/strict.sh': 'set -euo pipefail\nlog() { echo "$*" >&2; }\n',
  'lib/loose.sh': 'log() { echo "$*" >&2; }\n',
}
const paths = [...Object.keys(helpers), 'wodle/run.sh', 'wodle/main.py']

async function optionsOf(text: string): Promise<string> {
  const files = Object.entries({ ...helpers, 'wodle/run.sh': text })
  const extractions = await Promise.all(
    files.map(async ([path, content]) => ({
      file: { path } as ListedFile,
      extractor: 'shell',
      extraction: await extractFrom(shellExtractor, path, content, paths),
    })),
  )
  const linked = shellLinker.link(extractions, new Tree(paths), unlimited())
  const script = linked.at(-1)?.extraction.facts.script?.[0]
  return `${script?.errexit ? 'e' : ''}${script?.nounset ? 'u' : ''}${script?.pipefail ? 'p' : ''}`
}

const cases: readonly (readonly [what: string, expected: string, text: string])[] = [
  ['first of all', 'eup', '. "$(dirname "$0")/../lib/strict.sh"\nexec python3 main.py\n'],
  ['after preparation', 'eup', 'D=$(cd "$(dirname "$0")" && pwd)\nsource "$D/../lib/strict.sh"\npython3 main.py\n'],
  ['together with its own', 'eup', 'set -e\n. ../lib/strict.sh\npython3 main.py\n'],
  ['too late', '', 'python3 main.py\n. ../lib/strict.sh\n'],
  ['from one that sets none', '', '. ../lib/loose.sh\npython3 main.py\n'],
  ['from one that is not of the repository', '', '. /etc/profile.d/x.sh\npython3 main.py\n'],
  ['by running it instead', '', '../lib/strict.sh\npython3 main.py\n'],
]
for (const [what, expected, text] of cases) {
  test(`options from a helper: ${what}`, async () => assert.equal(await optionsOf(text), expected))
}
