/** Whether a connection goes through a proxy, and whether the status of its answer is looked at. */
import { check } from '../support.ts'

check('proxies', 'connection', (one) => one.proxy, {
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

check('status', 'connection', (one) => String(one.status_checked), {
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
