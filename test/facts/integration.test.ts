/** A whole small integration, fact by fact: one line each, to be read as a change of behaviour. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type KindName, kinds } from '../../compiler/index.ts'
import { configurationExtractor } from '../../runtime/facts/configuration/index.ts'
import { containerExtractor } from '../../runtime/facts/containers/index.ts'
import { documentationExtractor } from '../../runtime/facts/documentation/index.ts'
import type { Extractor } from '../../runtime/facts/extractor.ts'
import { manifestExtractor } from '../../runtime/facts/manifests/index.ts'
import { shellExtractor } from '../../runtime/facts/shell/index.ts'
import { taskExtractor } from '../../runtime/facts/tasks/index.ts'
import { workflowExtractor } from '../../runtime/facts/workflows/index.ts'
import { xmlExtractor } from '../../runtime/facts/xml/index.ts'
import { golden } from '../support/golden.ts'
import { extractFrom, factsIn } from './support.ts'

const folder = join(import.meta.dirname, 'golden')

const files: readonly (readonly [path: string, extractor: Extractor])[] = [
  ['README.md', documentationExtractor],
  ['docs/INSTALL.rst', documentationExtractor],
  ['wodle/run.sh', shellExtractor],
  ['install.sh', shellExtractor],
  ['rules/guard_rules.xml', xmlExtractor],
  ['wodle/secrets.example', configurationExtractor],
  ['docker-compose.yml', configurationExtractor],
  ['settings.properties', configurationExtractor],
  ['pyproject.toml', configurationExtractor],
  ['Dockerfile', containerExtractor],
  ['.github/workflows/ci.yml', workflowExtractor],
  ['Makefile', taskExtractor],
  ['deploy/guard.service', taskExtractor],
  ['deploy/guard.cron', taskExtractor],
  ['requirements-dev.txt', manifestExtractor],
]
const others = [...files.map(([path]) => path), 'wodle/guard.py']

for (const [path, extractor] of files) {
  test(`the facts of ${path}`, async () => {
    const text = readFileSync(join(folder, 'integration', path), 'utf8')
    const extraction = await extractFrom(extractor, path, text, others)
    const gaps = extraction.undecided.map(({ reason, kinds }) => `undecided ${kinds.join()}: ${reason}`)
    const facts = (Object.keys(kinds) as KindName[]).flatMap((kind) =>
      factsIn(extraction, kind).map((fact) => lineOf(kind, fact)),
    )
    golden(join(folder, `${path.replaceAll('/', '-')}.facts.txt`), [...gaps, ...facts].join('\n'))
  })
}

/** Fields that are false or empty are left out. */
function lineOf(
  kind: KindName,
  fact: {
    readonly at: {
      readonly line: number
      readonly column: number
      readonly endLine: number
      readonly endColumn: number
    }
  },
): string {
  const { at, ...fields } = fact
  const shown = Object.entries(fields).flatMap(([name, value]) => {
    if ((value === false && name !== 'value') || (Array.isArray(value) && value.length === 0)) return []
    return [`${name}=${isArguments(value) ? argumentsOf(value) : JSON.stringify(value)}`]
  })
  return `${kind} ${at.line}:${at.column}-${at.endLine}:${at.endColumn} ${shown.join(' ')}`
}

const isArguments = (value: unknown): value is readonly Shown[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'object' && 'known' in each)

interface Shown {
  readonly name?: string
  readonly position?: number
  readonly text: string
}

const argumentsOf = (given: readonly Shown[]): string =>
  `[${given.map(({ name, position, text }) => `${name ?? position}:${text}`).join(' ')}]`
