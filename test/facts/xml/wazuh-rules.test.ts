import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LineTable } from '../../../runtime/facts/line-table.ts'
import { wazuhRules } from '../../../runtime/facts/xml/wazuh-rules.ts'

function read(text: string) {
  const lines = new LineTable('rules.xml', text)
  return wazuhRules(text, 'file', (start, end) => lines.placeOf(start, end))
}

const rule = (id: string, inner = '') => `<rule id="${id}" level="3">${inner}</rule>`
const ids = (text: string) => read(text).rules.map(({ id }) => id)

test('several roots, bare signs and comments that are not quite comments', () => {
  const text = [
    '<!-- one -- two -->',
    `<group name="a,b,">${rule('100001', '<regex>a & b < c && d</regex><description>x &amp; y & z</description>')}</group>`,
    `<group name='c'>\n  ${rule('100002')}\n</group>`,
    `<!-- <group name="d">${rule('7')}</group> -->`,
  ].join('\n')
  const { rules, broken } = read(text)
  assert.equal(broken, undefined)
  assert.deepEqual(
    rules.map(({ id, at, groups, description }) => [id, at.line, at.column, groups.join(), description]),
    [
      [100001, 2, 20, 'a,b', 'x & y & z'],
      [100002, 4, 3, 'c', undefined],
    ],
  )
})

test('variables are expanded, fields of the event are named', () => {
  const text = `<var name="WHO">user $(data.user)</var><group name="g">${rule('100003', '<description>$WHO by $(srcip) and $UNKNOWN</description><group>inner,</group>')}</group>`
  const [found] = read(text).rules
  assert.equal(found?.description, 'user $(data.user) by $(srcip) and $UNKNOWN')
  assert.deepEqual(found?.description_fields, ['data.user', 'srcip'])
  assert.deepEqual(found?.groups, ['g', 'inner'])
})

test('what is called a rule elsewhere is none', () => {
  assert.deepEqual(ids('<rules><rule id="5"/><rule id="x" level="1"></rule></rules>'), [])
  assert.deepEqual(ids(`<decoder name="d"><prematch>x</prematch></decoder>`), [])
  assert.deepEqual(ids(`<group name="g"><rule id="R1" level="1"></rule></group>`), [])
})

test('where reading ends too early is said, and what stands before is kept', () => {
  for (const broken of ['<group name="g"><rule id="9" level="1">', '<!-- never closed', '<group name="h">']) {
    const { rules, broken: at } = read(`<group name="g">${rule('100004')}</group>\n${broken}`)
    assert.deepEqual([rules.map(({ id }) => id), at !== undefined], [[100004], true], broken)
  }
})

test('an entity that the document defines is not expanded', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
  assert.equal(
    read(`${bomb}<group name="g">${rule('1', '<description>&a;</description>')}</group>`).rules[0]?.description,
    '&a;',
  )
})

test('a million brackets cost a moment', () => {
  assert.deepEqual(ids('<'.repeat(1_000_000)), [])
  assert.deepEqual(ids('<a '.repeat(100_000)), [])
})
