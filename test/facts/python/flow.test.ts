/** Where values come from: what `sink` is given in the last line of each snippet. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsIn } from '../support.ts'
import { linkedFiles, originsText } from './support.ts'

/** The origins of what `sink` is given in `main.py`, beside other files. */
async function sunk(text: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
  const extraction = (await linkedFiles({ ...others, 'main.py': text })).get('main.py')
  const call = extraction && factsIn(extraction, 'call').findLast(({ callee }) => callee === 'sink')
  const [given] = (call?.arguments ?? []) as never[]
  return given === undefined ? 'nothing is given' : originsText((given as { origins: never[] }).origins)
}

const environ = 'import os\n'

const within: Readonly<Record<string, readonly [text: string, origins: string]>> = {
  'a variable of the environment': [`${environ}sink(os.environ["TOKEN"])`, 'environment TOKEN'],
  'by get, with a default': [`${environ}sink(os.environ.get("TOKEN", "x"))`, 'environment TOKEN, literal'],
  'by its default the path of a key': [
    `${environ}sink(os.getenv("PRIVATE_KEY", "/etc/acme/private.key"))`,
    'environment PRIVATE_KEY @/etc/acme/private.key, literal',
  ],
  'a part that lies deeper than keys are followed': [
    'import json, requests\nr = requests.get(u)\nfor e in json.loads(r.text)["data"]:\n    sink(e["ts"])',
    'response requests.get (part)',
  ],
  'a whole element': [
    'import json, requests\nr = requests.get(u)\nfor e in json.loads(r.text)["data"]:\n    sink(e)',
    'response requests.get',
  ],
  'a part that is taken behind more functions than keys are followed': [
    'import requests\ndef get():\n    return requests.get(u).json()\ndef events():\n    for i in get().get("items"):\n        yield i\nfor e in events():\n    sink(e.get("ts"))',
    'call main.events, response requests.get (part)',
  ],
  'the later of two times': [
    'import requests\nlast = 0\nfor e in requests.get(u).json()["items"]:\n    last = max(last, e.get("ts"))\nsink(last)',
    'literal, response requests.get (part)',
  ],
  'the latest of many, or none': [
    'import requests\nsink(max([e["ts"] for e in requests.get(u).json()], default=0))',
    'response requests.get (part), literal',
  ],
  'an alert that a reader keeps in a global': [
    'import json, sys\nA = {}\ndef read(path):\n    global A\n    with open(path) as f:\n        A = json.load(f)\ndef use():\n    sink(A["ip"])\ndef main(args):\n    read(args[1])\n    use()\nmain(sys.argv)',
    'alert ip (part)',
  ],
  'what is sent to a service': [
    'from flask import request\npayload = request.get_json(force=True)\nsink(payload["id"])',
    'alert flask.request.get_json (part)',
  ],
  'what is asked of a service': [
    'from flask import request\nsink(request.args.get("q"))',
    'alert flask.request.args.get',
  ],
  'by getenv, under another name': ['from os import getenv as g\nsink(g("TOKEN"))', 'environment TOKEN'],
  'the whole environment': [`${environ}sink(dict(os.environ))`, 'environment'],
  'the environment under a name': [`${environ}env = os.environ\nsink(env["TOKEN"])`, 'environment TOKEN'],
  'an address of a machine changes no text that it is put into': [
    'import ipaddress, json, sys\na = json.load(open(sys.argv[1]))\nsink(str(ipaddress.ip_address(a["ip"])))',
    'alert ip (part) (encoded)',
  ],
  'a name that holds something else since': [
    `${environ}def f():\n    t = os.environ["T"]\n    use(t)\n    t = "***"\n    sink(t)`,
    'literal',
  ],
  'a name that holds its own length since': [
    `${environ}def f():\n    t = os.environ["T"]\n    use(t)\n    t = len(t)\n    sink(t)`,
    '',
  ],
  'a name that may hold something else': [
    `${environ}def f(quiet):\n    t = os.environ["T"]\n    if quiet:\n        t = "***"\n    sink(t)`,
    'environment T, literal',
  ],
  'what is bound later in a loop': [
    `${environ}def f():\n    t = "***"\n    for i in range(2):\n        sink(t)\n        t = os.environ["T"]`,
    'literal, environment T',
  ],
  'what measures ends the flow': [`${environ}t = os.environ["T"]\nsink(len(t), bool(t))`, ''],
  'so does a comparison': [`${environ}sink(os.environ["T"] == "x")`, ''],
  'so does a hash': [`import hashlib, os\nsink(hashlib.sha256(os.environ["T"].encode()).hexdigest())`, ''],
  'a mask of its length hides it': [`${environ}sink("*" * len(os.environ["T"]))`, ''],
  'the names of a mapping are not its values': [
    `${environ}sink(", ".join(os.environ.keys()))`,
    'call str.join, literal',
  ],
  'a slice reveals': [`${environ}sink(os.environ["T"][:4] + "…")`, 'environment T, literal'],
  'a representation reveals': [`${environ}sink(repr({"t": os.environ["T"]}))`, 'environment T'],
  'a structure that is written as text, under another name': [
    `import json as j\n${environ}line = j.dumps({"t": os.environ["T"]})\nsink(line)`,
    'call json.dumps, environment T',
  ],
  'an interpolated text': [`${environ}t = os.environ["T"]\nsink(f"Bearer {t}")`, 'environment T'],
  'a formatted text': [`${environ}sink("Bearer %s" % os.environ["T"])`, 'literal, environment T'],
  format: [`${environ}sink("Bearer {}".format(os.environ["T"]))`, 'call str.format, literal, environment T'],
  'one key of a mapping': [`${environ}c = {"url": "x", "key": os.environ["K"]}\nsink(c["url"])`, 'literal'],
  'another key of it': [`${environ}c = {"url": "x", "key": os.environ["K"]}\nsink(c.get("key"))`, 'environment K'],
  'the whole mapping': [`${environ}c = {"url": "x", "key": os.environ["K"]}\nsink(c)`, 'literal, environment K'],
  'a key that is stored later': [`${environ}c = {}\nc["key"] = os.environ["K"]\nsink(c["key"])`, 'environment K'],
  'a key that is merged in': [`${environ}c = {}\nc.update({"k": os.environ["K"], "u": 1})\nsink(c["u"])`, 'literal'],
  'a spread mapping': [`${environ}c = {**{"k": os.environ["K"]}, "u": 1}\nsink(c["k"])`, 'environment K'],
  'an unpacked pair': [`${environ}a, b = os.environ["A"], os.environ["B"]\nsink(b)`, 'environment B'],
  'an element of a list': [`${environ}xs = []\nxs.append(os.environ["A"])\nfor x in xs:\n    sink(x)`, 'environment A'],
  'keys and values in a loop': [
    `${environ}c = {"k": os.environ["K"]}\nfor name, value in c.items():\n    sink(name)`,
    '',
  ],
  'a comprehension that measures': [`${environ}sink([len(x) for x in [os.environ["K"]]])`, ''],
  'a comprehension that does not': [`${environ}sink([x for x in [os.environ["K"]]])`, 'environment K'],
  'what the method of a foreign object answers is not what the object holds': [
    `${environ}from vendor import Client\nclient = Client(os.environ["K"])\nsink(client.ask().status)`,
    'attribute status, call vendor.Client.ask, call vendor.Client',
  ],
  'unless the method is named after what is held': [
    `${environ}from vendor import Held\nheld = Held(os.environ["K"])\nsink(held.get_secret_value())`,
    'call vendor.Held.get_secret_value, call vendor.Held, environment K',
  ],
  'the foreign object itself holds it': [
    `${environ}from vendor import Client\nsink(Client(os.environ["K"]))`,
    'call vendor.Client, environment K',
  ],
  'a number holds nothing else': ['def f(token: int | None):\n    sink(token)', ''],
  'who is asked by it does not answer with it': [
    `${environ}from vendor import verify_token\nsink(verify_token(os.environ["K"]))`,
    'call vendor.verify_token',
  ],
  'nor does a method that nobody knows': [
    `${environ}class C:\n    def run(self):\n        sink(self.store.get_user(os.environ["K"]))`,
    'call main.C.store.get_user, attribute store',
  ],
  'a header that is made of it holds it': [
    `${environ}from vendor import get_auth_header\nsink(get_auth_header(os.environ["K"]))`,
    'call vendor.get_auth_header, environment K',
  ],
  'what the method is given may be in its answer': [
    `${environ}from vendor import Client\nsink(Client("u").ask(os.environ["K"]))`,
    'call vendor.Client.ask, call vendor.Client, environment K',
  ],
  'an answer through a pool, whatever the request was given': [
    `${environ}import urllib3\nhttp = urllib3.PoolManager()\ndef ask(u, token):\n    r = http.request("POST", u, headers={"token": token})\n    sink(r.data.decode("utf-8"))\nask("u", os.environ["TOKEN"])`,
    'attribute data, response urllib3.PoolManager.request',
  ],
  'an answer': ['import requests\nsink(requests.get("u").json())', 'response requests.get'],
  'a part of an answer': [
    'import requests\nr = requests.get("u")\nsink(r.json()["id"])',
    'response requests.get (part)',
  ],
  'an event of an answer': [
    'import requests\nfor event in requests.get("u").json():\n    sink(event)',
    'response requests.get',
  ],
  'the status of an answer': ['import requests\nr = requests.get("u")\nsink(r.status_code)', 'attribute status_code'],
  'what a urllib answer reads': [
    'import json, urllib.request\nwith urllib.request.urlopen("u") as r:\n    sink(json.loads(r.read()))',
    'response urllib.request.urlopen',
  ],
  'a file that is read': [
    'import json\nwith open("/etc/agent/.secrets") as f:\n    sink(json.load(f))',
    'file /etc/agent/.secrets <secrets>',
  ],
  'a credential of systemd': [
    `${environ}d = os.environ["CREDENTIALS_DIRECTORY"]\nsink(open(os.path.join(d, "key")).read())`,
    'file $CREDENTIALS_DIRECTORY/key <secrets>',
  ],
  'a credential of systemd, with an empty default': [
    `${environ}from pathlib import Path\nd = os.environ.get("CREDENTIALS_DIRECTORY", "")\nsink((Path(d) / "key").read_text())`,
    'file $CREDENTIALS_DIRECTORY/key <secrets>',
  ],
  'state that is read': ['STATE = "state.json"\nsink(open(STATE).read())', 'file state.json <state>'],
  'an alert': ['import json, sys\nwith open(sys.argv[1]) as f:\n    sink(json.load(f))', 'alert sys.argv[1]'],
  'a file that is named but not parsed': ['import sys\nsink(open(sys.argv[1]).read())', 'file sys.argv[1] <other>'],
  'an option': [
    'import argparse\na = argparse.ArgumentParser().parse_args()\nsink(a.key)',
    'attribute key, command_line key',
  ],
  'a setting': ['import configparser\nc = configparser.ConfigParser()\nsink(c.get("api", "key"))', 'setting key'],
  'a setting by keys': ['import configparser\nc = configparser.ConfigParser()\nsink(c["api"]["key"])', 'setting key'],
  'standard input': ['import sys, json\nsink(json.loads(sys.stdin.read()))', 'stdin sys.stdin.read'],
  'a quoted value': [
    'import sys\nfrom urllib.parse import quote\nsink("https://h/" + quote(sys.argv[1]))',
    'literal, command_line sys.argv[1] (encoded)',
  ],
  'an address with a query': ['import os\nsink(f"https://h/x?key={os.environ[\'K\']}")', 'environment K, url ?key'],
  'a query that is put together': [
    'import os\nfrom urllib.parse import urlencode\nsink("https://h?" + urlencode({"key": os.environ["K"]}))',
    'literal, url ?key, environment K (encoded)',
  ],
  'a traceback': ['import traceback\nsink(traceback.format_exc())', 'traceback traceback.format_exc'],
  'an exception': [
    'import os\ntry:\n    raise ValueError(os.environ["K"])\nexcept ValueError as e:\n    sink(str(e))',
    'exception ValueError, environment K',
  ],
  'the left side of "and" is empty where it is the result': [`${environ}sink(os.environ["A"] and "x")`, 'literal'],
  'either of two': [`${environ}sink(os.environ.get("A") or os.environ.get("B"))`, 'environment A, environment B'],
  'a name that refers to itself': [`${environ}x = os.environ["A"]\nwhile x:\n    x = x + x\nsink(x)`, 'environment A'],
  'what is written to a file is not its name': [
    `${environ}import tempfile\nf = tempfile.NamedTemporaryFile()\nf.write(os.environ["A"])\nsink(f.name)`,
    'attribute name, call tempfile.NamedTemporaryFile',
  ],
}

for (const [name, [text, origins]] of Object.entries(within)) {
  test(`in a file: ${name}`, async () => assert.equal(await sunk(text), origins))
}

type Files = Readonly<Record<string, string>>

const across: Readonly<Record<string, readonly [text: string, files: Files, origins: string]>> = {
  'a helper that returns it': [
    'from helpers import token\nsink(token())',
    { 'helpers.py': 'import os\ndef token():\n    return os.environ["T"]' },
    'call helpers.token, environment T',
  ],
  'a helper of a helper': [
    'import helpers\nsink(helpers.token())',
    {
      'helpers.py': 'from deep import read\ndef token():\n    return read("T")',
      'deep.py': 'import os\ndef read(name):\n    return os.getenv(name)',
    },
    'call helpers.token, environment T',
  ],
  'a helper that hands its argument on': [
    'import os\nfrom helpers import clean\nsink(clean(os.environ["T"]))',
    { 'helpers.py': 'def clean(text, strict=False):\n    return text.strip()' },
    'call helpers.clean, environment T',
  ],
  'a helper that masks': [
    'import os\nfrom helpers import mask\nsink(mask(os.environ["T"]))',
    { 'helpers.py': 'def mask(text):\n    return "*" * len(text)' },
    'call helpers.mask',
  ],
  'a helper that shows a part': [
    'import os\nfrom helpers import mask\nsink(mask(os.environ["T"]))',
    { 'helpers.py': 'def mask(text):\n    return text[:4] + "***"' },
    'call helpers.mask, environment T, literal',
  ],
  'one key of a loaded configuration': [
    'from config import load\ncfg = load()\nsink(cfg["url"])',
    { 'config.py': 'import os\ndef load():\n    return {"url": "https://h", "key": os.environ["K"]}' },
    'call config.load, literal',
  ],
  'another key of it': [
    'from config import load\ncfg = load()\nsink(cfg.get("key"))',
    { 'config.py': 'import os\ndef load():\n    cfg = {}\n    cfg["key"] = os.environ["K"]\n    return cfg' },
    'call config.load, environment K',
  ],
  'a constant of another module': [
    'import settings\nsink(settings.TOKEN)',
    { 'settings.py': 'import os\nTOKEN = os.environ["T"]' },
    'environment T',
  ],
  'over a package that hands it on': [
    'from package import token\nsink(token())',
    {
      'package/__init__.py': 'from .impl import token',
      'package/impl.py': 'import os\ndef token():\n    return os.environ["T"]',
    },
    'call package.token, environment T',
  ],
  'an attribute of an object': [
    'import os\nfrom client import Client\nc = Client(os.environ["T"], "u")\nsink(c.token)',
    {
      'client.py':
        'class Client:\n    def __init__(self, token, url):\n        self.token = token\n        self.url = url',
    },
    'attribute token, call client.Client, environment T',
  ],
  'another attribute of it': [
    'import os\nfrom client import Client\nc = Client(os.environ["T"], "u")\nsink(c.url)',
    {
      'client.py':
        'class Client:\n    def __init__(self, token, url):\n        self.token = token\n        self.url = url',
    },
    'attribute url, call client.Client, literal',
  ],
  'a property, by what it reads': [
    'from model import M\nimport sys\nm = M(sys.stdin.read())\nsink(m.line)',
    {
      'model.py':
        'class M:\n    def __init__(self, text):\n        self.text = text\n    @property\n    def line(self):\n        return self.text[0]\n    def name(self):\n        return self.text',
    },
    'attribute line, call model.M, attribute text, stdin sys.stdin.read (part)',
  ],
  'an attribute of a base class': [
    'import os\nfrom client import Client\nsink(Client(token=os.environ["T"]).token)',
    {
      'base.py': 'class Base:\n    def __init__(self, token):\n        self.token = token',
      'client.py': 'from base import Base\nclass Client(Base):\n    pass',
    },
    'attribute token, call client.Client, environment T',
  ],
  'a field of a data class': [
    'import os\nfrom model import Config\nsink(Config("u", os.environ["T"]).token)',
    { 'model.py': 'from dataclasses import dataclass\n@dataclass\nclass Config:\n    url: str\n    token: str = ""' },
    'attribute token, call model.Config, environment T',
  ],
  'what a method returns': [
    'from client import Client\nsink(Client("x").fetch())',
    {
      'client.py':
        'import requests\nclass Client:\n    def __init__(self, url):\n        self.url = url\n    def fetch(self):\n        return requests.get(self.url).json()',
    },
    'call client.Client.fetch, response requests.get',
  ],
  'a method of an object that a helper makes': [
    'from client import make\nc = make()\nsink(c.fetch()["id"])',
    {
      'client.py':
        'import requests\nclass Client:\n    def fetch(self):\n        return requests.get("u").json()\ndef make():\n    return Client()',
    },
    'call client.make().fetch, response requests.get (part), call (c).fetch, call client.make',
  ],
  'the path of a file that is handed over': [
    'from store import read\nsink(read("/var/lib/agent/state.json"))',
    { 'store.py': 'import json\ndef read(path):\n    with open(path) as f:\n        return json.load(f)' },
    'call store.read, file path @/var/lib/agent/state.json <state>',
  ],
  'an alert whose path is handed over': [
    'import sys\nfrom alerts import read\ndef main(argv):\n    alert = read(sys.argv[1])\n    sink(alert["rule"])',
    { 'alerts.py': 'import json\ndef read(path):\n    with open(path) as f:\n        return json.load(f)' },
    'call alerts.read, alert rule (part)',
  ],
  'an exception of a helper': [
    'import os\nfrom helpers import check\ntry:\n    check(os.environ["T"])\nexcept ValueError as e:\n    sink(str(e))',
    { 'helpers.py': 'def check(token):\n    if not token.isdigit():\n        raise ValueError(f"bad token {token}")' },
    'exception ValueError, environment T',
  ],
  'options that are handed on': [
    'import os\nfrom helpers import outer\nsink(outer(key=os.environ["K"]))',
    {
      'helpers.py':
        'def outer(**options):\n    return inner(**options)\ndef inner(key=None, url=None):\n    return key',
    },
    'call helpers.outer, environment K',
  ],
  'functions that call each other': [
    'import os\nfrom helpers import even\nsink(even(os.environ["T"]))',
    { 'helpers.py': 'def even(x):\n    return odd(x)\ndef odd(x):\n    return even(x) or x' },
    'call helpers.even, call helpers.odd, environment T',
  ],
  'a field of a record that a list of another file holds': [
    'from tenants import tenants\nfor t in tenants():\n    sink(t.name)',
    {
      'tenants.py':
        'import os\nfrom typing import NamedTuple\nclass T(NamedTuple):\n    name: str\n    token: str\ndef tenants():\n    found = []\n    for n in os.environ["NAMES"].split():\n        found.append(T(n, os.environ["TOKEN"]))\n    return found',
    },
    'attribute name, call tenants.tenants, environment NAMES',
  ],
  'the secret of a record that stands in a display': [
    'from tenants import tenants\nfor t in [(t, 1) for t in tenants()]:\n    sink(t[0].token)',
    {
      'tenants.py':
        'import os\nfrom typing import NamedTuple\nclass T(NamedTuple):\n    name: str\n    token: str\ndef tenants():\n    return [T(n, os.environ["TOKEN"]) for n in os.environ["NAMES"].split()]',
    },
    'attribute token, call tenants.tenants, environment TOKEN',
  ],
  'a function that is not there': [
    'import os\nimport helpers\nsink(helpers.gone(os.environ["T"]))',
    { 'helpers.py': 'pass' },
    'call helpers.gone, environment T',
  ],
}

for (const [name, [text, files, origins]] of Object.entries(across)) {
  test(`across files: ${name}`, async () => assert.equal(await sunk(text, files), origins))
}

test('more than sixteen sources are one that is not known', async () => {
  const names = Array.from({ length: 17 }, (_, index) => `os.environ["V${index}"]`)
  assert.equal(await sunk(`import os\nsink([${names.join(', ')}])`), 'unknown')
})
