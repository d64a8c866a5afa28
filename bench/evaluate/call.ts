/**
 * One module on one document, in a process that does nothing else; prints what `Measured` holds, as JSON.
 *
 *     node bench/evaluate/call.ts MODULE FACTS ROUNDS [PAGES]
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { loadPolicy } from '../../runtime/evaluate/index.ts'

export interface Measured {
  /** Milliseconds from the bytes of the module to one that can be called. */
  readonly load: number
  /** Of the first call, and the least of the others. */
  readonly first: number
  readonly warm: number
  /** Bytes of WASM memory afterwards. */
  readonly memory: number
  readonly findings: number
  /** Of the answer, with the keys of its objects in order. */
  readonly digest: string
}

const [modulePath = '', factsPath = '', rounds = '5', pages] = process.argv.slice(2)
const module = readFileSync(modulePath)
const facts = Uint8Array.from(readFileSync(factsPath)).buffer
let started = performance.now()
const policy = loadPolicy(module, pages === undefined ? {} : { pages: Number(pages) })
const load = performance.now() - started
let answer: readonly unknown[] = []
const times = Array.from({ length: 1 + Number(rounds) }, () => {
  started = performance.now()
  answer = policy.evaluate(facts)
  return performance.now() - started
})
const [first = 0, ...others] = times
const warm = Math.min(...others)
const text = JSON.stringify(answer, inOrder)
const findings = text.split('"related":').length - 1
const digest = createHash('sha256').update(text).digest('hex')
process.stdout.write(JSON.stringify({ load, first, warm, memory: policy.memoryBytes(), findings, digest }))

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
