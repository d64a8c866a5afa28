import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unlimited } from '../../../runtime/facts/budget.ts'
import type { Extractor } from '../../../runtime/facts/extractor.ts'
import { pythonExtractor } from '../../../runtime/facts/python/index.ts'
import { Tree } from '../../../runtime/facts/tree/tree.ts'
import { failureRuleLinker } from '../../../runtime/facts/xml/failure-rules.ts'
import { xmlExtractor } from '../../../runtime/facts/xml/index.ts'
import { extractFrom, listedFile } from '../support.ts'

const code = `
"""Reports {"status": "failed"}."""
def main():
    try:
        run()
    except Exception as error:
        emit({"guard": {"error_code": "API_TIMEOUT", "kind": "error"}, "level": "info"})
`

const file = async (extractor: Extractor, path: string, text: string) => ({
  file: listedFile(path, text),
  extractor: extractor.name,
  extraction: await extractFrom(extractor, path, text),
})

async function reporting(conditions: string, python = code): Promise<readonly number[]> {
  const xml = `<group name="g"><rule id="1" level="8">${conditions}</rule><rule id="2" level="9"><if_sid>1</if_sid></rule></group>`
  const linked = failureRuleLinker.link(
    [await file(xmlExtractor, 'rules/a.xml', xml), await file(pythonExtractor, 'guard.py', python)],
    new Tree([]),
    unlimited(),
  )
  return (linked[0]?.extraction.facts.wazuh_rule ?? []).filter((rule) => rule.reports_failure).map(({ id }) => id)
}

const rows: readonly (readonly [what: string, conditions: string, reports: boolean])[] = [
  ['a field that the code has, named for a failure', '<field name="guard.error_code">^API_</field>', true],
  ['a value that the code has, in a field that it has', '<field name="guard.kind">^ok$|^error$</field>', true],
  ['a text in the whole event', '<match>"kind": "error"</match>', true],
  ['the same in a regular expression', '<field name="kind" type="pcre2">^(error)$</field>', true],
  ['what only the API calls a failure', '<field name="action.result">failure</field>', false],
  ['a field that only the API has', '<field name="error_text">x</field>', false],
  ['a value that only a docstring has', '<field name="level">failed</field>', false],
  ['a field of the code with a harmless value', '<field name="level">info</field>', false],
  ['what must not match', '<field name="guard.kind" negate="yes">error</field>', false],
  ['no condition', '', false],
]
for (const [what, conditions, reports] of rows) {
  test(`${what}: ${reports}`, async () => assert.deepEqual(await reporting(conditions), reports ? [1, 2] : []))
}

test('without code nothing is reported', async () => {
  assert.deepEqual(await reporting('<field name="kind">error</field>', ''), [])
})

const labels = `
def log(text):
    sys.stderr.write("guard-block: " + text)
def main(reason):
    log("error: " + reason)
`

test('what stands before a reason is a text of the code without its colon', async () => {
  assert.deepEqual(await reporting('<match>guard-block: error</match>', labels), [1, 2])
  assert.deepEqual(await reporting('<match>guard-block: failed</match>', labels), [])
})

const keywords = `
def emit(**event):
    write(event)
def log(kind):
    write(kind)
def main():
    emit(status="error")
    log(kind="error")
`

test('the name of an argument is a key where the function collects keywords', async () => {
  assert.deepEqual(await reporting('<field name="guard.status">^error$</field>', keywords), [1, 2])
})

test('the name of a parameter is no key', async () => {
  assert.deepEqual(await reporting('<field name="guard.kind">^error$</field>', keywords), [])
})
