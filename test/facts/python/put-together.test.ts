/** Addresses whose scheme stands elsewhere, or is added by the library. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pythonExtractor } from '../../../runtime/facts/python/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const cases: Readonly<Record<string, readonly [text: string, ...expected: readonly string[]]>> = {
  'a constant scheme': ['S = "http"\nu = f"{S}://acme.io/a"', 'http acme.io'],
  'a scheme by default': ['def f(host, scheme="http"):\n    return f"{scheme}://{host}/a"', 'http {}'],
  'a scheme of the callers': [
    'def f(scheme):\n    return f"{scheme}://acme.io"\nf("http")\nf("https")',
    'http acme.io',
    'https acme.io',
  ],
  'a scheme under a condition': [
    'def f(tls):\n    s = "https" if tls else "http"\n    return f"{s}://acme.io"',
    'https acme.io',
    'http acme.io',
  ],
  'a scheme that is not known': ['def f(s):\n    return f"{s}://acme.io"'],
  'a sum': ['u = "http" + "://" + host', 'http {}'],
  'a sum with a name': ['S = "http"\nu = S + "://acme.io"', 'http {}'],
  'a sum that is no address': ['u = "a" + "://" + b'],
  urlunparse: ['from urllib.parse import urlunparse\nurlunparse(("http", "acme.io", "/", "", "", ""))', 'http acme.io'],
  'a connection without TLS': ['import http.client\nhttp.client.HTTPConnection("acme.io")', 'http acme.io'],
  'a connection to this machine': [
    'import http.client\nhttp.client.HTTPConnection("localhost", 80)',
    'http localhost local',
  ],
  'a connection to somewhere': ['import http.client\ndef f(h):\n    http.client.HTTPConnection(h)', 'http {}'],
  'a connection with TLS': ['import http.client\nhttp.client.HTTPSConnection("acme.io")'],
}

for (const [name, [text, ...expected]] of Object.entries(cases)) {
  test(`address: ${name}`, async () => {
    const urls = factsIn(await extractFrom(pythonExtractor, 'wodle/main.py', text), 'url')
    const shown = urls.map(({ scheme, host, local }) => [scheme, host ?? '-', ...(local ? ['local'] : [])].join(' '))
    assert.deepEqual(shown, expected)
  })
}
