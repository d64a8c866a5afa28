/** Limits and verification that callers in other files decide. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type KindName, kinds } from '../../../../compiler/index.ts'
import { unlimited } from '../../../../runtime/facts/budget.ts'
import { LineTable } from '../../../../runtime/facts/line-table.ts'
import { connectionLinker } from '../../../../runtime/facts/python/connections/link.ts'
import { pythonExtractor } from '../../../../runtime/facts/python/index.ts'
import { parse } from '../../../../runtime/facts/syntax/parse.ts'
import { Tree } from '../../../../runtime/facts/tree/tree.ts'

async function linkedExtractions(client: string, caller: string) {
  const files = { 'wodle/client.py': client, 'wodle/main.py': caller }
  const tree = new Tree(Object.keys(files))
  const extractions = []
  for (const [path, text] of Object.entries(files)) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const fixed = { extension: 'py', language: 'python', role: 'code', vendored: false, generated: false } as const
    const file = { path, rootPath: path, name, ...fixed }
    const wanted = new Set(Object.keys(kinds) as KindName[])
    const input = { file, text, lines: new LineTable(path, text), tree, wanted, budget: unlimited(), parse }
    const extraction = await pythonExtractor.extract(input)
    extractions.push({ file, extractor: pythonExtractor.name, extraction })
  }
  return connectionLinker.link(extractions, tree, unlimited())
}

async function linked(client: string, caller: string): Promise<string> {
  const [first] = await linkedExtractions(client, caller)
  const [one] = first?.extraction.facts.connection ?? []
  return `${one?.verification} ${one?.connect_seconds ?? one?.connect_timeout ?? '-'} ${one?.read_seconds ?? one?.read_timeout ?? '-'}`
}

const plain = 'import requests\ndef get(url, timeout):\n    requests.get(url, timeout=timeout)\n'
const withDefault = plain.replace('timeout)', 'timeout=30)')
const withNone = plain.replace('timeout)', 'timeout=None)')
const verifying = 'import requests\ndef get(url, verify=True):\n    requests.get(url, timeout=1, verify=verify)\n'
const through = `${plain}def outer(url, limit=None):\n    get(url, limit)\n`

const cases: Readonly<Record<string, readonly [client: string, caller: string, expected: string]>> = {
  'nobody calls': [plain, '', 'on unknown unknown'],
  'a caller gives it': [plain, 'from client import get\nget(u, 5)', 'on 5 5'],
  'a caller gives it by name': [plain, 'import client\nclient.get(u, timeout=5)', 'on 5 5'],
  'a caller gives none': [withDefault, 'from client import get\nget(u, timeout=None)', 'on - -'],
  'the default stands for who gives nothing': [withNone, 'from client import get\nget(u)\nget(u, 5)', 'on - -'],
  'the default that nobody uses': [withNone, 'from client import get\nget(u, 5)', 'on 5 5'],
  'callers that differ': [withDefault, 'from client import get\nget(u, 5)\nget(u)', 'on 5 5'],
  'through two functions': [through, 'from client import outer\nouter(u, 7)', 'on 7 7'],
  'options from elsewhere': [withDefault, 'from client import get\ndef f(**o):\n    get(u, **o)', 'on unknown unknown'],
  'verification turned off': [verifying, 'from client import get\nget(u, verify=False)', 'off 1 1'],
  'verification turned off for the client of an object': [
    'import httpx\nclass A:\n    def __init__(self, verify=True):\n        self.c = httpx.Client(verify=verify, timeout=3)\n    def get(self, u):\n        return self.c.get(u)',
    'from client import A\nA(verify=False).get(u)',
    'off 3 3',
  ],
  'what a session is told that an object made': [
    'import requests\nclass A:\n    def __init__(self, verify):\n        self.s = requests.Session()\n        self.s.verify = verify\n    def get(self, u):\n        return self.s.get(u, timeout=3)',
    'from client import A\nA(False).get(u)',
    'off 3 3',
  ],
  'the limit of a client that an object makes': [
    'import httpx\nclass A:\n    def __init__(self, limit=5):\n        self.c = httpx.Client(timeout=limit)\n    def get(self, u):\n        return self.c.get(u)',
    'from client import A\nA(limit=None).get(u)',
    'on - -',
  ],
  'a setting that another file hands over': [
    verifying,
    'from client import get\nget(u, verify=settings.verify)',
    'optional 1 1',
  ],
  'what to verify with, from another file': [
    verifying,
    'from client import get\nget(u, verify=settings.ca_bundle)',
    'on 1 1',
  ],
  'constants of another module': [
    'import requests\nfrom main import LIMIT, VERIFY\nrequests.get(u, timeout=LIMIT, verify=VERIFY)',
    'LIMIT = 7\nVERIFY = False',
    'off 7 7',
  ],
  'no limit, said by another module': [
    'import requests\nimport main\nrequests.get(u, timeout=main.LIMIT)',
    'LIMIT = None',
    'on - -',
  ],
  'a constant that changes': [
    'import requests\nfrom main import LIMIT\nrequests.get(u, timeout=LIMIT)',
    'LIMIT = 7\nLIMIT = 8',
    'on LIMIT LIMIT',
  ],
  'verification left on': [verifying, 'from client import get\nget(u)', 'on 1 1'],
}

for (const [name, [client, caller, expected]] of Object.entries(cases)) {
  test(`callers: ${name}`, async () => assert.equal(await linked(client, caller), expected))
}

const making = 'import httpx\nfrom client import Poller\nPoller(httpx.Client(base_url=u))\n'
const handed: Readonly<Record<string, readonly [client: string, isOpen: boolean]>> = {
  'another file connects by it': [
    'import httpx\nclass Poller:\n    def __init__(self, client: httpx.Client):\n        client.get(p)',
    false,
  ],
  'another file connects by another library': ['import requests\nrequests.get(u)', true],
  'nobody connects': ['class Poller:\n    pass', true],
}

for (const [name, [client, isOpen]] of Object.entries(handed)) {
  test(`a client that a file only makes: ${name}`, async () => {
    const { undecided } = (await linkedExtractions(client, making))[1]?.extraction ?? { undecided: [] }
    assert.deepEqual(
      undecided.map((gap) => Object.keys(gap)),
      isOpen ? [['reason', 'kinds']] : [],
    )
  })
}
