/** Grammars that two files ask for at the same time. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parserOf } from '../../../runtime/facts/syntax/grammars.ts'

test('two grammars that are loaded at once both parse', async () => {
  const [python, bash] = await Promise.all([parserOf('python'), parserOf('bash')])
  assert.equal(python.parse('import os\n')?.rootNode.firstNamedChild?.type, 'import_statement')
  assert.equal(bash.parse('echo a\n')?.rootNode.firstNamedChild?.type, 'command')
})
