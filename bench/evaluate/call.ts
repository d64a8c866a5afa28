/**
 * One module on one document, in a process that does nothing else; prints a `Measured` as JSON.
 *
 *     node bench/evaluate/call.ts MODULE FACTS ROUNDS [PAGES]
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { loadPolicy } from '../../runtime/evaluate/index.ts'
import { leastTime, type Measured, timeOf } from './time.ts'

const [modulePath = '', factsPath = '', rounds = '5', pages] = process.argv.slice(2)
const module = readFileSync(modulePath)
const facts = Uint8Array.from(readFileSync(factsPath)).buffer
const started = performance.now()
const policy = loadPolicy(module, pages === undefined ? {} : { pages: Number(pages) })
const load = performance.now() - started
let answer: readonly unknown[] = []
const call = () => {
  answer = policy.evaluate(facts)
}
const first = timeOf(call)
const warm = leastTime(Array.from({ length: Number(rounds) }, () => timeOf(call)))
const text = JSON.stringify(answer, inOrder)
const findings = text.split('"related":').length - 1
const digest = createHash('sha256').update(text).digest('hex')
const measured: Measured = { load, first, warm, memory: policy.memoryBytes(), findings, digest }
process.stdout.write(JSON.stringify(measured))

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
