/** Values that are taken from the first of several sources that has one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordFact } from '../../../compiler/index.ts'
import { factsIn } from '../support.ts'
import { linkedFiles, originsText } from './support.ts'

const sources = `
import os
def systemd():
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    if folder:
        return open(os.path.join(folder, "key")).read()
    return None
def secrets():
    return open("/etc/agent/.secrets").read()
def environment():
    return os.environ.get("API_KEY")
`

const inOrder = 'file <secrets> | file <secrets> | environment'

const rows: Readonly<Record<string, readonly [text: string, chains: readonly string[]]>> = {
  or: ['key = systemd() or secrets() or environment()', [`key: or: ${inOrder}`]],
  'early returns': [
    'def key():\n    value = systemd()\n    if value:\n        return value\n    value2 = secrets()\n    if value2:\n        return value2\n    return environment()',
    [`key: early return: ${inOrder}`],
  ],
  'a loop over the sources': [
    'def key():\n    for read in (systemd, secrets, environment):\n        value = read()\n        if value:\n            return value',
    [`key: early return: ${inOrder}`],
  ],
  'a loop over a constant of pairs': [
    'TIERS = [("a", systemd), ("b", secrets), ("c", environment)]\ndef key():\n    for label, read in TIERS:\n        value = read()\n        if value:\n            return value',
    [`key: early return: ${inOrder}`],
  ],
  'a loop over a dictionary': [
    'TIERS = {"a": systemd, "b": secrets, "c": environment}\ndef key():\n    for label, read in TIERS.items():\n        if read():\n            return read()',
    [`key: early return: ${inOrder}`],
  ],
  'a loop that is left with a value': [
    'def key():\n    value = None\n    for read in (systemd, secrets, environment):\n        value = read()\n        if value:\n            break\n    return value',
    [`value: or: ${inOrder}`],
  ],
  'a loop over objects with a method': [
    'class A:\n    def get(self): return systemd()\nclass B:\n    def get(self): return environment()\ndef key():\n    for one in (A(), B()):\n        value = one.get()\n        if value:\n            return value',
    ['key: early return: file <secrets> | environment'],
  ],
  'the first of a generator': [
    'def key():\n    return next(filter(None, (read() for read in (systemd, secrets, environment))), None)',
    [`: or: ${inOrder}`],
  ],
  'a loop that goes over all of them': [
    'def keys():\n    found = []\n    for read in (systemd, secrets, environment):\n        found.append(read())\n    return found',
    [],
  ],
  'assignments while there is none': [
    'key = systemd()\nif not key:\n    key = secrets()\nif key is None:\n    key = environment()',
    [`key: or: ${inOrder}`],
  ],
  'a merged display, the last one wins': [
    'key = {**environment(), **secrets(), **systemd()}',
    [`key: merge: ${inOrder}`],
  ],
  'updates in turn': [
    'key = {}\nkey.update(environment())\nkey.update(secrets())\nkey.update(systemd())',
    [`key: merge: ${inOrder}`],
  ],
  'updates by a loop over the layers': [
    'key = {}\nfor layer in (environment(), secrets(), systemd()):\n    key.update({k: v for k, v in layer.items() if v})',
    [`key: merge: ${inOrder}`],
  ],
  'a generator, which somebody takes the first of': [
    'def keys():\n    yield systemd()\n    yield secrets()\n    yield environment()\nkey = next(filter(None, keys()))',
    [`keys: early return: ${inOrder}`],
  ],
  'a function of the repository that takes the first': [
    'def first_of(*all):\n    for one in all:\n        if one():\n            return one()\nkey = first_of(systemd, lambda: secrets(), environment)',
    [`key: or: ${inOrder}`],
  ],
  'a function that is not named for choosing chooses nothing': [
    'def show(*all):\n    pass\nshow(systemd(), secrets(), environment())',
    [],
  ],
  'a chain map, the first one wins': [
    'from collections import ChainMap\nkey = ChainMap(systemd(), secrets(), environment())',
    [`key: merge: ${inOrder}`],
  ],
  'a default': ['key = os.environ.get("KEY", secrets())', ['key: default: environment | file <secrets>']],
  'sources that a caller hands over: at the call, too': [
    'def key(name, file):\n    if name in file:\n        return file[name]\n    return os.environ.get(name)\nkey("KEY", secrets())',
    ['key: early return: parameter | environment', 'key: early return: file <secrets> | environment'],
  ],
  'a condition chooses nothing': ['if systemd() or secrets():\n    pass', []],
  'texts are no sources': ['key = str(1) or "x"', []],
}

for (const [name, [text, chains]] of Object.entries(rows)) {
  test(name, async () => {
    const files = { 'sources.py': sources, 'main.py': `import os\nfrom sources import *\n${text}` }
    const extraction = (await linkedFiles(files)).get('main.py')
    assert.deepEqual(extraction && factsIn(extraction, 'fallback').map(shown), chains)
  })
}

test('a name that the caller gives is known at the call', async () => {
  const choice = 'import os\ndef key(name):\n    return os.environ.get(name) or open("/etc/agent/.secrets").read()\n'
  const files = { 'choice.py': choice, 'main.py': 'from choice import key\nkey("API_KEY")' }
  const extraction = (await linkedFiles(files)).get('main.py')
  const [first] = extraction === undefined ? [] : factsIn(extraction, 'fallback')
  assert.equal(first?.at.line, 2)
  assert.equal(first.sources.find(({ form }) => form === 'environment')?.name, 'API_KEY')
})

function shown({ target, form, sources }: { target: string; form: string; sources: readonly object[] }): string {
  const byTurn = Map.groupBy(sources as readonly RecordFact<'origin'>[], ({ position }) => position)
  const each = [...byTurn.values()].map((origins) => {
    const outside = origins.filter((origin) => !/^(call|literal|global)$/.test(origin.form))
    return originsText(outside.map(({ name: _, path: __, ...origin }) => origin))
  })
  return `${target}: ${form}: ${each.join(' | ')}`
}
