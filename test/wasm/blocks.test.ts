/** Blocks, and what ends them. */
import {
  append,
  assign,
  block,
  blocks,
  bool,
  dot,
  input,
  leave,
  list,
  local,
  once,
  reset,
  result,
  scan,
  stmt,
} from '../support/ir.ts'
import { checkCases } from '../support/ir-cases.ts'

checkCases([
  {
    name: 'a break ends as many blocks as it says',
    shown: 'break',
    rules: (s) => ({
      p: [
        block(
          list(),
          blocks(block(append(s.operand('a')), leave(0), append(bool(true))), block(append(s.operand('b')))),
          blocks(block(blocks(block(leave(1))), append(bool(true)))),
          append(s.operand('c')),
          blocks(block(blocks(block(leave(2))))),
          append(bool(true)),
        ),
      ],
    }),
    want: ['a', 'b', 'c'],
  },
  {
    name: 'undefined in a scan goes on with the next element',
    shown: 'scan',
    rules: (s) => ({ p: [block(list(), blocks(block(scan(input, dot(11, s.operand('x'), 3), append(local(3))))))] }),
    input: [{ x: 1 }, {}, 7, { x: 2 }],
    want: [1, 2],
  },
  {
    name: 'a break leaves a scan',
    rules: () => ({ p: [block(list(), blocks(block(scan(input, append(local(11)), leave(1)))), append(bool(false)))] }),
    input: [1, 2],
    want: [1, false],
  },
  {
    name: 'not holds where its block does not',
    rules: (s) => ({
      p: [
        block(
          list(),
          blocks(block(stmt('NotStmt', { block: block(dot(input, s.operand('x'), 3)) }), append(s.operand('x')))),
          blocks(block(stmt('NotStmt', { block: block(dot(input, s.operand('y'), 3)) }), append(s.operand('y')))),
        ),
      ],
    }),
    input: { x: null },
    want: ['y'],
  },
  {
    name: 'else is taken where what stands before it is undefined',
    rules: (s) => ({
      p: [
        block(
          reset(3),
          blocks(
            block(dot(input, s.operand('x'), 3)),
            block(stmt('IsUndefinedStmt', { source: 3 }), dot(input, s.operand('y'), 3)),
            block(stmt('IsUndefinedStmt', { source: 3 }), assign(3, s.operand('neither'))),
          ),
          stmt('IsDefinedStmt', { source: 3 }),
          once(result, local(3)),
        ),
      ],
    }),
    input: { y: 'second' },
    want: 'second',
  },
  {
    name: 'every element has to hold',
    rules: (s) => {
      const every = (key: string) =>
        blocks(
          block(
            dot(input, s.operand(key), 3),
            reset(4),
            scan(
              3,
              reset(5),
              blocks(block(stmt('EqualStmt', { a: local(11), b: bool(true) }), assign(5, bool(true)))),
              stmt('IsUndefinedStmt', { source: 5 }),
              assign(4, bool(true)),
            ),
            stmt('IsUndefinedStmt', { source: 4 }),
            append(s.operand(key)),
          ),
        )
      return { p: [block(list(), every('all'), every('some'), every('none'))] }
    },
    input: { all: [true, true], some: [true, 1], none: [] },
    want: ['all', 'none'],
  },
  {
    name: 'a rule without a value is undefined',
    rules: () => ({ p: [block(stmt('EqualStmt', { a: local(input), b: bool(true) }), assign(result, bool(true)))] }),
    input: 1,
  },
])
