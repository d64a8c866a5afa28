import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretExtractor } from '../../../runtime/facts/secrets/index.ts'
import { extractFrom, factsIn } from '../support.ts'

// Put together here, so that no scanner takes this file for one that holds credentials.
const value = ['q7Zp2Lk9', 'Xv4Rt8Wm', 'Bn3Cd6Fh'].join('')
const named = `api_key = "${value}"`

const rows: readonly (readonly [what: string, path: string, text: string, inComment: boolean])[] = [
  ['code', 'a.py', named, false],
  ['a comment', 'a.py', `x = 1  # ${named}`, true],
  ['a mark of comments in a string', 'a.py', `x = "#"; ${named}`, false],
  ['the docstring of a module', 'a.py', `"""Reads\n\n    ${named}\n"""`, true],
  ['the docstring of a function', 'a.py', `def f():\n    r'''${named}'''\n`, true],
  ['a text that is given a name', 'a.py', `HELP = """\n${named}\n"""`, false],
  ['a text that is an argument', 'a.py', `write(\n    """${named}"""\n)`, false],
  ['a quotation mark in a comment', 'a.py', `# don't\n${named}`, false],
  ['behind a docstring', 'a.py', `"""It's \\"""" one."""\n${named}`, false],
  ['a string without an end', 'a.py', `x = "abc\n${named}`, false],
  ['a comment of JavaScript', 'a.js', `// ${named}`, true],
  ['a block of JavaScript', 'a.ts', `/**\n * ${named}\n */\nf()`, true],
  ['an address is no comment', 'a.js', `get("https://a.io"); const ${named}`, false],
  ['a script', 'a.sh', `  # ${named}`, true],
  ['a setting', 'a.ini', `; ${named}`, true],
  ['an element of XML', 'a.xml', `<!-- <api_key>${value}</api_key> -->`, true],
  ['a heading is no comment', 'README.md', `# ${named}`, false],
]

for (const [what, path, text, inComment] of rows) {
  test(`in a comment: ${what}`, async () => {
    const secrets = factsIn(await extractFrom(secretExtractor, path, text), 'secret')
    assert.deepEqual(
      secrets.map(({ in_comment }) => in_comment),
      [inComment],
    )
  })
}
