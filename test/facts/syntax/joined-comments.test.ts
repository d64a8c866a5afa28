/** Many comments in turn are one for the parser; everything else in a tree is where it was. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FlatTree, textOf, typeOf } from '../../../runtime/facts/syntax/flat.ts'
import { withJoinedComments } from '../../../runtime/facts/syntax/joined-comments.ts'
import { parse } from '../../../runtime/facts/syntax/parse.ts'

const comments = (count: number, line = '# word'): string => `${line}\n`.repeat(count)

/** What is written, and how many lines the parser sees of it. */
const texts: readonly (readonly [what: string, text: string, lines: number])[] = [
  ['few', `x = 1\n${comments(49)}y = 2`, 51],
  ['many', `x = 1\n${comments(50)}y = 2`, 3],
  ['many with empty lines between them', `x = 1\n${comments(50, '# word\n \t')}y = 2`, 4],
  ['many of other depths', `x = 1\n${comments(25, '    # word\n# word')}y = 2`, 3],
  ['many that end the text', `x = 1\n${comments(49)}# word`, 2],
  ['many with carriage returns', `x = 1\r\n${comments(50, '# word\r')}y = 2\r\n`, 4],
  ['few, a statement, and few', `${comments(30)}y = 2\n${comments(30)}`, 62],
  ['many behind a statement in their line', comments(60, 'y = 2 # word'), 61],
  ['nothing', '', 1],
]

for (const [what, text, lines] of texts) {
  test(`${what}: ${lines} lines of the same length`, () => {
    const shown = withJoinedComments(text)
    assert.equal(shown.length, text.length)
    assert.equal(shown.split('\n').length, lines)
    assert.equal(shown.replace(/\s/g, ''), text.replace(/\s/g, ''))
  })
}

/** Statements and texts around comments, written so that the comments can be few or many. */
const programs: readonly ((some: string, less: string) => string)[] = [
  (some) => `x = 1\n${some}y = f(x)\n`,
  (some, less) => `def f():\n    x = 1\n${less}${some}    y = 2\n${less}z = 3\n`,
  (some, less) => `if a:\n${less}    x = 1\n${some}${less}else:\n${some}    y = 2\n`,
  (some) => `try:\n    f()\n${some}except E:\n    g()\n`,
  (some) => `x = f(1,\n${some}  a=2)\n`,
  (some) => `x = """\n${some}"""\ny = f"""{a}\n${some}{b}"""\n`,
]

const nodesOf = (tree: FlatTree): readonly string[] =>
  Array.from({ length: tree.count }, (_, node) => node)
    .filter((node) => typeOf(tree, node) !== 'comment')
    .map((node) => `${tree.fields[node]}:${typeOf(tree, node)} ${textOf(tree, node).replace(/\s*#.*|\s+$/g, '')}`)

for (const [index, program] of programs.entries()) {
  test(`statements around many comments are those around one, ${index + 1}`, async () => {
    const [one, many] = await Promise.all(
      [1, 100].map((count) => parse('python', program(comments(count), comments(count, '    # word')))),
    )
    assert(one?.kind === 'tree' && many?.kind === 'tree')
    assert.deepEqual([one.tree.firstError, many.tree.firstError], [undefined, undefined])
    assert.deepEqual(nodesOf(many.tree).map(lessSpace), nodesOf(one.tree).map(lessSpace))
  })
}

const lessSpace = (text: string): string => text.replace(/\s+/g, ' ')

test('a text is read as it is written', async () => {
  const text = `x = """${comments(100)}"""`
  const parsed = await parse('python', text)
  assert(parsed.kind === 'tree')
  const string = Array.from({ length: parsed.tree.count }, (_, node) => node).find(
    (node) => typeOf(parsed.tree, node) === 'string',
  )
  assert.equal(textOf(parsed.tree, string ?? 0), text.slice('x = '.length))
})
