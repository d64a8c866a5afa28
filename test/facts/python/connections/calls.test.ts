/** Which calls connect, in every spelling, and which uses of a library leave it open. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pythonExtractor } from '../../../../runtime/facts/python/index.ts'
import { extractFrom } from '../../support.ts'
import { check } from '../support.ts'

check('which calls connect', 'connection', ({ callee, library }) => `${library} ${callee}`, {
  'urlopen by its own name': [
    'from urllib.request import urlopen as get\nget(u)',
    'urllib.request urllib.request.urlopen',
  ],
  'an opener': [
    'import urllib.request as r\nopener = r.build_opener()\nopener.open(u)',
    'urllib.request urllib.request.OpenerDirector.open',
  ],
  'a request alone is none': ['import urllib.request\nurllib.request.Request(u)'],
  'http.client': ['import http.client\nhttp.client.HTTPSConnection(h)', 'http.client http.client.HTTPSConnection'],
  'a session': ['import requests\ns = requests.Session()\ns.get(u)', 'requests requests.Session.get'],
  'a session of a class': [
    'import requests\nclass C:\n    def __init__(self):\n        self.s = requests.Session()\n    def f(self):\n        self.s.post(u)',
    'requests requests.Session.post',
  ],
  'a session from a helper': [
    'import requests\ndef make():\n    s = requests.Session()\n    return s\nmake().get(u)',
    'requests requests.Session.get',
  ],
  'a class that is a session': [
    'import requests\nclass Api(requests.Session):\n    pass\nApi().get(u)',
    'requests requests.Session.get',
  ],
  'an annotated session': [
    'import requests\ndef f(s: requests.Session):\n    s.get(u)',
    'requests requests.Session.get',
  ],
  'a session that the callers of a function make': [
    'import requests\ndef ask(s, u):\n    s.get(u)\nask(requests.Session(), u)',
    'requests requests.Session.get',
  ],
  'an object of which callers give different ones': [
    'import requests\ndef ask(s, u):\n    s.get(u)\nask(requests.Session(), u)\nask({}, u)',
  ],
  'a function by default, which callers may replace': [
    'import urllib.request\nclass C:\n    def __init__(self, open=urllib.request.urlopen):\n        self.open = open\n    def f(self):\n        self.open(u)',
    'urllib.request urllib.request.urlopen',
  ],
  'a default that is a literal says nothing': ['import requests\ndef f(s={}):\n    s.get(u)'],
  'get of a dictionary is none': ['import requests\ndata = {}\ndata.get("x")'],
  'httpx in a with': ['import httpx\nwith httpx.Client() as c:\n    c.get(u)', 'httpx httpx.Client.get'],
  aiohttp: [
    'import aiohttp\nasync def f():\n    async with aiohttp.ClientSession() as s:\n        async with s.get(u) as r:\n            pass',
    'aiohttp aiohttp.ClientSession.get',
  ],
  urllib3: [
    'import urllib3\nhttp = urllib3.PoolManager()\nhttp.request("GET", u)',
    'urllib3 urllib3.PoolManager.request',
  ],
  'a socket': [
    'import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_STREAM)\ns.connect((h, 1))',
    'socket socket.socket.connect',
  ],
  'a socket of the file system is none': [
    'import socket\ns = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)\ns.connect("/run/x")',
  ],
  mail: ['import smtplib\nsmtplib.SMTP(h)', 'smtplib smtplib.SMTP'],
})

const gaps: Readonly<Record<string, readonly [text: string, isUndecided: boolean]>> = {
  'a library that is handed around': ['import requests\nrun(requests.Session)', true],
  'a session that is made for others': ['import requests\ndef make():\n    return requests.Session()', true],
  'errors only': ['import requests\ntry:\n    f()\nexcept requests.RequestException:\n    pass', false],
  'the name of this machine': ['import socket\nsocket.gethostname()', false],
  'a connection that is recognised': ['import requests\nrequests.get(u)', false],
  'the version of a library': ['import requests\nprint(requests.__version__)', false],
  'parsing only': ['import urllib.parse\nurllib.parse.quote("x")', false],
  'a socket of the file system leads nowhere': [
    'from socket import AF_UNIX, SOCK_DGRAM, socket\ns = socket(AF_UNIX, SOCK_DGRAM)\ns.connect(Q)\ns.send(b"x")',
    false,
  ],
  'a socket of the file system, by the name of its module': [
    'import socket\nwith socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:\n    s.connect(Q)',
    false,
  ],
  'a socket of datagrams waits for nobody': [
    'import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.connect(("192.0.2.1", 80))\ns.getsockname()',
    false,
  ],
  'a socket of a family that is not known may': [
    'import socket\ndef f(family):\n    return socket.socket(family)',
    true,
  ],
}

for (const [name, [text, isUndecided]] of Object.entries(gaps)) {
  test(`undecided: ${name}`, async () => {
    const { undecided } = await extractFrom(pythonExtractor, 'wodle/main.py', text)
    assert.equal(
      undecided.some(({ kinds }) => kinds.includes('connection')),
      isUndecided,
    )
  })
}
