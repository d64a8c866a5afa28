/** Values know what the file is for that they were read from. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordFact } from '../../../../compiler/index.ts'
import { extractFacts } from '../../../../runtime/facts/index.ts'
import { repository } from '../../frame/repositories.ts'

const code = `import json, subprocess
FILE = "/var/lib/agent/x.json"
def load():
    with open(FILE) as f:
        return json.load(f)
def save(data):
    with open(FILE, "w") as f:
        json.dump(data, f)
def run():
    subprocess.run(load()["name"])
`

async function purposesIn(text: string): Promise<readonly (string | undefined)[]> {
  const { document } = await extractFacts(repository({ 'agent/main.py': text }), undefined)
  const run = (document.call ?? []).find(({ callee }) => callee === 'subprocess.run')
  const given = (run?.arguments ?? []) as unknown as readonly RecordFact<'argument'>[]
  const origins = given.flatMap((argument) => argument.origins as readonly RecordFact<'origin'>[])
  return origins.filter(({ form }) => form === 'file').map(({ purpose }) => purpose)
}

test('what is read from a file that is written back comes from state', async () => {
  assert.deepEqual(await purposesIn(code), ['state'])
})

test('what is read from any other file does not', async () => {
  assert.deepEqual(await purposesIn(code.replace('FILE, "w"', '"/var/lib/agent/y.json", "w"')), ['other'])
})
