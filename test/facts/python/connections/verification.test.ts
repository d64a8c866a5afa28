/** Whether a connection verifies the certificate of the other side, and what switches it. */
import type { LocalFact } from '../../../../runtime/facts/extractor.ts'
import { check } from '../support.ts'

const shown = (one: LocalFact<'connection'>): string =>
  [one.verification, ...(one.verification_setting === undefined ? [] : [one.verification_setting])].join(': ')

check('verification', 'connection', shown, {
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
