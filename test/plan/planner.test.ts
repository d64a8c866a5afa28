import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Stmt } from '../../compiler/plan/ir.ts'
import { plan } from '../../compiler/plan/planner.ts'
import {
  apply,
  array,
  arrayOf,
  assign,
  builtin,
  holds,
  input,
  type Module,
  not,
  object,
  type Rule,
  ref,
  rule,
  ruleRef,
  scalar,
  set,
  setOf,
  someIn,
  variable,
} from '../../compiler/rego/tree.ts'
import { golden } from '../support/golden.ts'

const moduleOf = (rules: readonly Rule[]): Module => ({
  package: ['proviso', 'sample'],
  comments: [],
  annotations: undefined,
  rules,
  entrypoints: ['result'],
})

const call = variable('call')

const sample = moduleOf([
  rule('result', { value: object({ findings: ruleRef('findings'), limit: ruleRef('limit') }) }),
  rule('limit', { default: true, value: scalar(1000) }),
  rule('limit', { value: ref(input, 'limit'), body: [holds(builtin('is_number', ref(input, 'limit')))] }),
  rule('findings', {
    value: arrayOf(ref(call, 'at'), [
      someIn('call', ref(input, 'call'), 'index'),
      holds(builtin('internal.member_2', ref(call, 'callee'), set([scalar('json.load'), scalar('json.loads')]))),
      not(apply('has_hook', call)),
      holds(builtin('neq', variable('index'), scalar(null))),
    ]),
  }),
  rule('has_hook', {
    args: ['call'],
    body: [
      someIn('argument', ref(call, 'arguments')),
      holds(builtin('equal', ref(variable('argument'), 'name'), scalar('object_hook'))),
    ],
  }),
  rule('has_hook', {
    args: ['given'],
    body: [
      assign(
        'names',
        setOf(ref(variable('argument'), 'name'), [someIn('argument', ref(variable('given'), 'arguments'))]),
      ),
      holds(builtin('gt', builtin('count', variable('names')), scalar(4))),
    ],
  }),
])

test('a module becomes the plan that OPA documents', () => {
  golden(join(import.meta.dirname, 'golden/sample.plan.json'), JSON.stringify(plan(sample), undefined, 1))
})

test('every alternative has the parameters under its own names', () => {
  const func = plan(sample).funcs.funcs.find((func) => func.path.at(-1) === 'has_hook')
  assert.deepEqual(func?.params, [0, 1, 2])
})

const typesIn = (stmts: readonly Stmt[]): readonly string[] =>
  stmts.flatMap((stmt) => [
    stmt.type,
    ...(stmt.type === 'ScanStmt' || stmt.type === 'NotStmt' ? typesIn(stmt.stmt.block.stmts) : []),
  ])

test('a function with one constant value returns at its first hit, a rule without arguments does not', () => {
  const functions = plan(sample).funcs.funcs
  const typesOf = (name: string) =>
    functions.find((func) => func.path.at(-1) === name)?.blocks.map((block) => typesIn(block.stmts)) ?? []
  assert.ok(typesOf('has_hook')[0]?.includes('ReturnLocalStmt'))
  assert.equal(
    typesOf('findings')
      .flat()
      .filter((type) => type === 'ReturnLocalStmt').length,
    1,
  )
})

test('alternatives of different values are all evaluated, so that a conflict shows', () => {
  const functions = plan(
    moduleOf([
      rule('result', { value: apply('size', scalar(1)) }),
      rule('size', { args: ['n'], value: scalar('small'), body: [holds(builtin('lt', variable('n'), scalar(9)))] }),
      rule('size', { args: ['n'], value: scalar('large'), body: [holds(builtin('gt', variable('n'), scalar(5)))] }),
    ]),
  ).funcs.funcs
  const size = functions.find((func) => func.path.at(-1) === 'size')
  assert.equal(
    size?.blocks.flatMap((block) => typesIn(block.stmts)).filter((type) => type === 'AssignVarOnceStmt').length,
    2,
  )
})

test('builtins and strings are listed once', () => {
  const policy = plan(
    moduleOf([rule('result', { value: array([scalar('a'), scalar('a'), builtin('count', scalar('a'))]) })]),
  )
  assert.deepEqual(policy.static.builtin_funcs, [{ name: 'count' }])
  assert.deepEqual(policy.static.strings, [{ value: 'a' }, { value: 'result' }])
})

test('a variable that nothing binds is a bug, and says so', () => {
  assert.throws(() => plan(moduleOf([rule('result', { value: variable('x') })])), /the variable x is bound/)
})
