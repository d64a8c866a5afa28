/** Calls, of rules that are found at run time and of patterns; values that may be given once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operand, Stmt } from '../../compiler/plan/ir.ts'
import { compileModule } from '../../compiler/wasm/module.ts'
import {
  append,
  assign,
  block,
  blocks,
  bool,
  data,
  dot,
  input,
  integer,
  leave,
  list,
  local,
  number,
  once,
  policyOf,
  result,
  Strings,
  scan,
  stmt,
} from '../support/ir.ts'
import { checkCases } from '../support/ir-cases.ts'
import { libraryBytes } from '../support/library.ts'

checkCases([
  {
    name: 'a local is assigned once; the same value again is no conflict',
    rules: (s) => ({
      p: [block(number(s, 3, '1.0'), integer(4, 1), once(result, local(3)), once(result, local(4)))],
    }),
    want: 1,
  },
  {
    name: 'another value is a conflict, with its place',
    shown: 'conflict',
    rules: (s) => ({ p: [block(once(result, s.operand('a'))), block(once(result, bool(true)))] }),
    conflict: 't.rego:3:7: var assignment conflict',
  },
  {
    name: 'a key is inserted once; another value is a conflict',
    rules: (s) => {
      const insert = (value: Operand) => stmt('ObjectInsertOnceStmt', { key: s.operand('k'), value, object: result })
      return {
        p: [
          block(
            stmt('MakeObjectStmt', { target: result }),
            insert(bool(true)),
            insert(bool(true)),
            insert(local(input)),
          ),
        ],
      }
    },
    input: 'x',
    conflict: 't.rego:3:7: object insert conflict',
  },
  {
    name: 'a path decides which rule is called',
    shown: 'dynamic-call',
    rules: (s) => {
      const called = blocks(
        block(
          stmt('CallDynamicStmt', {
            ...{ args: [input, data], result: 3 },
            path: [s.operand('g0'), s.operand('t'), local(11), s.operand('y')],
          }),
          append(local(3)),
        ),
      )
      return {
        'a.y': [block(assign(result, s.operand('A')))],
        'b.y': [block(assign(result, s.operand('B')))],
        'c.y': [block(leave(0))],
        'd.z': [block(assign(result, s.operand('D')))],
        p: [block(list(), blocks(block(scan(input, called))))],
      }
    },
    input: ['b', 'c', 'd', 'a', 7, null],
    want: ['B', 'A'],
  },
  {
    name: 'a pattern may come through a local; matching what is no string is undefined',
    rules: (s) => ({
      p: [
        block(
          list(),
          assign(3, s.operand('^a+$')),
          blocks(
            block(
              scan(
                input,
                stmt('CallStmt', { func: 'regex.match', args: [local(3), local(11)], result: 4 }),
                append(local(4)),
              ),
            ),
          ),
        ),
      ],
    }),
    input: ['aa', 'ab', 7, null],
    want: [true, false],
  },
])

const patternIn = (...writes: readonly ((strings: Strings) => Stmt)[]) => {
  const strings = new Strings()
  const call = stmt('CallStmt', { func: 'regex.match', args: [local(3), local(input)], result })
  const policy = policyOf(strings, { p: [block(...writes.map((write) => write(strings)), call)] })
  return compileModule(policy, libraryBytes()).kind
}

test('a local that may hold two strings is no constant pattern', () => {
  assert.equal(
    patternIn((s) => assign(3, s.operand('a'))),
    'module',
  )
  assert.equal(
    patternIn(
      (s) => assign(3, s.operand('a')),
      (s) => assign(3, s.operand('a')),
    ),
    'module',
  )
  assert.equal(
    patternIn(
      (s) => assign(3, s.operand('a')),
      (s) => assign(3, s.operand('b')),
    ),
    'refused',
  )
  assert.equal(
    patternIn(
      (s) => blocks(block(dot(input, s.operand('b'), 3))),
      (s) => assign(3, s.operand('a')),
    ),
    'refused',
  )
  // It is undefined whenever it is matched.
  assert.equal(
    patternIn((s) => assign(3, s.operand('('))),
    'module',
  )
})

test('what has no meaning in a plan is refused by name', () => {
  const refused = (statement: Stmt) => compileModule(policyOf(new Strings(), { p: [block(statement)] }), libraryBytes())
  const rows: readonly (readonly [Stmt, string])[] = [
    [leave(1), 'BreakStmt out of the function'],
    [stmt('ResultSetAddStmt', { value: 0 }), 'ResultSetAddStmt in a function'],
    [stmt('CallStmt', { func: 'g0.data.t.p', args: [local(input)], result }), 'g0.data.t.p with 1 arguments'],
    [stmt('CallStmt', { func: 'g0.data.t.q', args: [], result }), 'g0.data.t.q'],
    [stmt('CallStmt', { func: 'plus', args: [local(input)], result }), 'plus'],
  ]
  for (const [statement, name] of rows) assert.deepEqual(refused(statement), { kind: 'refused', missing: [name] })
})
