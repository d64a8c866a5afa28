/** `with`: other documents for a while, put back however it is left. */
import {
  append,
  assign,
  block,
  blocks,
  bool,
  callRule,
  dot,
  input,
  integer,
  leave,
  list,
  local,
  reset,
  result,
  stmt,
} from '../support/ir.ts'
import { checkCases } from '../support/ir-cases.ts'

checkCases([
  {
    name: 'with replaces a part of the input, and what rules came to without it is worked out anew',
    shown: 'with',
    rules: (s) => ({
      x: [block(dot(input, s.operand('a'), 3), dot(3, s.operand('b'), result))],
      p: [
        block(
          ...[list(), callRule('x', 3), append(local(3)), reset(4), integer(5, 2)],
          stmt('WithStmt', {
            ...{ local: input, path: [s.index('a'), s.index('b')], value: local(5) },
            block: block(callRule('x', 3), append(local(3)), append(local(input))),
          }),
          ...[callRule('x', 3), append(local(3)), append(local(input))],
        ),
      ],
    }),
    input: { a: { b: 1, c: 0 }, d: 0 },
    want: [1, 2, { a: { b: 2, c: 0 }, d: 0 }, 1, { a: { b: 1, c: 0 }, d: 0 }],
  },
  {
    name: 'with is undefined where its block is',
    rules: () => ({
      p: [
        block(
          list(),
          blocks(
            block(
              stmt('WithStmt', { local: input, path: null, value: bool(true), block: block(leave(0)) }),
              append(bool(true)),
            ),
          ),
          append(local(input)),
        ),
      ],
    }),
    input: 'as before',
    want: ['as before'],
  },
  {
    name: 'a break out of with puts the input back, and so does a return',
    rules: (s) => ({
      x: [block(assign(result, local(input)))],
      q: [
        block(
          stmt('WithStmt', {
            ...{ local: input, path: [], value: s.operand('other') },
            block: block(callRule('x', 3), stmt('ReturnLocalStmt', { source: 3 })),
          }),
        ),
      ],
      p: [
        block(
          list(),
          blocks(
            block(
              stmt('WithStmt', { local: input, path: [], value: s.operand('other'), block: block(leave(1)) }),
              append(bool(true)),
            ),
          ),
          ...[callRule('x', 3), append(local(3)), callRule('q', 3), append(local(3))],
          ...[callRule('q', 3), append(local(3)), callRule('x', 3), append(local(3))],
        ),
      ],
    }),
    input: 'given',
    want: ['given', 'other', 'other', 'given'],
  },
])
