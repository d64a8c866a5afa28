/** Conftest, run on the text as its users run it, fails and warns about what our module answers, and about nothing else. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { builtInNames } from '../../cli/assets.ts'
import { loadCompiled } from '../../cli/checklists.ts'
import type { TypedChecklist } from '../../compiler/check/typed.ts'
import { type Answer, hasErrors, type ItemAnswer } from '../../compiler/index.ts'
import { analyse } from '../../compiler/pipeline.ts'
import { lower } from '../../compiler/rego/lower/index.ts'
import { printModule } from '../../compiler/rego/print.ts'
import { type LoadedPolicy, loadPolicy } from '../../runtime/evaluate/index.ts'
import { extractFacts } from '../../runtime/facts/index.ts'
import { conftest, type Tested, withoutConftest } from '../support/conftest.ts'
import { at, document, fact } from '../support/documents.ts'
import { loadModule } from '../support/evaluators.ts'
import { sampleOf } from '../support/generate/pairs.ts'
import { complaints, withoutOpa } from '../support/opa.ts'

const example = join(import.meta.dirname, '../../examples/flawed-integration')

/** Messages of failures and of warnings, ordered, each once. */
interface Messages {
  readonly failures: readonly string[]
  readonly warnings: readonly string[]
}

const each = (messages: readonly string[]): readonly string[] => [...new Set(messages)].sort()

function expected({ items }: Answer): Messages {
  const of = (messages: (item: ItemAnswer) => readonly string[]) =>
    each(Object.entries(items).flatMap(([id, item]) => messages(item).map((message) => `${id} ${message}`)))
  return { failures: of(failuresOf), warnings: of(warningsOf) }
}

function failuresOf({ verdict, checks, undecided }: ItemAnswer): readonly string[] {
  if (verdict === 'undecided') {
    return undecided.map(({ path, reason }) => `is undecided: ${path === undefined ? '' : `${path} `}${reason}`)
  }
  if (verdict !== 'fail') return []
  const findings = checks.flatMap((check) => check.findings)
  if (findings.length === 0) return ['fails; its findings are not given']
  return findings.map(({ at, message }) => `${at.path}:${at.line}:${at.column} ${message}`)
}

const warningsOf = ({ verdict, reviews }: ItemAnswer): readonly string[] =>
  verdict === 'review' ? reviews.map(({ question }) => question) : []

const messagesOf = ({ failures, warnings }: Tested): Messages => ({
  failures: each(failures.map(({ msg }) => msg)),
  warnings: each(warnings.map(({ msg }) => msg)),
})

for (const name of builtInNames()) {
  test(`${name} on the example`, { skip: withoutConftest }, async () => {
    const [compiled] = (await loadCompiled([name])).checklists
    assert(compiled)
    const { bytes } = await extractFacts(example, [compiled.extraction])
    const facts = JSON.parse(new TextDecoder().decode(bytes))
    const none = { ...facts, limit: 0 }
    const { code, tested } = conftest([compiled.rego], { facts, none, nothing: {} })
    assert.equal(code, 1)
    const policy = loadPolicy(compiled.module)
    for (const result of tested) {
      const input = { facts, none, nothing: {} }[result.input]
      assert.deepEqual(messagesOf(result), expected(answerTo(policy, input)), result.input)
    }
    assert.deepEqual(tested.map(({ input }) => input).sort(), ['facts', 'none', 'nothing'])
  })
}

test('generated checklists, each on the documents of all', { skip: withoutConftest }, () => {
  const samples = Array.from({ length: 12 }, (_, seed) => sampleOf(seed, 1)).filter((sample) => sample !== undefined)
  const documents = Object.fromEntries(samples.map(({ seed, documents: [only] }) => [`document-${seed}`, only]))
  const { tested } = conftest(
    samples.map(({ checklist }) => textOf(checklist)),
    documents,
  )
  assert.equal(tested.length, samples.length ** 2)
  const policies = new Map(
    samples.map(({ checklist }) => [checklist.id.replaceAll('-', '_'), loadModule(lower(checklist))]),
  )
  let failures = 0
  for (const result of tested) {
    const policy = policies.get(result.module)
    assert(policy)
    const messages = messagesOf(result)
    assert.deepEqual(messages, expected(answerTo(policy, documents[result.input])), `${result.module} ${result.input}`)
    failures += messages.failures.length
  }
  assert(failures > 50, `${failures} failures`)
})

const calls = document({ call: [fact(3, { callee: 'eval' })] })

test('what passes or does not apply fails nothing', { skip: withoutConftest }, () => {
  const quiet = `checklist quiet 1.0.0 "Quiet"
section S "One"
item S-1 "No exec"
  severity high
  no call where callee is "exec"
item S-2 "Scripts stop"
  severity low
  every call where callee is "exec" must have receiver
`
  assert.equal(conftest([textOf(checklistOf(quiet))], { calls }).code, 0)
})

// Conftest evaluates what it takes for one of its rules; items, definitions and subjects may have such names.
const confusing = checklistOf(`checklist confusing 1.0.0 "Names"
define deny_all as call where callee is "eval" or callee is "exec"
section S "One"
item DENY "No eval"
  severity critical
  no deny_all as warn where warn.callee is "eval"
  message "{warn.callee}"
  fix "Parse it."
item VIOLATION-1 "No exec"
  severity low
  no call as about where about.callee is "exec"
item EXCEPTION "No compile"
  severity low
  no call as result where result.callee is "compile"
item WARN "Calls are known"
  severity low
  review "What does {callee} do?" when some call where callee is "eval"
`)

test('no rule of ours is taken for one of Conftest', { skip: withoutConftest }, () => {
  const [only, ...others] = conftest([textOf(confusing)], { calls }).tested
  assert.deepEqual(others, [])
  assert.deepEqual(only?.warnings, [
    {
      msg: 'WARN What does eval do?',
      metadata: {
        item: 'WARN',
        title: 'Calls are known',
        severity: 'low',
        verdict: 'review',
        places: [at('ours.py', 3)],
        query: 'data.proviso.confusing.warn',
      },
    },
  ])
  assert.deepEqual(only?.failures, [
    {
      msg: 'DENY ours.py:3:1 eval',
      loc: { file: 'ours.py', line: 3 },
      metadata: {
        item: 'DENY',
        title: 'No eval',
        severity: 'critical',
        verdict: 'fail',
        check: 0,
        path: 'ours.py',
        line: 3,
        column: 1,
        fix: 'Parse it.',
        query: 'data.proviso.confusing.deny',
      },
    },
  ])
})

test('OPA has nothing to say about such a text', { skip: withoutOpa }, () => {
  assert.equal(complaints([textOf(confusing)]), '')
})

function checklistOf(text: string): TypedChecklist {
  const { value, diagnostics } = analyse([{ path: 'a.checklist', text }], 'a.checklist')
  assert(value !== undefined && !hasErrors(diagnostics), JSON.stringify(diagnostics))
  return value
}

const textOf = (checklist: TypedChecklist): string => printModule(lower(checklist))

function answerTo(policy: LoadedPolicy, input: unknown): Answer {
  const facts = Uint8Array.from(new TextEncoder().encode(JSON.stringify(input)))
  const [binding] = policy.evaluate(facts.buffer) as readonly { readonly result: Answer }[]
  assert(binding)
  return binding.result
}
