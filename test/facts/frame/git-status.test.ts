/** What git makes of the paths that code opens. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { repository } from './repositories.ts'

const code = `from pathlib import Path
HERE = Path(__file__).parent
(HERE / "state.json").read_text()
(HERE / "tokens.json").read_text()
(HERE / "notes.txt").read_text()
Path("/etc/hosts").read_text()
`

const statuses = async (folder: string): Promise<readonly string[]> =>
  ((await extractFacts(folder, undefined)).document.file_access ?? []).map(
    ({ file_name, inside_repository, ignored, tracked }) =>
      [file_name, inside_repository && 'inside', ignored && 'ignored', tracked && 'tracked'].filter(Boolean).join(' '),
  )

const files = { '.gitignore': 'state.json\ntokens.json\n', 'wodle/main.py': code, 'wodle/tokens.json': '{}' }
const expected = ['state.json inside ignored', 'tokens.json inside ignored tracked', 'notes.txt inside', 'hosts']

test('a path beside the code is judged by the rules of the repository, and by its index', async () => {
  assert.deepEqual(await statuses(repository(files)), expected)
})

test('the same where a folder of the repository is scanned', async () => {
  assert.deepEqual(await statuses(join(repository(files), 'wodle')), expected)
})
