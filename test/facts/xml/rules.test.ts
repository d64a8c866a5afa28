import assert from 'node:assert/strict'
import { test } from 'node:test'
import { xmlExtractor } from '../../../runtime/facts/xml/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const read = async (text: string) => {
  const extraction = await extractFrom(xmlExtractor, 'rules/local_rules.xml', text)
  return {
    rules: factsIn(extraction, 'wazuh_rule'),
    undecided: extraction.undecided.filter((gap) => gap.kinds.includes('wazuh_rule')),
  }
}
const ids = async (text: string) => (await read(text)).rules.map(({ id }) => id)
const rule = (id: string, inner = '') => `<rule id="${id}" level="3">${inner}</rule>`

test('several roots, bare signs and comments that are not quite comments', async () => {
  const text = [
    '<!-- one -- two -->',
    `<group name="a,b,">${rule('100001', '<regex>a & b < c && \\<d\\></regex><description>x &amp; y & z</description>')}</group>`,
    `<group name='c'>\n  ${rule('100002')}\n</group>`,
    `<!-- <group name="d">${rule('7')}</group> -->`,
  ].join('\n')
  const { rules, undecided } = await read(text)
  assert.deepEqual(undecided, [])
  assert.deepEqual(
    rules.map(({ id, at, groups, description }) => [id, at.line, at.column, at.endColumn, groups.join(), description]),
    [
      [100001, 2, 20, 48, 'a,b', 'x & y & z'],
      [100002, 4, 3, 31, 'c', undefined],
    ],
  )
})

test('variables are expanded, fields of the event are named', async () => {
  const text = `<var name="WHO">user $(data.user)</var><group name="g">${rule('100003', '<description>$WHO by $(srcip)\n and $UNKNOWN</description><group>inner,</group>')}</group>`
  const [found] = (await read(text)).rules
  assert.equal(found?.description, 'user $(data.user) by $(srcip) and $UNKNOWN')
  assert.deepEqual(found?.description_fields, ['data.user', 'srcip'])
  assert.deepEqual(found?.groups, ['g', 'inner'])
})

test('a variable in the name of a field is expanded', async () => {
  const text = `<var name="AT">x_event</var><group name="g">${rule('100003', '<field name="$AT.kind">error</field>')}</group>`
  const [found] = (await read(text)).rules
  assert.deepEqual(
    found?.conditions.map(({ field }) => field),
    ['x_event.kind'],
  )
})

test('what a rule asks of an event, and what it refers to', async () => {
  const text = `<group name="g">
  <rule id="$FIRST" level="$HIGH" overwrite="yes">
    <if_sid>100001, 100002 100003</if_sid>
    <if_matched_group>failures</if_matched_group>
    <field name="integration" type="pcre2">^guard$</field>
    <match negate="yes">$WORDS</match>
    <program_name>guard</program_name>
    <options>no_full_log,no_log</options>
    <mitre><id>T1110</id></mitre>
  </rule>
</group>
<var name="FIRST">100004</var><var name="HIGH">10</var><var name="WORDS">error|fail</var>`
  const { rules, undecided } = await read(text)
  assert.deepEqual(undecided, [])
  assert.equal(rules.length, 1)
  const { id, level, if_sids, if_groups, conditions, options, overwrites } = rules[0]!
  assert.deepEqual([id, level, overwrites], [100004, 10, true])
  assert.deepEqual(if_sids, ['100001', '100002', '100003'])
  assert.deepEqual(if_groups, ['failures'])
  assert.deepEqual(options, ['no_full_log', 'no_log'])
  assert.deepEqual(
    conditions.map(({ at, field, pattern, negated }) => [at.line, field, pattern, negated]),
    [
      [5, 'integration', '^guard$', false],
      [6, 'full_log', 'error|fail', true],
      [7, 'program_name', 'guard', false],
    ],
  )
})

test('a rule whose number cannot be told is said to be undecided', async () => {
  const { rules, undecided } = await read('<group name="g">\n<rule id="$UNKNOWN" level="3"></rule></group>')
  assert.deepEqual(rules, [])
  assert.deepEqual(undecided, [
    { reason: 'a rule has the id "$UNKNOWN" and the level "3", from line 2 on', kinds: ['wazuh_rule'] },
  ])
})

const others: Readonly<Record<string, string>> = {
  'rules of something else': '<rules><rule id="5"/><rule id="x" level="1"></rule></rules>',
  'a decoder': '<decoder name="d"><prematch>rule id="100001" level="3"</prematch></decoder>',
  'an identifier that is no number': '<rules><rule id="R1" level="1"></rule></rules>',
  'a reference to a rule': '<group name="g"><if_sid>100001</if_sid></group>',
  'a rule in a comment that is not closed': '<!-- <rule id="100001" level="3"></rule>',
}

for (const [what, text] of Object.entries(others))
  test(`no rule: ${what}`, async () => assert.deepEqual(await ids(text), []))

test('a rule that overwrites one of Wazuh keeps its number, and one that closes itself counts', async () => {
  const text =
    '<group name="g"><rule id="5716" level="5" overwrite="yes"><match>x</match></rule><rule id="100009" level="0"/></group>'
  assert.deepEqual(await ids(text), [5716, 100009])
})

const broken: Readonly<Record<string, string>> = {
  '<group name="g"><rule id="9" level="1">': '<group> is never closed, from line 2 on',
  '<!-- never closed': 'a comment is never closed, from line 2 on',
  '<group name="h">': '<group> is never closed, from line 2 on',
  [`<group name="h"><rule id="9" level="1">${rule('10')}</group>`]: '<rule> is never closed, from line 2 on',
}

for (const [text, reason] of Object.entries(broken)) {
  test(`what stands before is kept, and said to be not all: ${text}`, async () => {
    const { rules, undecided } = await read(`<group name="g">${rule('100004')}</group>\n${text}`)
    assert.equal(rules[0]?.id, 100004)
    assert.deepEqual(undecided, [{ reason, kinds: ['wazuh_rule'] }])
  })
}

test('a text that is no XML is undecided', async () => {
  assert.deepEqual((await read('nothing < here')).undecided.length, 1)
})

test('an entity that the document defines is not expanded', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
  const text = `${bomb}<group name="g">${rule('1', '<description>&a;</description>')}</group>`
  assert.equal((await read(text)).rules[0]?.description, '&a;')
})

test('addresses of namespaces identify, those in comments are none', async () => {
  const text = `<a xmlns="http://one.example.org/x"><!-- http://two.example.org --><b c='http://three.test'>http://four.test</b></a>`
  const urls = factsIn(await extractFrom(xmlExtractor, 'a.xml', text), 'url')
  assert.deepEqual(
    urls.map(({ host, role, at }) => [host, role, at.column]),
    [
      ['one.example.org', 'identifier', 11],
      ['three.test', 'endpoint', 74],
      ['four.test', 'endpoint', 93],
    ],
  )
})

const hostile: Readonly<Record<string, string>> = {
  brackets: '<'.repeat(500_000),
  'tags that never close': '<a>'.repeat(150_000),
  'tags that close nothing': `${'<a>'.repeat(100_000)}${'</b>'.repeat(100_000)}`,
  'attributes without an end': '<a b="'.repeat(100_000),
  'comments without an end': '<!--'.repeat(100_000),
}

for (const [what, text] of Object.entries(hostile)) {
  test(`a moment, not minutes: ${what}`, { timeout: 20_000 }, async () => assert.deepEqual(await ids(text), []))
}
