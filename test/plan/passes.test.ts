import assert from 'node:assert/strict'
import { test } from 'node:test'
import { libraryBytes } from '../../cli/assets.ts'
import { loadCompiled } from '../../cli/checklists.ts'
import type { Block, Policy, Stmt } from '../../compiler/plan/ir.ts'
import { statementsIn } from '../../compiler/plan/locals.ts'
import { refine } from '../../compiler/plan/passes/index.ts'
import { emitModule } from '../../compiler/wasm/module.ts'
import { loadPolicy } from '../../runtime/evaluate/index.ts'
import { extractFacts } from '../../runtime/facts/index.ts'
import {
  append,
  assign,
  block,
  bool,
  data,
  dot,
  input,
  list,
  local,
  once,
  policyOf,
  put,
  result,
  Strings,
  scan,
  stmt,
} from '../support/ir.ts'

const strings = new Strings()
const text = (value: string) => strings.operand(value)

/** The types of the statements of the rule `p`, refined. */
function refined(...blocks: readonly Block[]): readonly string[] {
  const [func] = refine(policyOf(strings, { p: blocks })).funcs.funcs
  return statementsIn(func?.blocks ?? []).map(({ type }) => type)
}

const call = (func: string, args: Parameters<typeof local>[0][], target: number): Stmt =>
  stmt('CallStmt', { func, args: args.map(local), result: target })
const set = (target: number, ...members: readonly string[]): readonly Stmt[] => [
  stmt('MakeSetStmt', { target }),
  ...members.map((member) => stmt('SetAddStmt', { value: text(member), set: target })),
]
const member = (value: number, of: number, target: number) => call('internal.member_2', [value, of], target)
const object = (target: number) => stmt('MakeObjectStmt', { target })
const give = (source: number) => assign(result, local(source))

const cases: Readonly<Record<string, readonly [blocks: readonly Block[], types: readonly string[]]>> = {
  'a list that is filled at once is a literal': [
    [block(list(3), append(text('a'), 3), append(bool(true), 3), give(3))],
    ['LiteralStmt', 'AssignVarStmt', 'ReturnLocalStmt'],
  ],
  'the first assignment is compared with nothing': [
    [block(once(3, bool(true))), block(once(3, bool(true)), give(3))],
    ['AssignVarStmt', 'AssignVarOnceStmt', 'AssignVarStmt', 'ReturnLocalStmt'],
  ],
  'in a scan any assignment may be the second': [
    [block(scan(input, once(3, bool(true))), give(3))],
    ['ScanStmt', 'AssignVarOnceStmt', 'AssignVarStmt', 'ReturnLocalStmt'],
  ],
  'a list that is filled elsewhere is none': [
    [block(list(3), append(text('a'), 3), dot(input, text('x'), 4), append(local(4), 3), give(3))],
    ['MakeArrayStmt', 'ArrayAppendStmt', 'DotStmt', 'ArrayAppendStmt', 'AssignVarStmt', 'ReturnLocalStmt'],
  ],
  'an object with a key twice is none': [
    [block(object(3), put(strings, 'a', bool(true), 3), put(strings, 'a', bool(false), 3), give(3))],
    ['MakeObjectStmt', 'ObjectInsertStmt', 'ObjectInsertStmt', 'AssignVarStmt', 'ReturnLocalStmt'],
  ],
  'a set of texts that is only looked into is not made': [
    [block(dot(input, text('x'), 3), ...set(4, 'a', 'b'), member(3, 4, 5), give(5))],
    ['DotStmt', 'MemberStmt', 'AssignVarStmt', 'ReturnLocalStmt'],
  ],
  'a set that is given back is made': [
    [block(dot(input, text('x'), 3), ...set(4, 'a'), member(3, 4, 5), give(4))],
    ['DotStmt', 'LiteralStmt', 'MemberStmt', 'AssignVarStmt', 'ReturnLocalStmt'],
  ],
  'the same field is looked at once': [
    [
      block(
        dot(input, text('x'), 3),
        dot(input, text('x'), 4),
        stmt('EqualStmt', { a: local(3), b: local(4) }),
        give(4),
      ),
    ],
    ['DotStmt', 'EqualStmt', 'AssignVarStmt', 'ReturnLocalStmt'],
  ],
  'a field in a block that may be left is looked at again behind it': [
    [block(stmt('BlockStmt', { blocks: [block(dot(input, text('x'), 3))] }), dot(input, text('x'), 4), give(4))],
    ['BlockStmt', 'DotStmt', 'DotStmt', 'AssignVarStmt', 'ReturnLocalStmt'],
  ],
  'a list that changes in between is counted again': [
    [block(list(3), call('count', [3], 4), append(local(4), 3), call('count', [3], 5), give(5))],
    ['MakeArrayStmt', 'CallStmt', 'ArrayAppendStmt', 'CallStmt', 'AssignVarStmt', 'ReturnLocalStmt'],
  ],
  'nothing is taken for known where `with` changes the documents': [
    [
      block(
        dot(data, text('x'), 3),
        stmt('WithStmt', { local: data, path: [], value: bool(true), block: block(dot(data, text('x'), 4)) }),
        give(3),
      ),
    ],
    ['DotStmt', 'WithStmt', 'DotStmt', 'AssignVarStmt', 'ReturnLocalStmt'],
  ],
}

for (const [name, [blocks, types]] of Object.entries(cases)) {
  test(name, () => assert.deepEqual(refined(...blocks), types))
}

test("a policy answers the same with and without the passes, and its plan has OPA's statements only", async () => {
  const { checklists } = await loadCompiled(['wazuh-integration'])
  const [compiled] = checklists
  assert(compiled !== undefined)
  const facts = (await extractFacts('examples/flawed-integration', [compiled.extraction])).bytes.buffer
  const answer = (policy: Policy) => {
    const module = emitModule(policy, libraryBytes())
    assert(module.kind === 'module', JSON.stringify(module))
    return loadPolicy(module.bytes).evaluate(facts)
  }
  assert.deepEqual(answer(refine(compiled.plan)), answer(compiled.plan))
  const types = new Set(compiled.plan.funcs.funcs.flatMap(({ blocks }) => statementsIn(blocks).map(({ type }) => type)))
  assert(!types.has('LiteralStmt') && !types.has('MemberStmt'))
})
