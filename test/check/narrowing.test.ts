/** Which parts of a `where` an extractor may apply in advance, and which are asked later. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemOf } from '../support/sources.ts'
import { conditionText } from '../support/typed-text.ts'

const definitions = `
parameter wanted text = "x" "A callee"
parameter strict boolean = true "Whether to be strict"
parameter names list of text = ["x"] "Names"
define reader as call where callee is "open"
define reader_of_text as reader where order > 3
define early(call) as name is "x" and not (callee like "os.*")
define late(call) as function.name is "x"
`

const rows: readonly (readonly [sentence: string, narrowed: string, where: string])[] = [
  ['no call', 'true', 'true'],
  ['no call where callee is "x"', '(= call.callee "x")', 'true'],
  ['no call where callee is wanted and order > 2', '(all (= call.callee $wanted) (> call.order 2))', 'true'],
  ['no call where name is among names', '(among call.name $names)', 'true'],
  ['no file where tracked and not ignored', '(all file.tracked (not file.ignored))', 'true'],
  ['no url where scheme is "http" or local', '(any (= url.scheme "http") url.local)', 'true'],
  [
    'no call where text contains "x" and text matches /y/',
    '(all (contains call.text "x") (match call.text /y/))',
    'true',
  ],
  // Only its own fields, and only those that are always there.
  ['no url where port is 80 and scheme is "http"', '(= url.scheme "http")', '(= url.port? 80)'],
  ['no url where port is present', 'true', '(present url.port?)'],
  ['no call where function.name is "x" and name is "y"', '(= call.name "y")', '(= call.function.name "x")'],
  ['no call where file.role is "test"', 'true', '(= call.file.role "test")'],
  ['no call where (name is "y" or function.name is "x")', 'true', '(any (= call.name "y") (= call.function.name "x"))'],
  ['no call where some argument where known', 'true', '(some argument: call.arguments where argument.known)'],
  // Constants and parameters, not other fields.
  ['no call where callee is call.name', 'true', '(= call.callee call.name)'],
  ['no call where name is among ["x", call.callee]', 'true', '(among call.name ["x" call.callee])'],
  ['no call where strict and callee is call.name', '(= $strict true)', '(= call.callee call.name)'],
  // Derived kinds and named predicates are looked through.
  ['no reader where name is "x"', '(all (reader reader) (= reader.name "x"))', 'true'],
  ['no reader_of_text', '(reader_of_text reader_of_text)', 'true'],
  ['no call where early', '(early call)', 'true'],
  ['no call where late', 'true', '(late call)'],
  ['every call where name is "x" must be early', '(= call.name "x")', 'true'],
]

for (const [sentence, narrowed, where] of rows) {
  test(sentence, () => {
    const [check] = itemOf(sentence, definitions).checks
    const found = check && [conditionText(check.subject.narrowed), conditionText(check.where)]
    assert.deepEqual(found, [narrowed, where])
  })
}
