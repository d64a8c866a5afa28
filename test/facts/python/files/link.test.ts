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

const helper = `import json, os
def save(path, data):
    with open(path, "w") as f:
        json.dump(data, f)
`

/** What the file is for that the helper opens, and its name. */
async function helperOpens(files: Readonly<Record<string, string>>): Promise<readonly (string | undefined)[]> {
  const { document } = await extractFacts(repository({ 'agent/helper.py': helper, ...files }), undefined)
  const [write] = (document.file_write ?? []).filter(({ through }) => through === undefined)
  return [write?.purpose, write?.file_name]
}

const configured = `import os
from dataclasses import dataclass
from agent import helper
HERE = os.path.dirname(os.path.abspath(__file__))
@dataclass
class Config:
    state_path: str = os.path.join(HERE, "last.json")
def main():
    config = Config()
    helper.save(config.state_path, {})
`

test('a path that is the field of a record tells what the helper of another file opens', async () => {
  assert.deepEqual(await helperOpens({ 'agent/main.py': configured }), ['state', 'last.json'])
})

test('a path that an object keeps is that of the object', async () => {
  const kept = `from agent import helper
class Book:
    def __init__(self, path):
        self._where = path
    def write(self, mark):
        helper.save(self._where, {"mark": mark})
def main():
    Book("/var/lib/agent/bookmark.json").write("m")
`
  assert.deepEqual(await helperOpens({ 'agent/main.py': kept }), ['state', 'bookmark.json'])
})

test('a helper that opens what it is given is for nothing, and has no name', async () => {
  const others = `${configured}    helper.save("/var/lib/agent/report.json", {})
`
  assert.deepEqual(await helperOpens({ 'agent/main.py': others }), ['other', undefined])
})

test('what a test hands to a helper tells nothing', async () => {
  const tried = 'from agent import helper\nhelper.save("/tmp/state.json", {})\n'
  assert.deepEqual(await helperOpens({ 'tests/test_helper.py': tried }), ['other', undefined])
})

const options = `import argparse
from agent import helper
def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("-s", "--state-file", default="/var/lib/agent/seen.json")
    return parser.parse_args()
def main():
    args = parse()
    helper.save(args.state_file, {})
`

test('the default of an option is the name of the file that is opened by it', async () => {
  assert.deepEqual(await helperOpens({ 'agent/main.py': options }), ['state', 'seen.json'])
})

test('an option that is told of twice has no one default', async () => {
  const twice = options.replace(
    '    return',
    '    other.add_argument("--state-file", default="/x/other.json")\n    return',
  )
  assert.deepEqual(await helperOpens({ 'agent/main.py': twice }), ['state', undefined])
})

const settings = `import argparse, json, os
from dataclasses import dataclass
@dataclass
class Settings:
    token: str
    progress: str
class Progress:
    def __init__(self, path):
        self.path = path
    def save(self):
        with open(self.path, "w") as f:
            json.dump({}, f)
def settings():
    parser = argparse.ArgumentParser()
    parser.add_argument("--state", default="/var/lib/agent/progress.json")
    return Settings(os.environ["TOKEN"], parser.parse_args().state)
def main():
    Progress(settings().progress).save()
`

test('a path beside a token in the same record is no path of a secret', async () => {
  const { document } = await extractFacts(repository({ 'agent/main.py': settings }), undefined)
  const [write] = document.file_write ?? []
  assert.deepEqual([write?.purpose, write?.path_text], ['state', '/var/lib/agent/progress.json'])
})
