import assert from 'node:assert/strict'
import { test } from 'node:test'
import { urlsIn } from '../../runtime/facts/urls.ts'

/** What is said of the only address in a text: what it is, its parts that matter here, and what it is used for. */
function shown(text: string, holes?: 'example' | 'filled'): string {
  return urlsIn(text, holes)
    .map(({ fields, start, end }) => {
      assert.equal(text.slice(start, end), fields.text)
      const { host = '-', port, url_path: path, query_keys: keys, local, placeholder, role } = fields
      const said = [
        ...(port === undefined ? [] : [`port ${port}`]),
        ...(path === undefined ? [] : [`path ${path}`]),
        ...keys.map((key) => `?${key}`),
        ...(local ? ['local'] : []),
        ...(placeholder ? ['placeholder'] : []),
        ...(role === 'endpoint' ? [] : [role]),
      ]
      return [`${fields.scheme}:${host}`, ...said].join(' ')
    })
    .join(' | ')
}

const addresses: Readonly<Record<string, string>> = {
  'http://api.vendor.io/v1?a=1&b=2#top': 'http:api.vendor.io path /v1 ?a ?b',
  'HTTPS://API.Vendor.io:8443': 'https:api.vendor.io port 8443',
  'http://user:secret@api.vendor.io': 'http:api.vendor.io',
  'See http://a.io/x, or (http://b.io/y_(z)).': 'http:a.io path /x | http:b.io path /y_(z)',
  '<http://a.io> [b](http://b.io)': 'http:a.io | http:b.io',
  'http://localhost:9200/': 'http:localhost port 9200 path / local',
  'http://169.254.169.254/latest/meta-data/': 'http:169.254.169.254 path /latest/meta-data/ local',
  'http://api.localhost': 'http:api.localhost local',
  'http://127.1.2.3': 'http:127.1.2.3 local',
  'http://unix:/run/x.sock:/v1': 'http:unix path /run/x.sock:/v1 local',
  'http://127.0.0.1.evil.io': 'http:127.0.0.1.evil.io',
  'http://localhost.evil.io': 'http:localhost.evil.io',
  'http://[::1]:8080/x': 'http:[::1] port 8080 path /x local',
  'http://host.docker.internal': 'http:host.docker.internal local',
  'https://api.example.com': 'https:api.example.com placeholder',
  'https://example.company.io': 'https:example.company.io',
  'https://<tenant>.vendor.io/x': 'https:<tenant>.vendor.io path /x placeholder',
  'https://{tenant}.vendor.io': 'https:{tenant}.vendor.io placeholder',
  'https://your-tenant.vendor.io': 'https:your-tenant.vendor.io placeholder',
  'https://192.0.2.10:55000': 'https:192.0.2.10 port 55000 placeholder',
  'https://[2001:db8::1]/x': 'https:[2001:db8::1] path /x placeholder',
  'https://192.168.2.10': 'https:192.168.2.10',
  'https://MANAGER_IP:55000': 'https:manager_ip port 55000 placeholder',
  'https://wazuh_manager:55000': 'https:wazuh_manager port 55000',
  'https://my.vendor.io': 'https:my.vendor.io',
  'http://${HOST}/x': 'http:${host} path /x',
  'http://a.io<br>next': 'http:a.io',
  'http://': 'http:- adapter',
  'http://www.w3.org/2005/Atom': 'http:www.w3.org path /2005/Atom identifier',
  'https://www.w3.org/page': 'https:www.w3.org path /page',
  '{http://vendor.io/x}element': 'http:vendor.io path /x identifier',
  'xmlns:v="http://vendor.io/x"': 'http:vendor.io path /x identifier',
  'Homepage = "http://vendor.io/"': 'http:vendor.io path / identifier',
  '"homepage": "http://vendor.io/x"': 'http:vendor.io path /x identifier',
  'homepage_feed = "http://vendor.io/x"': 'http:vendor.io path /x',
  '"$schema": "https://vendor.io/s.json"': 'https:vendor.io path /s.json identifier',
  'Client/1.0 (+http://vendor.io/bot)': 'http:vendor.io path /bot identifier',
  'Mozilla/5.0 (compatible; Client/2.0; +http://vendor.io/bot.htm)': 'http:vendor.io path /bot.htm identifier',
  'ftp://a.io file:///etc/x': 'ftp:a.io | file:- path /etc/x adapter',
  'no address: //a.io, a:b, ://': '',
}

for (const [text, said] of Object.entries(addresses)) {
  test(`address: ${text}`, () => assert.equal(shown(text), said))
}

test('a user name or a password in an address is said', () => {
  const credentials = (text: string) => urlsIn(text)[0]?.fields.credentials
  assert.equal(credentials('https://user:secret@vendor.io'), true)
  assert.equal(credentials('https://token@vendor.io/x'), true)
  assert.equal(credentials('https://vendor.io/a@b'), false)
})

test('a hole that a program fills is no example', () => {
  assert.equal(shown('http://{host}/x', 'filled'), 'http:{host} path /x')
  assert.equal(shown('http://{host}.example.com', 'filled'), 'http:{host}.example.com placeholder')
})

test('hostile text costs a moment', () => {
  for (const piece of ['a://', 'a+', 'http://(', 'http://{', 'http://x<', '://', 'xmlns=']) {
    const started = process.cpuUsage()
    urlsIn(piece.repeat(200_000))
    assert.ok(process.cpuUsage(started).user < 5_000_000, piece)
  }
})

test('a long name of a host is looked at in one way only', () => {
  const started = process.cpuUsage()
  assert.equal(shown(`https://my-${'a_'.repeat(100)}.io`).includes('placeholder'), false)
  assert.ok(process.cpuUsage(started).user < 500_000)
})
