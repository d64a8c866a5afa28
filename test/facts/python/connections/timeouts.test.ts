/** How long a connection waits, for the other side and for its data: as written, and in seconds where that is known. */
import type { LocalFact } from '../../../../runtime/facts/extractor.ts'
import { check } from '../support.ts'

const limit = (text: string | undefined, seconds: number | undefined): string =>
  seconds === undefined ? (text ?? '-') : String(seconds)

const shown = (one: LocalFact<'connection'>): string =>
  `${limit(one.connect_timeout, one.connect_seconds)} ${limit(one.read_timeout, one.read_seconds)}`

check('timeouts', 'connection', shown, {
  'one name for two clients, each in its own with': [
    'import httpx\nwith httpx.Client() as c:\n    c.get(u)\nwith httpx.Client(timeout=None) as c:\n    c.get(u)',
    '5 5',
    '- -',
  ],
  none: ['import requests\nrequests.get(u)', '- -'],
  'an explicit None': ['import requests\nrequests.get(u, timeout=None)', '- -'],
  'a number': ['import requests\nrequests.get(u, timeout=5)', '5 5'],
  'a constant': ['import requests\nT = 2 * 5\ndef f():\n    requests.get(u, timeout=T)', '10 10'],
  'a pair': ['import requests\nrequests.get(u, timeout=(3, 10))', '3 10'],
  'a pair without a limit for reading': ['import requests\nrequests.get(u, timeout=(3, None))', '3 -'],
  'a pair by name': ['import requests\nT = (3.05, 27)\nrequests.get(u, timeout=T)', '3.05 27'],
  'by position': ['from urllib.request import urlopen\nurlopen(u, None, 7)', '7 7'],
  'options of a dictionary': ['import requests\nO = {"timeout": 4}\nrequests.get(u, **O)', '4 4'],
  'options that are put together': [
    'import requests\ndef f():\n    o = {"headers": h}\n    o["timeout"] = 9\n    requests.get(u, **o)',
    '9 9',
  ],
  'options under a condition only': [
    'import requests\ndef f(slow):\n    o = {}\n    if slow:\n        o["timeout"] = 9\n    requests.get(u, **o)',
    '- -',
  ],
  'options from nowhere': ['import requests\ndef f(**o):\n    requests.get(u, **o)', 'unknown unknown'],
  'options of the callers': [
    'import requests\ndef f(**o):\n    return requests.get(u, **o)\nf(timeout=3)\nf(timeout=3)',
    '3 3',
  ],
  'a default of a wrapper': [
    'import requests\ndef f(url, timeout=30):\n    requests.get(url, timeout=timeout)',
    '30 30',
  ],
  'a caller that turns it off': [
    'import requests\ndef f(url, timeout=30):\n    requests.get(url, timeout=timeout)\nf(u, timeout=None)\nf(u)',
    '- -',
  ],
  'through two functions': [
    'import requests\ndef g(url, timeout):\n    requests.get(url, timeout=timeout)\ndef f(url, timeout=12):\n    g(url, timeout)\nf(u)',
    '12 12',
  ],
  'a parameter that nobody gives': [
    'import requests\ndef f(timeout):\n    requests.get(u, timeout=timeout)',
    'unknown unknown',
  ],
  'a default of None that is replaced': [
    'import requests\ndef f(timeout=None):\n    if timeout is None:\n        timeout = 8\n    requests.get(u, timeout=timeout)',
    '8 8',
  ],
  'a default of None with "or"': [
    'import requests\ndef f(timeout=None):\n    timeout = timeout or 8\n    requests.get(u, timeout=timeout)',
    '8 8',
  ],
  'a setting with a default': [
    'import os, requests\nT = int(os.environ.get("T", "30"))\nrequests.get(u, timeout=T)',
    'T T',
  ],
  'a setting that may be missing': ['import requests\nrequests.get(u, timeout=cfg.get("timeout"))', 'unknown unknown'],
  'an attribute of the class': [
    'import requests\nclass C:\n    TIMEOUT = 6\n    def f(self):\n        requests.get(u, timeout=self.TIMEOUT)',
    '6 6',
  ],
  'an attribute from the constructor': [
    'import requests\nclass C:\n    def __init__(self, timeout=6):\n        self.t = timeout\n    def f(self):\n        requests.get(u, timeout=self.t)\nC()',
    '6 6',
  ],
  'a partial application': [
    'import functools, requests\nget = functools.partial(requests.get, timeout=11)\nget(u)',
    '11 11',
  ],
  'a bound request': [
    'import functools, requests\ns = requests.Session()\ns.request = functools.partial(s.request, timeout=13)\ns.get(u)',
    '13 13',
  ],
  'an adapter': [
    'import requests\nclass A(requests.adapters.HTTPAdapter):\n    def __init__(self, timeout=5, **k):\n        self.timeout = timeout\n    def send(self, request, **kwargs):\n        kwargs.setdefault("timeout", self.timeout)\n        return super().send(request, **kwargs)\ns = requests.Session()\ns.mount("https://", A(timeout=14))\ns.get(u)',
    '14 14',
  ],
  'an adapter that calls its options otherwise': [
    'import requests\nclass A(requests.adapters.HTTPAdapter):\n    def send(self, request, **how):\n        how.setdefault("timeout", 14)\n        return super().send(request, **how)\ns = requests.Session()\ns.mount("https://", A())\ns.get(u)',
    '14 14',
  ],
  'a session of its own that puts one where there is none': [
    'import requests\nclass S(requests.Session):\n    def request(self, *args, **kwargs):\n        if "timeout" not in kwargs:\n            kwargs["timeout"] = 9\n        return super().request(*args, **kwargs)',
    '9 9',
  ],
  'timeout as an attribute of a session does nothing': [
    'import requests\ns = requests.Session()\ns.timeout = 5\ns.get(u)',
    '- -',
  ],
  'httpx has a default': ['import httpx\nhttpx.get(u)', '5 5'],
  'httpx without one': ['import httpx\nhttpx.Client(timeout=None).get(u)', '- -'],
  'httpx objects': ['import httpx\nhttpx.get(u, timeout=httpx.Timeout(10, connect=2))', '2 10'],
  'aiohttp objects': [
    'import aiohttp\ns = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=9))\ns.get(u)',
    '9 9',
  ],
  'urllib3 objects': [
    'import urllib3\nh = urllib3.PoolManager(timeout=urllib3.Timeout(connect=1, read=2))\nh.request("GET", u)',
    '1 2',
  ],
  'the default of the module socket': [
    'import socket, urllib.request\nsocket.setdefaulttimeout(15)\nurllib.request.urlopen(u)',
    '15 15',
  ],
  'which requests does not obey': ['import socket, requests\nsocket.setdefaulttimeout(15)\nrequests.get(u)', '- -'],
  'a limit of the socket': ['import socket\ns = socket.socket()\ns.settimeout(3)\ns.connect((h, 1))', '3 3'],
  'a socket without': ['import socket\nsocket.create_connection((h, 1))', '- -'],
  'a limit of the socket that is wrapped': [
    'import socket, ssl\ns = socket.socket()\ns.settimeout(3)\nt = ssl.create_default_context().wrap_socket(s)\nt.connect((h, 1))',
    '3 3',
  ],
  'a stream of asyncio': ['import asyncio\nasync def f():\n    await asyncio.open_connection(h, 1)', '- -'],
  'a stream that is waited for': [
    'import asyncio\nasync def f():\n    r, w = await asyncio.wait_for(asyncio.open_connection(h, 1), timeout=4)\n    await r.read()',
    '4 unknown',
  ],
  'a limit around what is awaited': [
    'import asyncio, httpx\nasync def f(c: httpx.AsyncClient):\n    async with asyncio.timeout(6):\n        await c.get(u, timeout=None)',
    '6 6',
  ],
  'a limit around something else': [
    'import asyncio, httpx\nasync def f(c: httpx.AsyncClient):\n    async with asyncio.timeout(6):\n        await g()\n    await c.get(u, timeout=None)',
    '- -',
  ],
  'boto3 with its own': ['import boto3\nboto3.client("s3")', '60 60'],
  'a client of a service with its own': [
    'from googleapiclient.discovery import build\nbuild("admin", "v1", credentials=c)',
    '60 60',
  ],
  'a client of a service without': ['from thehive4py.api import TheHiveApi\nTheHiveApi(u, key)', '- -'],
  'a client of a service that is told one': ['from pymisp import PyMISP\nPyMISP(u, key, False, timeout=9)', '9 9'],
  'one limit of a database for both': ['import redis\nredis.Redis(host=h, socket_timeout=2)', '2 2'],
  'a limit of a database for connecting alone': [
    'from redis import StrictRedis\nStrictRedis(host=h, socket_connect_timeout=2)',
    '2 -',
  ],
  'an option without a default': [
    'import argparse, requests\np = argparse.ArgumentParser()\np.add_argument("--timeout", type=float)\nargs = p.parse_args()\nrequests.get(u, timeout=args.timeout)',
    'unknown unknown',
  ],
})
