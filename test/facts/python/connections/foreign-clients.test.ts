/** Clients of libraries that nobody knows leave open how they connect; what holds or computes, and known libraries, do not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pythonExtractor } from '../../../../runtime/facts/python/index.ts'
import { extractFrom } from '../../support.ts'

const open = async (text: string) =>
  (await extractFrom(pythonExtractor, 'wodle/main.py', text)).undecided
    .filter(({ kinds }) => kinds.includes('connection'))
    .map(({ reason }) => reason)

const clients: Readonly<Record<string, string>> = {
  'a token': 'from zenpy import Zenpy\nc = Zenpy(token=t)\nc.tickets()',
  'a token by its place': 'from github import Github\nhub = Github(api_token)\nhub.get_repo(r)',
  'a variable of the environment':
    'import os\nfrom okta.client import Client\nc = Client(os.environ["OKTA_TOKEN"])\nc.list_users()',
  'an address': 'from meilisearch import Client\ndb = Client("https://ms.example:7700")\ndb.index(i)',
  'a function that makes one':
    'from pyVim.connect import build_session\nbuild_session("admin", credentials=c).users().list()',
  'one that a function hands out':
    'import msal\ndef app():\n    return msal.ConfidentialClientApplication(i, client_secret=s)',
  'one that an object keeps':
    'from falconpy import Detects\nclass C:\n    def __init__(self, secret):\n        self.api = Detects(client_secret=secret)\n    def ids(self):\n        return self.api.query_detects()',
  'beside a connection that is known':
    'import requests\nfrom github import Github\nrequests.get(u, timeout=1)\nGithub(token).get_user()',
}

const others: Readonly<Record<string, string>> = {
  'a holder of a secret': 'from pydantic import SecretStr\ns = SecretStr(token)\ns.get_secret_value()',
  'an address that is taken apart': 'from yarl import URL\nu = URL("https://a.example")\nu.with_path("x")',
  'a function that computes': 'import jwt\nt = jwt.encode(payload, secret)\nt.decode()',
  'a record with an address': 'import stix2\ndef ref(url):\n    return stix2.ExternalReference(url=url)',
  'an option of the command line': 'import click\n@click.option("--token", default=token)\ndef main(token):\n    pass',
  'an object without credential or address': 'from rich.console import Console\nc = Console(width=80)\nc.log(x)',
  'an object that is never asked': 'from github import Github\nhub = Github(token)',
  'a credential that is none': 'from zenpy import Zenpy\nc = Zenpy(token=None)\nc.tickets()',
  'the standard library':
    'from http.server import HTTPServer\ns = HTTPServer(server_address=host, handler=h)\ns.serve_forever()',
  'a class of the file': 'class Client:\n    pass\nc = Client(token)\nc.get()',
  'a library that is known': 'import boto3\nboto3.client("s3", aws_secret_access_key=secret).list_buckets()',
}

test('no client of an unknown library: a class of another file of the repository', async () => {
  const text = 'from client import Client\nc = Client(token)\nc.get()'
  const extraction = await extractFrom(pythonExtractor, 'wodle/main.py', text, ['wodle/client.py'])
  assert.deepEqual(extraction.undecided, [])
})

for (const [name, text] of Object.entries(clients)) {
  test(`a client of an unknown library: ${name}`, async () => {
    assert.match(String(await open(text)), /^it connects by .*, of which neither limits nor verification are known$/)
  })
}
for (const [name, text] of Object.entries(others)) {
  test(`no client of an unknown library: ${name}`, async () => assert.deepEqual(await open(text), []))
}
