/** All facts of modules as people write them, one a line. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { RecordFact } from '../../../compiler/index.ts'
import type { LocalFact } from '../../../runtime/facts/extractor.ts'
import { pythonExtractor } from '../../../runtime/facts/python/index.ts'
import { golden } from '../../support/golden.ts'
import { factsIn } from '../support.ts'
import { linkedFacts } from './support.ts'

const folder = join(import.meta.dirname, 'fixtures')

for (const name of readdirSync(folder)) {
  test(`all facts of ${name}`, async () => {
    const text = readFileSync(join(folder, name), 'utf8')
    const extraction = await linkedFacts(`agent/${name}`, text, ['agent/helpers.py'])
    const lines = pythonExtractor.kinds.flatMap((kind) => [
      `${kind}:`,
      ...factsIn(extraction, kind).map(({ at, ...fields }) => `  ${placeOf(at)} ${shown(fields)}`),
    ])
    golden(join(import.meta.dirname, 'golden', `${name}.txt`), lines.join('\n'))
  })
}

const placeOf = (at: LocalFact<'call'>['at']): string => `${at.line}:${at.column}-${at.endLine}:${at.endColumn}`

/** Each field by its name; arguments with their values and origins on lines of their own. */
function shown(fields: object): string {
  return Object.entries(fields)
    .map(([name, value]) => {
      if (name !== 'arguments') return `${name}=${JSON.stringify(value)}`
      return (value as readonly RecordFact<'argument'>[]).map((each) => `\n      ${argument(each)}`).join('')
    })
    .join(' ')
}

function argument({ name, position, spread, text, known, value, origins }: RecordFact<'argument'>): string {
  const sources = (origins as readonly RecordFact<'origin'>[]).map(({ form, name }) => [form, name].join(' ').trim())
  const label = [position ?? [], spread ?? [], name ?? []].flat().join(' ')
  return `${label}: ${text}${known ? ` is ${JSON.stringify(value)}` : ''}  <- ${sources.join(', ')}`
}
