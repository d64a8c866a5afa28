import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { proviso } from '../support/command.ts'

const folder = mkdtempSync(join(tmpdir(), 'proviso-command-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, text: string): string => {
  const whole = join(folder, path)
  mkdirSync(join(whole, '..'), { recursive: true })
  writeFileSync(whole, text)
  return whole
}

const checklist = (items: string, name = 'sample'): string =>
  write(`${name}/${name}.checklist`, `checklist ${name} 1.0.0 "Sample"\n\n${items}`)

const noEval = checklist(
  'item A-1 "Nothing is evaluated"\n  severity high\n  no call where callee is "eval"\n  message "{callee} is called"\n  fix "Do not."\n',
)
const clean = join(write('clean/main.py', 'print("fine")\n'), '..')
const flawed = join(write('flawed/main.py', 'eval("1")\n'), '..')

test('exit codes say what came of it', () => {
  const empty = checklist('', 'empty')
  const table: readonly (readonly [number, readonly string[]])[] = [
    [0, ['check', clean, '--checklist', noEval]],
    [1, ['check', flawed, '--checklist', noEval]],
    [0, ['check', flawed, '--checklist', noEval, '--exit-zero']],
    [3, ['check', flawed, '--checklist', empty]],
    [2, ['check', join(folder, 'nowhere'), '--checklist', noEval]],
    [2, ['check', clean, '--checklist', 'no-such-checklist']],
    [2, ['check', clean, '--format', 'pdf']],
    [2, ['chekc']],
    [0, ['--version']],
    [0, ['check', '--help']],
  ]
  for (const [code, args] of table) {
    const run = proviso(args)
    assert.equal(run.code, code, `${args.join(' ')}\n${run.out}${run.err}`)
    assert.doesNotMatch(run.err, /^\s+at /m, 'no stack trace')
  }
})

test('a failure says what to do next', () => {
  assert.match(
    proviso(['check', clean, '--checklist', 'wazuh-integartion']).err,
    /no checklist "wazuh-integartion"[\s\S]*wazuh-integration/,
  )
  assert.match(proviso(['chekc']).err, /Did you mean check/)
})

test('three mistakes of three sorts are three sentences with three places, in one run', () => {
  const path = checklist(
    [
      'item A-1 "a typo in a field"\n  severity high\n  no url where shceme is "http"\n',
      'item A-2 "a text that is not closed"\n  severity high\n  no call where callee is "eval\n  message "{callee}"\n',
      'item A-3 "an unknown kind"\n  severity high\n  no curl where scheme is "http"\n',
    ].join('\n'),
    'broken',
  )
  const { code, err } = proviso(['check', clean, '--checklist', path])
  assert.equal(code, 2)
  assert.deepEqual(err.match(/^error\[.*$/gm), [
    'error[unknown-field]: url has no field "shceme"',
    'error[unclosed-text]: this text is not closed before the end of the line',
    'error[unknown-kind]: there is no kind of fact named "curl"',
  ])
  assert.deepEqual(
    [...err.matchAll(/broken\.checklist:(\d+:\d+)/g)].map((match) => match[1]),
    ['5:16', '9:27', '14:6'],
  )
  assert.match(err, /Did you mean "scheme"\?/)
  assert.match(err, /the checklist has 3 errors, so nothing was checked/)
})

test('the format goes to standard output, or to a file with the terminal view beside it', () => {
  const direct = proviso(['check', flawed, '--checklist', noEval, '--format', 'sarif'])
  const [result] = JSON.parse(direct.out).runs[0].results
  assert.equal(result.ruleId, 'sample/A-1')
  assert.equal(result.message.text, 'eval is called.')
  const file = join(folder, 'new/out.sarif')
  const written = proviso(['check', flawed, '--checklist', noEval, '--format', 'sarif', '--output', file])
  assert.equal(readFileSync(file, 'utf8'), direct.out)
  assert.match(written.out, /FAIL {6}A-1 Nothing is evaluated[\s\S]*1 \| eval\("1"\)[\s\S]*fix: Do not\./)
  assert.deepEqual(readdirSync(join(folder, 'new')), ['out.sarif'])
})

test('JSON has the report and the diagnostics', () => {
  const warned = checklist(
    'define unused as call where callee is "x"\n\nitem A-1 "x"\n  severity high\n  no call where callee is "y"\n',
    'warned',
  )
  const { out, code } = proviso(['check', flawed, '--checklist', warned, '--format', 'json'])
  const { checklists, diagnostics } = JSON.parse(out)
  assert.equal(code, 0)
  assert.equal(checklists[0].items[0].verdict, 'pass')
  assert.deepEqual(
    diagnostics.map(({ code: kind, severity, line }: { code: string; severity: string; line: number }) => [
      kind,
      severity,
      line,
    ]),
    [
      ['unused-name', 'warning', 3],
      ['no-message', 'warning', 7],
    ],
  )
})

test('compile writes what a checklist comes to', () => {
  const output = join(folder, 'compiled')
  assert.equal(proviso(['compile', noEval, '--output', output]).code, 0)
  assert.deepEqual(readdirSync(output).sort(), [
    'extraction.json',
    'items.json',
    'plan.json',
    'policy.rego',
    'policy.wasm',
  ])
  assert.match(readFileSync(join(output, 'policy.rego'), 'utf8'), /^package proviso\.sample$/m)
})

test('compile writes only what is asked for', () => {
  const output = join(folder, 'some')
  assert.equal(proviso(['compile', noEval, '--target', 'rego', '--target', 'wasm', '--output', output]).code, 0)
  assert.deepEqual(readdirSync(output).sort(), ['policy.rego', 'policy.wasm'])
  const { code, err } = proviso(['compile', noEval, '--target', 'go', '--output', output])
  assert.equal(code, 2)
  assert.match(err, /It has to be one of rego, wasm, plan, extraction, items\./)
})

test('facts are what a checklist asks for, or all', () => {
  const some = JSON.parse(proviso(['facts', flawed, '--checklist', noEval]).out)
  assert.deepEqual(
    some.call.map(({ callee }: { callee: string }) => callee),
    ['eval'],
  )
  assert.equal(some.string, undefined)
  const all = JSON.parse(proviso(['facts', flawed]).out)
  assert.deepEqual(
    all.string.map(({ value }: { value: string }) => value),
    ['1'],
  )
})

test('several checklists are checked in one run', () => {
  const other = checklist('item B-1 "x"\n  severity low\n  no call where callee is "eval"\n', 'second')
  const { out } = proviso(['check', flawed, '--checklist', noEval, '--checklist', other, '--format', 'sarif'])
  const [run] = JSON.parse(out).runs
  assert.deepEqual(
    run.results.map(({ ruleId }: { ruleId: string }) => ruleId),
    ['sample/A-1', 'second/B-1'],
  )
})

test('parameters change what is asked, and a value that does not fit is refused', () => {
  const limited = write(
    'limited/limited.checklist',
    'checklist limited 1.0.0 "L"\n\nparameter wanted text = "a.py" "The file"\nparameter most number = 3 from 1 to 9 "Most"\n\nitem A-1 "There is a file"\n  severity low\n  every path among [wanted] must be exists\n  message "{path}"\n  no call where order > most\n  message "{text}"\n',
  )
  const run = (...args: readonly string[]) => proviso(['check', flawed, '--checklist', limited, ...args])
  assert.equal(run('--parameter', 'wanted=main.py').code, 0)
  assert.match(run('--parameter', 'wanted=other.py').out, /other\.py/)
  const { code, err } = run('--parameter', 'most=10')
  assert.equal(code, 2)
  assert.match(err, /parameter most cannot be "10"\nIt is from 1 to 9: Most/)
})

test('more findings than the limit are counted in every view', () => {
  const many = join(write('many/main.py', 'eval("1")\n'.repeat(12)), '..')
  const file = join(folder, 'many.sarif')
  const { out } = proviso([
    'check',
    many,
    '--checklist',
    noEval,
    '--limit',
    '4',
    '--item',
    'A-1',
    '--format',
    'sarif',
    '--output',
    file,
  ])
  assert.match(out, /… and 8 more; --limit and --verbose to see them/)
  const [log] = JSON.parse(readFileSync(file, 'utf8')).runs
  assert.equal(log.results.length, 4)
  const texts = log.invocations[0].toolExecutionNotifications.map(
    ({ message }: { message: { text: string } }) => message.text,
  )
  assert.ok(texts.includes('sample/A-1 has 12 findings, and 8 of them are not among the results.'), texts.join('\n'))
})
