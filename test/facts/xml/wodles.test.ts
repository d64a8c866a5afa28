/** What the configuration of Wazuh starts, in a file and in documentation that shows it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentationExtractor } from '../../../runtime/facts/documentation/index.ts'
import type { Extractor } from '../../../runtime/facts/extractor.ts'
import { xmlExtractor } from '../../../runtime/facts/xml/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const wodle = (command: string): string => `<wodle name="command">\n  <tag>a</tag>\n  ${command}\n</wodle>\n`

const cases: Readonly<Record<string, readonly [text: string, ...expected: readonly string[]]>> = {
  'a script by its path': [wodle('<command>/var/ossec/wodles/a/fetch.sh -a</command>'), '3:12 fetch.sh'],
  'through a shell': [wodle('<command>bash /var/ossec/wodles/a/fetch.sh</command>'), '3:12 bash'],
  'blanks around it': [wodle('<command>  /x/fetch.sh  </command>'), '3:14 fetch.sh'],
  'two of them': [wodle('<command>a.sh</command>') + wodle('<command>b.sh</command>'), '3:12 a.sh', '7:12 b.sh'],
  'commented out': [`<!--\n${wodle('<command>a.sh</command>')}-->\n`],
  'of something else': ['<localfile>\n  <command>df -P</command>\n</localfile>\n'],
  'without one': [wodle('<disabled>no</disabled>')],
}

const shown = async (extractor: Extractor, path: string, text: string, kept: number): Promise<readonly string[]> =>
  factsIn(await extractFrom(extractor, path, text), 'command')
    .filter(({ found_in }) => found_in === 'wodle')
    .map(({ at, name }) => `${at.line - kept}:${at.column} ${name}`)

for (const [name, [text, ...expected]] of Object.entries(cases)) {
  test(`a command of a wodle: ${name}`, async () => {
    assert.deepEqual(await shown(xmlExtractor, 'ossec.xml', text, 0), expected)
    const page = `# Configure\n\n\`\`\`xml\n${text}\`\`\`\n`
    assert.deepEqual(await shown(documentationExtractor, 'README.md', page, 3), expected)
  })
}
