import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { builtInNames } from '../../cli/assets.ts'
import { loadTyped } from '../../cli/checklists.ts'
import { htmlPage } from '../../cli/docs/html.ts'
import { markdownPage } from '../../cli/docs/markdown.ts'
import { pageOf } from '../../cli/docs/page.ts'
import { shown } from '../../cli/docs/words/marks.ts'
import { checkSentence, conditionSentence, reviewSentence } from '../../cli/docs/words/sentences.ts'
import { listJson, renderList } from '../../cli/render/list.ts'
import { styleFor } from '../../cli/render/style.ts'
import type { TypedChecklist } from '../../compiler/index.ts'
import { analyse } from '../../compiler/pipeline.ts'
import { golden } from '../support/golden.ts'
import { checklistOf, itemOf } from '../support/sources.ts'

const folder = join(import.meta.dirname, 'fixtures/kitchen')
const read = (path: string) => ({ path, text: readFileSync(join(folder, path), 'utf8') })
const kitchen = analyse([read('kitchen.checklist'), read('parts.checklist')], 'kitchen.checklist')
  .value as TypedChecklist
const at = (name: string) => join(import.meta.dirname, 'golden', name)

test('a page that shows everything, as Markdown and as HTML', () => {
  golden(at('kitchen.md'), markdownPage(pageOf(kitchen)))
  golden(at('kitchen.html'), htmlPage(pageOf(kitchen)))
})

test('the HTML is well formed: every element is closed, every link inside leads somewhere, every name stands once', () => {
  const html = htmlPage(pageOf(kitchen))
  const open: string[] = []
  for (const [, closing, name = '', rest] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/g)) {
    if (closing === '/') assert.equal(open.pop(), name, rest)
    else if (!['meta', 'br', 'img'].includes(name)) open.push(name)
  }
  assert.deepEqual(open, [])
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(target), target)
  assert.doesNotMatch(html, /<script|<link|src=/)
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
  for (const [index, level] of levels.entries())
    assert.ok(level <= (levels[index - 1] ?? 0) + 1, 'no heading level is left out')
})

test('a checklist cannot put markup of its own into a page', () => {
  const html = htmlPage(
    pageOf(checklistOf('no call\n  message "m"\n  fix "<img src=x onerror=alert(1)>"\n  see "javascript:alert(1)"')),
  )
  assert.doesNotMatch(html, /<img|href="javascript/)
  const markdown = markdownPage(pageOf(checklistOf('no call\n  message "m"\n  fix "<b> [a](javascript:x) `c`"')))
  assert.match(markdown, /- \\<b\\> \\\[a\\\]\(javascript:x\) \\`c\\`/)
})

const plain = (sentence: string | undefined): string | undefined =>
  sentence && shown(sentence, { text: (text) => text, term: (words) => words, code: (text) => text })

test('what is checked, in words', () => {
  const table: Readonly<Record<string, string>> = {
    'no url where scheme is "http" and not local':
      'There must be no URL whose scheme is "http" and that does not name this machine itself.',
    'some file in documentation where name like "SECURITY*"':
      'There must be at least one file in documentation whose name reads like SECURITY*.',
    'no file where path like "/src/*.py" and path matches /^src\\/a/':
      'There must be no file whose path reads like /src/*.py and matches /^src\\/a/.',
    'every wazuh_rule must have id >= 100': 'Every Wazuh rule must have an ID that is at least 100.',
    'every file in tests must be tracked and not ignored':
      'Every file in tests must be tracked and must not be ignored.',
    'every connection must have read_timeout': 'Every connection must have a read timeout.',
    'exactly 2 file anywhere where executable or setuid':
      'There must be exactly 2 of these: a file anywhere (also in tests and third-party code) that is executable or that is setuid.',
    'no call where name is not among ["a", "b"] and name is not "c"':
      'There must be no call whose name is not "a" or "b" and is not "c".',
    'no call where not (name is "a" or callee starts with "b")':
      'There must be no call whose name is not "a" and whose callee does not start with "b".',
    'no call where no argument where name is "timeout"':
      'There must be no call that has no argument whose name is "timeout".',
    'no call where at least 2 argument where known':
      'There must be no call that has at least 2 of these: an argument that is known.',
    'no command where script.role is "wrapper" and not (exec or negated)':
      'There must be no command whose script\'s role is "wrapper", that does not replace the shell and that is not negated.',
  }
  for (const [clause, expected] of Object.entries(table)) {
    const item = itemOf(`${clause}\n  message "m"`)
    const checklist = checklistOf(`${clause}\n  message "m"`)
    const [check] = item.checks
    assert.ok(check)
    assert.equal(plain(checkSentence(check, checklist)), expected, clause)
  }
})

test('every item of the checklists that ship can be said in words', async () => {
  const { checklists } = await loadTyped(builtInNames())
  for (const checklist of checklists) {
    for (const { heading, items } of pageOf(checklist).sections) {
      for (const item of items) {
        assert.ok(item.checks.length + item.questions.length > 0, `${heading?.id} ${item.id}`)
        for (const sentence of [...item.checks, ...item.questions]) {
          const text = plain(sentence) ?? ''
          assert.match(text, /^[A-Z][\s\S]*[.?!]$/, item.id)
          assert.doesNotMatch(text, /undefined|null null|\[object|_2\b| {2}/, item.id)
        }
      }
    }
  }
})

test('conditions of an item and questions, in words', () => {
  const clauses =
    'applies when some script where role is "wrapper"\n  no call\n  message "m"\n  review "Is {name} fine?" when some call where name is "eval"'
  const item = itemOf(clauses)
  const checklist = checklistOf(clauses)
  assert.equal(
    plain(conditionSentence(item, checklist)),
    'This applies only if there is a script whose role is "wrapper".',
  )
  assert.equal(
    plain(item.reviews[0] && reviewSentence(item.reviews[0], checklist)),
    'If there is a call whose name is "eval", a person has to answer: Is {name} fine?',
  )
})

test('the items of a checklist, as a table and as Markdown', () => {
  const style = styleFor({})
  golden(at('kitchen-list.txt'), renderList([kitchen], 'table', style))
  golden(at('kitchen-list.md'), renderList([kitchen], 'markdown', style))
})

test('the items of a checklist as JSON have all that is said of them', () => {
  const { checklists } = JSON.parse(listJson([kitchen], []))
  const [first, second] = checklists[0].items
  assert.deepEqual(first, {
    id: 'TOP-1',
    title: 'Stands before any section',
    severity: 'info',
    confidence: 'low',
    tags: ['CWE-79', 'OWASP-A01'],
    see: ['https://example.test/?a=1&b=2'],
    fixes: [],
    was: ['OLD-1'],
    checks: 1,
    reviews: 0,
    line: 15,
  })
  assert.deepEqual(second.section, { id: 'RD', title: 'Reading' })
})
