import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { renderExplanation, renderPlace } from '../../cli/render/explanation.ts'
import { styleFor } from '../../cli/render/style.ts'
import type { FactsDocument } from '../../compiler/index.ts'
import { explainAt, explainItem } from '../../runtime/interpret/explain/index.ts'
import { golden } from '../support/golden.ts'
import { documentOf, type SentenceCase } from '../support/sentences.ts'
import { checklistOf } from '../support/sources.ts'

const definitions = `
define wrapper as script where role is "wrapper"
define from_environment(origin) as form is "environment" and name matches /TOKEN|KEY/
parameter lowest number = 100 "The lowest number"
`

const facts: SentenceCase['facts'] = {
  function: [{ at: 'a.py:1', name: 'main' }],
  url: [
    { at: 'a.py:3', text: 'http://a.example/', scheme: 'http', host: 'a.example' },
    { at: 'a.py:4', text: 'http://localhost/', scheme: 'http', host: 'localhost', local: true },
    { at: 'tests/t.py:5', text: 'http://test/', scheme: 'http' },
  ],
  output: [
    {
      at: 'a.py:7',
      callee: 'print',
      arguments: [
        { at: 'a.py:7', text: '"x"' },
        { at: 'a.py:8', text: 'token', origins: [{ at: 'a.py:2', form: 'environment', name: 'TOKEN', text: 'TOKEN' }] },
      ],
    },
    { at: 'a.py:9', callee: 'log', arguments: [{ at: 'a.py:9', text: 'count' }] },
  ],
  script: [{ at: 'run.sh:1', name: 'run.sh', role: 'wrapper', errexit: true }],
  wazuh_rule: [{ at: 'a.py:20', id: 7 }],
  file_write: [{ at: 'a.py:11', path_text: 'state.json', function: 0 }],
  file_replace: [],
  setting: [],
}

/** What is asked, by a name for the golden file: clauses of an item, and a place of which it is asked. */
const asked: Readonly<Record<string, Pick<SentenceCase, 'sentence' | 'unread'> & { readonly place?: string }>> = {
  'a finding of no': { sentence: 'no url where scheme is "http" and not local\nmessage "{text} is plain"' },
  'a finding of every, through a parameter': {
    sentence: 'every wazuh_rule must id >= lowest',
  },
  'nested subjects and a named predicate': {
    sentence: 'no output where some argument where some origin where from_environment\nmessage "{argument.text} leaks"',
  },
  'a partner that is missing': {
    sentence: 'every file_write as written must have some file_replace where function is written.function',
  },
  'a pass of every': { sentence: 'every wrapper must have errexit' },
  'a pass of some': { sentence: 'some url where scheme is "http" and host is "localhost"' },
  'a pass of no': { sentence: 'no url where host starts with "c" and port is present' },
  'something that is missing, and nothing like it': {
    sentence: 'some url where scheme is "ftp"\nmessage "Nothing is fetched by FTP"',
  },
  'something that is missing': { sentence: 'some url where host is "b.example"\nmessage "b.example is not used"' },
  'one too many': { sentence: 'at most 1 url where scheme is "http"' },
  'either of two': { sentence: 'every url must local or host like "*.example" or port is 443' },
  'globs and patterns with slashes': {
    sentence: 'no url where file.path like "/a.py" and text matches /^http:\\/\\//',
  },
  'it does not apply': { sentence: 'applies when some script where role is "installer"\nno url' },
  'nothing to judge': { sentence: 'every setting must have value' },
  'not decided': { sentence: 'no setting', unread: [{ path: 'app.yaml', kinds: ['setting'] }] },
  'a question': { sentence: 'no setting\nreview "Is {text} right?" when some url where host is present' },
  'a place that is a finding': { sentence: 'no url where scheme is "http" and not local', place: 'a.py:3' },
  'a place that is none': { sentence: 'no url where scheme is "http" and not local', place: 'a.py:4' },
  'a place that is not looked at': { sentence: 'no url where scheme is "http"', place: 'tests/t.py:5' },
  'a place where nothing stands': { sentence: 'no url where scheme is "http"', place: 'a.py:99' },
  'a place that a question is about': {
    sentence: 'no setting\nreview "Is {text} right?" when some url where host is present',
    place: 'a.py:3',
  },
  'a place that could not be read': {
    sentence: 'no setting',
    unread: [{ path: 'app.yaml', kinds: ['setting'] }],
    place: 'app.yaml',
  },
}

test('explanations read aloud', () => {
  const style = styleFor({})
  const texts = Object.entries(asked).map(([name, { sentence, unread = [], place }]) => {
    const checklist = checklistOf(sentence.replaceAll('\n', '\n  '), definitions)
    const [item] = checklist.items
    assert(item !== undefined)
    const document = documentOf({ why: name, sentence, facts, unread, verdict: '' }, checklist.id) as unknown
    if (place === undefined) {
      return `== ${name}\n${renderExplanation(explainItem(checklist, document as FactsDocument, item), style)}`
    }
    const [path = '', line] = place.split(':')
    const at = explainAt(
      checklist,
      document as FactsDocument,
      item,
      path,
      line === undefined ? undefined : Number(line),
    )
    return `== ${name}\n${renderPlace(at, style)}`
  })
  golden(join(import.meta.dirname, 'golden/explanations.txt'), texts.join('\n'))
})
