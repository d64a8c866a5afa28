/** All facts of small repositories as people write them, one a line: modules of ECMAScript, CommonJS, TypeScript. */
import { join } from 'node:path'
import { test } from 'node:test'
import { golden } from '../../support/golden.ts'
import { factsIn } from '../support.ts'
import { allKinds, fixture, lineOf, linkedFiles } from './support.ts'

for (const name of ['sound', 'flawed', 'typed']) {
  test(`all facts of ${name}`, async () => {
    const lines = [...(await linkedFiles(fixture(name)))].flatMap(([path, extraction]) => [
      `# ${path}`,
      ...extraction.undecided.map(({ reason }) => `undecided ${reason}`),
      ...allKinds.flatMap((kind) => {
        const facts = factsIn(extraction, kind)
        return facts.length === 0 ? [] : [`${kind}:`, ...facts.map((fact) => `  ${lineOf(fact)}`)]
      }),
    ])
    golden(join(import.meta.dirname, 'golden', `${name}.txt`), lines.join('\n'))
  })
}
