/** Code that is nested so many levels deep, in every way of the language. */
import { shapesOf } from './shape.ts'

/** `open` so often, `close` as often, with something in between. */
const nested =
  (open: string, inner: string, close: string, before = '', after = '\n') =>
  (levels: number): string =>
    `${before}${open.repeat(levels)}${inner}${close.repeat(levels)}${after}`

/** Behind each other, which leans to one side in the tree. */
const chained =
  (first: string, next: string, before = '') =>
  (levels: number): string =>
    `${before}${first}${next.repeat(levels)}\n`

const shared = {
  parentheses: nested('(', 'a', ')', 'x = '),
  lists: nested('[', 'a', ']', 'x = '),
  calls: nested('f(', 'a', ')', 'x = '),
  'open brackets': nested('(', '', ''),
  'members of members': chained('x = a', '.b'),
  'calls of calls': chained('x = a', '(b)'),
  methods: chained('x = a', '.b(c)'),
  'look-ups': chained('x = a', '["b"]'),
  sums: chained('x = a', ' + b'),
  powers: chained('x = a', ' ** b'),
  negations: nested('-', 'a', '', 'x = '),
}

const indented =
  (line: string, inner: string) =>
  (levels: number): string => {
    const deep = Math.min(levels, 400)
    return `${Array.from({ length: deep }, (_, level) => `${' '.repeat(level)}${line}\n`).join('')}${' '.repeat(deep)}${inner}\n`
  }

export const deepPython = shapesOf('a.py', {
  ...shared,
  dictionaries: nested('{"a": ', '1', '}', 'x = '),
  'formatted texts': nested('f"{', 'a', '}"', 'x = '),
  lambdas: nested('lambda a: ', 'a', '', 'x = '),
  conditions: nested('a if b else (', 'c', ')', 'x = '),
  comprehensions: nested('[a for a in ', 'b', ']', 'x = '),
  'named values': nested('(a := ', 'b', ')', 'x = '),
  awaits: nested('await ', 'a', '', 'x = '),
  'not and not': nested('not ', 'a', '', 'x = '),
  'either or': chained('x = a', ' or b'),
  assignments: chained('a', ' = a', ''),
  targets: nested('(', 'a', ',)', '', ' = b\n'),
  'if statements': indented('if a:', 'print(a)'),
  functions: indented('def f(a):', 'print(a)'),
  classes: indented('class A(B):', 'a = 1'),
  'try blocks': indented('try:', 'f()'),
  'with blocks': indented('with open(a) as b:', 'b.write(c)'),
  'else ifs': (levels) => `if a: f()\n${'elif a: b = g()\n'.repeat(levels)}print(b)\n`,
})

export const deepJavaScript = shapesOf('a.js', {
  ...shared,
  objects: nested('{ a: ', '1', ' }', 'x = '),
  templates: nested('`${', 'a', '}`', 'x = '),
  'arrow functions': nested('(a) => ', 'a', '', 'x = '),
  'bodies of arrow functions': nested('() => { ', 'f()', ' }', 'x = '),
  'function expressions': nested('function () { return ', '1', ' }', 'x = '),
  functions: nested('function f(a) { ', 'g(a)', ' }'),
  classes: nested('class A { m() { ', 'g()', ' } }'),
  blocks: nested('{ ', 'f()', ' }'),
  'if statements': nested('if (a) { ', 'f()', ' }'),
  'else ifs': chained('if (a) f()', '\nelse if (a) { b = g() }'),
  'try blocks': nested('try { ', 'f()', ' } catch (e) { g(e) }'),
  loops: nested('for (const a of b) { ', 'f(a)', ' }'),
  'ternaries in front': nested('a ? ', 'b', ' : c', 'x = '),
  'ternaries behind': nested('a ? b : ', 'c', '', 'x = '),
  'either or': chained('x = a', ' || b'),
  'one or else': chained('x = a', ' ?? b'),
  awaits: nested('await ', 'a', '', 'x = '),
  negations: nested('!', 'a', '', 'x = '),
  'types of types': nested('typeof ', 'a', '', 'x = '),
  patterns: nested('{ a: ', 'b', ' }', 'const ', ' = c\n'),
  'arrays of patterns': nested('[', 'b', ']', 'const ', ' = c\n'),
  assignments: nested('a = ', 'b', ''),
  'spread arrays': nested('[...', 'a', ']', 'x = '),
  'new objects': nested('new A(', 'b', ')', 'x = '),
  promises: chained('f()', '.then((a) => g(a))'),
  callbacks: nested('f((a) => ', 'a', ')'),
  elements: nested('<A b={c}>', 'd', '</A>', 'x = '),
})

export const deepTypeScript = shapesOf('a.ts', {
  'types of arrays': nested('Array<', 'A', '>', 'let x: '),
  'types in parentheses': nested('(', 'A', ')', 'let x: '),
  'types of objects': nested('{ a: ', 'A', ' }', 'let x: '),
  'conditional types': nested('A extends B ? C : ', 'D', '', 'type T = '),
  'unions of types': chained('type T = A', ' | B'),
  assertions: chained('x = a', ' as A'),
  'values that are there': chained('x = a', '!'),
  namespaces: nested('namespace A { ', 'f()', ' }'),
})
