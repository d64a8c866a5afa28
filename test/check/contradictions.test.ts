/** Conditions that never hold or always do, and those that only look like it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyseClauses } from '../support/sources.ts'

const told = ['never-holds', 'always-holds', 'repeated-condition']

/** What is told of a sentence, in the order of the text. */
const sentences: readonly (readonly [string, ...string[]])[] = [
  ['no url where scheme is "http" and scheme is "https"', 'never-holds'],
  ['no url where scheme is "http" and scheme is among ["https", "ftp"]', 'never-holds'],
  ['no url where scheme is among ["http", "ftp"] and scheme is not among ["ftp", "http"]', 'never-holds'],
  ['no url where scheme is "http" or scheme is "https"'],
  ['no url where scheme is among ["http", "ftp"] and scheme is "ftp"'],
  ['no url where scheme is not "http" and scheme is not "https"'],
  ['no url where scheme is not "http" or scheme is not "https"', 'always-holds'],
  ['no wazuh_rule where id > 5 and id < 3', 'never-holds'],
  ['no wazuh_rule where id > 5 and id < 5', 'never-holds'],
  ['no wazuh_rule where id >= 5 and id <= 5'],
  ['no wazuh_rule where id > 5 and id <= 5', 'never-holds'],
  ['no wazuh_rule where id is 4 and id > 5', 'never-holds'],
  ['no wazuh_rule where id < 3 or id > 5'],
  ['no wazuh_rule where id > 3 or id < 5', 'always-holds'],
  ['no wazuh_rule where id > 3 or not (id > 3)', 'always-holds'],
  ['no url where port is missing and port is 80', 'never-holds'],
  ['no url where port is missing and port is present', 'never-holds'],
  ['no url where port is missing or port > 1024'],
  ['no url where local and not local', 'never-holds'],
  ['no url where local or not local', 'always-holds'],
  ['no url where local and local', 'repeated-condition'],
  ['no url where local and (placeholder or (scheme is "a" and scheme is "b"))', 'never-holds'],
  ['no call where (some argument where known) and (no argument where known)'],
  ['every file where executable must be executable', 'always-holds'],
  ['every file where executable must be not executable', 'never-holds'],
  ['every file where tracked must be executable'],
  ['every wazuh_rule where id > 10 must have id > 5', 'always-holds'],
  ['at least 0 url where local', 'always-holds'],
]

for (const [sentence, ...codes] of sentences)
  test(`${sentence}: ${codes.join(' and ') || 'nothing'}`, () => {
    const { diagnostics } = analyseClauses(`${sentence}\n  message "m"`)
    assert.deepEqual(
      diagnostics.map(({ code }) => code).filter((code) => told.includes(code)),
      codes,
    )
  })
