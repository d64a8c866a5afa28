/** Connections in every spelling: verification, limits for connecting and reading, proxy, and whether the status is looked at. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LocalFact } from '../../../../runtime/facts/extractor.ts'
import { pythonExtractor } from '../../../../runtime/facts/python/index.ts'
import { extractFrom } from '../../support.ts'
import { check } from '../support.ts'

type Connection = LocalFact<'connection'>
type Show = (connection: Connection) => string

const limit = (text: string | undefined, seconds: number | undefined): string =>
  seconds === undefined ? (text ?? '-') : String(seconds)

const timeouts: Show = (one) =>
  `${limit(one.connect_timeout, one.connect_seconds)} ${limit(one.read_timeout, one.read_seconds)}`
const verification: Show = (one) =>
  [one.verification, ...(one.verification_setting === undefined ? [] : [one.verification_setting])].join(': ')
const proxy: Show = ({ proxy: said }) => said
const status: Show = ({ status_checked: said }) => String(said)

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

check('timeouts', 'connection', timeouts, {
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

check('verification', 'connection', verification, {
  'by default': ['import requests\nrequests.get(u)', 'on'],
  off: ['import requests\nrequests.get(u, verify=False)', 'off'],
  'off by a constant': ['import requests\nV = False\ndef f():\n    requests.get(u, verify=V)', 'off'],
  'off in a session': ['import requests\ns = requests.Session()\ns.verify = False\ns.get(u)', 'off'],
  'off in a class of its own': [
    'import requests\nclass S(requests.Session):\n    def __init__(self):\n        super().__init__()\n        self.verify = False\nS().get(u)',
    'off',
  ],
  'off in all that a class of its own hands on': [
    'import requests\nclass S(requests.Session):\n    def send(self, request, **kwargs):\n        kwargs["verify"] = False\n        return super().send(request, **kwargs)\ns = S()\ns.get(u)',
    'off',
    'off',
  ],
  'off in the session of a helper': [
    'import requests\ndef make():\n    s = requests.Session()\n    s.verify = False\n    return s\nmake().get(u)',
    'off',
  ],
  'off outside of the helper': [
    'import requests\ndef make():\n    return requests.Session()\ns = make()\ns.verify = False\ns.get(u)',
    'off',
  ],
  'off in the session of a class': [
    'import requests\nclass C:\n    def __init__(self):\n        self.s = requests.Session()\n        self.s.verify = False\n    def f(self):\n        self.s.get(u)',
    'off',
  ],
  'a bundle': ['import requests\nrequests.get(u, verify="/etc/ca.pem")', 'on'],
  'a bundle from a setting': ['import os, requests\nrequests.get(u, verify=os.environ["CA_BUNDLE"])', 'on'],
  'a setting': ['import requests\nrequests.get(u, verify=config["verify_tls"])', 'optional: config["verify_tls"]'],
  'a setting that is off until somebody sets it': [
    'import os, requests\nV = os.getenv("VERIFY", "false").lower() == "true"\nrequests.get(u, verify=V)',
    'off',
  ],
  'a setting that is on until somebody sets it': [
    'import os, requests\nV = os.getenv("VERIFY", "true").lower() in ("1", "true")\nrequests.get(u, verify=V)',
    'optional: os.getenv("VERIFY", "true").lower() in ("1", "true")',
  ],
  'a default that is off': ['import requests\nrequests.get(u, verify=config.get("verify_ssl", False))', 'off'],
  'not the default': [
    'import requests\nrequests.get(u, verify=not config.get("insecure", False))',
    'optional: not config.get("insecure", False)',
  ],
  'an option of the command line': [
    'import requests\nrequests.get(u, verify=not args.insecure)',
    'optional: not args.insecure',
  ],
  'off under a condition': [
    'import requests\ns = requests.Session()\nif insecure:\n    s.verify = False\ns.get(u)',
    'optional: insecure',
  ],
  'one caller turns it off': [
    'import requests\ndef f(verify=True):\n    requests.get(u, verify=verify)\nf()\nf(verify=False)',
    'off',
  ],
  'warnings silenced, no more': ['import requests, urllib3\nurllib3.disable_warnings()\nrequests.get(u)', 'on'],
  'an unverified context': [
    'import ssl, urllib.request\nurllib.request.urlopen(u, context=ssl._create_unverified_context())',
    'off',
  ],
  CERT_NONE: [
    'import ssl, urllib.request\nc = ssl.create_default_context()\nc.check_hostname = False\nc.verify_mode = ssl.CERT_NONE\nurllib.request.urlopen(u, context=c)',
    'off',
  ],
  'host names not checked': [
    'import ssl, urllib.request\nc = ssl.create_default_context()\nc.check_hostname = False\nurllib.request.urlopen(u, context=c)',
    'off',
  ],
  'a plain SSLContext': ['import ssl, urllib.request\nurllib.request.urlopen(u, context=ssl.SSLContext())', 'off'],
  'a context for clients': [
    'import ssl, urllib.request\nurllib.request.urlopen(u, context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))',
    'on',
  ],
  'a default context': [
    'import ssl, urllib.request\nurllib.request.urlopen(u, context=ssl.create_default_context())',
    'on',
  ],
  'no context': ['import urllib.request\nurllib.request.urlopen(u, context=None)', 'on'],
  'a handler of an opener': [
    'import ssl, urllib.request as r\nc = ssl._create_unverified_context()\no = r.build_opener(r.HTTPSHandler(context=c))\no.open(u)',
    'off',
  ],
  'handlers of a list': [
    'import ssl, urllib.request as r\nhs = []\nhs.append(r.HTTPSHandler(context=ssl._create_unverified_context()))\nr.build_opener(*hs).open(u)',
    'off',
  ],
  'handlers from elsewhere': ['import urllib.request as r\ndef f(hs):\n    r.build_opener(*hs).open(u)', 'unknown'],
  'an installed opener': [
    'import ssl, urllib.request as r\nc = ssl._create_unverified_context()\nr.install_opener(r.build_opener(r.HTTPSHandler(context=c)))\nr.urlopen(u)',
    'off',
  ],
  'the default of all contexts': [
    'import ssl, urllib.request\nssl._create_default_https_context = ssl._create_unverified_context\nurllib.request.urlopen(u)',
    'off',
  ],
  'a context that a setting decides': [
    'import ssl, urllib.request\nCTX = None\ndef build(config):\n    if config.get("verify", True):\n        return ssl.create_default_context()\n    c = ssl.create_default_context()\n    c.check_hostname = False\n    c.verify_mode = ssl.CERT_NONE\n    return c\ndef main(config):\n    global CTX\n    CTX = build(config)\ndef f():\n    o = {"timeout": 3}\n    if CTX is not None:\n        o["context"] = CTX\n    urllib.request.urlopen(u, **o)',
    'optional: config.get("verify", True)',
  ],
  'aiohttp without': [
    'import aiohttp\nasync def f():\n    async with aiohttp.ClientSession() as s:\n        await s.get(u, ssl=False)',
    'off',
  ],
  'a connector of aiohttp without': [
    'import aiohttp\ns = aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=False))\ns.get(u)',
    'off',
  ],
  'urllib3 without': ['import urllib3\nh = urllib3.PoolManager(cert_reqs="CERT_NONE")\nh.request("GET", u)', 'off'],
  'a plain connection': ['import http.client\nhttp.client.HTTPConnection(h)', 'none'],
  'a wrapped socket': [
    'import socket, ssl\nc = ssl._create_unverified_context()\ns = socket.create_connection((h, 1), 3)\nt = c.wrap_socket(s, server_hostname=h)',
    'off',
  ],
  'a socket that the module wraps': [
    'import socket, ssl\nt = ssl.wrap_socket(socket.socket(), cert_reqs=ssl.CERT_NONE)\nt.connect((h, 1))',
    'off',
  ],
  'a socket that the module wraps, and nothing is required': [
    'import socket, ssl\nt = ssl.wrap_socket(socket.socket())\nt.connect((h, 1))',
    'off',
  ],
  'a socket that the module wraps, with a requirement': [
    'import socket, ssl\nt = ssl.wrap_socket(socket.socket(), ca_certs=f, cert_reqs=ssl.CERT_REQUIRED)\nt.connect((h, 1))',
    'on',
  ],
  'a client of a service, by position': ['from pymisp import PyMISP\nPyMISP(u, key, False)', 'off'],
  'a client of a service by default': ['from thehive4py.api import TheHiveApi\nTheHiveApi(u, key)', 'on'],
  'options of a client': ['from jira import JIRA\nJIRA(options={"server": u, "verify": False})', 'off'],
  'a database without TLS': ['import redis\nredis.Redis(host=h)', 'none'],
  'a cluster that is not verified': [
    'from elasticsearch import Elasticsearch\nElasticsearch([h], verify_certs=False)',
    'off',
  ],
  'a stream without TLS': ['import asyncio\nasync def f():\n    await asyncio.open_connection(h, 1)', 'none'],
  'a stream with a context': [
    'import asyncio, ssl\nasync def f():\n    await asyncio.open_connection(h, 1, ssl=ssl._create_unverified_context())',
    'off',
  ],
  'mail without a context': ['import smtplib\ns = smtplib.SMTP(h)\ns.starttls()', 'off'],
  'mail with a context': [
    'import smtplib, ssl\nwith smtplib.SMTP(h) as s:\n    s.starttls(context=ssl.create_default_context())',
    'on',
  ],
  'options of websocket': [
    'import ssl, websocket\nwebsocket.create_connection(u, sslopt={"cert_reqs": ssl.CERT_NONE})',
    'off',
  ],
})

check('proxies', 'connection', proxy, {
  'by default': ['import requests\nrequests.get(u)', 'environment'],
  fixed: ['import requests\nrequests.get(u, proxies={"https": "http://proxy:3128"})', 'fixed'],
  'fixed in a session': [
    'import requests\ns = requests.Session()\ns.proxies.update({"https": "http://proxy:3128"})\ns.get(u)',
    'fixed',
  ],
  'fixed in a session by key': [
    'import requests\ns = requests.Session()\ns.proxies["https"] = "http://proxy:3128"\ns.get(u)',
    'fixed',
  ],
  'of the environment': [
    'import os, requests\nrequests.get(u, proxies={"https": os.environ.get("HTTPS_PROXY")})',
    'environment',
  ],
  'none at all': ['import requests\ns = requests.Session()\ns.trust_env = False\ns.get(u)', 'none'],
  'a handler': [
    'import urllib.request as r\no = r.build_opener(r.ProxyHandler({"https": "http://proxy:3128"}))\no.open(u)',
    'fixed',
  ],
  'a handler that turns it off': [
    'import urllib.request as r\no = r.build_opener(r.ProxyHandler({}))\no.open(u)',
    'none',
  ],
  'an installed opener': [
    'import urllib.request as r\nr.install_opener(r.build_opener(r.ProxyHandler({"http": "http://p:1"})))\nr.urlopen(u)',
    'fixed',
  ],
  'the environment is fixed': [
    'import os, requests\nos.environ["HTTPS_PROXY"] = "http://p:1"\nrequests.get(u)',
    'fixed',
  ],
  'a tunnel': ['import http.client\nc = http.client.HTTPSConnection("proxy", 3128)\nc.set_tunnel(h)', 'fixed'],
  direct: ['import http.client\nhttp.client.HTTPSConnection(h)', 'none'],
})

check('status', 'connection', status, {
  'nobody looks': ['import requests\nr = requests.get(u)\nr.json()', 'false'],
  raise_for_status: ['import requests\nr = requests.get(u)\nr.raise_for_status()', 'true'],
  'on the call itself': ['import requests\nrequests.get(u).raise_for_status()', 'true'],
  'a comparison': ['import requests\nr = requests.get(u)\nif r.status_code != 200:\n    pass', 'true'],
  'in a with': ['import requests\nwith requests.get(u) as r:\n    r.raise_for_status()', 'true'],
  'by the caller': ['import requests\ndef f():\n    return requests.get(u)\nr = f()\nr.raise_for_status()', 'true'],
  'not by every caller': [
    'import requests\ndef f():\n    r = requests.get(u)\n    return r\nr = f()\nr.raise_for_status()\nf().json()',
    'false',
  ],
  'by a function': [
    'import requests\ndef check(r):\n    r.raise_for_status()\ndef f():\n    r = requests.get(u)\n    check(r)',
    'true',
  ],
  'urlopen raises by itself': ['import urllib.request\nurllib.request.urlopen(u)', 'true'],
  'http.client': [
    'import http.client\nc = http.client.HTTPSConnection(h)\nc.request("GET", "/")\nr = c.getresponse()\nr.status',
    'true',
  ],
  'http.client, unlooked': [
    'import http.client\nc = http.client.HTTPSConnection(h)\nr = c.getresponse()\nr.read()',
    'false',
  ],
  'one name for two answers, of which the first is asked': [
    'import requests\nr = requests.get(a)\nif r.status_code == 200:\n    r = requests.get(b)\n    use(r.text)',
    'true',
    'false',
  ],
  'one name for two answers, of which the first is asked by an else': [
    'import requests\nr = requests.get(a)\nif r.status_code == 200:\n    for i in ids:\n        r = requests.get(i)\nelse:\n    print(r.status_code)',
    'true',
    'false',
  ],
  'one name for an answer in a loop': [
    'import requests\nr = None\nwhile r is None:\n    r = requests.get(a)\n    if not r.ok:\n        r = None',
    'true',
  ],
  'a session that always raises': [
    'import aiohttp\ns = aiohttp.ClientSession(raise_for_status=True)\ns.get(u)',
    'true',
  ],
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
