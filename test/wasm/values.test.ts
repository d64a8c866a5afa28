/** Reading and making values. */
import type { Stmt } from '../../compiler/plan/ir.ts'
import {
  append,
  block,
  blocks,
  bool,
  callRule,
  dot,
  input,
  integer,
  list,
  local,
  number,
  put,
  result,
  scan,
  stmt,
} from '../support/ir.ts'
import { checkCases } from '../support/ir-cases.ts'

checkCases([
  {
    name: 'objects are gone through in the order of their keys, sets and scalars by their members',
    rules: () => ({
      p: [
        block(
          list(),
          blocks(block(scan(input, append(local(10)), append(local(11)), blocks(block(scan(11, append(bool(true)))))))),
        ),
      ],
    }),
    input: { b: 'x', a: [0] },
    want: ['a', [0], true, 'b', 'x'],
  },
  {
    name: 'a key that is not there, and a source that has none, are undefined',
    rules: (s) => ({
      p: [
        block(
          list(),
          ...['present', 'absent'].map((key) => blocks(block(dot(input, s.operand(key), 3), append(local(3))))),
          blocks(block(dot(input, s.operand('present'), 3), dot(3, s.operand('x'), 4), append(local(4)))),
          blocks(
            block(
              dot(input, s.operand('items'), 3),
              stmt('AssignIntStmt', { value: 1, target: 4 }),
              stmt('DotStmt', { source: local(3), key: local(4), target: 5 }),
              append(local(5)),
            ),
          ),
        ),
      ],
    }),
    input: { present: 1, items: ['a', 'b'] },
    want: [1, 'b'],
  },
  {
    name: 'numbers of any size',
    rules: (s) => ({
      p: [
        block(
          ...[list(), number(s, 3, '9007199254740991'), append(local(3))],
          ...[integer(3, 2 ** 29), append(local(3)), integer(3, -(2 ** 29)), append(local(3))],
          ...[integer(3, -(2 ** 40)), append(local(3)), number(s, 3, '-0'), append(local(3))],
        ),
      ],
    }),
    want: [9007199254740991, 2 ** 29, -(2 ** 29), -(2 ** 40), -0],
  },
  {
    name: 'types and lengths',
    rules: (s) => {
      const when = (test: Stmt) =>
        scan(input, test, stmt('LenStmt', { source: local(11), target: 3 }), append(local(3)))
      const source = local(11)
      return {
        p: [
          block(
            ...[list(), blocks(block(when(stmt('IsArrayStmt', { source })))), append(s.operand('objects'))],
            ...[blocks(block(when(stmt('IsObjectStmt', { source })))), append(s.operand('sets'))],
            ...[blocks(block(when(stmt('IsSetStmt', { source })))), append(s.operand('end'))],
          ),
        ],
      }
    },
    input: ['text', [1, 2], { a: 1 }, 7, null],
    want: [2, 'objects', 1, 'sets', 'end'],
  },
  {
    name: 'objects are merged; where both have a value that is no object, the first counts',
    rules: (s) => ({
      p: [
        block(
          ...[dot(input, s.operand('a'), 3), dot(input, s.operand('b'), 4)],
          stmt('ObjectMergeStmt', { a: 3, b: 4, target: result }),
        ),
      ],
    }),
    input: { a: { x: { y: 1 }, z: 1 }, b: { x: { w: 2 }, z: 2, v: 2 } },
    want: { x: { y: 1, w: 2 }, z: 1, v: 2 },
  },
  {
    name: 'sets have each member once, and become arrays in their order',
    rules: (s) => ({
      p: [
        block(
          stmt('MakeSetStmt', { target: result }),
          ...['b', 'a', 'b'].map((text) => stmt('SetAddStmt', { value: s.operand(text), set: result })),
        ),
      ],
    }),
    want: ['a', 'b'],
  },
  {
    name: 'null, and a call of what is undefined',
    rules: (s) => ({
      q: [block(dot(input, s.operand('absent'), result))],
      p: [
        block(
          ...[
            stmt('MakeObjectStmt', { target: result }),
            stmt('MakeNullStmt', { target: 3 }),
            put(s, 'null', local(3)),
          ],
          ...[stmt('NopStmt', {}), blocks(block(callRule('q', 3), put(s, 'called', local(3))))],
        ),
      ],
    }),
    input: {},
    want: { null: null },
  },
])
