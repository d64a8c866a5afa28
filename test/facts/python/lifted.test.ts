/** Facts at the place of a caller: what a function of the repository does with what it is given. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KindName, RecordFact } from '../../../compiler/index.ts'
import { linkedFiles, originsText } from './support.ts'

type Files = Readonly<Record<string, string>>
type Lifted = { readonly [field: string]: unknown } & { readonly at: { readonly path: string; readonly line: number } }

/** "main.py:3 helpers.log <- environment T via helpers.py:2", for each lifted fact of a kind in `main.py`. */
async function lifted(kind: KindName, files: Files): Promise<readonly string[]> {
  const extraction = (await linkedFiles(files)).get('main.py')
  const facts = (extraction?.facts[kind] ?? []) as unknown as readonly Lifted[]
  return facts.filter(({ through }) => through !== undefined).map(shown)
}

function shown({ at, through, via, ...fact }: Lifted): string {
  const given = (fact.arguments ?? [fact]) as readonly Record<string, never>[]
  const origins = given.flatMap(
    (each) => (each.origins ?? each.text_origins ?? each.path_origins ?? []) as RecordFact<'origin'>[],
  )
  const steps = (via as readonly Lifted[]).map((step) => `${step.at.path}:${step.at.line}`)
  return `${at.path}:${at.line} ${through} <- ${originsText(origins)} via ${steps.join(', ')}`
}

const log = 'def log(text):\n    print(text)\n'

const rows: Readonly<Record<string, readonly [kind: KindName, files: Files, facts: readonly string[]]>> = {
  'a function that prints': [
    'output',
    { 'helpers.py': log, 'main.py': 'import os\nfrom helpers import log\nlog(os.environ["T"])' },
    ['main.py:3 helpers.log <- environment T via helpers.py:2'],
  ],
  'a function that writes to a stream': [
    'output',
    {
      'helpers.py': 'import sys\ndef log(text):\n    sys.stderr.write(text + "\\n")\n',
      'main.py': 'import os\nfrom helpers import log\nlog(os.environ["T"])',
    },
    ['main.py:3 helpers.log <- environment T via helpers.py:3'],
  ],
  'a function that prints to a stream': [
    'output',
    {
      'helpers.py': 'import sys\ndef log(text, stream=sys.stderr):\n    print(text, file=stream)\n',
      'main.py': 'import os\nfrom helpers import log\nlog(os.environ["T"])',
    },
    ['main.py:3 helpers.log <- environment T via helpers.py:3'],
  ],
  'through three functions': [
    'output',
    {
      'helpers.py': `${log}def warn(reason):\n    log("warning: " + reason)\ndef fail(what, code=1):\n    warn(f"{what}: {code}")\n`,
      'main.py': 'import traceback, helpers\nhelpers.fail(traceback.format_exc())',
    },
    ['main.py:2 helpers.fail <- traceback traceback.format_exc via helpers.py:6, helpers.py:4, helpers.py:2'],
  ],
  'a function that logs what a client answers, and not the key that the client was made with': [
    'output',
    {
      'helpers.py': 'def log(client):\n    print(client.ask().json()["id"])\n',
      'main.py': 'import os\nfrom vendor import Client\nfrom helpers import log\nlog(Client(os.environ["T"]))',
    },
    ['main.py:4 helpers.log <- call vendor.Client (part) via helpers.py:2'],
  ],
  'a function that logs the client itself': [
    'output',
    {
      'helpers.py': 'def log(client):\n    print(client)\n',
      'main.py': 'import os\nfrom vendor import Client\nfrom helpers import log\nlog(Client(os.environ["T"]))',
    },
    ['main.py:4 helpers.log <- call vendor.Client, environment T via helpers.py:2'],
  ],
  'a function that only measures': [
    'output',
    {
      'helpers.py': 'def log(text):\n    print(len(text))',
      'main.py': 'import os\nfrom helpers import log\nlog(os.environ["T"])',
    },
    [],
  ],
  'a literal is no finding': [
    'output',
    { 'helpers.py': log, 'main.py': 'from helpers import log\nlog("started")' },
    [],
  ],
  'by keyword': [
    'output',
    {
      'helpers.py': 'def log(level, text):\n    print(text)',
      'main.py': 'import os\nfrom helpers import log\nlog(text=os.environ["T"], level=1)',
    },
    ['main.py:3 helpers.log <- environment T via helpers.py:2'],
  ],
  'a method that tells what its object holds': [
    'output',
    {
      'client.py':
        'class Client:\n    def __init__(self, token):\n        self.token = token\n    def show(self):\n        print(self.token)',
      'main.py': 'import os\nfrom client import Client\nc = Client(os.environ["T"])\nc.show()',
    },
    ['main.py:4 client.Client.show <- call client.Client, environment T via client.py:5'],
  ],
  'a key of a mapping that is handed over': [
    'output',
    {
      'helpers.py': 'def show(config):\n    print(config["url"])',
      'main.py': 'import os, sys\nfrom helpers import show\nshow({"url": sys.argv[1], "key": os.environ["K"]})',
    },
    ['main.py:3 helpers.show <- command_line sys.argv[1] via helpers.py:2'],
  ],
  'a process': [
    'process',
    {
      'helpers.py': 'import subprocess\ndef run(name):\n    subprocess.run(["ping", name])',
      'main.py': 'import sys\nfrom helpers import run\nrun(sys.argv[1])',
    },
    ['main.py:3 helpers.run <- command_line sys.argv[1] via helpers.py:3'],
  ],
  'a query': [
    'query',
    {
      'store.py': 'def find(db, name):\n    db.execute("SELECT * FROM x WHERE n = \'%s\'" % name)',
      'main.py': 'import json, store\nstate = json.load(open("state.json"))\nstore.find(db, state["cursor"])',
    },
    ['main.py:3 store.find <- file cursor @state.json <state> (part) via store.py:2'],
  ],
  'a path that a caller writes down': [
    'file_write',
    {
      'store.py': 'def save(path, text):\n    with open(path, "w") as f:\n        f.write(text)',
      'main.py': 'import store\nstore.save("/v/state.json", "1")',
    },
    ['main.py:2 store.save <- literal via store.py:2'],
  ],
  'a raised exception': [
    'raise',
    {
      'helpers.py': 'def check(token):\n    raise ValueError("bad " + token)',
      'main.py': 'import os\nfrom helpers import check\ncheck(os.environ["T"])',
    },
    ['main.py:3 helpers.check <- environment T via helpers.py:2'],
  ],
  'functions that call each other end': [
    'output',
    {
      'helpers.py': 'def a(x):\n    print(x)\n    b(x)\ndef b(x):\n    a(x)',
      'main.py': 'import os\nfrom helpers import b\nb(os.environ["T"])',
    },
    ['main.py:3 helpers.b <- environment T via helpers.py:5, helpers.py:2'],
  ],
}

for (const [name, [kind, files, facts]] of Object.entries(rows)) {
  test(name, async () => assert.deepEqual(await lifted(kind, files), facts))
}

test('the order of the files changes nothing', async () => {
  const files = Object.assign({}, ...Object.values(rows).map(([, each], index) => renamed(each, index))) as Files
  const reversed = Object.fromEntries(Object.entries(files).toReversed())
  const [one, other] = [await linkedFiles(files), await linkedFiles(reversed)]
  for (const [path, { facts }] of one) assert.deepEqual(other.get(path)?.facts, facts, path)
})

/** Files of one row in a folder of their own. */
const renamed = (files: Files, index: number): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`row${index}/${path}`, text]))
