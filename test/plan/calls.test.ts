import assert from 'node:assert/strict'
import { test } from 'node:test'
import { definedFunctions } from '../../compiler/plan/defined.ts'
import { rememberedFunctions } from '../../compiler/plan/remembered.ts'
import {
  append,
  assign,
  block,
  bool,
  callRule,
  dot,
  input,
  leave,
  list,
  local,
  nameOf,
  policyOf,
  type Rules,
  reset,
  result,
  Strings,
  scan,
  stmt,
} from '../support/ir.ts'

const strings = new Strings()
const field = dot(input, strings.operand('x'), 3)
const give = (source: number) => assign(result, local(source))
const constant = block(assign(result, bool(true)))

/** Whether the rule `p` is always defined. */
const defined: Readonly<Record<string, readonly [rules: Rules, isDefined: boolean]>> = {
  'a constant': [{ p: [constant] }, true],
  'a field': [{ p: [block(field, give(3))] }, false],
  'a list of what is found': [{ p: [block(list(4), scan(5, dot(11, strings.operand('x'), 6)), give(4))] }, true],
  'a list behind a field': [{ p: [block(field, list(4), append(local(3), 4), give(4))] }, false],
  'a document, which may be missing': [{ p: [block(give(input))] }, false],
  'a rule that is defined': [{ p: [block(callRule('q', 3), give(3))], q: [constant] }, true],
  'a rule that may not be': [{ p: [block(callRule('q', 3), give(3))], q: [block(field, give(3))] }, false],
  'a rule that asks for itself': [{ p: [block(callRule('p', 3), give(3))] }, false],
  'a default': [
    { p: [block(field, give(3)), block(stmt('IsUndefinedStmt', { source: result }), assign(result, bool(false)))] },
    true,
  ],
  'a default of what is looked for elsewhere': [
    { p: [block(stmt('IsUndefinedStmt', { source: 3 }), assign(result, bool(false)))] },
    false,
  ],
  'what is taken back': [{ p: [constant, block(reset(result))] }, false],
  'what a call overwrites': [{ p: [constant, block(callRule('q', result))], q: [constant] }, false],
  'a block that is left before': [{ p: [block(leave(0), assign(result, bool(true)))] }, false],
}

for (const [what, [rules, isDefined]] of Object.entries(defined)) {
  test(`${what} is ${isDefined ? '' : 'not '}always defined`, () => {
    assert.equal(definedFunctions(policyOf(strings, rules)).has(nameOf('p')), isDefined)
  })
}

/** Whether the rule `q` is remembered. */
const remembered: Readonly<Record<string, readonly [rules: Rules, isRemembered: boolean]>> = {
  'asked for once': [{ p: [block(callRule('q', 3), give(3))], q: [constant] }, false],
  'asked for twice': [{ p: [block(callRule('q', 3), callRule('q', 4), give(4))], q: [constant] }, true],
  'asked for by two': [
    { p: [block(callRule('q', 3), callRule('r', 4), give(4))], q: [constant], r: [block(callRule('q', 3), give(3))] },
    true,
  ],
  'asked for in a scan': [{ p: [block(list(3), scan(3, callRule('q', 4)), give(3))], q: [constant] }, true],
  'asked for by a path': [
    {
      p: [
        block(
          stmt('CallDynamicStmt', {
            args: [0, 1],
            result: 3,
            path: [strings.operand('g0'), strings.operand('t'), local(0)],
          }),
          give(3),
        ),
      ],
      q: [constant],
    },
    true,
  ],
}

for (const [what, [rules, isRemembered]] of Object.entries(remembered)) {
  test(`what is ${what} is ${isRemembered ? '' : 'not '}remembered`, () => {
    assert.equal(rememberedFunctions(policyOf(strings, rules)).has(nameOf('q')), isRemembered)
  })
}

test('what a function with arguments asks for is remembered', () => {
  const policy = policyOf(strings, { p: [constant], q: [constant] })
  const asking = { name: 'f', path: ['f'], params: [0, 1, 3], return: result, blocks: [block(callRule('q', 4))] }
  const funcs = { funcs: [...policy.funcs.funcs, asking] }
  assert.equal(rememberedFunctions({ ...policy, funcs }).has(nameOf('q')), true)
})
